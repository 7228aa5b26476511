"""Legends say words, whatever characters these hold."""

import json

from teaching.charts.legends import in_words


def test_quotes_survive():
    expression = in_words({"p": 'it\'s "printed"'})
    assert json.loads(expression.removesuffix("[datum.label]")) == {"p": 'it\'s "printed"'}
