"""The price of a quick repair beside an earlier edition is that of one that readers of both do not undo."""

import pytest

from disclosure.own_table import Wishes, propose, quick_price
from disclosure.own_table.quick_price import price_of_repair
from disclosure.own_table.repairing import without_shares
from tests.disclosure.own_table.test_steady_pattern import GROWN, OFFICE, checked


@pytest.mark.parametrize(("relation", "office"), [("same_people", OFFICE), ("nested", GROWN), ("stocks", OFFICE)])
def test_what_the_earlier_edition_hid_is_paid_for(relation, office):
    """ "A quick repair hides more: 40 people", by cells that the earlier edition prints."""
    check = checked(relation, office)
    counted = without_shares(check.counted)
    assert price_of_repair(counted, 5, "printed", "readers") == "A quick repair hides more: 42 people."
    said = price_of_repair(counted, 5, "printed", "readers", check.earlier)
    assert said == "A quick repair, which hides again what e.csv hid, hides more: 45 people."
    assert "Hide 3 more: 45 people" in propose(check, Wishes(5)).sentence


def test_cells_that_are_lost_are_named_before_the_price():
    check = checked("same_people", before=OFFICE)
    said = price_of_repair(without_shares(check.counted), 5, "printed", "readers", check.earlier)
    assert said == "Lost are cells that what is in print already gives away: A | a. Nothing else has to be hidden."


def test_a_repair_that_the_last_audit_refuses_has_no_price(monkeypatch):
    def refused(*_):
        raise ValueError

    monkeypatch.setattr(quick_price, "must_hold", refused)
    check = checked("nested", GROWN)
    said = price_of_repair(without_shares(check.counted), 5, "printed", "readers", check.earlier)
    assert said == "No quick repair was found for this threshold."
