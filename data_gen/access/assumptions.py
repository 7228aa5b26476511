"""What is assumed of a service's access log: no figure here is measured."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

ROLES: Final = ("support", "fraud", "recommendations", "social media", "engineering", "data protection")


@dataclass(frozen=True)
class Assumptions:
    """How many work there, how often they look, and how much of the honest work leaves a case.

    Args:
        employees: how many there are; at least one of each role is needed, and enough for every misdeed and its twin.
        honest_looks: how many looks the honest work makes in the quarter.
        roles: the share of employees in each role.
        with_case: the share of looks at one viewer that belong to a case which is open already.
        case_later: of the others, the share whose case is opened within a day.
        emergencies: the share of honest looks that go through the emergency door.

    Raises:
        ValueError: a number is out of bounds; the sentence names it.

    Examples:
        >>> Assumptions().employees, Assumptions().honest_looks
        (60, 5000)
        >>> Assumptions(honest_looks=-1)
        Traceback (most recent call last):
        ...
        ValueError: honest_looks=-1: choose a whole number from 100 to 100,000.
    """

    employees: int = 60
    honest_looks: int = 5_000
    roles: Mapping[str, float] = field(
        default_factory=lambda: MappingProxyType(dict(zip(ROLES, (0.45, 0.15, 0.15, 0.05, 0.15, 0.05), strict=True)))
    )
    with_case: float = 0.3
    case_later: float = 0.3
    emergencies: float = 0.01

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        for name, least, most in (("employees", 40, 5_000), ("honest_looks", 100, 100_000)):
            value = getattr(self, name)
            if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
                raise ValueError(f"{name}={value!r}: choose a whole number from {least:,} to {most:,}.")
        for name in ("with_case", "case_later", "emergencies"):
            if not 0 <= getattr(self, name) <= 1:
                raise ValueError(f"{name}={getattr(self, name)!r}: choose a share from 0 to 1.")
        if set(self.roles) != set(ROLES) or any(share <= 0 for share in self.roles.values()):
            raise ValueError(f"roles={dict(self.roles)}: give each of {', '.join(ROLES)} a share above 0.")
