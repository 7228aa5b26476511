from disclosure.audit.explaining.printed_shares import share
from disclosure.audit.reading.cells import NO_LIMIT
from disclosure.audit.reading.percentages import Told


def test_one_person_is_no_people_and_a_base_may_have_no_limit() -> None:
    assert share(Told(1, "0.5 %", (212, 212), of_part=True), upwards=None) == "only 1 of 212 people is printed as 0.5 %"
    assert (
        share(Told(1, "0.5 %", (212, 212), of_part=True), "minutes", upwards=None)
        == "only 1 of 212 is printed as 0.5 %"
    )
    words = share(Told(3, "0.5 %", (500, NO_LIMIT), of_part=True), upwards=False)
    assert words == "what is printed as 0.5 % of 500 and more is at least 3"
