from disclosure.audit.reading.unused import unused_of
from tests.disclosure.audit.small_releases import square


def test_of_counts_of_people_all_is_used() -> None:
    assert unused_of((square(),)) == ()
