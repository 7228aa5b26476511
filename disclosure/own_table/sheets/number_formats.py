"""What a reader of a workbook sees: a stored number under its number format (ECMA-376, part 1, 18.8.31, in part)."""

import re
from typing import Final

from disclosure.own_table.sheets.sheet import Value

SECTION: Final = re.compile(r'(?:"[^"]*"|\\.|[^;"\\])*')
CONDITION: Final = re.compile(r"\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]")
IN_BRACKETS: Final = re.compile(r"\[[^\]]*\]")
DIGITS: Final = re.compile(r"[0#?][0#?,. ]*")
GENERAL: Final = "General"


def shown(value: Value, number_format: str) -> str:
    """The text that a cell shows.

    Args:
        value: what is stored.
        number_format: how it is shown; ``"General"`` as it is.

    Examples:
        >>> shown(3, '[<5]"<5";0'), shown(12, '[<5]"<5";0'), shown(1204, "#,##0"), shown(0.146, "0.0%")
        ('<5', '12', '1,204', '14.6%')
        >>> shown(0, '0;-0;"-"'), shown(2.0, GENERAL), shown(None, GENERAL)
        ('-', '2', '')
    """
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    if number_format in (GENERAL, "@", ""):
        return _plain(value)
    return _by_section(value, _section(value, list(SECTION.findall(number_format)) or [number_format]))


def _plain(value: int | float) -> str:
    """A number as it is, without zeros after the point."""
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def _section(value: int | float, found: list[str]) -> str:
    """The part of a format that a number falls under: by its condition, else by its sign."""
    sections = [part for k, part in enumerate(found) if part or k % 2 == 0][:4] or [""]
    conditions = [CONDITION.search(section) for section in sections]
    if any(conditions):
        for section, condition in zip(sections, conditions, strict=True):
            if condition is None or _holds(value, condition[1], float(condition[2])):
                return section
        return sections[-1]
    if value == 0 and len(sections) > 2:
        return sections[2]
    return sections[1] if value < 0 and len(sections) > 1 else sections[0]


def _holds(value: float, sign: str, limit: float) -> bool:
    """Whether a condition such as ``<5`` holds."""
    return {
        "<": value < limit,
        ">": value > limit,
        "<=": value <= limit,
        ">=": value >= limit,
        "=": value == limit,
        "<>": value != limit,
    }[sign]


def _by_section(value: int | float, section: str) -> str:
    """A number in one part of a format: its digits, and the text around them."""
    bare = IN_BRACKETS.sub("", section)
    texts = re.sub(r'"([^"]*)"|\\(.)|_(.)|\*(.)', lambda m: m[1] or m[2] or "", bare)
    outside = re.sub(r'"[^"]*"|\\.|_.|\*.', "", bare)
    digits = DIGITS.search(outside)
    if digits is None or GENERAL.casefold() in outside.casefold():
        return _plain(value) if GENERAL.casefold() in outside.casefold() else texts.strip()
    if re.search(r"[ymdhs]", outside, re.IGNORECASE):
        return _plain(value)
    pattern = digits[0].strip()
    percent = "%" in outside
    decimals = len(pattern.split(".")[1].replace(",", "")) if "." in pattern else 0
    number = f"{abs(value) * (100 if percent else 1):{',' if ',' in pattern.split('.')[0] else ''}.{decimals}f}"
    before, _, after = texts.partition(pattern)
    sign = "-" if value < 0 and "-" not in before else ""
    return f"{sign}{before}{number}{after}".strip()
