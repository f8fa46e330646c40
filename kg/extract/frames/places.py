"""Places around places: "Salem, Oregon, USA", "a village in Ohio"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clauses import conjuncts
from kg.extract.frames.types import PLACES, Types
from kg.grammar.phrases import VERBAL
from kg.grammar.verbs import NOMINAL_SUBJECTS
from kg.grammar.wordlists import class_told_by
from kg.naming import countries, known_places, place_called
from kg.parse import Doc, Token


class Places:
    """The places of one document, and which of them lies in which."""

    def __init__(self, doc: Doc, types: Types) -> None:
        self._doc = doc
        self._types = types

    def wider(self, place: Token, *, is_first: bool = True) -> Iterator[Token]:
        """The places that a text puts around a place: "Salem, Oregon, USA", "Salem in Oregon"."""
        last = self._types.span(place)
        end = last.end if last is not None else place.i + 1
        if end + 1 >= len(self._doc):
            return
        joint, outer = self._doc[end], self._doc[end + 1]
        span = self._types.span(outer)
        head, after = (span.root, span.end) if span is not None else (outer, end + 2)
        name = span.text if span is not None else outer.text
        follows = self._doc[after] if after < len(self._doc) else None
        if joint.lower_ in ("in", "of"):
            is_wider = self._types.of(head) in PLACES
        else:
            is_loose = head.dep_ == "conj" or self._is_of_post(place)
            is_told = name in known_places() or (self._types.of(head) in PLACES and not is_loose)
            is_wider = joint.text == "," and (is_told or (is_first and self._closes(place, head, follows)))
        if (
            is_wider
            and outer.ent_type_ != "DATE"
            and outer.pos_ not in ("PRON", "DET")
            and not self._are_alike(place, name, after)
            and not (joint.text == "," and self._acts(place, head, follows))
        ):
            yield head
            yield from self.wider(head, is_first=False)

    def before(self, place: Token) -> Iterator[Token]:
        """The town right before its region: "Salem Oregon"."""
        span = self._types.span(place)
        start = span.start if span is not None else place.i
        inner = self._types.span(self._doc[start - 1]) if start else None
        if inner is not None and inner.end == start and inner.label_ in PLACES and inner.root.head == place:
            yield inner.root

    def _acts(self, place: Token, head: Token, follows: Token | None) -> bool:
        """ "After talks in Salem, *Norway* sent aid", "*Norway's* king left": who acts is no region of the place."""
        subject = head
        while subject.dep_ in ("poss", "compound", "nmod", "amod") and subject.head.i > subject.i:
            subject = subject.head
        is_subject = subject.dep_ in NOMINAL_SUBJECTS and subject.left_edge.i > place.i
        is_only = not any(c.dep_ in NOMINAL_SUBJECTS and c.i < subject.i for c in subject.head.lefts)
        above = (t for t in place.ancestors if t.pos_ in VERBAL and t.dep_ not in ("advcl", "pcomp"))
        is_in_front = next(above, None) is subject.head  # not "a firm based in *Salem*, Oregon founded in 1976"
        return is_subject and is_only and is_in_front and (follows is None or follows.text != ",")

    def _are_alike(self, place: Token, outer: str, after: int) -> bool:
        """ "Sudan, Iran and Libya", "Ohio, Utah and Maine": items of a list, not one inside the other."""
        span = self._types.span(place)
        inner = place_called(span.text if span is not None else place.text)
        known = place_called(outer)
        if inner is not None and (known is None or (inner[0] in countries()) or (known[0] not in countries())):
            return True
        if known is None and self._goes_on(after):
            return True  # "the Western Cape, KwaZulu-Natal and Eastern Cape"
        if known is not None and self._is_paired(after):
            return False
        items = conjuncts(place)
        return len(items) > 2 and any(c.dep_ == "cc" for item in items for c in item.children)

    def _goes_on(self, after: int) -> bool:
        """Whether a further place closes the list: "*and Eastern Cape*"; not "Spokane, WA and is"."""
        if after + 1 >= len(self._doc) or self._doc[after].lower_ != "and":
            return False
        return self._doc[after + 1].pos_ == "PROPN" and not self._is_paired(after)

    def _is_paired(self, after: int) -> bool:
        """Whether a second place goes on with its own region: "Reno, Nevada *and Salem, Oregon*"."""
        doc = self._doc
        if after + 1 >= len(doc) or doc[after].lower_ != "and":
            return False
        span = self._types.span(doc[after + 1])
        end = span.end if span is not None else after + 2
        if span is None or span.label_ not in PLACES or end + 1 >= len(doc) or doc[end].text != ",":
            return False
        region = self._types.span(doc[end + 1])
        return (region.text if region is not None else doc[end + 1].text) in known_places()

    def _is_of_post(self, place: Token) -> bool:
        """ "The mayor of Salem, Otto Roth": who follows is the mayor."""
        above = place.head
        if place.dep_ == "pobj" and _is_of_ranked(above):
            return True
        if place.dep_ == "pobj" and above.lower_ in ("in", "from", "at"):
            if above.head.dep_ == "acl":  # "an exchange based in Salem, Hausman,"
                return self._types.of(above.head.head) not in (*PLACES, "kg:Person")
            if above.head.pos_ == "NOUN":
                return self._types.is_exactly(
                    above.head, ("kg:Person", "kg:Organization")
                )  # "a firm in Salem, Hausman,"
        if place.dep_ != "pobj" or above.lower_ != "of":
            return False
        return self._types.is_post(above.head) or (above.head.pos_ == "NOUN" and self._is_of_post(above.head))

    def _closes(self, place: Token, head: Token, follows: Token | None) -> bool:
        """Whether a name between commas can be the region of the place before it, and no next item of a list."""
        if head.pos_ != "PROPN" or self._types.of(head) == "kg:Person" or self._types.is_post(head):
            return False
        if self._is_of_post(place):
            return False
        if head.dep_ == "conj" and (follows is None or follows.text != ","):
            return False
        return follows is None or follows.is_punct or follows.pos_ in ("ADP", "CCONJ", "SCONJ")


def _is_of_ranked(marker: Token) -> bool:
    """ "The capital *of* Norway, Oslo,", "the biggest port *in* Italy, Genoa,": Oslo is the capital."""
    noun = marker.head
    is_place = noun.pos_ == "NOUN" and class_told_by(noun.lemma_.lower()) in PLACES and noun.left_edge.lower_ == "the"
    return is_place and (marker.lower_ == "in" or (marker.lower_ == "of" and is_one_of_places(noun)))


def is_one_of_places(noun: Token) -> bool:
    """Whether a noun tells one of the places of a land: "the *capital* of Norway"; "the town of Salem" is Salem."""
    is_ranked = any(c.tag_ == "JJS" or c.ent_type_ == "ORDINAL" or c.lower_ == "main" for c in noun.lefts)
    return noun.lemma_.lower() == "capital" or is_ranked
