"""Install the kit from a folder of packages, without internet: python install_offline.py PATH/wheels.

It needs nothing but Python. `make wheelhouse` fills such a folder. Nothing is installed outside `.venv` in this folder.
"""

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
    except subprocess.CalledProcessError:
        shutil.rmtree(environment, ignore_errors=True)
        return WRONG
    (environment / "ready").touch()
    return f"Done. To open the first lesson: {programs / 'jupyter'} lab --config=lab_config.py"


def install(environment: Path, programs: Path, wheels: Path) -> None:
    """Make the environment and put the packages and the kit into it."""
    venv.create(environment, with_pip=True, clear=True)
    pip = [str(programs / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    pip += ["--no-index", "--find-links", str(wheels)]
    for what in (["--require-hashes", "-r", str(wheels / "requirements.txt")], ["--no-deps", "--editable", str(KIT)]):
        subprocess.run([*pip, *what], check=True)


if __name__ == "__main__":
    print(said := main(sys.argv[1:]))
    sys.exit(not said.startswith("Done"))
