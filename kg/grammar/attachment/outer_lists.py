"""Lists whose first thing has a participle or phrase behind it: "a rifle hidden in straw, *a map* and a radio"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.coordination import with_link
from kg.grammar.attachment.sites import at
from kg.grammar.kinds import ACTORS, PLACE_CLASSES, class_of_noun, is_measure, is_people
from kg.grammar.phrases import ADNOMINAL, AMOUNTS, NOUNS, PLACE_LABELS, TIMES, VERBAL, chained, in_one_name
from kg.grammar.verbs import HELPERS, NOMINAL_SUBJECTS, SUBJECTS
from kg.grammar.wordlists import words_of
from kg.naming import class_nouns
from kg.parse import Token

_ONE = frozenset({"a", "an", "one"})
_SOME = frozenset({"several", "some", "dozens", "hundreds", "thousands", "many", "other", "various", "enough"})
_WHERE = frozenset({"in", "into", "inside", "on", "onto", "under", "underneath", "beneath", "behind", "near", "at"})
_WHERE |= frozenset({"against", "over", "above", "below", "beside", "outside", "off", "through", "across"})
_WHERE |= frozenset({"around", "along", "down"})
_OF_ITSELF = frozenset({"of", "between", "including", "like", "as", "than", "without", "among"})
_OF_MANY = frozenset({"surround", "flank", "border", "encircle", "bound", "frame", "enclose", "fringe", "accompany"})
_OBJECTS = frozenset({"dobj", "nsubjpass", "attr"})


@at(any_below="det nummod amod compound conj acl relcl cc prep", is_behind=True)
def next_of_outer(noun: Token) -> Iterator[Arc]:
    """ "Found a rifle hidden in straw, *a map* and a radio", "won a trip to Rome, *a car* and cash": the next thing
    that was found or won, and nothing in which a rifle was hidden."""
    if noun.pos_ != "NOUN" or noun.left_edge.text_before != "," or noun.dep_ not in ("conj", "appos", "dep"):
        return
    inner = noun.head
    thing = _thing_before(inner)
    if thing is None or noun.left_edge.i < 2 or in_one_name(inner, noun):
        return
    beside = [c for c in inner.rights if c.i > noun.i and c.dep_ in ("appos", "conj") and c.pos_ in NOUNS]
    others = [*_listed_behind(noun), *beside, *(t for c in beside for t in _listed_behind(c))]
    is_list = bool(others) and _ends_with_and(noun, *beside)
    if is_list and _is_unlike(inner, noun, others, thing):
        yield from _with_inner_link(noun)
        yield from with_link(noun, thing)
        yield from ((c, noun, "conj") for c in beside)
        yield from _as_object(thing)


@at(any_below="conj prep", above="dobj", is_behind=True)
def next_to_described(noun: Token) -> Iterator[Arc]:
    """ "Found a boiler patched with tape, *mould* in a room and a saw": the next thing; no boiler is mould."""
    thing = noun.head
    has_clause = any(c.dep_ == "acl" and c.i < noun.i for c in thing.rights)
    if noun.pos_ != "NOUN" or thing.pos_ != "NOUN" or noun.left_edge.text_before != "," or not has_clause:
        return
    is_name_for = is_people(noun) or noun.lemma_.lower() in class_nouns() or noun.left_edge.lower_ == "the"
    if thing.left_edge.lower_ in _ONE and not is_name_for and _ends_with_and(noun):
        yield from _with_inner_link(noun)
        yield noun, thing, "conj"


@at(tags="NN NNS NNP", above="dobj", is_behind=True)
def closes_list(noun: Token) -> Iterator[Arc]:
    """ "Asks for damages, an order barring publication and *his costs*": the last thing of the list, that needs its
    "and", and nothing barred."""
    inner = noun.head
    participle = inner.head
    thing = participle.head
    link = noun.doc.tokens[noun.left_edge.i - 1]
    if participle.dep_ != "acl" or participle.tag_ != "VBG" or link.lower_ != "and" or inner.i < participle.i:
        return
    is_next = thing.left_edge.text_before == "," and thing.dep_ in ("conj", "dobj", "appos") and "cc" not in thing.below
    is_last = not any(c.dep_ in ("cc", "conj") for c in noun.rights)
    if is_next and is_last and _is_definite(noun) and not _is_definite(inner):
        yield link, thing, "cc"
        yield noun, thing, "conj"


def _thing_before(inner: Token) -> Token | None:
    """The rifle of "a rifle hidden in straw": what was found, before what stands behind its participle."""
    preposition = inner.head
    if inner.dep_ != "pobj" or preposition.dep_ not in ("prep", "agent"):
        return None
    above = preposition.head
    is_sum = inner.ent_type_ in AMOUNTS or is_measure(inner)  # "a rise *of 6 percent*, a shorter week and"
    is_of = preposition.lower_ == "of" and (above.pos_ in VERBAL or is_sum)
    if preposition.lower_ in _OF_ITSELF and not is_of:
        return None
    if above.dep_ == "xcomp" and above.head.dep_ == "acl" and "nsubj" not in above.below:
        above = above.head  # "a stove left *burning* in a kitchen"
    if above.tag_ == "VBN" and above.dep_ != "ccomp" and not (HELPERS | SUBJECTS).isdisjoint(above.below):
        return None  # "whose credits have been bought by an airline, two chains and a club"
    if above.pos_ in VERBAL and above.tag_ in ("VBN", "VBG", "VBD"):
        above = _found(above) if above.dep_ == "ccomp" else above.head if above.dep_ == "acl" else above
    elif above.pos_ in VERBAL and inner.ent_type_ in PLACE_LABELS:
        above = next((c for c in above.rights if c.dep_ == "dobj" and c.right_edge.i == preposition.i - 1), above)
    if above.dep_ == "pobj" and above.head.head.dep_ == "acl":
        above = above.head.head.head  # "a skull found in a cave near *Blombos*, beads and an axe"
    return above if above.pos_ in ("NOUN", "ADJ") and above.i < inner.i and _is_told(above) else None


def _found(participle: Token) -> Token:
    """The ivory of "found ivory packed in sacks", where the parser made a clause of it."""
    subjects = [c for c in participle.lefts if c.dep_ in NOMINAL_SUBJECTS]
    is_finding = participle.head.lemma_.lower() in words_of("finding somebody")
    is_bare = HELPERS.isdisjoint(participle.below) and len(subjects) == 1 and "mark" not in participle.below
    return subjects[0] if is_finding and is_bare else participle


def _is_told(thing: Token) -> bool:
    is_after_verb = thing.dep_ == "pobj" and thing.head.dep_ == "prep" and thing.head.head.pos_ in VERBAL
    return is_after_verb or thing.dep_ in _OBJECTS or (thing.dep_ in NOMINAL_SUBJECTS and thing.head.dep_ == "ccomp")


def _listed_behind(noun: Token) -> Iterator[Token]:
    """The further things of a list, each hung on the one before; of "a bill without a date *and coins*" the coins."""
    for child in noun.rights:
        if child.dep_ == "conj" and child.pos_ in (*NOUNS, "NUM"):
            yield child
            yield from _listed_behind(child)
    yield from (last for _, last in _inner_links(noun))


def _inner_links(noun: Token) -> Iterator[tuple[Token, Token]]:
    """The "and" and the last thing of a list, hung on a phrase of the one before it."""
    if "cc" in noun.below:
        return
    hosts = (noun, *(c for c in noun.rights if c.dep_ == "acl"))  # "medicines *stored in a bin and* a guest"
    for preposition in (c for host in hosts for c in host.rights if c.dep_ == "prep"):
        for within in (c for c in preposition.rights if c.dep_ == "pobj"):
            links = [c for c in within.rights if c.dep_ == "cc" and c.lower_ == "and"]
            lasts = [c for c in within.rights if c.dep_ == "conj" and c.pos_ in NOUNS]
            if len(links) == len(lasts) == 1:
                yield links[0], lasts[0]


def _with_inner_link(noun: Token) -> Iterator[Arc]:
    for link, last in [*_inner_links(noun)]:
        yield link, noun, "cc"
        yield last, noun, "conj"


def _ends_with_and(*nouns: Token) -> bool:
    links = [c for noun in nouns for t in (noun, *chained(noun)) for c in t.rights if c.dep_ == "cc"]
    links += [link for noun in nouns for link, _ in _inner_links(noun)]
    return bool(links) and all(link.lower_ == "and" for link in links)


def _is_unlike(inner: Token, noun: Token, others: list[Token], thing: Token) -> bool:
    """Whether the list goes on with another sort of thing than what stands behind the participle."""
    preposition = inner.head
    is_where = preposition.lower_ in _WHERE
    if inner.head.lower_ == "of" and inner.head.head.pos_ == "NOUN":
        return _is_one_or_some(noun) and _is_one_or_some(thing) and not is_measure(noun) and not _has_sum(noun)
    if inner.ent_type_ in TIMES or inner.lemma_ == "night":
        return noun.ent_type_ not in TIMES
    if inner.ent_type_ or inner.pos_ == "PROPN":
        is_its_kind = is_people(noun) or noun.lemma_.lower() in class_nouns() or _is_site(noun)
        return not is_its_kind and noun.ent_type_ == ""
    if _is_one_or_some(noun) and ((is_people(inner) and not _may_act(noun)) or (is_where and _is_bare(inner))):
        return True
    is_hazard = any(t.lemma_.lower() in words_of("hazard") or class_of_noun(t) == "kg:Event" for t in (noun, *others))
    is_listing = thing.head.lemma_.lower() in words_of("listing things")
    is_listing &= preposition.head.lemma_.lower() not in _OF_MANY
    if preposition.dep_ == "agent" and is_listing and not is_hazard and not _may_act(noun):
        return _is_one_or_some(noun) == _is_one_or_some(thing) or _is_definite(inner) != _is_definite(noun)
    if _is_definite(inner) and not _is_definite(noun) and is_where:
        return not (_is_site(noun) and thing.tag_ == "NNS")
    return _has_own_clause(noun, others, inner, thing) or (is_where and _is_at_one_place(inner, noun, others, thing))


def _has_own_clause(noun: Token, others: list[Token], inner: Token, thing: Token) -> bool:
    """ "A door shut with a chair, pills *kept* in a bin and a guest": each thing has what is told of it."""
    has = [any(c.dep_ in ADNOMINAL for c in t.rights) for t in (noun, *others)]
    is_told = any(c.dep_ == "acl" for c in thing.rights) or thing.dep_ != "dobj"
    return is_told and has[0] and not any(c.dep_ in ADNOMINAL for c in inner.rights)


def _is_at_one_place(inner: Token, noun: Token, others: list[Token], thing: Token) -> bool:
    """One thing is in one place: "a rifle hidden under a bed, a map and a knife"; so are several that stand beside
    sums and things without article: "phones stuffed into a box, a gun and 900 euros"."""
    if inner.left_edge.lower_ not in _ONE:
        return False
    if thing.tag_ == "NN" and thing.left_edge.lower_ in _ONE:
        return not all(map(_is_site, (noun, *others)))
    return any(t.left_edge.lower_ not in _ONE and not _is_site(t) for t in (noun, *others))


def _is_one_or_some(noun: Token) -> bool:
    return noun.left_edge.lower_ in _ONE | _SOME or any(c.dep_ == "nummod" for c in noun.lefts)


def _has_sum(noun: Token) -> bool:
    """ "A premium *of 3 percent*": what the sum before is."""
    return any(c.ent_type_ in AMOUNTS for of in noun.rights if of.dep_ == "prep" for c in of.rights)


def _may_act(noun: Token) -> bool:
    return is_people(noun) or class_of_noun(noun) in ACTORS


def _is_bare(noun: Token) -> bool:
    return all(c.dep_ in ("amod", "compound") for c in noun.lefts)


def _is_definite(noun: Token) -> bool:
    return noun.left_edge.lower_ in ("the", "this", "that") or any(c.dep_ == "poss" for c in noun.lefts)


def _is_site(noun: Token) -> bool:
    return noun.ent_type_ in PLACE_LABELS or class_of_noun(noun) in PLACE_CLASSES


def _as_object(thing: Token) -> Iterator[Arc]:
    """ "Found *ivory* packed in sacks": what was found, told as a thing with a participle behind it."""
    told = thing.head
    if thing.dep_ in ("nsubj", "nsubjpass") and told.dep_ == "ccomp":
        yield thing, told.head, "dobj"
        yield told, thing, "acl"
