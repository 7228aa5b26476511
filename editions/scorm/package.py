"""One HTML file as a SCORM 1.2 package: a zip that learning platforms run in a frame (ADL, SCORM 1.2, 2001)."""

import io
import re
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from editions.scorm.platform import Told, platform_script

CONTENT: Final = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
ADL: Final = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
PAGE: Final = "index.html"
MANIFEST: Final = "imsmanifest.xml"
ALWAYS: Final = (1980, 1, 1, 0, 0, 0)
"""The time of all files in the zip: a second build has the same bytes."""

IDENTIFIER: Final = re.compile(r"[A-Za-z][A-Za-z0-9-]*")


@dataclass(frozen=True)
class Course:
    """What a platform lists.

    Args:
        identifier: letters, digits and hyphens, the same for all versions of a course.
        title: what learners see in the list.
        version: of the kit.
        told: what the platform is told of a learner (see `editions.scorm.platform.Told`).

    Raises:
        ValueError: the identifier has other signs, or the title is empty.
    """

    identifier: str
    title: str
    version: str
    told: Told = Told()  # noqa: RUF009 - a frozen value

    def __post_init__(self) -> None:
        """Refuse what platforms refuse."""
        if not IDENTIFIER.fullmatch(self.identifier):
            raise ValueError(f"identifier is {self.identifier!r}: use letters, digits and hyphens, a letter first.")
        if not self.title.strip():
            raise ValueError("title is empty: a platform lists a course by its title.")


def manifest(course: Course) -> bytes:
    """Write what a platform reads first: one course, one page.

    The prefix ``adlcp`` is written as it is, for some platforms compare it letter by letter. There is no mastery score:
    it would override what the page says of completion.

    Examples:
        >>> b"<schemaversion>1.2</schemaversion>" in manifest(Course("hour", "The hour", "1"))
        True
    """
    root = ET.Element(
        "manifest", {"identifier": course.identifier, "version": course.version, "xmlns": CONTENT, "xmlns:adlcp": ADL}
    )
    about = ET.SubElement(root, "metadata")
    ET.SubElement(about, "schema").text = "ADL SCORM"
    ET.SubElement(about, "schemaversion").text = "1.2"
    organizations = ET.SubElement(root, "organizations", {"default": "course"})
    organization = ET.SubElement(organizations, "organization", {"identifier": "course"})
    ET.SubElement(organization, "title").text = course.title
    item = ET.SubElement(organization, "item", {"identifier": "item", "identifierref": "page"})
    ET.SubElement(item, "title").text = course.title
    resources = ET.SubElement(root, "resources")
    attributes = {"identifier": "page", "type": "webcontent", "adlcp:scormtype": "sco", "href": PAGE}
    ET.SubElement(ET.SubElement(resources, "resource", attributes), "file", {"href": PAGE})
    ET.indent(root)
    return ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def package(page: str, course: Course) -> bytes:
    """Pack a page for a platform.

    Args:
        page: the HTML file; it reaches the platform by ``globalThis.fiftyThreePlatform``.
        course: what the platform lists.

    Returns:
        The zip.

    Raises:
        ValueError: the page has no head to put the script into.
    """
    if "</head>" not in page:
        raise ValueError("the page has no </head>: it is no whole page.")
    script = f"<script>{platform_script(course.told)}</script>"
    files = {MANIFEST: manifest(course), PAGE: page.replace("</head>", f"{script}</head>", 1).encode()}
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(zipfile.ZipInfo(name, ALWAYS), data, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def write_package(page: Path, out: Path, course: Course) -> None:
    """Pack a page that lies in a file.

    Args:
        page: the HTML file.
        out: the zip; one that is there is replaced.
        course: what the platform lists.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(package(page.read_text(encoding="utf-8"), course))
