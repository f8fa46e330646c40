"""The phrases beside one verb: who does it in a passive, prepositional arguments, adverbs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from kg.extract.clauses.arguments import next_alike, resolved
from kg.extract.clauses.own_subjects import QUESTION_TAGS, antecedent, is_relative
from kg.grammar import wordlists
from kg.grammar.doers import is_own_view, names_doer
from kg.grammar.phrase_index import PhraseIndex
from kg.grammar.phrases import NOUNS, PLACE_LABELS, TIMES, in_one_name
from kg.grammar.verbs import is_passive
from kg.once import once_a_token
from kg.parse import Span, Token

_ADVERBS = frozenset({"advmod", "npadvmod"})
_CIRCUMSTANCES = frozenset({"in", "at", "on", "during", "since", "until", "near"})  # of both verbs, if of either
_OBLIQUE = frozenset({"prep", "agent", "dative", "advmod"})
_STATES = frozenset({"be", "stay", "remain"})
_PREDICATED = frozenset({"attr", "acomp", "oprd", "ccomp", "xcomp"})
_PLACES = PLACE_LABELS | {"FAC"}
_DOERS = frozenset({"PERSON", "ORG", "NORP"})
_ASKED_DEEPER = frozenset({"with", "on", "for"})
_SCENES = TIMES | _PLACES
QUANTITIES = TIMES | {"PERCENT", "CARDINAL", "QUANTITY", "MONEY"}


@dataclass(frozen=True, slots=True)
class Oblique:
    """A prepositional argument: "to a gallery in Oslo" is marker (to,) and heads (gallery,)."""

    marker: tuple[Token, ...]  # the preposition's words: "to", "because of", "such as"
    heads: tuple[Token, ...]  # nouns, or the verb of "after selling X"; all conjuncts, in order
    is_on_noun: bool = False  # hangs on the object, not on the verb (the parser's choice, often wrong)
    words: str = field(init=False)  # the marker in lower case: "because of"

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", " ".join(token.lower_ for token in self.marker))

    @property
    def denial(self) -> tuple[Token, ...]:
        """The "not" of "relies on taxes, not on loans", if there is one."""
        return denial_before(self.marker[0])


def denial_before(word: Token) -> tuple[Token, ...]:
    """The words that deny the phrase which begins here: "on taxes, *not* on loans", "sold maps *rather than* books"."""
    if not word.i:
        return ()
    before = word.nbor(-1)
    if before.lower_ in ("not", "nor"):
        return (before,)
    is_second = before.lower_ == "than" and before.lower_before == "rather"
    return (before.nbor(-1), before) if is_second else ()


# ---- agents


def agents(verb: Token) -> Iterator[Token]:
    """Who does it in a passive: "sold by X", "by X and by Y"; not "by X rather than Z"."""
    marker = agent_marker(verb)
    first = [] if marker is None else [marker]
    second = [c for by in first for c in by.rights if c.dep_ == "conj" and c.lower_ == by.lower_ and names_doer(c)]
    for by in (*first, *second):
        for inner in by.children if not denial_before(by) else ():
            if inner.dep_ == "pobj":
                yield from (noun for noun in resolved(inner) if noun == inner or not denial_before(noun.left_edge))


@once_a_token
def agent_marker(verb: Token) -> Token | None:
    """The "by" of a passive, on the verb or, by a slip of the parser, on a noun behind it.

    Not "by mail" before "by Lund", and not "in a paper by Lund".
    """
    following: Token | None = verb
    while following is not None and is_passive(following):
        if (found := _own_agent_marker(following)) is not None:
            return found
        following = next_alike(following)
    return None


def _own_agent_marker(verb: Token) -> Token | None:
    own = [child for child in verb.rights if child.dep_ == "agent"] if "agent" in verb.below else []
    nouns = [c for c in verb.rights if c.dep_ in ("attr", "oprd", "dobj")]
    nouns += [c for p in verb.rights if p.dep_ == "prep" for c in p.rights if c.ent_type_ in _SCENES]
    own += [p for head in (verb, *nouns) for p in head.rights if p.dep_ == "prep" and p.lower_ == "by"]
    able = [preposition for preposition in own if names_doer(preposition)]
    return next((p for p in able if any(c.ent_type_ in _DOERS for c in p.rights)), able[0] if able else None)


# ---- obliques


def obliques(verb: Token) -> Iterator[Oblique]:
    """Prepositional arguments of a verb, also those behind the last of several: "born and raised in Lyon"."""
    following, partner = [], next_alike(verb)
    while partner is not None and not any(child.dep_ == "dobj" for child in partner.children):
        following.append(partner)
        partner = next_alike(partner)
    for other in reversed(following):
        yield from (oblique for oblique in _own_obliques(other) if _is_of_both(oblique))
    yield from _own_obliques(verb)
    first = verb.head
    if verb.dep_ == "conj" and first.dep_ == "relcl" and "advmod" not in verb.below:
        for child in first.lefts:  # "Oslo, where people fled and nobody *slept*"
            if child.dep_ == "advmod":
                yield from _where(child)


def _own_obliques(verb: Token) -> Iterator[Oblique]:
    if _OBLIQUE.isdisjoint(verb.below):
        return
    agent = agent_marker(verb)
    for child in verb.children:
        if child.dep_ == "prep" and _is_of_second(child):
            continue
        if child.dep_ in ("prep", "agent") or (child.dep_ == "dative" and child.pos_ == "ADP"):
            if child != agent:
                yield from _prepositional(child, is_on_noun=False)
        elif child.dep_ == "advmod" and child.tag_ == "WRB":
            yield from _where(child)
        elif (
            child.dep_ == "advmod"
            and "npadvmod" in child.below
            and child.lower_ in wordlists.words("distances", "word")
        ):
            continue  # "came down two miles short *of the runway*"
        elif child.dep_ == "advmod" and child.lower_ in wordlists.words("particles", "word"):
            for preposition in (c for c in child.rights if c.dep_ == "prep"):  # "walked away [from the sale]"
                yield from _prepositional(preposition, is_on_noun=False)


def _is_of_both(oblique: Oblique) -> bool:
    """ "Was born and raised *in Lyon*"; but "stay home and check *on* the old"."""
    marker = oblique.marker[0].lower_
    is_day = any(head.ent_type_ in _SCENES for head in oblique.heads)
    if any(head.tag_ == "PRP" for head in oblique.heads):
        return False  # "stopped, looked *at him*"
    return marker in _CIRCUMSTANCES and (marker != "on" or is_day)


def _is_of_second(preposition: Token) -> bool:
    """ "Has nine members from Kesh and six *from Oslo*": the six are from there."""
    before = preposition.doc.tokens[preposition.i - 1]
    return before.tag_ == "CD" and before.dep_ == "conj" and before.head.pos_ in NOUNS


def obliques_of_nouns(verb: Token | None, nouns: tuple[Token, ...]) -> Iterator[Oblique]:
    """Prepositional phrases on an argument, which may as well belong to the verb; "of" only where verb or adjective
    ask for it, or where there is no verb: "accused the firm of", "guilty of", "Lund, maker of"."""
    agent = agent_marker(verb) if verb is not None else None
    asks = verb is None or (verb.lemma_.lower(), "of") in wordlists.controllers()
    for noun in nouns:
        for child in noun.children:
            if child.dep_ != "prep" or child is agent or _is_of_item(noun, nouns):
                continue
            if child.lower_ == "of" and noun.pos_ != "ADJ":
                is_named = in_one_name(noun, child) or any(c.ent_type_ in _PLACES for c in child.rights)
                if is_named or not asks:
                    continue  # "the theft of boats", "warned the people of Salem"
            yield from _prepositional(child, is_on_noun=True)
        yield from _asked_deeper(verb, noun)


def _is_of_item(noun: Token, nouns: tuple[Token, ...]) -> bool:
    """ "Found a rifle hidden in straw, alarms *without* batteries and a map": each thing has its own phrase."""
    before = nouns[0]
    return noun is not before and noun.i > before.i and "acl" in before.below and noun in before.subtree


def _asked_deeper(verb: Token | None, noun: Token) -> Iterator[Oblique]:
    """ "Compared hedges along roads *with those in parks*", "blamed the fall in sales *on rain*": what the verb asks
    for, hung on the last noun."""
    if verb is None or noun.i < verb.i:
        return
    lemma = verb.lemma_.lower()
    for preposition in (c for c in noun.rights if c.dep_ == "prep"):
        for inner in (c for noun in preposition.rights if noun.dep_ == "pobj" for c in noun.rights if c.dep_ == "prep"):
            is_asked = inner.lower_ in _ASKED_DEEPER and (lemma, inner.lower_) in wordlists.own_prepositions()
            if is_asked and (inner.head.lemma_.lower(), inner.lower_) not in wordlists.noun_prepositions():
                yield from _prepositional(inner, is_on_noun=False)


def _prepositional(preposition: Token, *, is_on_noun: bool) -> Iterator[Oblique]:
    """One oblique, with the words of a long preposition; a bare one takes the relative clause's noun."""
    if is_discourse(preposition) or _is_compared_level(preposition) or _is_among_them(preposition):
        return
    marker, last = long_marker(preposition)
    is_bare = last.lower_ in ("as", "at")  # "described it as free", "remain at large"
    kinds = ("pobj", "pcomp", "amod") if is_bare else ("pobj", "pcomp")
    inner = [child for child in last.rights if child.dep_ in kinds and child not in marker]
    nested = next((child for child in last.rights if child.dep_ == "prep"), None)
    if inner or nested is None:
        heads = tuple(t for child in inner for t in resolved(child)) or _stranded(preposition)
        if last.lower_ == "as" and any(c.lower_ == "neither" for head in heads[:1] for c in head.lefts):
            return  # "described it as neither new nor clear"
        if len(heads) > 1:  # "at the desk or online"
            heads = (heads[0], *(head for head in heads[1:] if head.pos_ != "ADV"))
        if heads and last is preposition:
            heads += tuple(
                t for other in _said_again(last) for c in other.rights if c.dep_ == "pobj" for t in resolved(c)
            )
        if heads:
            yield Oblique(marker, heads, is_on_noun)
        return
    for oblique in _prepositional(nested, is_on_noun=is_on_noun):
        yield Oblique((*marker, *oblique.marker), oblique.heads, is_on_noun)


def _is_among_them(preposition: Token) -> bool:
    """ "Runs 14 homes, *among them* one in Oslo": examples of them, and nothing of the verb."""
    is_them = any(c.dep_ == "pobj" and c.lower_ in ("them", "these", "those") for c in preposition.rights)
    return preposition.lower_ == "among" and is_them and preposition.text_before == ","


def _is_compared_level(preposition: Token) -> bool:
    """ "Has 900 pupils, up *from* 700", "made a profit of £4m, *down from £6m*": what it was before, and no source."""
    before = preposition.doc.tokens[preposition.i - 1] if preposition.i else preposition
    return (
        preposition.lower_ == "from" and before.lower_ in ("up", "down") and before.text_before in (",", "-", "\u2013")
    )


def _said_again(preposition: Token) -> Iterator[Token]:
    """ "Spoke of a bang, *of* smoke and *of* fire": the same preposition beside it."""
    for other in preposition.rights:
        if other.dep_ == "conj" and other.lower_ == preposition.lower_ and not denial_before(other):
            yield other
            yield from _said_again(other)


def _stranded(preposition: Token) -> tuple[Token, ...]:
    """The noun of "the gallery they lent it to"; none of "a debt that was paid in full", "wages that fell at first"."""
    verb = preposition.head
    is_last = verb.dep_ == "relcl" and preposition.i > verb.i and not any(preposition.rights)
    return (verb.head,) if is_last else ()


def _where(adverb: Token) -> Iterator[Oblique]:
    """ "The house where he lived": marker "where"."""
    if adverb.lower_ == "where" and is_relative(adverb):
        noun = antecedent(adverb)
        if noun is not None:
            yield Oblique((adverb,), (noun,))


def long_marker(preposition: Token) -> tuple[tuple[Token, ...], Token]:
    """All words of a preposition such as "because of" or "in front of", and the word its noun hangs on."""
    doc, start, openers = preposition.doc, preposition.i, wordlists.preposition_openers()
    before = doc.tokens[start - 1] if start else preposition
    after = doc.tokens[start + 1].lower_ if start + 1 < len(doc) else ""
    is_led = before.head is preposition or (before is preposition.head and preposition.lower_ == "of")
    is_led = is_led or before.lower_ == "thanks"
    is_hung_on = is_led or (before.dep_ == "advmod" and _opens(before))
    if is_hung_on and _is_long(doc[start - 1 : start + 1]):
        return (before, preposition), preposition  # "Instead of" hung on "of", "Aside from" on the verb
    for length in (4, 3, 2) if (preposition.lower_, after) in openers else ():
        span = doc[start : start + length]
        if len(span) == length and _is_long(span):
            last = next((t for t in reversed(span) if _governs_beyond(t, span.end)), None)
            if last is not None:
                return tuple(span), last
    return (preposition,), preposition


def _opens(word: Token) -> bool:
    """Whether a word stands first in its sentence, or behind a comma."""
    return word.i == word.sent.start or word.text_before == ","


def _is_long(span: Span) -> bool:
    return span.text.lower() in wordlists.prepositions()


def _governs_beyond(token: Token, end: int) -> bool:
    return any(child.dep_ in ("pobj", "pcomp") and child.i >= end for child in token.children)


def is_discourse(token: Token) -> bool:
    """Whether a phrase that begins here only ties sentences together: "for example"."""
    known = _discourse_phrases()
    if not known.may_begin_at(token) and token.lower_ != "by":
        return False
    if _is_state(token) or is_kept_to(token):
        return False
    if token.lower_ == "by" and any(c.dep_ == "pobj" and is_own_view(c) for c in token.rights):
        return True
    return any(True for _ in known.begin_at(token)) and len(token.subtree) <= 5


def is_kept_to(preposition: Token) -> bool:
    """ "Stood *by her account*": what she did not take back, and no word of hers for the rest."""
    verb = preposition.head
    is_next = preposition.lower_ == "by" and preposition.i == verb.i + 1 and not is_passive(verb)
    return is_next and verb.lemma_.lower() in wordlists.words_of("keeping by it")


def _is_state(preposition: Token) -> bool:
    """ "The ban stays *in effect*": how it is, right behind a verb with nothing else that tells it."""
    verb = preposition.head
    is_next = preposition.dep_ == "prep" and preposition.i == verb.i + 1
    return is_next and verb.lemma_ in _STATES and _PREDICATED.isdisjoint(verb.below)


@cache
def _discourse_phrases() -> PhraseIndex:
    return PhraseIndex(wordlists.words("discourse_phrases", "words"))


def adverbs(verb: Token) -> Iterator[Token]:
    """Adverbs and bare nouns of time and measure, without negation and question words."""
    for child in () if _ADVERBS.isdisjoint(verb.below) else verb.children:
        if child.dep_ in _ADVERBS and child.tag_ not in QUESTION_TAGS and not is_discourse(child):
            yield child
