"""The files to take home."""

from dataclasses import replace
from datetime import date

import pytest

from disclosure.own_table import check_table
from disclosure.own_table.repairing import propose
from disclosure.own_table.taking_home import files_of, findings_file, take_home
from disclosure.own_table.wishes import Wishes
from tests.disclosure.own_table.example import T1, csv_bytes, t1_check


def test_a_repair_brings_the_table_home_and_a_check_alone_does_not():
    check, content = t1_check(), csv_bytes(T1)
    alone = files_of(check, content, day=date(2025, 11, 3))
    assert [file.name for file in alone] == ["report.html", "findings.csv"]
    assert b"3 November 2025" in alone[0].content
    wishes = Wishes(5)
    whole = files_of(check, content, proposal=propose(check, wishes), wishes=wishes)
    assert [file.name for file in whole] == [
        "Table 4a Q3 repaired.csv",
        "report.html",
        "findings.csv",
        "Table 4a Q3.rules.toml",
    ]
    assert whole[-1].content.decode().endswith('"mark c" = "covers"\n') and b"Merge Birchmoor" in whole[1].content
    answered = files_of(replace(check, answers={"mark <5": "1 to 4"}), content)
    assert answered[-1].name == "Table 4a Q3.rules.toml" and b'"mark <5" = "1 to 4"' in answered[-1].content


def test_findings_open_in_a_spreadsheet_and_run_nothing():
    findings = t1_check().findings.assign(labels="=cmd()|x")
    text = findings_file(findings).decode("utf-8-sig")
    assert text.startswith("address,labels,printed,role,low,high,") and text.count("'=cmd()") == 4


def test_a_folder_gets_all_files_or_a_sentence(tmp_path):
    table = tmp_path / "Table 4a Q3.csv"
    table.write_bytes(csv_bytes(T1))
    check = check_table(table)
    written = take_home(check, table, tmp_path / "out")
    assert [file.name for file in written][:2] == ["report.html", "findings.csv"] and written[0].is_file()
    table.write_bytes(csv_bytes(T1.replace("Eastry", "Easton")))
    with pytest.raises(ValueError, match="was changed after it was checked"):
        take_home(check, table, tmp_path / "other")
    assert not (tmp_path / "other").exists()
