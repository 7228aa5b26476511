"""Is everything there that the lessons need? What is wrong, and how to mend it, one line each."""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from importlib import metadata
from pathlib import Path

import altair as alt
from packaging.requirements import Requirement

from teaching.charts.offline import RENDERER
from teaching.progress import is_elsewhere, progress_file
from teaching.strings import environment as strings

KIT = "fifty-three"
OLDEST = (3, 11)


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        what: the thing.
        fault: what is wrong with it; empty if nothing is.
        cure: what to do about it.
    """

    what: str
    fault: str = ""
    cure: str = ""

    def __str__(self) -> str:
        """Return the finding as a line."""
        return f"✗ {self.what}: {self.fault} {self.cure}" if self.fault else f"✓ {self.what}"


@dataclass(frozen=True)
class Findings:
    """Everything that was looked at, shown as a list in a notebook."""

    findings: tuple[Finding, ...]

    @property
    def faults(self) -> tuple[Finding, ...]:
        """What is wrong."""
        return tuple(finding for finding in self.findings if finding.fault)

    @property
    def sentence(self) -> str:
        """All in one sentence."""
        return strings.FAULTS.format(count=len(self.faults)) if self.faults else strings.ALL_WELL

    def __repr__(self) -> str:
        """Return one line for each thing."""
        return "\n".join([*map(str, self.findings), self.sentence])

    def _repr_html_(self) -> str:
        """Return a list for a notebook; a sign stands before each colour."""
        lines = "".join(f"<li>{escape(str(finding))}</li>" for finding in self.findings)
        return f'<ul style="list-style: none; padding: 0">{lines}</ul><p><strong>{escape(self.sentence)}</strong></p>'


def check_environment() -> Findings:
    """Look at Python, the packages, the drawing of charts and the folder of this notebook.

    Examples:
        >>> from teaching.charts.offline import draw_offline
        >>> draw_offline()
        >>> check_environment().sentence
        'All is well: everything that the lessons need is there.'
    """
    return Findings((_python(sys.version_info[:3]), *_packages(metadata.requires(KIT) or [], _installed()), _folder()))


def _python(version: tuple[int, ...]) -> Finding:
    """Whether Python is new enough."""
    what = strings.PYTHON.format(version=".".join(map(str, version)))
    return Finding(what) if version >= OLDEST else Finding(what, strings.TOO_OLD, strings.INSTALL_AGAIN)


def _installed() -> dict[str, str]:
    """The version of each package that is installed, by its name in small letters."""
    return {found.name.lower().replace("_", "-"): found.version for found in metadata.distributions()}


def _packages(required: list[str], installed: Mapping[str, str]) -> Iterator[Finding]:
    """One finding for each package that is missing or of a wrong version, or one for them all."""
    faults = []
    for requirement in map(Requirement, required):
        if requirement.marker and not requirement.marker.evaluate({"extra": ""}):
            continue
        version = installed.get(requirement.name.lower())
        if version is None:
            faults.append(Finding(requirement.name, strings.MISSING, strings.INSTALL_AGAIN))
        elif not requirement.specifier.contains(version, prereleases=True):
            fault = strings.OTHER_VERSION.format(version=version, needed=requirement.specifier)
            faults.append(Finding(requirement.name, fault, strings.INSTALL_AGAIN))
    yield from faults or [Finding(strings.PACKAGES)]
    if not any(fault.what == "altair" for fault in faults):
        offline = alt.renderers.active == RENDERER
        yield Finding(strings.CHARTS, *(() if offline else (strings.CHARTS_ONLINE, strings.DRAW_OFFLINE)))


def _folder(folder: Path | None = None) -> Finding:
    """Whether something can be kept, and where, if not beside the notebook."""
    folder = folder or progress_file().parent
    what = strings.FOLDER_ELSEWHERE.format(file=progress_file()) if is_elsewhere() else strings.FOLDER
    trial = folder / ".fifty-three-trial"
    try:
        trial.touch()
        trial.unlink()
    except OSError as failure:
        return Finding(what, strings.NOT_WRITABLE.format(reason=failure.strerror), strings.COPY_THE_KIT)
    return Finding(what)
