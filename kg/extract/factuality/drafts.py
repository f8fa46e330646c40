"""Drafts: what a bill does, it would do if it became law: "a bill that bans fur"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clauses.subjects import subjects
from kg.extract.factuality import arcs
from kg.extract.factuality.lexicon import Lexicon
from kg.grammar.verbs import HELPERS, SUBJECTS, verb_forms
from kg.grammar.wordlists import words_of
from kg.parse import Token

_BY_NOW = frozenset({"already", "still", "now", "currently", "usually", "often", "always"})


def provided(verb: Token, lexicon: Lexicon) -> Iterator[Token]:
    """The draft by whose words alone a verb in the present tense holds: "a bill that bans fur", "a bill banning fur";
    not "signed a bill that bans fur"."""
    if verb.tag_ not in ("VBZ", "VBP", "VBG") or not lexicon.has("provisions", verb_forms(verb)):
        return
    for subject in subjects(verb):
        if subject.pos_ == "NOUN" and _is_draft(subject, lexicon) and not _is_enacted(subject, lexicon):
            yield subject


def under_draft(verb: Token, lexicon: Lexicon) -> Iterator[Token]:
    """The plan of "Under the plan, the council sells the hall": it would, if the plan were carried out."""
    if verb.tag_ not in ("VBZ", "VBP") or not HELPERS.isdisjoint(verb.below):
        return
    for under in (child for child in verb.lefts if child.lower_ == "under" and child.dep_ == "prep"):
        for noun in under.rights:
            if noun.lower_ == "which" and verb.dep_ == "relcl":
                noun = verb.head  # "the deal under which Orlo buys Tarn"
            is_planned = noun.lemma_.lower() in words_of("only planned") or _is_draft(noun, lexicon)
            if is_planned or (noun.lemma_.lower() in words_of("only agreed") and not _is_in_force(noun, verb)):
                yield noun


def _is_in_force(deal: Token, verb: Token) -> bool:
    """Whether what a deal lays down is done by now: "the deal, which took effect in May", "already supplies", "The deal
    under which it runs the port expires"."""
    told = (child for child in deal.rights if child.dep_ in ("relcl", "acl"))
    is_begun = any(arcs.is_past(one) and one.lemma_ in words_of("coming into force") for one in told)
    is_now = any(child.lower_ in _BY_NOW for child in verb.children)
    is_ending = deal.dep_ in SUBJECTS and deal.head.i != verb.i and deal.head.lemma_ in words_of("running out")
    return is_begun or is_now or is_ending


def _is_draft(noun: Token, lexicon: Lexicon) -> bool:
    """A bill, a proposed law."""
    words = (noun, *arcs.modifiers(noun))
    return any(lexicon.has("drafts", arcs.noun_forms(word)) for word in words)


def _is_enacted(draft: Token, lexicon: Lexicon) -> bool:
    return draft.dep_ in ("dobj", "nsubjpass") and lexicon.has("enacting", verb_forms(draft.head))
