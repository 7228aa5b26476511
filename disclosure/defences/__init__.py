"""What a publisher can do: one module per defence, each a value that maps a release to a release."""

from disclosure.defences.coarsening import Coarsen
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.dominance import SuppressDominated
from disclosure.defences.manual_suppression import JudgedByHand, SuppressByHand, judged_by_hand
from disclosure.defences.publishing import DelaySmallChanges, FixedPopulation, ForEachTable, PublishEvery
from disclosure.defences.rounding import RoundTo
from disclosure.defences.suppression import Suppress
from disclosure.repair.prices import priced
from disclosure.repair.protection import Singletons, Width

__all__ = [
    "Coarsen",
    "DelaySmallChanges",
    "FixedPopulation",
    "ForEachTable",
    "JudgedByHand",
    "PublishEvery",
    "RoundTo",
    "Singletons",
    "Suppress",
    "SuppressByHand",
    "SuppressComplementary",
    "SuppressDominated",
    "Width",
    "judged_by_hand",
    "priced",
]
