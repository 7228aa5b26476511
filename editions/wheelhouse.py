"""A folder for a stick: the kit and every package it needs, for rooms without internet.

    fifty-three wheelhouse --out dist/stick

The packages are those of `uv.lock`, checked by their hashes, for each system and Python that learners may bring.
"""

from __future__ import annotations

import argparse
import io
import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from packaging.requirements import Requirement
from tqdm import tqdm

from data_gen.disk.whole_folder import whole_folder
from disclosure.starting import start
from editions.home import MADE
from editions.pages.building import PagesError, fill_with_pages

KIT: Final = Path(__file__).parents[1]
PYTHONS: Final = ("3.11", "3.12", "3.13", "3.14")
"""The versions of Python that the kit runs on and that its packages are built for."""

MICRO_VERSIONS: Final = 30
"""More than any version of Python has ever had: requirements may differ between 3.11.4 and 3.11.5."""

WHEELS, PAGES, NEEDED, START_HERE = "wheels", "pages", "requirements.txt", "START-HERE.txt"
"""What stands on the stick beside the kit itself."""

WELCOME: Final = """Fifty-Three, to be installed without internet

Needed: Python {pythons} (https://www.python.org) on {platforms}.

1. Copy the folder "fifty-three" to the laptop. Leave "{wheels}" on the stick.
2. Open a terminal in the copy and run

     python install_offline.py "PATH-TO-THE-STICK/{wheels}"

   (on Windows "py" in place of "python", on macOS and Linux perhaps "python3").
3. The last line that it prints is the command that opens the first lesson.

A laptop without Python, or where nothing may be installed: copy the folder "{pages}", and open its "index.html" with a
double-click. Each lesson is there as a page, without the part that runs code.
"""


class WheelhouseError(RuntimeError):
    """The stick cannot be filled; the sentence says what is missing. Nothing was written."""


@dataclass(frozen=True)
class Platform:
    """A kind of laptop.

    Args:
        name: what people call it.
        tags: the platform tags of wheels that run there, the newest first.
        markers: what requirements may ask about it (see the Python packaging guide, "Dependency specifiers").
    """

    name: str
    tags: tuple[str, ...]
    markers: dict[str, str]


def _linux(machine: str) -> Platform:
    """Any Linux whose C library is not older than 2.28 (2018)."""
    tags = [f"manylinux_2_{minor}_{machine}" for minor in range(28, 16, -1)]
    markers = {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix", "platform_machine": machine}
    return Platform(f"Linux ({machine})", (*tags, f"manylinux2014_{machine}"), markers)


def _mac(machine: str, processor: str) -> Platform:
    """Any Mac with macOS 14 (2023) or later."""
    markers = {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix", "platform_machine": machine}
    return Platform(f"macOS ({processor})", (f"macosx_14_0_{machine}",), markers)


WINDOWS: Final = {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64"}
PLATFORMS: Final = {
    "linux": _linux("x86_64"),
    "windows": Platform("Windows", ("win_amd64",), WINDOWS),
    "macos": _mac("arm64", "Apple"),
    "macos-intel": _mac("x86_64", "Intel"),
    "linux-arm": _linux("aarch64"),
}


def needed_by(requirements: Sequence[str], platform: Platform, python: str) -> dict[str, list[str]]:
    """Keep the requirements that one kind of laptop has, without their conditions.

    Args:
        requirements: pinned requirements, such as ``"appnope==1.0 ; sys_platform == 'darwin'"``.
        platform: the kind of laptop.
        python: its Python, such as ``"3.12"``.

    Returns:
        For each group of micro versions that need the same, the newest of the group, with what it needs.

    Examples:
        >>> pinned = ["a==2", "mac==1 ; sys_platform == 'darwin'", "old==1 ; python_full_version < '3.11.5'"]
        >>> needed_by(pinned, PLATFORMS["macos"], "3.12"), needed_by(pinned, PLATFORMS["windows"], "3.11")
        ({'3.12.29': ['a==2', 'mac==1']}, {'3.11.4': ['a==2', 'old==1'], '3.11.29': ['a==2']})
    """
    asked = [Requirement(requirement) for requirement in requirements]
    newest: dict[tuple[str, ...], str] = {}
    for full in (f"{python}.{micro}" for micro in range(MICRO_VERSIONS)):
        world = platform.markers | {"python_version": python, "python_full_version": full}
        kept = [f"{each.name}{each.specifier}" for each in asked if each.marker is None or each.marker.evaluate(world)]
        newest[tuple(kept)] = full
    return {full: list(kept) for kept, full in newest.items()}


def locked_requirements(*, hashes: bool) -> str:
    """What `uv.lock` says the kit needs to run, and to be put into place, one requirement a line."""
    uv = [_uv(), "export", "--quiet", "--frozen", "--no-annotate", "--no-header"]
    uv += ["--no-emit-project", "--no-default-groups", "--group", "build", *([] if hashes else ["--no-hashes"])]
    return _output_of(uv).decode()


def _uv() -> str:
    """uv beside this Python, as `make` puts it there, else the one that a terminal finds."""
    places = [str(Path(sys.executable).parent), os.environ.get("PATH", "")]
    return shutil.which("uv", path=os.pathsep.join(places)) or "uv"


def download(requirements: Sequence[str], platform: Platform, python: str, into: Path) -> None:
    """Fetch the wheels for one kind of laptop; those that are there already stay.

    Args:
        requirements: pinned, without conditions.
        platform: the kind of laptop.
        python: its Python, with the micro version.
        into: the folder of all wheels.

    Raises:
        WheelhouseError: one of them has no wheel for it, or cannot be reached.
    """
    tags = [part for tag in platform.tags for part in ("--platform", tag)]
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    pip += ["--only-binary=:all:", "--implementation", "cp", "--python-version", python, *tags, "--dest", str(into)]
    _output_of([*pip, *requirements], f"for {platform.name} with Python {python}")


def fill(out: Path, platforms: Sequence[str], pythons: Sequence[str]) -> None:
    """Fill a folder with the kit and the packages, whole or not at all.

    Args:
        out: the new folder.
        platforms: keys of `PLATFORMS`.
        pythons: some of `PYTHONS`.

    Raises:
        WheelhouseError: a package is missing or cannot be reached.
        PagesError: a lesson fails.
        FileExistsError: there is such a folder already.
    """
    pinned = locked_requirements(hashes=False).splitlines()
    kit = _output_of(["git", "-C", str(KIT), "archive", "--format=tar", "HEAD"])
    laptops = [(PLATFORMS[name], python) for name in platforms for python in pythons]
    with whole_folder(out) as folder:
        wheels = folder.place / WHEELS
        for platform, python in (bar := tqdm(laptops, unit="kind of laptop")):
            bar.set_description(f"{platform.name}, Python {python}")
            for full, needed in needed_by(pinned, platform, python).items():
                download(needed, platform, full, wheels)
        fill_with_pages(folder.place / PAGES)
        folder.write(f"{WHEELS}/{NEEDED}", locked_requirements(hashes=True).encode())
        named = ", ".join(PLATFORMS[name].name for name in platforms)
        welcome = WELCOME.format(pythons=" or ".join(pythons), platforms=named, wheels=WHEELS, pages=PAGES)
        folder.write(START_HERE, welcome.encode())
        with tarfile.open(fileobj=io.BytesIO(kit)) as archive:
            unpack(archive, folder.place / "fifty-three")


def unpack(archive: tarfile.TarFile, folder: Path) -> None:
    """Unpack the kit's own archive; in the strict way where Python has it (3.11.4 on: Debian 12 has 3.11.2).

    Args:
        archive: made by git, of this kit.
        folder: where it goes.
    """
    strict = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
    archive.extractall(folder, **strict)  # type: ignore[arg-type]


def _output_of(command: Sequence[str], purpose: str = "") -> bytes:
    """What a tool prints; its last complaint in a sentence if it fails."""
    try:
        done = subprocess.run(command, capture_output=True, check=False, cwd=KIT)
    except FileNotFoundError:
        raise WheelhouseError(f"{command[0]} is needed to fill the stick, and is not on this machine.") from None
    if done.returncode:
        words = done.stderr.decode(errors="replace").strip().splitlines() or ["it does not say why"]
        raise WheelhouseError(f"{Path(command[0]).name} failed {purpose}: {words[-1]}. Nothing was written.")
    return done.stdout


def main(arguments: Sequence[str]) -> None:
    """Fill a stick as the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument(
        "--out", type=Path, default=MADE / "stick", help="the folder to make (dist/stick); copy it to the stick"
    )
    parser.add_argument("--platforms", nargs="+", choices=PLATFORMS, default=["linux", "windows", "macos"])
    parser.add_argument("--pythons", nargs="+", choices=PYTHONS, default=PYTHONS)
    asked = parser.parse_args(arguments)
    try:
        fill(asked.out, asked.platforms, asked.pythons)
    except (WheelhouseError, PagesError, OSError) as failure:
        parser.exit(1, f"{failure}\n")
    size = sum(file.stat().st_size for file in asked.out.rglob("*"))
    parser.exit(0, f"{asked.out} is ready ({size / 1e9:.1f} GB): copy it to a stick, and read its {START_HERE}.\n")


if __name__ == "__main__":
    start(main)
