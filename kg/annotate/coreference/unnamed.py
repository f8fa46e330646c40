"""Pronouns of one person or thing that the text does not name: "He died in 1990 and left his house" tells of one man.

`annotate_unnamed` puts them into `doc.spans["unnamed"]`; those of one person or thing share `span.id_`, the place of
the first. It comes last: pronouns that are mentions of something named are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.coreference.around import governing_subject
from kg.annotate.coreference.pointers import meant_by
from kg.annotate.coreference.quotations import quotations
from kg.annotate.coreference.referent import is_subject
from kg.naming import given_names, roles
from kg.parse import Doc, Span, Token

_FORMS = {
    "m": ("he", "him", "his", "himself"),
    "f": ("she", "her", "hers", "herself"),
    "I": ("i", "me", "my", "mine", "myself"),
    "we": ("we", "us", "our", "ours", "ourselves"),
    "it": ("it", "its", "itself"),
    "they": ("they", "them", "their", "theirs", "themselves"),
}
_KIND = {form: kind for kind, forms in _FORMS.items() for form in forms}
_CLASS = {"m": "kg:Person", "f": "kg:Person", "I": "kg:Person"}
_NO_ONE_ELSE = frozenset({"attr", "appos", "compound", "oprd"})  # "He was a judge until his death"


def annotate_unnamed(doc: Doc) -> None:
    """Put the pronouns of what the text does not name into `doc.spans["unnamed"]`."""
    doc.spans["unnamed"] = sorted(_Chains(doc).spans(), key=lambda span: span.start)


class _Chains:
    """The pronouns of a document that stand for nothing named, in chains of which each is one person or thing."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._antecedents = doc.user_data.get("antecedents", {})
        self._span_by_token = {t.i: span for span in doc.spans.get("mentions", []) for t in span}
        self._quotation = quotations(doc)
        self._paragraph = _paragraphs(doc)

    def spans(self) -> Iterator[Span]:
        """The members of each chain of two or more."""
        for kind, chain in self._chains():
            for token in chain if len(chain) > 1 else ():
                yield Span(
                    self._doc,
                    token.i,
                    token.i + 1,
                    label=_CLASS.get(kind, "kg:Entity"),
                    kb_id="pronoun",
                    span_id=str(chain[0].idx),
                )

    def _chains(self) -> Iterator[tuple[str, list[Token]]]:
        chains: dict[str, list[Token]] = {}
        for token in self._doc:
            kind = _KIND.get(token.lower_)
            is_known = token.i in self._span_by_token or token.i in self._antecedents
            if kind is None or is_known or token.tag_ not in ("PRP", "PRP$"):
                self._follow(token, chains)
                continue
            chain = chains.get(kind, [])
            if chain and self._goes_on(kind, chain, token):
                chain.append(token)
            else:
                yield kind, chain
                chains[kind] = [token]
        yield from chains.items()

    def _follow(self, token: Token, chains: dict[str, list[Token]]) -> None:
        """ "He is a chemist who": the relative pronoun is he."""
        if (
            token.lower_ in ("who", "which", "that")
            and token.tag_ in ("WP", "WDT")
            and token.i not in self._span_by_token
        ):
            meant = next(meant_by(token), None)
            for chain in chains.values():
                if meant in chain:
                    chain.append(token)

    def _goes_on(self, kind: str, chain: list[Token], pronoun: Token) -> bool:
        last = chain[-1]
        if self._quotation[last.i] != self._quotation[pronoun.i]:
            return False
        if kind == "I":
            return True
        if kind == "we":
            return self._paragraph[last.i] == self._paragraph[pronoun.i]
        if any(_is_its_object(pronoun, token) for token in chain[-3:]):
            return False
        if governing_subject(pronoun) in chain:
            return True
        return kind in ("m", "f") and self._are_near(last, pronoun) and not self._is_rivalled(kind, last, pronoun)

    def _are_near(self, last: Token, pronoun: Token) -> bool:
        starts = sum(1 for token in self._doc[last.i + 1 : pronoun.i + 1] if token.is_sent_start)
        return starts <= 1 and self._paragraph[last.i] == self._paragraph[pronoun.i]

    def _is_rivalled(self, gender: str, last: Token, pronoun: Token) -> bool:
        """Whether somebody else whom the pronoun could mean stands between."""
        return any(self._may_be(token, gender) for token in self._doc[last.i + 1 : pronoun.i])

    def _may_be(self, token: Token, gender: str) -> bool:
        span = self._span_by_token.get(token.i)
        if span is not None:
            known = given_names().get(span[0].text, "")
            return span.label_ == "kg:Person" and known in ("", gender)
        word = token.lemma_.lower()
        is_somebody = token.tag_ == "NN" and word in roles() and token.dep_ not in _NO_ONE_ELSE
        return is_somebody and roles()[word] in ("", gender) and token.head.lower_ != "as"


def _is_its_object(pronoun: Token, subject: Token) -> bool:
    """ "He saw him", "he went with him": two men."""
    is_object = pronoun.tag_ == "PRP" and not is_subject(pronoun) and not pronoun.lower_.endswith("self")
    return is_object and is_subject(subject) and subject.head in (pronoun.head, pronoun.head.head)


def _paragraphs(doc: Doc) -> list[int]:
    starts = {span.start for span in doc.spans.get("paragraphs", [])}
    number = 0
    return [number := number + (i in starts) for i in range(len(doc))]


__all__ = ["annotate_unnamed"]
