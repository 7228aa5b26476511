"""What a publisher can do: one module per defence, each a value that maps a release to a release."""

from disclosure.defences.cell_key import CellKey, perturbation_table, with_record_keys
from disclosure.defences.coarsening import Coarsen
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.dominance import SuppressDominated
from disclosure.defences.manual_suppression import JudgedByHand, SuppressByHand, judged_by_hand
from disclosure.defences.publishing import CountAgain, DelaySmallChanges, FixedPopulation, ForEachTable, PublishEvery
from disclosure.defences.random_rounding import RoundRandomly
from disclosure.defences.rounding import RoundTo
from disclosure.defences.suppression import Suppress
from disclosure.defences.swapping import SwapHouseholds
from disclosure.repair.prices import priced
from disclosure.repair.protection import Singletons, Width

__all__ = [
    "CellKey",
    "Coarsen",
    "CountAgain",
    "DelaySmallChanges",
    "FixedPopulation",
    "ForEachTable",
    "JudgedByHand",
    "PublishEvery",
    "RoundRandomly",
    "RoundTo",
    "Singletons",
    "Suppress",
    "SuppressByHand",
    "SuppressComplementary",
    "SuppressDominated",
    "SwapHouseholds",
    "Width",
    "judged_by_hand",
    "perturbation_table",
    "priced",
    "with_record_keys",
]
