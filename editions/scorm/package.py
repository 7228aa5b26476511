"""Pack pages for a learning platform (SCORM 1.2): a zip with a manifest and the files of one unit."""

import io
import zipfile
from collections.abc import Mapping
from html import escape
from pathlib import Path
from string import Template
from typing import Final

HERE: Final = Path(__file__).parent
SCRIPT: Final = HERE / "platform.js"
"""What a page for a platform carries: it finds the platform's door, and tells it what the page says."""

START: Final = "index.html"
"""The file that the platform opens."""

LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)
"""The time of all files in the zip, so that a second build has the same bytes."""


def scorm_zip(pages: Mapping[str, str], *, name: str, title: str, version: str) -> bytes:
    """Return the zip.

    Args:
        pages: file -> HTML, one of them `START`.
        name: of the unit, for the manifest: letters, digits, ``-`` and ``_``.
        title: what the platform lists.
        version: of the kit.
    """
    files = "".join(f'      <file href="{escape(file)}"/>\n' for file in pages)
    manifest = Template((HERE / "imsmanifest.xml").read_text(encoding="utf-8")).substitute(
        name=name, title=escape(title), version=escape(version), files=files
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for file, text in {"imsmanifest.xml": manifest, **pages}.items():
            package.writestr(zipfile.ZipInfo(file, LONG_AGO), text.encode("utf-8"), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
