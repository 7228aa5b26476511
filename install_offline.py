"""Install the kit from a folder of packages, without internet: python install_offline.py PATH/wheels.

It needs nothing but Python. `make wheelhouse` fills such a folder. Nothing is installed outside `.venv` in this folder.
"""

import shlex
import shutil
import subprocess
import sys
import venv
from pathlib import Path

KIT = Path(__file__).resolve().parent
OLDEST = (3, 11)
WRONG = (
    "It could not be installed, and nothing is left behind; the lines above say why. Is the stick filled for this "
    "system and Python? On Debian and Ubuntu, Python needs the package python3-venv."
)


def main(arguments: list[str]) -> str:
    """Install, and return what to do next, or what is wrong."""
    if len(arguments) > 1:
        return 'Name one folder; where its name has spaces, put it in quotes: python install_offline.py "PATH/wheels"'
    wheels = Path(arguments[0] if arguments else KIT.parent / "wheels").expanduser().resolve()
    if sys.version_info < OLDEST:
        return f"This is Python {sys.version.split()[0]}; the kit needs 3.11 or newer: run it with another Python."
    if not (wheels / "requirements.txt").is_file():
        return f"There are no packages in {wheels}. Name their folder: python install_offline.py PATH/wheels"
    environment = KIT / ".venv"
    print(f"Installing into {environment}; this takes a minute or two.", flush=True)
    programs = environment / ("Scripts" if sys.platform == "win32" else "bin")
    try:
        install(environment, programs, wheels)
    except (subprocess.CalledProcessError, OSError) as failure:
        shutil.rmtree(environment, ignore_errors=True)
        return WRONG if isinstance(failure, subprocess.CalledProcessError) else f"{failure}. {WRONG}"
    (environment / "ready").touch()
    return f"Done. To open the first lesson: {command(programs)}"


def command(programs: Path) -> str:
    """What to type to open the first lesson, whatever signs the names of the folders have.

    On Windows, two shells quote in two ways: there the command holds no folder above the kit's, and is typed in it.
    """
    if sys.platform == "win32":
        return f"{programs.relative_to(KIT) / 'jupyter'} lab --config=lab_config.py (in the folder {KIT})"
    return shlex.join([str(programs / "jupyter"), "lab", f"--config={KIT / 'lab_config.py'}"])


def install(environment: Path, programs: Path, wheels: Path) -> None:
    """Make the environment and put the packages and the kit into it: those on the stick are all that are needed."""
    venv.create(environment, with_pip=True, clear=True)
    pip = [str(programs / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    pip += ["--no-index", "--find-links", str(wheels), "--no-deps"]
    for what in (["--require-hashes", "-r", str(wheels / "requirements.txt")], ["--editable", str(KIT)]):
        subprocess.run([*pip, *what], check=True)


if __name__ == "__main__":
    print(said := main(sys.argv[1:]))
    sys.exit(not said.startswith("Done"))
