"""The page: one HTML file that opens from the file system and needs no network.

In comes the store, out comes HTML: pyvis carries vis-network and fills our own template, which escapes everything.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from pyoxigraph import Store

from kg.asking.contradictions import pairs
from kg.asking.shown import counted
from kg.errors import KgError, NotFound
from kg.garbage import uncollected
from kg.lookup import documents, entities
from kg.store import write_atomically
from kg.view.content import Content
from kg.view.gather import read_content
from kg.view.opening import Opening
from kg.view.packed import pack, script_json
from kg.view.scene import Scene, compose, line

_HERE = Path(__file__).parent
_GZIP_SYSTEM, _UNKNOWN = 9, 255  # RFC 1952: the byte that names the system it was packed on
_VIS = "lib/vis-9.1.2/vis-network.min.js"
_VIS_SHA256 = "1f20f0736f32cb9bedf8f6383b25cfea2f839e1abe80d6e8040b4d5bea378c69"
_OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "interaction": {"hover": True, "keyboard": False, "tooltipDelay": 100000},
}


@dataclass(frozen=True, slots=True)
class Start:
    """What a reader asks to see first, in the words of a reader."""

    entity: str | None = None
    hops: int = 2
    answer: Iterable[str] | None = None  # IRIs and names
    document: str | None = None
    since: str = ""
    until: str = ""
    min_confidence: float = 0.0


def page(store: Store, start: Start | None = None, *, title: str | None = None, limit: int = 150) -> str:
    """The whole graph as one self-contained HTML page, opening on what the reader asks to see first.

    Raises `NotFound` if there is no such entity or document, if the answer names none, or if nothing is of those days.
    """
    content, scene = composed(store, start, limit=limit)
    return render(content, scene, title or title_of(content))


def composed(store: Store, start: Start | None = None, *, limit: int = 150) -> tuple[Content, Scene]:
    """What the page tells, and what it draws first."""
    start = start or Start()
    content = replace(read_content(store), disagreements=tuple(pairs(store)))
    opening = Opening(
        around={match.iri for match in entities(store, start.entity)} if start.entity else (),
        hops=start.hops,
        shown=_named(content, start.answer) if start.answer is not None else (),
        document=documents(store, start.document)[0].iri if start.document else "",
        since=start.since,
        until=start.until,
        min_confidence=start.min_confidence,
    )
    opening.check(content)
    return content, compose(content, opening, limit=limit)


def _named(content: Content, answer: Iterable[str]) -> set[str]:
    """The entities that an answer names by their IRI, their name or a statement about them."""
    values = set(answer)
    for statement in content.statements.values():
        if statement.iri in values:
            values.update(line(content, statement) or (statement.subject,))
    found = {iri for iri, card in content.entities.items() if iri in values or card.label in values}
    if not found:
        raise NotFound("the answer names no entity of the graph, so there is nothing to draw. Ask for names or IRIs.")
    return found


def write(path: str | Path, html: str) -> None:
    """Puts the page there in one step: readers see the old file or the new one, never half of it."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    write_atomically(Path(path), html.encode("utf-8"))


def render(content: Content, scene: Scene, title: str) -> str:
    """The HTML of a scene."""
    from pyvis.network import Network  # half a second, wanted only here

    network = Network(cdn_resources="in_line", directed=True, heading=title)
    with uncollected():  # half a million rows, none of them garbage
        network.templateEnv = _environment(pack(content, scene))
    network.path = "page.html"
    network.set_options(json.dumps(_OPTIONS))
    number = {iri: i for i, iri in enumerate(scene.ranked)}
    network.nodes.extend(
        {"id": number[place.entity], "x": place.x, "y": place.y, "g": place.group} for place in scene.places
    )
    html: str = network.generate_html()
    return html


def _environment(content: dict[str, Any]) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["script_json"] = script_json
    environment.globals.update(
        content=content,
        style=Markup((_HERE / "page.css").read_text(encoding="utf-8")),
        script=Markup(_script()),
        vis=_packed_vis(),
        policy=policy(),
    )
    return environment


@lru_cache(maxsize=1)
def _script() -> str:
    """Our scripts, in the order of their names, as one function that leaves nothing behind."""
    parts = [path.read_text(encoding="utf-8") for path in sorted((_HERE / "script").glob("*.js"))]
    return "(() => {\n'use strict';\n" + "\n".join(parts) + "})();"


@lru_cache(maxsize=1)
def _vis() -> bytes:
    """vis-network as the installed pyvis brings it, and no other."""
    script = (files("pyvis") / _VIS).read_bytes()
    if hashlib.sha256(script).hexdigest() != _VIS_SHA256:
        raise KgError(f"pyvis/{_VIS} is not the file that this program was tested with. Run: pip install pyvis==0.3.2")
    return script


@lru_cache(maxsize=1)
def _packed_vis() -> str:
    """vis-network at a third of its size; the page unpacks it and may run it because its hash is in the policy."""
    packed = bytearray(gzip.compress(_vis(), 9, mtime=0))
    packed[_GZIP_SYSTEM] = _UNKNOWN  # releases of Python put different systems there
    return base64.b64encode(packed).decode("ascii")


@lru_cache(maxsize=1)
def policy() -> str:
    """Two scripts may run, known by hash; nothing is loaded, sent or framed."""
    allowed = " ".join(_source(script) for script in (_script().encode(), _vis()))
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; img-src data: blob:; "
        "connect-src 'none'; base-uri 'none'; form-action 'none'"
    )


def _source(script: bytes) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode('ascii')}'"


def title_of(content: Content) -> str:
    """The article's title, or how many articles and files of triples there are."""
    cards = content.documents.values()
    if len(cards) < 2:
        return next((card.title for card in cards), "An empty graph")
    files = sum(card.is_data for card in cards)
    numbers = ((len(cards) - files, "article"), (files, "data file"))
    return f"What {' and '.join(counted(number, noun) for number, noun in numbers if number)} say"
