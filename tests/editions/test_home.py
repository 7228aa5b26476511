"""What lies in the kit for others to read."""

from editions.home import HOME, documents


def test_all_documents_are_listed_but_the_one_for_makers():
    there = {path.name for path in (HOME / "docs").glob("*.md")}
    assert {path.name for path in documents()} == there - {"release.md"} and "glossary.md" in there
