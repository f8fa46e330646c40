"""Headlines of what is to come, "Lund to close two mills", read again with a verb that can be no part of a noun."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.annotate.second_readings.headline_words import may_plan, tells_to
from kg.annotate.second_readings.other_reading import read_words, taken_over
from kg.annotate.second_readings.verb_index import known_verbs
from kg.grammar import wordlists
from kg.grammar.verbs import FINITE, NOMINAL_SUBJECTS

_WILL = "will"
_BEFORE = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "DT", "CD", "POS", "CC"})
_VERBS = frozenset({"VB", "VBP"})
_JOINTS = frozenset({"after", "amid", "as", "because", "before", "despite", "until", "while"})


def read_plan(doc: Doc, nlp: Language) -> Doc | None:
    """The text read with "will" for its "to"; None if it tells of nothing to come, or is read so already."""
    to = next((token for token in doc if token.lower_ == "to"), None)
    if to is None or not 0 < to.i < len(doc) - 1 or not _may_plan(doc, to, nlp) or _is_planned(to.nbor()):
        return None
    words = [_WILL if token.i == to.i else token.text for token in doc]
    spaces = [bool(token.whitespace_) for token in doc]
    other = read_words([*words, "."], [*spaces[:-1], False, False], nlp)
    is_one = len(list(other.sents)) == 1 and _is_planned(other[to.i + 1])
    return taken_over(doc, other, {to.i: ("TO", "to")}) if is_one else None


def _may_plan(doc: Doc, to: Token, nlp: Language) -> bool:
    """Whether only who may do something stands before "to" and a verb, and no other verb is there: not "Plan to"."""
    doer = to.nbor(-1)
    is_name = doer.tag_ in _VERBS and doer.i == 0 and (doer.lower_ not in known_verbs(nlp)[0] or may_plan(doer))
    is_doer = is_name or (all(token.tag_ in _BEFORE for token in doc[: to.i]) and may_plan(doer))
    is_asking = doer.lemma_.lower() in wordlists.control_nouns()
    end = next((token.i for token in doc[to.i :] if token.lower_ in _JOINTS), len(doc))
    is_only = not any(token.tag_ in FINITE for token in doc[to.i : end])
    is_told = any(map(tells_to, doc[1 : to.i - 1]))
    return is_doer and not is_asking and not is_told and is_only and to.nbor().tag_ == "VB"


def _is_planned(verb: Token) -> bool:
    return verb.dep_ == "ROOT" and any(child.dep_ in NOMINAL_SUBJECTS for child in verb.lefts)
