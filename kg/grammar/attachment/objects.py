"""Nouns that the parser takes for verbs, or hangs on the wrong verb, beside what something is done to."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.sites import at
from kg.grammar.kinds import is_people
from kg.grammar.phrases import NOUNS, TERMS, TIMES
from kg.grammar.verbs import has_to
from kg.grammar.wordlists import clause_takers, gerund_compounds, words, words_of
from kg.parse import Token

_HELP = "help"
_OF_KIND = frozenset({"compound", "amod", "nmod"})
_BEGIN = frozenset({"begin", "start"})


@at(tags="NN", below="aux dobj")
def behind_to(post: Token) -> Iterator[Arc]:
    """ "Handed the title to *qualifier* Ana Duarte": who she is, and nothing that is done."""
    marker = next((c for c in post.lefts if c.lower_ == "to" and c.dep_ == "aux"), None)
    name = next((c for c in post.rights if c.dep_ == "dobj" and c.pos_ == "PROPN"), None)
    if marker is None or name is None or name.left_edge.i != post.i + 1:
        return
    marker.tag_, marker.pos_ = "IN", "ADP"
    yield marker, post.head, "prep"
    yield name, marker, "pobj"
    yield post, name, "compound"


@at(below="compound", above_tags="VBZ VBP VBD VB VBG", is_behind=True)
def what_they_do(thing: Token) -> Iterator[Arc]:
    """ "Plays a widow *smuggling salt*": the widow smuggles it; nobody plays salt."""
    deed = next((c for c in thing.lefts if c.dep_ in ("compound", "amod")), thing)
    person = next((c for c in thing.head.rights if c.dep_ == "dobj" and c.right_edge.i == deed.i - 1), None)
    if deed.tag_ != "VBG" or thing.left_edge != deed or person is None or not is_people(person):
        return
    deed.pos_ = "VERB"
    behind = [c for c in thing.head.rights if c.i > thing.i and c.dep_ in ("prep", "npadvmod")]
    yield deed, person, "acl"
    yield thing, deed, "dobj"
    yield from ((c, deed, c.dep_) for c in behind)


def struck_in(marker: Token) -> Iterator[Arc]:
    """ "Headed *in* a corner", "curled *in* a free kick": what was struck, and no place."""
    ball = next((c for c in marker.rights if c.dep_ == "pobj"), None)
    verb = marker.head
    if ball is None or marker.i != verb.i + 1 or verb.lemma_.lower() not in words("striking", "lemma"):
        return
    if ball.lemma_.lower() in words("struck", "lemma") and not any(c.dep_ == "dobj" for c in verb.rights):
        yield marker, verb, "prt"
        yield ball, verb, "dobj"
        yield from ((c, verb, "advcl") for c in list(verb.rights) if c.dep_ == "xcomp" and has_to(c))


@at(tags="VBD", below="nsubj", none_below="aux auxpass mark dobj", is_behind=True)
def had_done(deed: Token) -> Iterator[Arc]:
    """ "Had a plea *turned* down": it was turned down, and did nothing."""
    subject = next((c for c in deed.lefts if c.dep_ == "nsubj"), None)
    if subject is not None and deed.head.lemma_ == "have" and deed.head.i < subject.left_edge.i:
        deed.tag_ = "VBN"
        yield subject, deed, "nsubjpass"


@at(tags="VB VBP", above_tags="VBN VB VBD VBG VBZ VBP", is_behind=True)
def help_doing(noun: Token) -> Iterator[Arc]:
    """ "Are offered pay and *help* finding work": what they are offered; nobody "helps finding"."""
    thing = next((c for c in reversed(noun.head.rights) if c.dep_ == "dobj" and c.i < noun.i), None)
    link = noun.doc.tokens[noun.i - 1]
    doing = next((t for t in noun.doc.tokens[noun.i + 1 : noun.i + 2] if t.tag_ == "VBG"), None)
    if thing is None or doing is None or noun.lower_ != _HELP or link.tag_ != "CC" or doing.head not in _around(noun):
        return
    noun.tag_, noun.pos_ = "NN", "NOUN"
    behind = next((c for c in noun.rights if c.dep_ == "dobj" and doing.head is c), None)
    yield link, thing, "cc"
    yield noun, thing, "conj"
    yield doing, noun, "dep"
    if behind is not None:
        yield behind, doing, "dobj"


def _around(noun: Token) -> tuple[Token, ...]:
    return (noun, *noun.rights)


@at(tags="VBG", below="prep", is_behind=True)
def of_body(noun: Token) -> Iterator[Arc]:
    """ "Causes fever, *swelling* of the brain and a rash": what it causes; nothing swells of a brain."""
    thing = next((c for c in reversed(noun.head.rights) if c.dep_ == "dobj" and c.i < noun.i), None)
    if thing is not None and noun.text_before == "," and noun.lower_ in words("gerund_nouns", "word"):
        noun.tag_, noun.pos_ = "NN", "NOUN"
        yield noun, thing, "conj"
        last = [c for of in noun.rights for whose in of.rights for c in whose.rights if c.dep_ in ("cc", "conj")]
        yield from ((c, noun, c.dep_) for c in last)


@at(tags="VBG", below="dobj")
def of_kind(gerund: Token) -> Iterator[Arc]:
    """ "Traces of *cooking* oil", "includes *hearing* loss": a kind of oil; nobody cooks it."""
    thing = next((c for c in gerund.rights if c.dep_ == "dobj" and c.left_edge.i == gerund.i + 1), None)
    if thing is None or not _is_of_kind(gerund, thing):
        return
    above, label = _above_kind(gerund)
    if above is None:
        return
    gerund.tag_, gerund.pos_ = "NN", "NOUN"
    yield thing, above, label
    yield from ((c, thing, c.dep_) for c in [*gerund.rights] if c is not thing)
    yield gerund, thing, "compound"


def _is_of_kind(gerund: Token, thing: Token) -> bool:
    """Whether an -ing word tells what kind of thing it is, and nothing that is done to the thing: "rising costs"."""
    if gerund.lower_ in words_of("adjective in ing"):  # such a verb has no object
        return all(c.dep_ in _OF_KIND for c in thing.lefts)
    is_never_done = gerund_compounds().get((gerund.lower_, thing.lower_))
    return thing.i == gerund.i + 1 and is_never_done is not None and (is_never_done or gerund.dep_ != "pcomp")


@at(tags="CD", none_below=frozenset({"prep"}), is_behind=True)
def of_counted_kind(number: Token) -> Iterator[Arc]:
    """ "Leases *11* sleeping and seating carriages": how many carriages; nobody sleeps or seats."""
    kinds = _kinds_behind(number)
    thing = next((c for c in kinds[-1].rights if c.dep_ == "dobj"), None) if kinds else None
    if thing is None or thing.left_edge.i != kinds[-1].i + 1 or any(c.dep_ in ("det", "poss") for c in thing.lefts):
        return
    if not any(_is_of_kind(kind, thing) or (kind.lower_, thing.lower_) in gerund_compounds() for kind in kinds):
        return
    first, verb = kinds[0], number.head
    others = [c for kind in kinds for c in kind.rights if c is not thing and c.dep_ not in ("cc", "conj")]
    yield thing, verb, "dobj"
    yield number, thing, "nummod"
    yield first, thing, "amod"
    yield from ((c, verb, c.dep_) for c in others)
    for kind in kinds:
        kind.tag_, kind.pos_ = "JJ", "ADJ"


def _kinds_behind(number: Token) -> list[Token]:
    """The words in -ing right behind a number, "sleeping and seating", each with the one before it."""
    kinds: list[Token] = []
    for token in number.doc.tokens[number.i + 1 :]:
        if token.tag_ == "VBG" and (token.head in kinds or not kinds):
            kinds.append(token)
        elif token.lower_ not in ("and", "or", ","):
            break
    return kinds


def _above_kind(gerund: Token) -> tuple[Token | None, str]:
    """Where the thing hangs that a gerund tells the kind of: below its preposition, or an object of the verb, unless
    that may be of doing: "stopped drinking water"."""
    verb = gerund.head
    if gerund.dep_ == "pcomp":
        return verb, "pobj"
    if gerund.dep_ == "conj" and verb.pos_ in NOUNS:  # "learning difficulties and *hearing* loss"
        thing = verb.head if verb.dep_ == "compound" else verb
        return thing, "conj"
    first = next((c for c in reversed(verb.rights) if c.dep_ == "dobj" and c.i < gerund.i), None)
    if first is not None:
        return (first, "conj") if gerund.text_before in (",", "and") else (None, "")
    is_next = gerund.i == verb.i + 1 and (
        verb.lemma_ == "include" or (verb.lemma_.lower(), "ger") not in clause_takers()
    )
    return (verb, "dobj") if is_next else (None, "")


@at(any_below="nsubj", is_behind=True)
def let_down(particle: Token) -> Iterator[Arc]:
    """ "Let its customers *down*": whom it let down; they do nothing."""
    whom = next((c for c in particle.lefts if c.dep_ == "nsubj"), None)
    if whom is not None and particle.head.lemma_ == "let" and particle.tag_ in ("RB", "RP", "IN"):
        yield whom, particle.head, "dobj"
        yield particle, particle.head, "prt"


@at(tags="VB", below="aux prep", is_behind=True)
def to_begin_with(verb: Token) -> Iterator[Arc]:
    """ "Are healthier *to begin with*": from the first; nobody begins."""
    last = next(iter(reversed(verb.rights)), verb)
    if verb.lower_ in _BEGIN and has_to(verb) and last.lower_ == "with" and last.i == verb.i + 1 and not last.below:
        verb.tag_, verb.pos_ = "RB", "ADV"
        yield verb, verb.head, "advmod"


def else_of(word: Token) -> Iterator[Arc]:
    """ "Could not carry anyone *else*", "never lived anywhere *else*": who or where, and nothing of the carrying."""
    before = word.doc.tokens[word.i - 1] if word.i else word
    if before.head is word and before.dep_ == "advmod" and before.lower_.endswith("where"):
        yield before, word.head, "advmod"
        yield word, before, "advmod"
        return
    if before is not word.head and before.head is word.head and before.lower_ in words("persons_at_large", "word"):
        yield word, before, "advmod"


@at(tags="NN NNS", is_behind=True)
def left_them(thing: Token) -> Iterator[Arc]:
    """ "Left them no other *way* to pay": what they were left with; "broke up the *march*": what was broken up."""
    verb, opening = thing.head, thing.left_edge
    before = thing.doc.tokens[opening.i - 1]
    if thing.dep_ != "npadvmod" or thing.ent_type_ in TIMES or thing.lemma_.lower() in TERMS or opening is thing:
        return
    if before.head is not verb or opening.tag_ not in ("DT", "PRP$", "JJR") or opening.head is not thing:
        return
    is_whom = before.dep_ == "dobj" and (before.tag_ == "PRP" or is_people(before))
    if is_whom and verb.lemma_.lower() in words_of("leaving them"):
        yield before, verb, "dative"
        yield thing, verb, "dobj"
    elif before.dep_ == "prt" and thing.lemma_.lower() not in words("hours", "word") | words_of("part of a day"):
        yield thing, verb, "dobj"
