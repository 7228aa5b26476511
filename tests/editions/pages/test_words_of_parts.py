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


def test_values_of_a_chart_are_said_alike_in_its_data_its_scale_and_its_expressions():
    spec = {
        "datasets": {"d": [{"among": "yes", "state": "y"}]},
        "encoding": {"color": {"field": "among", "scale": {"domain": ["yes", "no"], "range": ["red", "blue"]}}},
        "transform": [{"calculate": "datum.place < 3 ? 'yes' : 'no'", "as": "among"}],
        "legend": {"labelExpr": '{"y": "yes"}[datum.label]'},
    }
    found = in_language(Part("chart", data={"spec": spec}), FRENCH).data["spec"]
    assert found["datasets"]["d"] == [{"among": "oui", "state": "y"}]
    assert found["encoding"]["color"]["scale"] == {"domain": ["oui", "no"], "range": ["red", "blue"]}
    assert found["transform"][0] == {"calculate": "datum.place < 3 ? 'oui' : 'no'", "as": "among"}
    assert found["legend"]["labelExpr"] == '{"y": "oui"}[datum.label]'


def test_an_apostrophe_does_not_end_a_text_in_an_expression():
    said = Language("fr", sentences={"the other": "l'autre"})
    spec = {"calculate": "datum.a ? 'the other' : \"the other\""}
    found = in_language(Part("chart", data={"spec": spec}), said).data["spec"]["calculate"]
    assert found == "datum.a ? 'l\\'autre' : \"l'autre\""


def test_the_head_of_a_tooltip_is_a_word_and_numbers_are_written_as_the_language_does():
    found = in_language(Part("chart", data={"spec": {"tooltip": [{"field": "people"}]}}), FRENCH).data
    assert found["spec"]["tooltip"] == [{"field": "people", "title": "personnes"}]
    assert found["options"]["formatLocale"]["decimal"] == FRENCH.decimal


def test_an_explorer_says_what_it_looks_up_and_keeps_the_values_that_it_computes_with():
    options = {"options": [["yes", "yes"], ["no", "no"]], "label": "people"}
    said = {"by": ["k"], "table": {'["yes"]': "5 people"}, "asks": False}
    parameter = {"by": ["k"], "table": {'["yes"]': "yes"}, "asks": False}
    lookups = {"people": said, "colour": parameter}
    says = {"setting": {"states": {"a": {"lookup": "people"}, "b": "How many?"}}}
    figure = {"spec": {}, "controls": [options], "says": says, "lookups": lookups}
    found = in_language(Part("explorer", data={"figure": figure}), FRENCH).data["figure"]
    assert found["controls"] == [{"options": [["yes", "oui"], ["no", "no"]], "label": "personnes"}]
    assert found["says"] == {"setting": {"states": {"a": {"lookup": "people"}, "b": "Combien ?"}}}
    assert found["lookups"]["people"]["table"] == {'["yes"]': "5 personnes"}
    assert found["lookups"]["colour"] == parameter


def test_the_frame_of_code_is_said_and_the_code_is_not():
    html = '<div aria-label="people">people<pre>people</pre><code>people</code></div>'
    found = in_language(Part("source", html), FRENCH).text
    assert found == '<div aria-label="personnes">personnes<pre>people</pre><code>people</code></div>'


def test_a_sentence_without_translation_is_marked_as_english_and_a_name_is_not():
    found = in_language(Part("html", "<p>A sentence that stays English.</p><td>New York</td>"), FRENCH).text
    assert found == '<p><span lang="en">A sentence that stays English.</span></p><td>New York</td>'


def test_texts_between_tags_are_said_and_stay_escaped():
    part = in_language(Part("html", "<style>people</style><p title='people'>5 people</p><td>a &lt; b</td>"), FRENCH)
    assert part.text == "<style>people</style><p title='people'>5 personnes</p><td>a &lt; b</td>"


def test_english_is_left_alone():
    part = Part("html", "<p>people</p>")
    assert in_language(part, Language("en")) is part
