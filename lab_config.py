"""JupyterLab as this kit starts it: on the first lesson, on this machine only, asking nobody on the internet."""

import atexit
import os
import shutil
import sys
import tempfile
from pathlib import Path

from jupyter_core import paths

c = get_config()  # noqa: F821 - Jupyter provides it
HERE = Path(__file__).parent
FLEETING = "Your home folder cannot be written to: what you set in JupyterLab lasts until it ends. The lessons work.\n"

c.LabApp.news_url = None
c.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"
c.LabApp.extension_manager = "readonly"
c.LanguageServerManager.autodetect = False  # it would name all that are not installed
c.ServerApp.jpserver_extensions = {"notebook_shim": False}  # for settings of old days; it asks for a deprecated one
c.LabApp.app_settings_dir = str(HERE / "lab_settings")
c.LabApp.default_url = "/lab/tree/notebooks/00_start_here.ipynb"
c.ServerApp.root_dir = os.environ["FIFTY_THREE_SERVER_ROOT"] = str(HERE)
c.ServerApp.ip = "127.0.0.1"
c.ServerApp.allow_root = hasattr(os, "geteuid") and os.geteuid() == 0


def is_writable(folder: str) -> bool:
    """Say whether files can be put into a folder, which is made if need be."""
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK)


if not all(map(is_writable, (paths.jupyter_config_dir(), paths.jupyter_data_dir(), paths.jupyter_runtime_dir()))):
    place = tempfile.mkdtemp(prefix="fifty-three-")
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    os.environ |= dict.fromkeys(("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"), place)
    c.LabApp.user_settings_dir = c.LabApp.workspaces_dir = place
    sys.stderr.write(FLEETING)
