"""Pages: templates filled with values that are escaped, under a policy that lets nothing in from elsewhere."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response

from kg.explain import Mark, details, standing_words

HERE = Path(__file__).parent / "pages"
FILES = {"page.css": "text/css", "editor.js": "text/javascript", "icon.svg": "image/svg+xml"}
_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def page(template: str, *, status: int = 200, is_scripted: bool = False, **values: object) -> Response:
    """A page; only one that is scripted may run our script and ask this server."""
    text = _environment().get_template(template).render(values)
    policy = f"{_POLICY}; script-src 'self'; connect-src 'self'" if is_scripted else _POLICY
    return HTMLResponse(text, status, headers={"Content-Security-Policy": policy, "Vary": "Accept"})


def pieces(sentence: str, marks: tuple[Mark, ...]) -> list[tuple[str, str]]:
    """A sentence in pieces, each with the kind of its mark or "".

    >>> pieces("Ada sells oats.", (Mark(0, 3, "subject"),))
    [('Ada', 'subject'), (' sells oats.', '')]
    """
    found: list[tuple[str, str]] = []
    at = 0
    for mark in marks:
        found += [(sentence[at : mark.start], ""), (sentence[mark.start : mark.end], mark.kind)]
        at = mark.end
    return [(text, kind) for text, kind in (*found, (sentence[at:], "")) if text]


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters.update(pieces=pieces, details=details, standing=standing_words, number="{:,}".format)
    return environment
