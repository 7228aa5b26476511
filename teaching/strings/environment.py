"""What the check of the environment says."""

from typing import Final

PYTHON: Final = "Python {version}"
TOO_OLD: Final = "the lessons need 3.11 or newer."
PACKAGES: Final = "all packages, in versions that fit"
MISSING: Final = "it is not installed."
OTHER_VERSION: Final = "version {version} is installed, {needed} is needed."
INSTALL_AGAIN: Final = (
    "Close JupyterLab, and in the folder of the kit run: make lab (or, without internet: python install_offline.py)."
)
CHARTS: Final = "charts are drawn without the internet"
CHARTS_ONLINE: Final = "they would ask the internet."
DRAW_OFFLINE: Final = "Run the first cell again: draw_offline() is in it."
FOLDER: Final = "your progress can be kept beside this notebook"
FOLDER_ELSEWHERE: Final = (
    "this folder is read-only, so your progress is kept in {file}. What you write into a notebook is not saved here: "
    "copy the notebooks to a folder of your own if you want that"
)
NOT_WRITABLE: Final = "nothing can be written here ({reason})."
COPY_THE_KIT: Final = "Copy the kit to a folder of your own; until then nothing is remembered."
ALL_WELL: Final = "All is well: everything that the lessons need is there."
FAULTS: Final = "To be mended: {count}. Each line says how."
