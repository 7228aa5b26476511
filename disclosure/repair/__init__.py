"""The machine behind complementary suppression: which further cells to hide, at what price.

suppression_problem   what must be hidden, what may be, what it costs, and who attacks (the attackers' subproblems)
protection            how far a count must be able to move: upper, lower and sliding protection levels
unmet_needs           what is left to do once the primary cells are hidden
singletons            those who are alone in a cell, as attackers
hiding                the table with cells hidden, and the rule that its footnote tells
cheapest_moves        the cheapest way to let one cell move
greedy_repair         one cell after another, each as cheaply as it can be
master_problem        the cheapest choice of cells under all cuts so far
capacity_cuts         what a choice that an attacker breaks teaches (Fischetti and Salazar 1999)
optimal_repair        both in turn, until nobody breaks the choice: a proof
verification          every repair is audited before anybody sees it
"""

from disclosure.repair.protection import Singletons, Width

__all__ = ["Singletons", "Width"]
