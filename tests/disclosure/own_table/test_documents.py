"""Templates and words fit each other: no word is missing and none is left over."""

import re

from disclosure.own_table.documents import FOLDER, words


def test_every_word_is_used():
    page, report = ((FOLDER / "templates" / f"{name}.html").read_text("utf-8") for name in ("page", "report"))
    script = "".join(path.read_text("utf-8") for path in sorted((FOLDER / "page").glob("*.js")))
    used = {
        "page": set(re.findall(r"say\.(\w+)", page)) | {key for key in words()["page"] if key.startswith("step_")},
        "script": set(re.findall(r"say\.(\w+)", script)),
        "report": set(re.findall(r"say\.(\w+)", report))
        | set(re.findall(r'say\["(\w+)"\]', (FOLDER / "report.py").read_text("utf-8"))),
    }
    assert {part: sorted(set(words()[part]) ^ names) for part, names in used.items()} == {part: [] for part in used}
