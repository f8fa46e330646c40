"""The page: one HTML file that opens from the file system and needs no network.

In comes the store, out comes HTML: pyvis carries vis-network and fills our own template, which escapes everything.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from pyoxigraph import Store

from kg.errors import KgError
from kg.lookup import entities
from kg.store import write_atomically
from kg.view.content import Content, read_content
from kg.view.packed import pack, script_json
from kg.view.scene import Scene, compose

_HERE = Path(__file__).parent
_VIS = "lib/vis-9.1.2/vis-network.min.js"
_VIS_SHA256 = "1f20f0736f32cb9bedf8f6383b25cfea2f839e1abe80d6e8040b4d5bea378c69"
_OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "interaction": {"hover": True, "keyboard": False, "tooltipDelay": 100000},
}


def page(store: Store, *, entity: str | None = None, hops: int = 2, title: str | None = None, limit: int = 150) -> str:
    """The whole graph as one self-contained HTML page, opening on one entity if asked.

    Raises `NotFound` if no entity has that name.
    """
    content = read_content(store)
    around = {match.iri for match in entities(store, entity)} if entity else set()
    scene = compose(content, around=around, hops=hops, limit=limit)
    return render(content, scene, title or _title(content))


def write(path: str | Path, html: str) -> None:
    """Puts the page there in one step: readers see the old file or the new one, never half of it."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    write_atomically(Path(path), html.encode("utf-8"))


def render(content: Content, scene: Scene, title: str) -> str:
    """The HTML of a scene."""
    from pyvis.network import Network  # half a second, wanted only here

    network = Network(cdn_resources="in_line", directed=True, heading=title)
    network.templateEnv = _environment(pack(content, scene))
    network.path = "page.html"
    network.set_options(json.dumps(_OPTIONS))
    number = {iri: i for i, iri in enumerate(scene.ranked)}
    network.nodes.extend({"id": number[place.entity], "x": place.x, "y": place.y} for place in scene.places)
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
        policy=_policy(),
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
    return base64.b64encode(gzip.compress(_vis(), 9, mtime=0)).decode("ascii")


@lru_cache(maxsize=1)
def _policy() -> str:
    """Two scripts may run, known by hash; nothing is loaded, sent or framed."""
    allowed = " ".join(_source(script) for script in (_script().encode(), _vis()))
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; img-src data: blob:; "
        "connect-src 'none'; base-uri 'none'; form-action 'none'"
    )


def _source(script: bytes) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode('ascii')}'"


def _title(content: Content) -> str:
    """The article's title, or how many articles there are."""
    titles = [document.title for document in content.documents.values()]
    if len(titles) == 1:
        return titles[0]
    return f"What {len(titles)} articles say" if titles else "An empty graph"
