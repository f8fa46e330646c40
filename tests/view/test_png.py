"""The picture as a file."""

from __future__ import annotations

import io
import sys

import pytest
from PIL import Image
from view.evil import evil
from view.news import stores

from kg.errors import KgError
from kg.view.page import composed
from kg.view.png import png
from kg.view.scene import compose


def test_the_picture_holds_what_the_page_draws_first() -> None:
    content, scene = composed(stores())
    data = png(content, scene, "Ferries")
    picture = Image.open(io.BytesIO(data))
    assert picture.size[0] > 1500 and len(picture.getcolors(1 << 24) or ()) > 50
    assert data == png(content, scene, "Ferries")


def test_any_name_and_shape_can_be_drawn() -> None:
    content = evil()
    assert png(content, compose(content), "\u202e<b>東京") != b""


def test_an_empty_graph_is_an_empty_sheet() -> None:
    content = evil()
    for things in (content.entities, content.statements):
        things.clear()
    assert Image.open(io.BytesIO(png(content, compose(content), ""))).size[1] > 1000


def test_without_pillow_it_says_what_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PIL", None)
    content, scene = composed(stores())
    with pytest.raises(KgError, match="pip install pillow"):
        png(content, scene, "Ferries")
