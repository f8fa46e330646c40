"""Which named thing a description refers to: "the company", "the museum", "the mayor", "the 44-year-old".

A description that could mean two things is left alone: a wrong one costs more than none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.annotate.introductions import BODIES
from kg.annotate.name_classes import family, noun_class
from kg.annotate.referents import Referent, Referents, is_subject
from kg.naming import (
    class_nouns,
    countries,
    description_words,
    normal_form,
    parts_of_offices,
    place_called,
    roles,
    titles,
)
from kg.parse import Doc, Span, Token

_Rule = Callable[[Token, Referents], "Iterator[Referent]"]

_REACH = 3  # sentences back
_MEMORY = 6  # sentences within which what the article is about must have been named
_SURE = 4  # times named, from which on what the sentence before speaks of counts for less
_LEAD = 2  # times as often as any other thing of its kind
_FIRMS = frozenset({"kg:Company", "kg:Organization"})


def resolve_description(noun: Token, referents: Referents) -> tuple[Span, str | None]:
    """The description that a noun heads, and what it refers to if only one thing can be meant."""
    span = noun.doc[noun.left_edge.i : noun.i + 1]
    if noun.tag_ not in {"NN", "NNP"} or noun.dep_ in {"compound", "appos", "attr"} or _is_narrowed(noun):
        return span, None
    if _is_identified(noun, referents):
        return span, None
    is_told_of = any(t.dep_ == "relcl" for t in noun.children)
    for is_described, rule in _RULES:
        if is_described(noun) and not (is_told_of and rule is _by_office):  # "the teacher, who has not been named"
            found = {referent.ident for referent in rule(noun, referents)}
            if len(found) == 1:
                ident = found.pop()
                return span, None if ident in _subjects_of_clause(noun, referents) else ident
            if found and rule in (_by_head, _by_office, _by_kind):
                return span, None
    if _is_bare(noun):
        referents.left.setdefault(noun.lower_, noun.i)
    return span, None


def _is_narrowed(noun: Token) -> bool:
    """Whether more is said than a name could have been given for: "the company that runs the port", unlike "the
    company, which runs the port"."""
    after = (t for t in noun.children if t.i > noun.i and t.dep_ in {"relcl", "prep", "acl", "appos"})
    return any(t.dep_ != "relcl" or noun.doc[t.left_edge.i - 1].text != "," for t in after)


def _is_identified(noun: Token, referents: Referents) -> bool:
    """Whether the sentence says which one it is: "The contractor is Orlo Works" speaks of nobody known before."""
    verb = noun.head
    is_copula = is_subject(noun) and verb.lemma_ == "be"
    return is_copula and any(t.dep_ == "attr" and referents.is_inside_name(t) for t in verb.rights)


def _subjects_of_clause(noun: Token, referents: Referents) -> frozenset[str]:
    """Who does it: none of them is also what it is done to, as in "The airline ordered jets from the maker"."""
    if is_subject(noun) or noun.dep_ == "poss":
        return frozenset()
    verb = next((t for t in noun.ancestors if t.pos_ in {"VERB", "AUX"}), noun)
    is_between = any(t.dep_ == "poss" for t in noun.ancestors if t.i > verb.i)
    found = () if is_between else (referents.last_at(t) for t in verb.children if is_subject(t))
    return frozenset(ident for ident in found if ident is not None)


def _is_bare(noun: Token) -> bool:
    """Whether a noun stands with "the" and at most one plain word: "the company", "the shipping company"."""
    before = [t for t in noun.children if t.i < noun.i]
    if not before or before[0].lower_ != "the" or before[0].i + len(before) != noun.i or len(before) > 2:
        return False
    return all(
        t.is_lower and t.lower_ not in description_words("foreign") and t.tag_ in {"JJ", "NN"} for t in before[1:]
    )


def _is_titled(noun: Token) -> bool:
    """Whether a noun is a whole title with "the": "the Home Secretary"."""
    before = [t for t in noun.children if t.i < noun.i]
    return len(before) > 1 and before[0].lower_ == "the" and all(t.text in parts_of_offices() for t in before[1:])


def _is_definite(noun: Token) -> bool:
    """Whether a noun stands with "the" or "this" and nothing that chooses among several: not "the first company"."""
    if not any(child.lower_ in {"the", "this"} and child.dep_ == "det" for child in noun.children):
        return False
    modifiers = [child for child in noun.children if child.dep_ in ("amod", "compound", "nummod", "poss")]
    return not any(m.lower_ in description_words("foreign") or m.pos_ in ("NUM", "PROPN") for m in modifiers)


def _near(noun: Token, referents: Referents, reach: int) -> Iterator[Referent]:
    for referent in referents.all.values():
        if referent.met and referents.sentences_between(referent.met[-1], noun) <= reach:
            yield referent


def _by_head(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "The museum" is the one name that ends in Museum, and what stands in a list with it; an event is not, nor what
    is first named after "the museum" was spoken of."""
    known_until = referents.left.get(noun.lower_, noun.i)
    for referent in referents.all.values():
        words = normal_form(referent.name).split()
        is_headed = len(words) > 1 and noun.lower_ in (words[-1], _before_of(words))
        is_known = bool(referent.met) and referent.met[0].i < known_until
        if is_headed and is_known and family(referent.type) not in {"event", "person"}:
            yield referent
            yield from referents.listed_with(referent)


def _before_of(words: list[str]) -> str:
    return words[words.index("of") - 1] if "of" in words[1:] else ""


def _by_office(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "The mayor" is the one person whom the text has called mayor; "the Home Secretary" the one called so in full."""
    title = noun.text.title()
    if noun.lower_ in roles() or (title in titles() and title not in parts_of_offices()):
        said = {noun.lower_} | {t.lower_ for t in noun.lefts if t.text in parts_of_offices()}
        for referent in referents.all.values():
            if referent.met and said <= referent.offices:
                yield referent


def _by_kind(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "The club" is the one thing that was introduced as one: "the club Orlo Rovers", "Brix, a club in Oslo"."""
    following = noun.doc[noun.i + 1 : noun.i + 2]
    if noun.lemma_.lower() in class_nouns() and not any(referents.is_inside_name(token) for token in following):
        for referent in referents.all.values():
            if referent.met and noun.lemma_.lower() in referent.kinds:
                yield referent


def _by_class(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "The company" is the only one named within three sentences."""
    told = noun_class(noun)
    kind = next((k for k in ("country", "city") if noun.lower_ in description_words(k)), "")
    if told == "kg:Company" or (told == "kg:GeopoliticalEntity" and kind):
        for referent in _near(noun, referents, _REACH):
            if _may_be(referent, told, kind):
                yield referent


def _may_be(referent: Referent, told: str, kind: str) -> bool:
    if told == "kg:Company":
        return referent.type in _FIRMS
    place = place_called(referent.name)
    if referent.type != "kg:GeopoliticalEntity" and not (referent.type == "kg:Place" and place is not None):
        return False  # "the city" is no park
    return (place is not None and place[0] in countries()) == (kind == "country")


def _wanted(noun: Token) -> frozenset[str]:
    """The classes of what a noun may stand for."""
    kind = class_nouns().get(noun.lemma_.lower())
    if kind in BODIES:
        return _FIRMS if kind == "kg:Company" else frozenset({kind, "kg:Organization", "kg:AdvocacyGroup"})
    is_plain = not any(child.dep_ in ("amod", "compound", "nummod", "poss") for child in noun.children)
    return frozenset({kind}) if kind == "kg:Product" and is_plain else frozenset()


def _by_lead(noun: Token, referents: Referents) -> Iterator[Referent]:
    """The firm or product that was named far more often than any other, before this sentence or alone in it."""
    wanted = _wanted(noun)
    if not wanted & {"kg:Company", "kg:Product"}:
        return
    counted = [(len(r.named_at), r) for r in referents.all.values() if r.type in wanted and r.named_at]
    opening = noun.sent.start
    known = [(n, r) for n, r in counted if r.named_at[0].i < opening or len(counted) == 1]
    if not known:
        return
    most, leader = min(known, key=lambda item: (-item[0], -item[1].named_at[-1].i))
    is_leading = most >= _LEAD * max((n for n, r in counted if r is not leader), default=0)
    topic = referents.topic(noun)
    if most < _SURE and topic is not None and topic is not leader and topic.type in wanted:
        return  # "Orlo, the owner, shut the mill. The company ...": not the firm that was named twice before
    if is_leading and referents.sentences_between(leader.named_at[-1], noun) <= _MEMORY:
        yield leader


def _by_topic(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "The group fears that": the group of which the sentence before speaks."""
    topic = referents.topic(noun) if is_subject(noun) and noun.head.dep_ == "ROOT" else None
    if topic is not None and topic.type in _wanted(noun):
        yield topic


_RULES: tuple[tuple[Callable[[Token], bool], _Rule], ...] = (
    (_is_bare, _by_head),
    (_is_bare, _by_office),
    (_is_titled, _by_office),
    (_is_bare, _by_kind),
    (_is_bare, _by_class),
    (_is_definite, _by_lead),
    (_is_definite, _by_topic),
)


def age_described(doc: Doc, i: int) -> Span | None:
    """The span of "the 44-year-old" if it ends at a token and describes nothing else."""
    if i < 4 or doc[i].lower_ != "old" or doc[i - 1].text != "-" or doc[i - 2].lower_ != "year":
        return None
    start = i - 4
    is_noun = i + 1 >= len(doc) or doc[i + 1].pos_ not in {"NOUN", "PROPN", "ADJ"}
    is_whole = start > 0 and doc[i - 3].text == "-" and doc[start].is_digit and doc[start - 1].lower_ == "the"
    return doc[start - 1 : i + 1] if is_noun and is_whole else None


def resolve_age(span: Span, referents: Referents) -> str | None:
    """Who is as old as "the 44-year-old": whose age was told, or who alone was spoken of in the sentence before."""
    age = span[1].text
    told = [r for r in referents.all.values() if r.met and any(_is_aged(name, age) for name in r.names)]
    if not told:
        near = [r for r in _near(span.root, referents, 1) if r.type == "kg:Person"]
        topic = referents.topic(span.root)
        told = near if len(near) == 1 and topic is near[0] else []
    return told[0].ident if len(told) == 1 else None


def _is_aged(name: Span, age: str) -> bool:
    return [t.text for t in name.doc[name.end : name.end + 2]] == [",", age]
