"""A package has what platforms ask for, and the same bytes each time."""

import io
import xml.etree.ElementTree as ET
import zipfile

import pytest

from editions.scorm.package import ADL, CONTENT, Course, manifest, package, write_package
from editions.scorm.platform import Told

PAGE = "<!doctype html><html><head><title>Hour</title></head><body>Words.</body></html>"
COURSE = Course("fifty-three-hour", "Numbers & people <1 hour>", "0.1.0")


def unpacked(packed):
    with zipfile.ZipFile(io.BytesIO(packed)) as files:
        return {name: files.read(name).decode() for name in files.namelist()}


def test_the_manifest_stands_at_the_root_and_names_one_page_to_run():
    files = unpacked(package(PAGE, COURSE))
    assert list(files) == ["imsmanifest.xml", "index.html"]
    root = ET.fromstring(files["imsmanifest.xml"])
    ims = {"ims": CONTENT}
    assert root.find("ims:metadata/ims:schemaversion", ims).text == "1.2"
    organizations = root.find("ims:organizations", ims)
    [organization] = organizations
    assert organizations.get("default") == organization.get("identifier")
    assert organization.find("ims:item/ims:title", ims).text == COURSE.title
    [resource] = root.find("ims:resources", ims)
    assert organization.find("ims:item", ims).get("identifierref") == resource.get("identifier")
    assert resource.get(f"{{{ADL}}}scormtype") == "sco" and resource.get("href") == "index.html"
    assert b"masteryscore" not in manifest(COURSE) and b"adlcp:scormtype" in manifest(COURSE)


def test_the_page_carries_the_script_that_speaks_to_the_platform_with_all_switches_off():
    page = unpacked(package(PAGE, COURSE))["index.html"]
    assert page.index("fiftyThreePlatform") < page.index("</head>")
    assert 'told = {"score": false, "interactions": false}' in page
    loud = Course("hour", "Hour", "1", Told(score=True, interactions=True))
    assert 'told = {"score": true, "interactions": true}' in unpacked(package(PAGE, loud))["index.html"]


def test_a_second_package_has_the_same_bytes(tmp_path):
    (tmp_path / "page.html").write_text(PAGE)
    write_package(tmp_path / "page.html", tmp_path / "new" / "hour.zip", COURSE)
    assert (tmp_path / "new" / "hour.zip").read_bytes() == package(PAGE, COURSE)


def test_what_platforms_refuse_is_refused_here():
    with pytest.raises(ValueError, match="letters, digits and hyphens"):
        Course("fifty three", "Hour", "1")
    with pytest.raises(ValueError, match="title is empty"):
        Course("hour", " ", "1")
    with pytest.raises(ValueError, match="no whole page"):
        package("<p>Words.</p>", COURSE)
