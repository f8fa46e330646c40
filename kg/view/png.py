"""The scene as a picture file, without a browser: shapes, facts as lines, names that do not cover each other.

In come content and scene, out come the bytes of a PNG. It needs Pillow, which kg does not install.
"""

from __future__ import annotations

import io
import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from kg.errors import KgError
from kg.view.content import ClassTerm, Content
from kg.view.layout import FRAME, radius
from kg.view.packed import look
from kg.view.scene import NAME_LIMIT, Scene, line

if TYPE_CHECKING:
    from PIL import ImageDraw, ImageFont

_SCALE, _SMOOTH = 2, 2  # pixels for a unit of the layout; how many times larger it is drawn at first
_MARGIN, _HEAD, _FOOT = 60, 44, 34
_PAPER, _INK, _MUTED, _LINE = "#fcfcfa", "#1b1e23", "#5a616b", "#a3a9b1"
_CORNERS = {  # shape: number of corners, turn, inner radius of a star
    "square": (4, math.pi / 4, 0.0),
    "diamond": (4, 0.0, 0.0),
    "hexagon": (6, 0.0, 0.0),
    "triangle": (3, -math.pi / 2, 0.0),
    "triangleDown": (3, math.pi / 2, 0.0),
    "star": (5, -math.pi / 2, 0.45),
}
_SIZE = (FRAME[0] + 2 * _MARGIN, FRAME[1] + 2 * _MARGIN + _HEAD + _FOOT)
Point = tuple[float, float]
Box = tuple[float, float, float, float]


def png(content: Content, scene: Scene, title: str) -> bytes:
    """The picture with which the page opens, as a PNG."""
    try:
        from PIL import Image, ImageDraw, ImageFont
    except ImportError as error:
        raise KgError("a picture file needs Pillow. Run: pip install pillow. Or save it from the page.") from error
    drawing = _Drawing(content, scene)
    width, height = (round(side * _SCALE) for side in _SIZE)
    large = Image.new("RGB", (width * _SMOOTH, height * _SMOOTH), _PAPER)
    drawing.draw_shapes(ImageDraw.Draw(large))
    picture = large.resize((width, height), Image.Resampling.LANCZOS)
    fonts = [ImageFont.load_default(size * _SCALE) for size in (12, 17)]
    drawing.draw_words(ImageDraw.Draw(picture), fonts[0], fonts[1], title)
    stream = io.BytesIO()
    picture.save(stream, "PNG", optimize=True)
    return stream.getvalue()


class _Drawing:
    """Where everything of one scene stands on the paper."""

    def __init__(self, content: Content, scene: Scene) -> None:
        self.content = content
        self.scene = scene
        middle = _SIZE[0] / 2, _HEAD + _MARGIN + FRAME[1] / 2
        self.at = {place.entity: (place.x + middle[0], place.y + middle[1]) for place in scene.places}
        self.lines = Counter(self._facts())
        degree = Counter(end for pair in {tuple(sorted(pair)) for pair in self.lines} for end in pair)
        self.radius = {iri: radius(degree[iri], len(self.at)) for iri in self.at}

    def _facts(self) -> Iterator[tuple[str, str]]:
        for statement in self.content.statements.values():
            ends = line(self.content, statement)
            if ends and statement.status == "asserted" and ends[0] in self.at and ends[1] in self.at:
                yield ends

    def draw_shapes(self, draw: ImageDraw.ImageDraw) -> None:
        """Lines with their heads, and over them the entities, in the pixels of the large picture."""
        scale = _SCALE * _SMOOTH
        for (start, end), count in sorted(self.lines.items()):
            self._draw_line(draw, start, end, scale, 1.1 + 0.5 * math.log2(count))
        for iri, (x, y) in self.at.items():
            term = self.content.classes.get(self.content.entities[iri].type)
            colour, shape = look(term or ClassTerm("", ""))
            points = _outline(shape, x * scale, y * scale, self.radius[iri] * scale)
            draw.polygon(points, fill=_colour(colour), outline=_INK, width=scale // 2)

    def _draw_line(self, draw: ImageDraw.ImageDraw, start: str, end: str, scale: float, width: float) -> None:
        (a, b), (c, d) = self.at[start], self.at[end]
        length = math.hypot(c - a, d - b) or 1.0
        along = (c - a) / length, (d - b) / length
        reach = length - self.radius[end] - 1
        tip = a + along[0] * reach, b + along[1] * reach
        draw.line([a * scale, b * scale, tip[0] * scale, tip[1] * scale], fill=_LINE, width=round(width * scale))
        back = tip[0] - along[0] * 7, tip[1] - along[1] * 7
        sides = [(back[0] + side * along[1] * 3.2, back[1] - side * along[0] * 3.2) for side in (1, -1)]
        draw.polygon([(x * scale, y * scale) for x, y in (tip, *sides)], fill=_LINE)

    def draw_words(
        self,
        draw: ImageDraw.ImageDraw,
        small: ImageFont.FreeTypeFont | ImageFont.ImageFont,
        large: ImageFont.FreeTypeFont | ImageFont.ImageFont,
        title: str,
    ) -> None:
        """Title, names and what is drawn, in the pixels of the final picture."""
        draw.text((20 * _SCALE, 14 * _SCALE), title[:90], fill=_INK, font=large)
        for x, y, name in self._names(lambda text: small.getbbox(text)[2] / _SCALE):
            where = (x * _SCALE, y * _SCALE)
            draw.text(where, name, fill=_INK, font=small, anchor="mm", stroke_width=2 * _SCALE, stroke_fill=_PAPER)
        note = f"{len(self.at):,} of {len(self.scene.ranked):,} entities drawn; lines are facts"
        draw.text((20 * _SCALE, (_SIZE[1] - 26) * _SCALE), note, fill=_MUTED, font=small)

    def _names(self, width: Callable[[str], float]) -> Iterator[tuple[float, float, str]]:
        """Yield where names stand, the most telling first; what finds no free place has none."""
        taken = [
            (x - r, y - r, x + r, y + r) for (x, y), r in ((at, self.radius[iri] * 0.8) for iri, at in self.at.items())
        ]
        for i, (iri, (x, y)) in enumerate(list(self.at.items())):
            name, r = _short(self.content.entities[iri].label), self.radius[iri]
            half = width(name) / 2 + 3
            corners = [(x + side * (r * 0.6 + half), y + up * (r * 0.7 + 9)) for up in (-1, 1) for side in (-1, 1)]
            for p, q in ((x, y + r + 9), (x, y - r - 9), (x + r + half, y), (x - r - half, y), *corners):
                box = (p - half, q - 8, p + half, q + 8)
                if (
                    box[0] > 0
                    and box[2] < _SIZE[0]
                    and not any(_meet(box, each) for k, each in enumerate(taken) if k != i)
                ):
                    taken.append(box)
                    yield p, q, name
                    break


def _outline(shape: str, x: float, y: float, r: float) -> Sequence[Point]:
    """The corners of a shape; what is round has many."""
    corners, turn, inner = _CORNERS.get(shape, (40, 0.0, 0.0))
    count = corners * 2 if inner else corners
    sizes = [r * (inner if inner and i % 2 else 1.0) for i in range(count)]
    angles = [turn + i * 2 * math.pi / count for i in range(count)]
    return [(x + size * math.cos(angle), y + size * math.sin(angle)) for size, angle in zip(sizes, angles, strict=True)]


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _short(name: str) -> str:
    return name if len(name) <= NAME_LIMIT else name[: NAME_LIMIT - 1].rstrip() + "…"


def _colour(text: str) -> str:
    return text if re.fullmatch(r"#[0-9a-fA-F]{6}", text) else "#8a8f98"
