"""The machine behind complementary suppression: which further cells to hide, at what price.

repairable            which releases can be repaired at all
suppression_problem   what must be hidden, what may be, what it costs, and who attacks (the attackers' subproblems)
wishes                cells marked by hand: what must be printed, what must be hidden (*apriori*)
settled_cells         what the rule and the wishes settle before anything is chosen
prices                what it costs to hide a cell
already_printed       an earlier edition or other tables, which cannot be changed any more
lost_cells            what these give away, whatever is hidden now
needs                 how far each cell must be able to move, in the eyes of one attacker
protection            how far a count must be able to move: upper, lower and sliding protection levels
unmet_needs           what is left to do once the primary cells are hidden
singletons            those who are alone in a cell, as attackers
hiding                the table with cells hidden, and the rule that its footnote tells
cheapest_moves        the cheapest way to let one cell move
integer_moves         the same in tables that are no networks: programs in fractions first, then in whole numbers
greedy_repair         one cell after another, each as cheaply as it can be
master_problem        the cheapest choice of cells under all cuts so far
capacity_cuts         what a choice that an attacker breaks teaches (Fischetti and Salazar 1999)
optimal_repair        both in turn, until nobody breaks the choice: a proof
percentages           are hidden with the counts of which they tell
unreachable           why a promise cannot be kept
verification          every repair is audited before anybody sees it
"""

from disclosure.repair.prices import priced
from disclosure.repair.protection import Singletons, Width

__all__ = ["Singletons", "Width", "priced"]
