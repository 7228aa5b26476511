"""JupyterLab as this kit starts it: it asks nobody on the internet for news or updates, and listens on this machine."""

import os
from pathlib import Path

c = get_config()  # noqa: F821 - Jupyter provides it
c.LabApp.news_url = None
c.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"
c.LabApp.extension_manager = "readonly"
c.LabApp.app_settings_dir = str(Path(__file__).parent / "lab_settings")
c.ServerApp.ip = "127.0.0.1"
c.ServerApp.allow_root = hasattr(os, "geteuid") and os.geteuid() == 0
