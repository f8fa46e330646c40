"""When an apposition is sure to say what somebody or something is: by its place, its article and its kind."""

from __future__ import annotations

from kg.extract.clauses.obliques import QUANTITIES
from kg.grammar.kinds import class_of_noun, is_people, is_thing, means_people
from kg.grammar.phrases import NOUNS, PLACE_LABELS
from kg.grammar.verbs import SUBJECTS
from kg.grammar.wordlists import words, words_of
from kg.parse import Token

_OPENINGS = frozenset({",", "(", "-", "–", "—"})
_ARTICLES = frozenset({"DT", "PRP$", "WP$"})
_ONE = frozenset({"a", "an"})
_BODIES = frozenset({"kg:Company", "kg:Organization", "kg:AdvocacyGroup", "kg:GovernmentBody", "kg:PoliticalParty"})
_PLACES = frozenset({"kg:Place", "kg:GeopoliticalEntity", "kg:Facility"})


def is_sure(noun: Token, appositive: Token, told: Token) -> bool:
    """Whether what stands beside a noun describes it: "Ann Lund, *a judge*, left", "the owner, *Orlo*", "the firm
    *Orlo*"; not one of a list, a sum beside another, what sums up a clause, or what a phrase between is.

    What is told is the appositive, or another behind it: "a judge and *a poet*", with no comma before.
    """
    if any(t.text == "," for t in appositive.doc.tokens[appositive.i + 1 : told.i]):
        return False
    if _is_value(noun) or _is_value(appositive) or noun.pos_ not in (*NOUNS, "ADJ"):
        return False
    if "case" in appositive.below or appositive.tag_ in ("VBG", "VBN") or not _fits(noun, appositive):
        return False
    before = appositive.doc[appositive.left_edge.i - 1]
    if before.text not in _OPENINGS:
        return not before.is_punct and _is_called(noun, appositive)
    if not _is_next(noun, appositive, before) or not _is_closed(appositive) or _has_own_clause(appositive):
        return False
    return _is_told(noun, appositive) and not _is_listed(noun, appositive) and not _is_beside(noun, appositive)


def is_another(noun: Token, appositive: Token) -> bool:
    """Whether it is the next of a list, or what else was found, won or told, beside the noun."""
    is_parted = appositive.doc[appositive.left_edge.i - 1].text in _OPENINGS
    return is_parted and (_is_listed(noun, appositive) or _is_beside(noun, appositive))


def _is_value(noun: Token) -> bool:
    """A number, a sum, a measure, a time: it stands beside others, and describes none of them."""
    if noun.ent_type_ in QUANTITIES or noun.tag_ in ("CD", "$") or noun.text[:1].isdigit():
        return True
    return noun.lemma_.lower() in words("units", "lemma")


def _is_called(noun: Token, appositive: Token) -> bool:
    """ "The broker *Hale Lund*": a kind of things and the name right behind it."""
    is_name = appositive.pos_ == "PROPN" and noun.pos_ == "NOUN"
    if noun.lemma_.lower() in words_of("word for a name"):
        return False  # "under the alias *Hale Lund*": who bears it
    return is_name and noun.tag_ == "NN" and noun.i < appositive.left_edge.i


def _is_next(noun: Token, appositive: Token, before: Token) -> bool:
    """Whether the noun's own phrase ends right before the comma: no other noun there may be what is described."""
    inner = [t for t in noun.doc.tokens[noun.i + 1 : before.i] if t.pos_ in NOUNS and noun.is_ancestor(t)]
    if not inner or noun.ent_type_ or (noun.pos_ == inner[-1].pos_ == "PROPN"):
        return True
    return is_people(noun) and means_people(appositive) and not is_people(inner[-1])


def _is_closed(appositive: Token) -> bool:
    """Whether a comma or the like ends it, as one opens it."""
    last = appositive.right_edge
    behind = appositive.doc.tokens[last.i + 1 : last.i + 2]
    is_at_end = last.is_punct or "relcl" in appositive.below
    return is_at_end or all(t.is_punct or t.is_space or t.is_sent_start or t.tag_ == "CC" for t in behind)


def _is_told(noun: Token, appositive: Token) -> bool:
    """Whether the articles are those of a description."""
    if noun.pos_ == "PROPN" and appositive.pos_ == "PROPN":
        return appositive.left_edge.tag_ == "DT"
    if appositive.pos_ == "PROPN":
        return _is_introduced(noun) or appositive.left_edge.lower_ == "the"
    is_bare_post = noun.ent_type_ == "PERSON" and means_people(appositive)  # "Ann Lund, head of Orlo, left"
    if noun.pos_ == "PROPN":
        return _is_introduced(appositive) or is_bare_post
    return _is_introduced(appositive) and (_is_known(noun) or _is_of_subject(noun, appositive))


def _is_introduced(kind: Token) -> bool:
    """ "*A* judge", "*his* broker", "*Orlo's* owner", "*three* sisters"; no bare noun."""
    return any(t.tag_ in _ARTICLES or t.dep_ == "poss" for t in kind.lefts) or "nummod" in kind.below


def _is_known(noun: Token) -> bool:
    """ "*The* vendors", "*his* first shop", "*one* man": whom the reader has in mind; of others a list is told."""
    own = [t for t in noun.lefts if t.lower_ not in _ONE]
    return any(t.tag_ in _ARTICLES or t.dep_ == "poss" or t.lower_ == "one" for t in own)


def _is_of_subject(noun: Token, appositive: Token) -> bool:
    """ "Net income, *the difference between both*, rose": between a subject and its verb."""
    behind = appositive.doc.tokens[appositive.right_edge.i + 2 : appositive.right_edge.i + 3]
    return noun.dep_ in SUBJECTS and any(t is noun.head or t.head is noun.head for t in behind)


def _fits(one: Token, other: Token) -> bool:
    """No person is a thing: "Ann Lund, *a letter*". Builders and vendors may be firms."""
    pairs = ((one, other), (other, one))
    return not any(_is_one_person(t) and u.pos_ == "NOUN" and is_thing(u) and not _is_body(u) for t, u in pairs)


def _is_one_person(noun: Token) -> bool:
    return noun.ent_type_ == "PERSON" if noun.pos_ == "PROPN" else is_people(noun)


def _is_body(noun: Token) -> bool:
    return class_of_noun(noun) in _BODIES


def _has_own_clause(appositive: Token) -> bool:
    """ "The pubs, *the property in which* was sold"."""
    behind = appositive.doc.tokens[appositive.i + 1 : appositive.i + 3]
    return appositive.left_edge.lower_ == "the" and [t.tag_ for t in behind] == ["IN", "WDT"]


def _is_listed(noun: Token, appositive: Token) -> bool:
    """ "The premier, *a rabbi*, and the nurse", "the mill, *a barn* and a shop", "then the wolf, *then the bear*"; not
    "Ann Lund, *a judge* and poet", or "a firm, *Orlo*, and its owner"."""
    opening = appositive.left_edge
    if opening.pos_ == "ADV" and opening.lower_ == noun.left_edge.lower_:
        return True
    if noun.pos_ != "PROPN" and appositive.pos_ == "PROPN":
        return noun.tag_ == "NNS"
    others = [c for c in appositive.rights if c.dep_ == "conj"]
    after = appositive.doc.tokens[appositive.right_edge.i + 1 : appositive.right_edge.i + 3]
    is_next_joined = any(t.lower_ in ("and", "or") for t in after)
    if noun.pos_ != "PROPN":
        return bool(others) or is_next_joined
    has_comma = any(c.dep_ == "cc" and c.text_before == "," for c in appositive.rights)
    return len(others) > 1 or (bool(others) and has_comma)


def _is_beside(noun: Token, appositive: Token) -> bool:
    """ "Found a culvert under Mill Road, *a main* that leaks": what else was found, and no road."""
    if noun.dep_ != "pobj":
        return False
    if noun.head.text_before == "," and noun.head.dep_ == "prep":
        return True  # "won, for The Salt Road, *a prize*"
    outer = noun.head.head
    outer = next((c for c in outer.rights if c.dep_ == "dobj" and c.i < noun.i), outer)
    is_alike = outer.pos_ == "NOUN" and outer.left_edge.lower_ in _ONE and appositive.left_edge.lower_ in _ONE
    is_place = noun.ent_type_ in (*PLACE_LABELS, "FAC") and class_of_noun(appositive) not in _PLACES
    return is_alike and is_place and outer.dep_ not in SUBJECTS
