import io
import zipfile

import pytest

from disclosure.own_table.sheets.other_workbooks import NOT_LOOKED_AT, read_other_workbook
from disclosure.own_table.sheets.unreadable import UnreadableError

MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
NAMES = {name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "table", "text", "manifest")}
SPACES = " ".join(f'xmlns:{name}="{uri}"' for name, uri in NAMES.items())


def ods(rows):
    """A small ODS file, written by hand."""

    def cell(value):
        if isinstance(value, int):
            return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
        return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'

    lines = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    body = f'<office:body><office:spreadsheet><table:table table:name="T">{lines}</table:table></office:spreadsheet>'
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("mimetype", MIMETYPE)
        archive.writestr(
            "content.xml", f"<office:document-content {SPACES}>{body}</office:body></office:document-content>"
        )
        archive.writestr("META-INF/manifest.xml", f"<manifest:manifest {SPACES}/>")
    return content.getvalue()


def test_values_are_read_and_what_was_not_looked_at_is_said():
    [sheet] = read_other_workbook(ods([["Area", "n"], ["A", 7]]), "a.ods")
    assert (sheet.name, sheet.at("B2").value, sheet.at("B2").text) == ("T", 7, "7")
    assert sheet.source.not_looked_at == NOT_LOOKED_AT and sheet.source.kind == "ods"


def test_a_password_and_what_is_no_workbook():
    with pytest.raises(UnreadableError, match="asks for a password"):
        read_other_workbook(b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "a.xlsx")
    with pytest.raises(UnreadableError, match="no workbook that can be opened"):
        read_other_workbook(b"\xd0\xcf\x11\xe0" + bytes(600), "a.xls")
