"""The package for a learning platform."""

import io
import zipfile
from xml.etree import ElementTree

from editions.scorm.package import scorm_zip

ADL = "{http://www.adlnet.org/xsd/adlcp_rootv1p2}"
IMS = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"


def test_the_manifest_stands_at_the_root_and_names_the_page():
    pages = {"index.html": "<p>", "more.html": "<b>"}
    package = zipfile.ZipFile(io.BytesIO(scorm_zip(pages, name="a-b", title="A & B", version="1")))
    assert package.namelist() == ["imsmanifest.xml", "index.html", "more.html"]
    assert package.read("index.html") == b"<p>"
    text = package.read("imsmanifest.xml").decode()
    manifest = ElementTree.fromstring(text)
    resource = manifest.find(f".//{IMS}resource")
    assert resource.get(f"{ADL}scormtype") == "sco" and resource.get("href") == "index.html"
    assert [file.get("href") for file in resource.findall(f"{IMS}file")] == ["index.html", "more.html"]
    assert manifest.find(f".//{IMS}schemaversion").text == "1.2" and "adlcp:scormtype" in text
    organizations = manifest.find(f"{IMS}organizations")
    assert organizations.get("default") == organizations.find(f"{IMS}organization").get("identifier")
    assert manifest.find(f".//{IMS}item").get("identifierref") == resource.get("identifier")
    assert manifest.find(f".//{IMS}title").text == "A & B" and "mastery" not in text


def test_a_second_package_has_the_same_bytes():
    first, second = (scorm_zip({"index.html": "<p>"}, name="a", title="A", version="1") for _ in range(2))
    assert first == second
