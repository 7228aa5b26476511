"""Words are said in another language; data, fields and expressions stay as they are."""

from editions.pages.language import Language
from editions.pages.parts import Part
from editions.pages.words_of_parts import in_language

SAID = {"How many?": "Combien ?", "people": "personnes", "yes": "oui", "{} people": "{} personnes"}
FRENCH = Language("fr", sentences=SAID)


def test_titles_of_a_chart_are_said_and_its_fields_are_not():
    spec = {"encoding": {"x": {"field": "people", "title": "people"}}, "description": "How many?"}
    found = in_language(Part("chart", data={"spec": spec}), FRENCH).data["spec"]
    assert found["encoding"]["x"] == {"field": "people", "title": "personnes"}
    assert found["description"] == "Combien ?"


def test_options_and_tables_of_words_are_said():
    data = {"question": "How many?", "options": ["yes", "no"], "_words": {"commit": "yes"}, "name": "people"}
    found = in_language(Part("prediction", data=data), FRENCH).data
    assert found == {"question": "Combien ?", "options": ["oui", "no"], "_words": {"commit": "oui"}, "name": "people"}


def test_texts_between_tags_are_said_and_stay_escaped():
    part = in_language(Part("html", "<style>people</style><p title='people'>5 people</p><td>a &lt; b</td>"), FRENCH)
    assert part.text == "<style>people</style><p title='people'>5 personnes</p><td>a &lt; b</td>"


def test_english_is_left_alone():
    part = Part("html", "<p>people</p>")
    assert in_language(part, Language("en")) is part
