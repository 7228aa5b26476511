"""The script names what is told, and nothing else of it changes."""

from editions.scorm.platform import SCRIPT, Told, platform_script


def test_only_the_switches_differ():
    quiet, loud = platform_script(Told()), platform_script(Told(score=True, interactions=True))
    assert quiet != loud and quiet.replace("false", "true") == loud.replace("false", "true")
    assert "TOLD" in SCRIPT.read_text(encoding="utf-8") and "TOLD" not in quiet
