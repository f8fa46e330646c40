"""Content negotiation: which of the forms on offer a client likes best."""

from __future__ import annotations

from collections.abc import Sequence


def best(accept: str, offers: Sequence[str]) -> str | None:
    """The media type among the offers that an Accept header prefers, the first of equals; None if it takes none.

    >>> best("text/html;q=0.8, text/turtle", ["text/html", "text/turtle"])
    'text/turtle'
    """
    wanted = [_parsed(part) for part in accept.split(",") if part.strip()] or [("*/*", 1.0)]
    ranked = [(max((_weight(each, offer) for each in wanted), default=(0, 0.0)), offer) for offer in offers]
    weights = {offer: quality for (_, quality), offer in ranked}
    chosen = max(offers, key=lambda offer: weights[offer], default=None)
    return chosen if chosen is not None and weights[chosen] > 0 else None


def _parsed(part: str) -> tuple[str, float]:
    name, *parameters = (piece.strip() for piece in part.split(";"))
    quality = next((p[2:] for p in parameters if p.lower().startswith("q=")), "1")
    try:
        return name.lower(), min(1.0, max(0.0, float(quality)))
    except ValueError:
        return name.lower(), 0.0


def _weight(wanted: tuple[str, float], offer: str) -> tuple[int, float]:
    """How exactly a wish names an offer, and its quality; the most exact wish counts."""
    name, quality = wanted
    if name == offer:
        return 3, quality
    if name == f"{offer.partition('/')[0]}/*":
        return 2, quality
    return (1, quality) if name == "*/*" else (0, 0.0)
