"""JupyterLab starts where nothing can be written at home, and says what that means; else it keeps to its folders."""

import os
from pathlib import Path

import pytest
from traitlets.config import Config

SETTINGS = Path(__file__).parent.parent / "lab_config.py"
FOLDERS = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")


@pytest.fixture
def started(monkeypatch):
    """started(home): the settings as Jupyter reads them, with Jupyter's folders in a home."""

    def read(home):
        monkeypatch.setattr(os, "environ", os.environ | {name: str(home / name.lower()) for name in FOLDERS})
        settings = {"get_config": Config, "__file__": str(SETTINGS)}
        exec(compile(SETTINGS.read_text("utf-8"), SETTINGS, "exec"), settings)
        return settings["c"], {os.environ[name] for name in FOLDERS}

    return read


def test_a_home_that_takes_files_is_used(started, tmp_path, capsys):
    config, folders = started(tmp_path)
    assert all(Path(folder).parent == tmp_path for folder in folders)
    assert "user_settings_dir" not in config.LabApp and not capsys.readouterr().err


def test_where_home_takes_none_jupyter_gets_a_folder_that_lasts_as_long_as_it_runs(started, tmp_path, capsys):
    (tmp_path / "home").write_text("a file, so that no folder can be made in it")
    config, folders = started(tmp_path / "home")
    [place] = folders
    assert Path(place).is_dir() and config.LabApp.workspaces_dir == config.LabApp.user_settings_dir == place
    assert capsys.readouterr().err.startswith("Your home folder cannot be written to")
