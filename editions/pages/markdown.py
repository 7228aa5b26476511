"""Texts of lessons as HTML for a page: links lead to pages, and what only a notebook needs is left out."""

import re
from html import escape
from typing import Final

from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from editions.home import documents
from editions.pages.language import ENGLISH, Language

NOTEBOOK_ONLY: Final = "<!-- notebook -->"
"""A paragraph that begins so speaks of running cells: a page leaves it out."""

PAGE_ONLY: Final = re.compile(r"<!-- page: (\w+) -->")
"""A paragraph that is only this stands for words of the page itself: what is true depends on its build."""

LINK: Final = re.compile(r'<a href="([^"]*)">(.*?)</a>', re.DOTALL)
HEADING: Final = re.compile(r"<h([23])>(.*?)</h\1>", re.DOTALL)


def as_html(text: str, language: Language) -> str:
    """Turn Markdown into HTML, paragraph by paragraph in the words of a language.

    Args:
        text: Markdown.
        language: what to say it in.

    Examples:
        >>> as_html("## One person · 4 min", Language("en"))
        '<h2 id="one-person">One person · 4 min</h2>\\n'
        >>> as_html("See [lesson 06](06_amounts.ipynb).", Language("en"))
        '<p>See <a href="06_amounts.html">lesson 06</a>.</p>\\n'
    """
    blocks = [block for block in re.split(r"\n\s*\n", text) if not block.strip().startswith(NOTEBOOK_ONLY)]
    return rendered("\n\n".join(_said(block, language) for block in blocks), language)


def _said(block: str, language: Language) -> str:
    """One paragraph in a language; where it stands for the page's own words, these."""
    if own := PAGE_ONLY.fullmatch(block.strip()):
        return language.page[own[1]]
    return language.text(block) if block.strip() else block


def rendered(text: str, language: Language) -> str:
    """Turn Markdown into HTML that is in the words of a language already.

    Args:
        text: Markdown.
        language: which it is: it decides where links lead.
    """
    renderer = IPythonRenderer(escape=False, exclude_anchor_links=True)
    html = str(MarkdownWithMath(renderer=renderer).render(text))
    html = re.sub(r"<table>.*?</table>", lambda table: framed(table[0], language), html, flags=re.DOTALL)
    html = html.replace("<pre>", '<pre tabindex="0">')  # it scrolls where a line is long
    return HEADING.sub(_named, LINK.sub(lambda link: _to_a_page(link, language), html))


def framed(table: str, language: Language) -> str:
    """Put a table into a frame in which it scrolls where it is wider than the screen, by keyboard too."""
    label = escape(language.page.get("table", ""))
    return f'<div class="wide" tabindex="0" role="group" aria-label="{label}">{table}</div>'


def _named(found: re.Match[str]) -> str:
    """A heading that can be linked to; its minutes are no part of its name."""
    level, words = found.groups()
    name = re.sub(r"<[^>]*>", "", words).split(" · ")[0]
    slug = re.sub(r"[^\w]+", "-", name.lower()).strip("-")
    return f'<h{level} id="{slug}">{words}</h{level}>'


def _to_a_page(found: re.Match[str], language: Language) -> str:
    """A link as it works between pages; what is no page stays as words."""
    target, words = found.groups()
    if lesson := re.fullmatch(r"(?:\.\./notebooks/)?(\d+_(\w+))\.ipynb(#.*)?", target):
        return f"<a {reference(lesson[1], language, lesson[3] or '', there=language.has(lesson[2]))}>{words}</a>"
    document = re.fullmatch(r"(?:\.\./docs/)?([\w-]+)\.md(#.*)?", target)
    if document and document[1] in {path.stem for path in documents()}:
        there = language.code == ENGLISH
        return f"<a {reference(document[1], language, document[2] or '', there=there)}>{words}</a>"
    return found[0] if target.startswith("#") else words


def reference(name: str, language: Language, anchor: str = "", *, there: bool) -> str:
    """Point to a page; where this language has none, to the English one, and say that it is English.

    Args:
        name: of the page's file, without the ending.
        language: of the page that points.
        anchor: a place on it, with ``#``.
        there: whether this language has that page.

    Examples:
        >>> reference("glossary", Language("fr"), there=False)
        'href="../glossary.html" hreflang="en"'
    """
    return f'href="{name}.html{anchor}"' if there else f'href="../{name}.html{anchor}" hreflang="{ENGLISH}"'
