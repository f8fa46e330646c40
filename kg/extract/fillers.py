"""Fillers: the thing, the clause or the words that a word stands for as an object or in a role."""

from __future__ import annotations

from operator import attrgetter

from kg.extract.amounts import each_of, value_of
from kg.extract.clauses import Oblique
from kg.extract.clauses.own_subjects import antecedent
from kg.extract.contents import WAY
from kg.extract.object_phrases import is_of_all_kinds
from kg.extract.proposition import Clausal, Words
from kg.extract.restrictions import is_needed
from kg.grammar.phrases import ADNOMINAL, COMPARING, HYPHENS, VERBAL, in_one_name
from kg.grammar.verbs import has_to, tells_margin
from kg.parse import Token, as_written

Filler = Token | Words | Clausal
_CLAUSAL = frozenset({"relcl", "nsubj", "cop", "punct", "cc", "conj", "advcl"})
_COMPARED = frozenset({"advcl", "ccomp"})
_DOUBLE = frozenset({'"', "\u201c", "\u201d"})
_place = attrgetter("i")


def filler_of(head: Token) -> Filler:
    """What a word stands for: a clause, a value in words, or a thing."""
    if head.pos_ in VERBAL:
        return Clausal(head)
    if any(child.lower_ == "to" and child.i == head.i + 1 for child in head.rights) and tells_margin(head.head):
        return Words(words_under(head))  # "by 218 votes to 211"
    if is_of_all_kinds(head):
        return Words(tuple(head.subtree))  # "everything *from nails to boats*"
    is_value = bool(value_of(head)) or head.pos_ in ("NUM", "ADJ", "ADV") or (head.lemma_ == WAY and _is_told(head))
    if not is_value:
        return head
    is_part = any(child.lower_ == "of" for child in head.rights)  # "two of its managers"
    if is_part and head.ent_type_ in ("", "CARDINAL"):
        return head
    told = words_under(head)
    if (whole := _of_which(head)) is not None:
        return Words(told, f"{as_written(told)} of {as_written(words_under(whole))}")
    return Words((*told, *each_of(told[-1]))) if value_of(head) else Words(told)


def _of_which(part: Token) -> Token | None:
    """What a share is of: "9 million euros, of which the state pays *half*"."""
    links = [c for c in (*part.children, *part.head.lefts) if c.lower_ == "of" and c.dep_ == "prep"]
    pointing = (c for link in links if part.dep_ == "dobj" for c in link.rights if c.lower_ == "which")
    return next((noun for c in pointing if (noun := antecedent(c)) is not None), None)


def _is_told(way: Token) -> bool:
    """ "Changed the way *it buys books*", "cleared the way *for the mill to open*"."""
    return any(child.dep_ in ADNOMINAL for child in way.rights)


def places_of(filler: Filler | None) -> tuple[int, ...]:
    """Where what fills a slot stands."""
    if isinstance(filler, Words):
        return tuple(token.i for token in filler.tokens)
    return () if filler is None else (filler.head.i if isinstance(filler, Clausal) else filler.i,)


def in_words(oblique: Oblique, head: Token) -> Words:
    """A phrase with its preposition, up to the last of those coordinated: "*with* skill and care"."""
    is_state = head.dep_ == "pcomp" and head.tag_ == "JJ"  # "with *wages unpaid*"
    told, before = tuple(head.subtree) if is_state else words_under(head), oblique.marker[0].i - 1
    degree = [child for child in oblique.marker[0].lefts if child.i == before and child.dep_ == "advmod"]
    if head is oblique.heads[0] and (last := words_under(oblique.heads[-1])) and last[-1].i > told[-1].i:
        told = tuple(head.doc.tokens[told[0].i : last[-1].i + 1])
    return Words(
        (*degree, *oblique.marker, *told, *_closing(oblique.marker[0], told[-1]))
    )  # "*back* in front", "*just* behind it"


def _closing(first: Token, last: Token) -> tuple[Token, ...]:
    """The quotation mark that ends a quotation begun within the words: "to "neutral*"*"."""
    behind = last.doc.tokens[last.i + 1 : last.i + 2]
    is_open = sum(token.text in _DOUBLE for token in last.doc.tokens[first.i : last.i + 1]) % 2 == 1
    return tuple(token for token in behind if token.is_quote and is_open)


def words_under(head: Token, aside: frozenset[str] = frozenset()) -> tuple[Token, ...]:
    """All that hangs on the head, without clauses and what stands aside. Empty words keep their clause."""
    if not head.children:
        return (head,)
    skip = {
        t.i
        for child in head.children
        if child.dep_ in _CLAUSAL | aside and not _is_needed(child, head)
        for t in child.subtree
    }
    under = head.subtree
    for inner in under:
        if inner.dep_ == "relcl" and inner != head and _is_set_off(inner):
            skip.update([t.i for t in inner.subtree])
    if not head.is_unbroken:
        under = sorted(under, key=_place)
    kept = [t for t in under if t.i not in skip and not t.is_space]
    left = right = kept.index(head)
    while left > 0 and kept[left - 1].i == kept[left].i - 1:
        left -= 1
    while right + 1 < len(kept) and kept[right + 1].i == kept[right].i + 1:
        right += 1
    while right > left and (kept[right].text == "," or _is_cut(kept[right]) or _is_loose(kept[left : right + 1])):
        right -= 1
    return tuple(kept[left : right + 1])


def _is_loose(words: list[Token]) -> bool:
    """Whether the mark that ends a quotation stands last, and what opens it is left out: "a man who resigns\""."""
    return words[-1].text in _DOUBLE and sum(token.text in _DOUBLE for token in words) % 2 == 1


def _is_cut(last: Token) -> bool:
    """Whether a preposition stands last, and its noun is left out."""
    return last.tag_ == "IN" and any(not child.is_punct for child in last.rights)


def _is_needed(child: Token, head: Token) -> bool:
    """ "Those *who left*", "between 1% *and 3%*", "debt*-*free": without it the words say something else."""
    if child.dep_ == "punct":
        return (child.text in HYPHENS and not child.whitespace_) or _is_closing(child, head)
    if child.dep_ == "relcl":
        return head.pos_ == "PRON" or has_to(child) or head.lemma_ == WAY or is_needed(child, head)
    if child.dep_ in _COMPARED:
        opening = child.left_edge.lower_  # "larger *than investors had feared*", "the first time *since it burned*"
        return opening in COMPARING or (opening == "since" and head.pos_ == "NOUN")
    if child.dep_ in ("cc", "conj") and any(c.dep_ == "conj" and in_one_name(head, c) for c in head.rights):
        return True  # "nine *or more*"
    before = head.doc.tokens[head.left_edge.i : head.i]
    return child.dep_ in ("cc", "conj") and any(token.lower_ in ("between", "both") for token in before)


def _is_closing(quote: Token, head: Token) -> bool:
    """ "A 'direct result*'* of falling sales": a quotation that ends before the phrase of its noun."""
    behind = quote.doc.tokens[quote.i + 1 : quote.i + 2]
    return quote.is_quote and quote.i == head.i + 1 and any(t.lower_ == "of" and t.head is head for t in behind)


def _is_set_off(clause: Token) -> bool:
    """ "Under pressure from Orlo, *whose founder left*": a clause of its own, behind a comma."""
    return clause.left_edge.text_before == ","


def is_compared(word: Token) -> bool:
    """ "Faster *than models predict*", "as much *as we can*": a word that means little without what follows."""
    return any(child.dep_ in (*_COMPARED, "prep") and child.left_edge.lower_ in COMPARING for child in word.rights)
