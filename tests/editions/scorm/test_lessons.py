"""Each lesson is a package of its own: its page, what it links to, and nothing that leads out of it."""

import re
import zipfile

import pytest

from editions.builds import Build
from editions.pages.building import Edition
from editions.scorm.lessons import build_packages
from tests.editions.scorm.small_lesson import write_small_lesson


@pytest.fixture(scope="module")
def packages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("scorm")
    write_small_lesson(folder / "notebooks")
    return build_packages(folder / "out", Edition(build=Build("platform")), notebooks=folder / "notebooks")


def test_each_lesson_has_a_package_with_its_page_and_what_it_needs(packages):
    assert [path.name for path in packages] == ["02_suppression.zip"]
    names = zipfile.ZipFile(packages[0]).namelist()
    assert names == ["imsmanifest.xml", "index.html", "accessibility.html", "glossary.html"]


def test_no_link_leads_to_a_page_that_the_package_lacks(packages):
    unit = zipfile.ZipFile(packages[0])
    for name in unit.namelist()[1:]:
        body = unit.read(name).decode().partition("<script")[0]
        links = {link for link in re.findall(r'<a [^>]*href="([^"#]+)', body) if ":" not in link}
        assert links <= set(unit.namelist()), name
    page = unit.read("index.html").decode()
    assert 'href="glossary.html#threshold"' in page and "lesson 03" in page and "03_differencing.html" not in page


def test_what_the_platform_is_told_stands_on_the_page(packages):
    page = zipfile.ZipFile(packages[0]).read("index.html").decode()
    text, script = page.split("<script", 1)
    assert "The learning platform gets three things under your name" in text and "It also gets" not in text
    assert "This page sends nothing to anybody" not in text and "function platformOf" in script


def test_a_folder_that_holds_something_else_stays_as_it_is(tmp_path):
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(FileExistsError, match="holds no packages"):
        build_packages(tmp_path, Edition(build=Build("platform")))
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
