"""Who looked at whom: the employees of the made-up service, their cases, and the log of their looks.

assumptions   how many employees, looks and misdeeds: none of these is measured, so each is a field
employees     who works there, in which role, and lives where
ways          a look as it stands in the log, and the ways in which somebody can get one
honest        cases, and the looks that the work needs
misdeeds      what some do, and for each misdeed the honest work that leaves the same trace
log           `make_access_log`: everything together, and the truth apart
"""

from data_gen.access.assumptions import Assumptions
from data_gen.access.log import AccessLog, make_access_log

__all__ = ["AccessLog", "Assumptions", "make_access_log"]
