"""The file of the hour: nothing can end its script; a build that speaks to nobody carries nothing that could."""

import json
import re

from editions.builds import ALONE, PLATFORM
from editions.staff.own import Own, OwnCase
from editions.staff.page import hour_page
from editions.staff.screens import read_hours

HOUR = read_hours()["hour"]
EVIL = "</script><script>alert(1)</script><!--"


def carried(page):
    return json.loads(re.search(r'id="what-is-shown">(.*?)</script>', page, re.DOTALL)[1])


def test_an_offices_own_text_is_text():
    page = hour_page(HOUR, ALONE, "1", Own(contact="<i>", cases=(OwnCase(EVIL, EVIL, EVIL),)))
    assert page.count("</script>") == 2 and carried(page)["own"]["cases"][0]["title"] == EVIL


def test_a_page_that_stands_alone_carries_nothing_that_speaks():
    alone, platform = (hour_page(HOUR, build, "1") for build in (ALONE, PLATFORM))
    speaks = ("fetch(", "XMLHttpRequest", "sendBeacon", "WebSocket", "EventSource", "LMSInitialize", "import(")
    assert [word for word in speaks if word in alone] == []
    assert [word for word in speaks if word in platform] == ["LMSInitialize"]


def test_nothing_becomes_code_and_no_text_becomes_html():
    page = hour_page(HOUR, PLATFORM, "1")
    assert [word for word in ("eval(", "new Function", "innerHTML", "document.write", "http://") if word in page] == [
        "http://"
    ]
    assert set(re.findall(r"http://[\w./]+", page)) == {"http://www.w3.org/2000/svg"}, "a name, and no address"


def test_the_same_hour_has_the_same_bytes():
    assert hour_page(HOUR, ALONE, "1") == hour_page(HOUR, ALONE, "1")
