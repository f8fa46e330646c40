"""How a description is built: "the company", "the Home Secretary", "the Boston company", "her client"."""

from __future__ import annotations

from kg.annotate.coreference.referent import is_subject
from kg.annotate.coreference.referents import Referents
from kg.grammar.phrases import TIMES
from kg.naming import demonyms, description_words, parts_of_offices, small_words
from kg.parse import Token


def is_narrowed(noun: Token) -> bool:
    """Whether more is said than a name could have been given for: "the company that runs the port", unlike "the
    company, which runs the port"."""
    after = [t for t in noun.rights if t.dep_ in {"relcl", "prep", "acl", "appos"}]
    after = [t for t in after if not any(day.ent_type_ in TIMES for day in t.rights if t.dep_ == "prep")]
    return any(t.dep_ == "prep" or noun.doc[t.left_edge.i - 1].text != "," for t in after)


def is_identified(noun: Token, referents: Referents) -> bool:
    """Whether the sentence says which one it is: "The contractor is Orlo Works" speaks of nobody known before."""
    verb = noun.head
    is_copula = is_subject(noun) and verb.lemma_ == "be"
    if any(t.dep_ == "appos" and referents.is_inside_name(t) for t in noun.rights):
        return True
    return is_copula and any(t.dep_ == "attr" and referents.is_inside_name(t) for t in verb.rights)


def has_counsel(noun: Token) -> bool:
    """Whether a noun is "her client"."""
    return noun.lemma_ == "client" and any(t.dep_ == "poss" and t.pos_ == "PRON" for t in noun.lefts)


def is_bare(noun: Token) -> bool:
    """Whether a noun stands with "the" and at most one plain word: "the company", "the life-size figure"."""
    before = list(noun.lefts)
    if not before or before[0].lower_ != "the" or before[0] is not noun.left_edge or len(before) > 2:
        return False
    return all(
        (t.is_lower or t.text in demonyms())
        and t.lower_ not in description_words("foreign")
        and t.tag_ in {"JJ", "NN"}
        and _is_one_word(t)
        for t in before[1:]
    )


def _is_one_word(modifier: Token) -> bool:
    """Whether nothing but what a hyphen joins to it belongs to a word: "life-size"."""
    inner = [t for t in modifier.subtree if t is not modifier]
    return not inner or (modifier.text_before == "-" and all(t.text == "-" or t.is_lower for t in inner))


def is_titled(noun: Token) -> bool:
    """Whether a noun is a whole title with "the": "the Home Secretary"."""
    before = [t for t in noun.children if t.i < noun.i]
    return len(before) > 1 and before[0].lower_ == "the" and all(t.text in parts_of_offices() for t in before[1:])


def is_definite(noun: Token) -> bool:
    """Whether a noun stands with "the" or "this" and nothing that chooses among several: not "the first company"."""
    if is_seated(noun) or not any(child.lower_ in {"the", "this"} and child.dep_ == "det" for child in noun.children):
        return False
    modifiers = [child for child in noun.children if child.dep_ in ("amod", "compound", "nummod", "poss")]
    return not any(m.lower_ in description_words("foreign") or m.pos_ in ("NUM", "PROPN") for m in modifiers)


def is_placed(noun: Token) -> bool:
    """Whether a noun stands with "the" and where it is at home: "the Boston company"."""
    before = [t for t in noun.children if t.i < noun.i]
    if len(before) != 2 or before[0].lower_ != "the" or before[0].i + 2 != noun.i:
        return False
    return before[1].tag_ == "NNP" and before[1].ent_type_ == "GPE"


def is_told_of(noun: Token) -> bool:
    """Whether a noun stands with "the"."""
    return any(child.lower_ == "the" and child.dep_ == "det" for child in noun.lefts)


def is_seated(noun: Token) -> bool:
    """Whether a noun stands with "the" and where it is based: "the Oslo-based company"."""
    is_told = noun.left_edge.lower_ == "the" and noun.left_edge.dep_ == "det"
    return is_told and any(t.lower_ in small_words("based") and t.text_before == "-" for t in noun.lefts)
