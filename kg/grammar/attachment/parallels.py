"""Conjuncts that are alike in form: "from Oslo *and from* Bergen", "relief *rather than* joy"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from kg.grammar.attachment.arc import Arc, with_stop
from kg.grammar.attachment.clauses import has_that, says
from kg.grammar.attachment.sites import at
from kg.grammar.kinds import ACTORS, PLACE_CLASSES, class_of_noun, is_people, number_of_noun, number_of_verb
from kg.grammar.phrases import FIXING, NOMINAL, NOUNS, VERBAL, entity_of, follows_comma
from kg.grammar.verbs import FINITE, HELPERS, SUBJECTS, finite_part, has_subject, has_to
from kg.naming import class_nouns, demonyms
from kg.parse import Token

_LINKS = frozenset({"and", "or", "but", "nor"})
_PREPOSITIONS = frozenset({"IN", "TO", "RP"})
_PHRASES = frozenset({"prep", "agent", "dative", "conj", "pcomp"})
_BETWEEN = frozenset({"RB", ",", "``"})  # "and again in", "but not from"
_LONGEST_ASIDE = 20
_PRESENT = frozenset({"VBZ", "VBP"})
_QUESTIONS = frozenset({"WRB", "WP", "WDT"})
_COMPLEMENTS = frozenset({"attr", "dobj", "acomp"})


@at(tags=_PREPOSITIONS, is_behind=True)
def same_preposition(marker: Token) -> Iterator[Arc]:
    """ "Shared by a judge in Rome and *by* a clerk", "deleted from the phone but not *from* the disk", "spoke of
    war, *of* smoke and of fire": beside the one that is the same."""
    if marker.dep_ not in ("conj", "prep", "agent") or marker.head.lower_ == marker.lower_ or marker.i < 2:
        return
    tokens = marker.doc.tokens
    between = [*takewhile(lambda t: t.tag_ in _BETWEEN, reversed(tokens[marker.sent.start : marker.i]))]
    link = tokens[marker.i - len(between) - 1]
    is_linked = link.lower_ in _LINKS and link.tag_ == "CC"
    if not is_linked:
        link = marker.nbor(-1)
        if link.text != "," or not any(c.dep_ == "conj" and c.lower_ == marker.lower_ for c in marker.rights):
            return
    first = next(
        (t for t in _frontier(link) if t.lower_ == marker.lower_ and t.dep_ in _PHRASES and t.i > t.head.i), None
    )
    if first is not None and first.tag_ in _PREPOSITIONS and any(first.rights):
        if is_linked:
            yield link, first, "cc"
        yield marker, first, "conj"


def _frontier(link: Token) -> Iterator[Token]:
    """What ends right before a word, and all it hangs on: what a conjunct can stand beside."""
    last = next((t for t in reversed(link.doc.tokens[link.sent.start : link.i]) if not t.is_punct), link)
    return (t for t in (last, *last.ancestors) if t.i < link.i)


def rather_than(word: Token) -> Iterator[Arc]:
    """ "Came as relief *rather than joy*", "was moved by hunger rather than *by* greed": the one and not the other, of
    one kind."""
    than = word.head
    rather = than.nbor(-1) if than.i else than
    if than.lower_ != "than" or rather.lower_ != "rather" or rather.i == word.sent.start or word.i < than.i:
        return
    first = next((t for t in _frontier(rather) if _is_alike(word, t)), None)
    if first is not None and first != than:
        yield than, first, "cc"
        yield word, first, "conj"


def _is_alike(word: Token, first: Token) -> bool:
    if word.pos_ == "ADP":
        return word.lower_ == first.lower_
    if word.tag_ == "CD" or first.tag_ == "CD":
        return word.tag_ == first.tag_
    return word.pos_ in NOMINAL and first.pos_ in NOMINAL


@at(tags="NN NNS NNP NNPS", is_behind=True)
def next_object(noun: Token) -> Iterator[Arc]:
    """ "For four hours and *ten minutes*", "faces a charge of theft, *two charges* of fraud and one of arson": the next
    of what stands there already."""
    first = next((c for c in noun.head.rights if c.dep_ == noun.dep_ and c.i < noun.i), None)
    before = noun.doc.tokens[noun.left_edge.i - 1]
    if first is None or first.pos_ not in NOUNS or before.i < first.i:
        return
    if before.lower_ in ("and", "or") or (before.text == "," and _has_more(noun)):
        is_called = noun.pos_ == "PROPN" and first.tag_ == "NNS" and before.text == ","  # "the partners, Orlo and Tarn"
        yield before, first, before.dep_
        yield noun, first, "appos" if is_called else "conj"


def _has_more(noun: Token) -> bool:
    return {"cc", "conj"} <= noun.below


@at(none_below=SUBJECTS)
def first_of_deeds(verb: Token) -> Iterator[Arc]:
    """ "She drew the curtains, *rang* the zoo and left": three deeds, of which the first has the subject, and nothing
    that is said."""
    first = next((c for c in verb.lefts if c.dep_ in ("ccomp", "advcl") and c.pos_ in VERBAL), None)
    if verb.dep_ != "ROOT" or first is None or not has_subject(first) or "parataxis" in verb.below:
        return
    tense = finite_part(first).tag_
    is_opened = any(c.dep_ == "mark" or c.tag_ in _QUESTIONS for c in first.lefts)
    if is_opened or tense not in FINITE or finite_part(verb).tag_ != tense:
        return
    between = verb.doc.tokens[first.right_edge.i + 1 : verb.i]
    if not between or between[0].text != "," or any(t.is_quote for t in verb.doc.tokens[first.i : verb.i]):
        return
    yield first, first, "ROOT"
    yield verb, first, "conj"
    yield from with_stop(verb, first)
    yield from ((c, first, c.dep_) for c in [*verb.lefts] if c.i < first.i or c.is_punct)


def behind_aside(word: Token) -> Iterator[Arc]:
    """ "Found tin, coal and, under a floor, *two watches*", "was brief and, for most, *dull*", "rose and, in May,
    *fell*": beside what stands before the "and"."""
    link = _link_before_aside(word)
    first = link.head if link is not None else word
    if link is None or first.i > link.i or word.head == word:
        return
    if first.pos_ in VERBAL and word.pos_ not in VERBAL:
        first = next((c for c in reversed(first.children) if c.dep_ in _COMPLEMENTS and c.i < link.i), first)
    if (first == word.head and word.dep_ == "conj") or not _are_of_one_kind(word, first):
        return
    yield link, first, "cc"
    yield word, first, "conj"


def _are_of_one_kind(word: Token, first: Token) -> bool:
    if word.pos_ in VERBAL:
        return first.pos_ in VERBAL and not has_subject(word) and not has_to(word)
    is_noun = word.pos_ in NOMINAL or word.lower_ == "one"
    return (is_noun and first.pos_ in NOMINAL) or word.pos_ == first.pos_ == "ADJ"


def _link_before_aside(word: Token) -> Token | None:
    """The "and" of "and, under a floor, *two watches*"."""
    tokens = word.doc.tokens[max(word.sent.start, word.i - _LONGEST_ASIDE) : word.i]
    own = [*takewhile(lambda t: t.text != ",", reversed(tokens))]
    rest = tokens[: len(tokens) - len(own) - 1]
    aside = [*takewhile(lambda t: t.text != ",", reversed(rest))]
    before = rest[: len(rest) - len(aside)]
    if not aside or len(before) < 2 or any(word not in t.ancestors for t in own if t.head != word):
        return None
    link = before[-2]
    return link if link.dep_ == "cc" and link.lower_ in _LINKS else None


@at(tags="VBD VBN VBG VB VBZ VBP", none_below=SUBJECTS | HELPERS | {"mark"}, is_behind=True)
def next_deed(verb: Token) -> Iterator[Arc]:
    """ "Was grazed, *treated* and sent home", "spent it dodging cars, *sleeping* and eating": the second of three."""
    first = verb.head
    if first.tag_ != verb.tag_:
        first = next((t for t in _frontier(verb) if t.tag_ == verb.tag_ and t.pos_ in VERBAL), first)
    others = [c for t in (verb, verb.head) for c in t.rights if c.dep_ == "conj" and c.i > verb.i]
    if verb.dep_ != "advcl" or first.tag_ != verb.tag_ or verb.left_edge != verb or verb.nbor(-1).text != ",":
        return
    has_more = any(not c.is_punct and c.dep_ not in ("cc", "conj") for c in verb.rights)
    if has_more and any(c.tag_ == verb.tag_ and not has_subject(c) for c in others[:1]):
        yield verb, first, "conj"


@at(below="mark", any_below=SUBJECTS, is_behind=True)
def further_that(verb: Token) -> Iterator[Arc]:
    """ "Said that it was late, *that nobody knew* and that it would pay": one more thing that is said."""
    that = next(c for c in verb.lefts if c.dep_ == "mark")
    before = that.nbor(-1) if that.i > verb.sent.start else that
    if that.lower_ != "that" or before.lower_ not in (",", "and", ";", "but", "or"):
        return
    sayer = next((t for t in (verb.head, *verb.head.ancestors) if says(t)), None)
    if sayer is None:
        return
    told = [c for c in sayer.rights if c.dep_ == "ccomp" and c != verb and c.i < that.i and has_subject(c)]
    if told and any(c.tag_ in _QUESTIONS for c in told[-1].lefts):
        return
    if told and verb.head in (sayer, told[-1], *told[-1].subtree):
        last = told[-1]
        while others := [c for c in last.rights if c.dep_ == "conj" and c.i < that.i and has_that(c)]:
            last = others[-1]
        if verb != last:
            yield verb, last, "conj"


@at(none_below=SUBJECTS | {"mark"})
def in_relative(verb: Token) -> Iterator[Arc]:
    """ "Beat a rival that was cheaper but *could not deliver*", "said Lee, who runs a shop and *sold* two": who is told
    of does both, where no comma ends what is told."""
    main, tokens = verb.head, verb.doc.tokens
    link = next((t for t in reversed(tokens[verb.sent.start : verb.i]) if t.tag_ == "CC"), None)
    if verb.dep_ != "conj" or link is None or link.lower_ not in _LINKS or link.text_before == "," or has_to(verb):
        return
    told = next((t for t in _frontier(link) if t.dep_ == "relcl"), None)
    if told is None or told == main or not _is_of_subject(told) or not (told.head.i > main.i or verb.i < main.i):
        return
    if not _goes_on(verb, told) or (main not in told.ancestors and verb.i > main.i):
        return
    yield link, told, "cc"
    yield verb, told, "conj"


def _is_of_subject(told: Token) -> bool:
    """Whether the pronoun of a relative clause is its subject."""
    return any(c.tag_ in ("WDT", "WP") and c.dep_ in SUBJECTS for c in told.lefts)


def _goes_on(verb: Token, first: Token) -> bool:
    if finite_part(verb).tag_ not in FINITE:
        return verb.tag_ == first.tag_
    opening, tenses = first.left_edge, (finite_part(first).tag_, finite_part(verb).tag_)
    if not follows_comma(opening) and tenses[0] in _PRESENT and tenses[1] == "VBD":
        return False  # "praised the clerks who work there and closed it"
    number = number_of_noun(first.head)
    return not number or number_of_verb(verb) in ("", number)


@at(is_behind=False)
def one_name(second: Token) -> Iterator[Arc]:
    """ "*Marsh & Tarn* Hotels opened", "Fire and *Rescue* Service", "Kurdish and *Arab* parties met": two parts that
    stand before one noun."""
    noun = second.head
    link = second.nbor(-1) if second.i > 1 else second
    first = link.nbor(-1) if link.lower_ in ("and", "&") else second
    if first is second or (noun.dep_, noun.head) != ("conj", first) or second.left_edge != second:
        return
    if not _are_parts(first, noun):
        return
    if not _is_one_entity(first, noun) and not {first.text, second.text}.issubset(demonyms()):
        return
    yield noun, noun if first.head is first else first.head, first.dep_
    yield first, noun, "nmod"
    yield from ((c, noun, c.dep_) for c in [*first.children] if c.i > noun.i or c.dep_ in FIXING)
    yield link, first, "cc"
    yield second, first, "conj"


def _are_parts(first: Token, noun: Token) -> bool:
    return (
        noun.pos_ in NOUNS
        and first.pos_ in {*NOUNS, "ADJ"}
        and not any(c.dep_ == "conj" and c != noun for c in first.rights)
    )


def _is_one_entity(first: Token, noun: Token) -> bool:
    """Whether two words stand in one name, of which the first is no part behind "of"."""
    name = entity_of(first)
    if name is None or not name.start <= noun.i < name.end or name.label_ != "ORG":
        return False
    return not any(t.tag_ == "IN" for t in name)


@at(tags="NN", any_below="compound amod nmod", above_tags="NN", is_behind=True)
def of_both(maker: Token) -> Iterator[Arc]:
    """ "Coffee and *tea merchant* Abel Moss sold it", "a lamp and *mirror maker*": who deals in both; no coffee sells
    a house, and "tea merchant" without an article is no second one."""
    first, second = maker.head, maker.nbor(-1)
    link = second.nbor(-1) if second.i else second
    is_pair = maker.dep_ == "conj" and link.lower_ == "and" and first.i == link.i - 1 and second.head == maker
    if not is_pair or maker.left_edge != second or second.tag_ not in ("NN", "JJ") or first.ent_type_:
        return
    opening = first.left_edge
    is_agent = maker.lower_.endswith(("er", "or", "ant")) and (is_people(maker) or maker.lemma_ in class_nouns())
    may_act = (
        is_people(first) or class_of_noun(first) in ACTORS | PLACE_CLASSES or first.lemma_.lower() in class_nouns()
    )
    is_alone = opening.dep_ not in ("nummod", "poss") and not may_act  # not "the union and train operator Tarn"
    is_named = any(t.pos_ == "PROPN" for t in maker.doc.tokens[maker.i + 1 : maker.i + 2])
    if not is_agent or not is_alone or (opening.dep_ != "det" and not is_named):
        return
    named = [c for c in (*maker.rights, *first.rights) if c.pos_ == "PROPN" and c.left_edge.i == maker.i + 1]
    noun = next((c for c in named if c.dep_ in ("appos", "conj")), maker)
    yield noun, noun if first.head is first else first.head, first.dep_
    yield from ((c, noun, c.dep_) for c in [*first.children] if c not in (maker, link, noun) and c.dep_ != "compound")
    yield from [(maker, noun, "compound")] if noun != maker else []
    yield first, maker, "nmod"
    yield link, first, "cc"
    yield second, first, "conj"
