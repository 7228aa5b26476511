"""JupyterLab as this kit starts it: on the first lesson, on this machine only, asking nobody on the internet."""

import os
from pathlib import Path

c = get_config()  # noqa: F821 - Jupyter provides it
HERE = Path(__file__).parent

c.LabApp.news_url = None
c.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"
c.LabApp.extension_manager = "readonly"
c.LabApp.app_settings_dir = str(HERE / "lab_settings")
c.LabApp.default_url = "/lab/tree/notebooks/00_start_here.ipynb"
c.ServerApp.root_dir = os.environ["FIFTY_THREE_SERVER_ROOT"] = str(HERE)
c.ServerApp.ip = "127.0.0.1"
c.ServerApp.allow_root = hasattr(os, "geteuid") and os.geteuid() == 0
