"""Noun phrases over the parse: what is coordinated, which words belong to a name or short description."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.grammar import wordlists
from kg.once import once_a_token
from kg.parse import Span, Token

_BESIDE = frozenset({"conj", "appos"})
_NONE = frozenset({"nothing", "nobody", "none", "no-one", "nowhere"})
NOUNS = frozenset({"NOUN", "PROPN"})
NOMINAL = NOUNS | {"PRON"}
VERBAL = frozenset({"VERB", "AUX"})
PLURALS = frozenset({"NNS", "NNPS"})
ADNOMINAL = frozenset({"acl", "relcl"})  # clauses on a noun
TIMES = frozenset({"DATE", "TIME"})
PLACE_LABELS = frozenset({"GPE", "LOC"})
SITE_LABELS = PLACE_LABELS | {"FAC"}  # with stations and bridges
AMOUNTS = frozenset({"PERCENT", "MONEY", "CARDINAL", "QUANTITY"})
CURRENCY_SIGNS = frozenset({"$", "£", "€", "¥"})
FIXING = frozenset({"det", "poss", "nummod"})  # what tells which or how many
_LONGEST_UNIT = 2
HYPHENS = frozenset({"-", "\u2010", "\u2011", "/"})
_OWN = frozenset(
    {
        "det",
        "amod",
        "compound",
        "nummod",
        "poss",
        "nmod",
        "quantmod",
        "predet",
        "advmod",
        "npadvmod",
        "case",
        "neg",
    }
    | {"punct", "preconj", "cc", "conj"}
)
_OR_MORE = frozenset({"more", "less", "fewer", "so"})
THEM = frozenset({"them", "which", "whom"})
REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves", "yourself", "yourselves"})
UNTIL = frozenset({"until", "till"})
SCALES = frozenset({"million", "billion", "trillion", "crore", "lakh"})
TERMS = {"year": 5, "month": 4, "week": 3, "day": 2, "hour": 1}
_INDEFINITE = frozenset({"anything", "something", "nothing", "everything", "anyone", "someone", "nobody"})
_COUNTING = frozenset({"CD", "JJR", "DT", "PRP$"})
_LISTING = frozenset({"punct", "cc", "conj"})
_CASES = frozenset({"cases", "instances"})
_POINTING = frozenset({"the", "these", "those", "both", "such"})
HERE = frozenset({"here", "there"})
COMPARATIVES = frozenset({"JJR", "RBR"})  # tags
COMPARING = frozenset({"than", "as"})
PAIRS = {"both": "and", "either": "or"}  # of "both praise and blame": no words of one of them
_INSEPARABLE = frozenset({"of", "per"})
_DESCRIBING = frozenset({"amod", "compound", "nmod", "nummod"})
_TELLING = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "CD", "RB"})
_BEFORE_HEAD = frozenset({"advmod", "amod", "neg"})
_FULL = frozenset(
    {
        "relcl",
        "acl",
        "appos",
        "prep",
        "agent",
        "advcl",
        "ccomp",
        "xcomp",
        "parataxis",
        "dep",
        "mark",
    }
)


def is_no_one(noun: Token) -> bool:
    """ "No one" in two words."""
    return noun.lower_ == "one" and any(child.lower_ == "no" for child in noun.lefts)


def is_none(noun: Token) -> bool:
    """ "Nothing", "nobody", "no one", "nowhere"."""
    return noun.lower_ in _NONE or is_no_one(noun)


def entity_of(token: Token) -> Span | None:
    """The named entity that a token stands in."""
    if not token.ent_type_:
        return None
    start, end, tokens = token.i, token.i + 1, token.doc.tokens
    while tokens[start].ent_iob_ == "I" and start > 0:
        start -= 1
    while end < len(tokens) and tokens[end].ent_iob_ == "I":
        end += 1
    return token.doc[start:end]


def in_one_name(first: Token, second: Token) -> bool:
    """Whether two tokens stand in the same named entity: "Hart" and "Sons" of "Hart and Sons"; or make one term, as
    "three years and two months", "nine or more"."""
    if second.dep_ == "conj" and _is_one_term(first, second):
        return True
    if not (first.ent_type_ and second.ent_type_):
        return False
    span = entity_of(first)
    return span is not None and span.start <= second.i < span.end


def _is_one_term(first: Token, second: Token) -> bool:
    """Of a conjunct."""
    if _is_exception(first, second) or _are_counted_together(first, second):
        return True
    is_half = second.lower_ == "half" and second.i == first.i + 3 and second.lower_before == "a"
    if is_half and any(c.lower_ in ("a", "an") for c in first.lefts):
        return True  # "an inch and a half"
    if first.tag_ == "CD":
        return second.lower_ in _OR_MORE
    if second.tag_ == "CD" and first.tag_ == "NNP" and first.ent_type_ == "DATE" and "nummod" in first.below:
        return True  # "on November 12 and 26"
    if (longer := TERMS.get(first.lemma_.lower())) is None or first.tag_ not in ("NN", "NNS"):
        return False
    counts = [c for noun in (first, second) for c in noun.lefts if c.dep_ == "nummod"]
    return longer > TERMS.get(second.lemma_.lower(), longer) and len(counts) > 1


def _is_exception(first: Token, second: Token) -> bool:
    """ "*All* but *three* of its shops closed": one number of shops; three of them did not."""
    return first.lower_ == "all" and second.tag_ == "CD" and second.i == first.i + 2 and second.lower_before == "but"


def _are_counted_together(first: Token, second: Token) -> bool:
    """ "Freed *300 soldiers*, *sailors* and airmen": so many of them together."""
    if not (_is_bare_plural(first) and _is_bare_plural(second)):
        return False
    while first.dep_ == "conj" and not first.lefts and _is_bare_plural(first.head):
        first = first.head
    is_counted = any(c.dep_ == "nummod" for c in first.lefts)
    is_open = any(c.tag_ in _COUNTING or c.dep_ in ("det", "poss", "nummod") for c in second.lefts)
    return is_counted and not is_open


def _is_bare_plural(noun: Token) -> bool:
    """Whether nothing stands behind a plural but what is listed beside it."""
    return noun.tag_ == "NNS" and all(c.dep_ in _LISTING for c in noun.rights)


def _next_conjuncts(head: Token) -> list[Token]:
    found: list[Token] = []
    if _BESIDE.isdisjoint(head.below):
        return found
    waiting = [(head, child) for child in reversed(head.rights)]
    while waiting:
        above, child = waiting.pop()
        if child.dep_ == "conj" and _is_alike(above, child) and not in_one_name(above, child):
            if _is_instead(child):
                continue
            found.append(child)
            waiting += [(child, below) for below in reversed(child.rights)]
        elif child.dep_ == "appos":
            found += [other for other in and_conjuncts(child)[1:] if not is_alike_name(child, other)]
    return found


def _is_instead(other: Token) -> bool:
    """ "Uses sodium instead of *lithium*": what is not used."""
    before = other.left_edge.i - 2
    return before >= 0 and other.doc.tokens[before].lower_ == "instead" and other.doc.tokens[before + 1].lower_ == "of"


def is_alike_name(appositive: Token, other: Token) -> bool:
    """Whether a conjunct continues an apposition ("a judge and poet") and not what the apposition describes
    ("the bank, Tessen, and the club")."""
    return (appositive.pos_ == "PROPN") == (other.pos_ == "PROPN")


def _is_alike(head: Token, other: Token) -> bool:
    """Conjuncts are verbs or names and nouns; a verb hung on a noun is the parser's slip."""
    return _is_verbal(head) == _is_verbal(other)


def _is_verbal(token: Token) -> bool:
    return token.pos_ in VERBAL


def first_of(token: Token) -> Token:
    """The first of those that are listed: of "Moe" in "Lund and Moe" Lund."""
    while token.dep_ == "conj":
        token = token.head
    return token


@once_a_token
def conjuncts(head: Token) -> tuple[Token, ...]:
    """The head and all that is coordinated with it, in order: "A, B and C" from A, B or C gives (A, B, C)."""
    first = head
    while first.dep_ == "conj" and _is_alike(first.head, first) and not in_one_name(first.head, first):
        first = first.head
    return tuple(sorted((first, *_next_conjuncts(first)), key=lambda token: token.i))


def chained(word: Token) -> Iterator[Token]:
    """Its conjuncts and theirs, of whatever kind the tagger takes them for."""
    for child in word.rights:
        if child.dep_ == "conj":
            yield child
            yield from chained(child)


def and_conjuncts(head: Token) -> tuple[Token, ...]:
    """The head and what is coordinated to its right, for a head that is itself the first."""
    return (head, *_next_conjuncts(head))


@once_a_token
def phrase(head: Token) -> tuple[Token, ...]:
    """The words of a noun phrase as a name or short description: determiner, modifiers, compounds, of-phrases;
    without relative clauses, appositions, conjuncts and other prepositional phrases. In order; may have gaps."""
    if not head.children and not head.ent_type_ and head.dep_ != "conj":
        return _alone(head)
    found = {token.i for token in _phrase(head)}
    span = entity_of(head)
    if span is not None and head.pos_ in ("PROPN", "NOUN", "NUM"):
        is_time = head.ent_type_ in TIMES  # "on May 6 after *months*"
        start = max(span.start, head.left_edge.i) if is_time else span.start
        found.update(i for i in range(start, span.end) if i >= head.i or not head.doc[i].is_ancestor(head))
    tokens = head.doc.tokens
    for i in tuple(found):
        if not tokens[i].whitespace_ or (i and not tokens[i - 1].whitespace_):
            found.update(_glued(tokens, i))
    if len(found) <= max(found) - min(found):
        found.update(_quotes_within(tokens, found))
    return tuple([token for i in sorted(found) if not (token := tokens[i]).is_space])


def _quotes_within(tokens: Sequence[Token], found: set[int]) -> Iterator[int]:
    """ "Its *"*slow and late*"* reply": the marks around some words of a phrase."""
    marks = [i for i in range(min(found) + 1, max(found)) if i not in found and tokens[i].is_quote]
    if len(marks) % 2 == 0 and all(i - 1 in found and i + 1 in found for i in marks):
        yield from marks


def _alone(head: Token) -> tuple[Token, ...]:
    """A word on which nothing hangs, with what the tokenizer cut from it."""
    i, tokens = head.i, head.doc.tokens
    if head.whitespace_ and (not i or tokens[i - 1].whitespace_):
        return (head,) if not head.is_space else ()
    places = _glued(tokens, i)
    return tuple(token for token in tokens[places.start : places.stop] if not token.is_space)


def named_object(head: Token) -> Token | None:
    """Who is named what, when the parser made one phrase of it: Lund of "elected Lund mayor"."""
    if head.dep_ not in ("dobj", "oprd") or head.pos_ != "NOUN" or head.head.lemma_ not in wordlists.naming():
        return None
    if any(child.dep_ in ("det", "poss") for child in head.lefts):
        return None
    names = [child for child in head.lefts if child.dep_ in ("compound", "nmod") and child.pos_ == "PROPN"]
    between = head.doc[names[-1].i + 1 : head.i] if names else ()
    return names[-1] if names and all(t.head == head and t.dep_ in ("amod", "compound") for t in between) else None


def glued(token: Token) -> Span:
    """The written word that a token is part of, when the tokenizer cut it at hyphens: "step-by-step"."""
    places = _glued(token.doc.tokens, token.i)
    return token.doc[places.start : places.stop]


def _glued(tokens: Sequence[Token], i: int) -> range:
    first = last = i
    while first > 0 and not tokens[first - 1].whitespace_ and _is_hyphened(tokens[first - 1], tokens[first]):
        first -= 1
    while not tokens[last].whitespace_ and last + 1 < len(tokens) and _is_hyphened(tokens[last], tokens[last + 1]):
        last += 1
    return range(first, last + 1)


def _is_hyphened(left: Token, right: Token) -> bool:
    if left.tag_ == "CD" and right.is_alpha and left.is_digit:
        return len(right) <= _LONGEST_UNIT  # "£12" and "m"
    return (left.text in HYPHENS and right.text.isalnum()) or (right.text in HYPHENS and left.text.isalnum())


def _phrase(head: Token) -> Iterator[Token]:
    yield head
    if (shared := _shared_of(head)) is not None:
        yield from _of_phrase(shared)
    named = named_object(head)
    for child in head.children:
        if child.dep_ == "prep" and (child.lower_ in _INSEPARABLE or (child.lower_ == "than" and head.tag_ == "JJR")):
            yield from _of_phrase(child)
        elif child.dep_ in _OWN and child != named and _belongs(head, child):
            yield from _phrase(child) if _is_exception(head, child) else _modifier(child)


def _shared_of(head: Token) -> Token | None:
    """The "of" behind the last of several nouns that hangs on the first: "production and export *of* oil"."""
    if head.dep_ != "conj" or head.pos_ != "NOUN" or any(child.dep_ == "prep" for child in head.rights):
        return None
    first = conjuncts(head)[0]
    behind = (child for child in first.rights if child.dep_ == "prep" and child.i == head.i + 1)
    return next((child for child in behind if child.lower_ == "of"), None)


def _belongs(head: Token, child: Token) -> bool:
    """Coordination inside a name is part of it; else modifiers stand before the head, "'s" and "Jr." after it."""
    if child.dep_ == "cc" and any(other.dep_ == "conj" and _is_one_term(head, other) for other in head.rights):
        return True
    if child.dep_ in ("cc", "conj") or (child.dep_ == "preconj" and child.lower_ in PAIRS):
        return in_one_name(head, child)
    if child.dep_ == "punct":
        is_of_list = child.text == "," and any(_are_counted_together(head, c) for c in head.rights if c.dep_ == "conj")
        return child.text == "-" or is_of_list or in_one_name(head, child) or _parts_adjectives(head, child)
    if child.dep_ == "npadvmod" and child.i > head.i:
        opens = child.left_edge  # of "$30 million a year", "9 tonnes of cod a year"
        ends = [head.i, *(c.right_edge.i for c in head.rights if c.lower_ == "of")]
        return opens.i - 1 in ends and opens.lower_ in ("a", "an")
    if child.i == head.i + 1 and (child.lower_ == "else" or (child.dep_ == "amod" and head.lower_ in _INDEFINITE)):
        return True  # "everyone else", "something strange"
    return child.i < head.i or child.dep_ not in _BEFORE_HEAD or in_one_name(head, child)


def _parts_adjectives(noun: Token, comma: Token) -> bool:
    """ "A small*,* wooden box": one description."""
    if comma.text != "," or not 0 < comma.i < noun.i:
        return False
    before = comma.nbor(-1)
    is_told = before.tag_ in _TELLING or not comma.whitespace_  # "the RTS,S vaccine"
    is_behind = before.head is noun and before.dep_ in ("amod", "nummod", "nmod") and is_told
    return is_behind and any(c.left_edge.i == comma.i + 1 and c.dep_ in _DESCRIBING for c in noun.lefts)


def _modifier(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep_ not in _FULL:
            yield from _modifier(child)


def _of_phrase(preposition: Token) -> Iterator[Token]:
    """ "of the queen"; also "of selling the mill", which tells whose "cost" or "risk" it is."""
    for child in preposition.children:
        if child.dep_ == "pobj":
            yield preposition
            yield from _phrase(child)
            yield from _called(child)
            yield from _also(child)
        elif child.dep_ == "pcomp" and preposition.head.head.dep_ != "agent":  # "accused by Lund of selling it"
            yield preposition
            yield from child.subtree


def _called(noun: Token) -> Iterator[Token]:
    """ "The crew of the trawler *Norma Jean*": what a thing under "of" is called, right behind it."""
    for child in noun.rights if noun.tag_ == "NN" else ():
        if child.dep_ == "appos" and child.pos_ == "PROPN" and child.left_edge.i == noun.i + 1:
            yield from _phrase(child)


def _also(noun: Token) -> Iterator[Token]:
    """What is coordinated under "of", with the words between: "of teachers *and nurses*"."""
    for child in noun.rights:
        if child.dep_ == "cc" or (child.text == "," and any(c.dep_ == "conj" and c.i > child.i for c in noun.rights)):
            yield child
        elif child.dep_ == "conj" and _is_alike(noun, child):
            yield from _phrase(child)
            yield from _also(child)


def tells_cases(preposition: Token) -> bool:
    """ "In *rare cases*", "in some instances": not always; "in the case", "in this case" tell of one."""
    nouns = [c for c in preposition.rights if c.dep_ == "pobj"] if preposition.lower_ == "in" else []
    if preposition.i and _is_of_item(preposition):
        return False
    return any(n.lower_ in _CASES and all(c.lower_ not in _POINTING for c in n.lefts) for n in nouns)


def _is_of_item(preposition: Token) -> bool:
    """ "Holds names and, *in some cases*, codes", "one *in* 2,000 cases": of one thing."""
    before, above = preposition.nbor(-1), preposition.head
    is_inserted = before.text == "," or before.dep_ == "cc"
    return before.tag_ == "CD" or (is_inserted and above.i < preposition.i)


def is_some_of_them(noun: Token) -> bool:
    """ "*Half* of them", "the *best* of which": a part of those that were told."""
    return any(t.lower_ in THEM for link in noun.rights if link.lower_ == "of" for t in link.rights)


def follows_comma(token: Token) -> bool:
    """Whether a comma stands right before a word."""
    return token.text_before == ","
