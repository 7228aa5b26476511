"""Pack the hour for a learning platform (SCORM 1.2): a zip with a manifest and one page."""

import io
import zipfile
from html import escape
from string import Template
from typing import Final

from editions.staff.papers import HERE

LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)
"""The time of all files in the zip, so that a second build has the same bytes."""


def scorm_zip(page: str, *, title: str, version: str) -> bytes:
    """Return the zip.

    Args:
        page: the hour, built for a platform.
        title: what the platform lists.
        version: of the kit.
    """
    manifest = Template((HERE / "imsmanifest.xml").read_text(encoding="utf-8"))
    files = {"imsmanifest.xml": manifest.substitute(title=escape(title), version=escape(version)), "index.html": page}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in files.items():
            package.writestr(zipfile.ZipInfo(name, LONG_AGO), text.encode("utf-8"), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
