"""Plans: what goes with what is still to come, and what is settled by deciding it. Arcs in, governors out."""

from __future__ import annotations

from kg.extract.factuality import arcs
from kg.extract.factuality.complements import complements
from kg.extract.factuality.lexicon import Lexicon
from kg.extract.factuality.signatures import Signatures
from kg.grammar.phrases import first_of
from kg.grammar.verbs import has_to, verb_forms
from kg.grammar.wordlists import words_of
from kg.parse import Token

_BRINGING = frozenset({"bring", "put", "draw", "call"})
_ENDS = frozenset({"end", "close", "halt", "stop", "conclusion", "finish"})
_AHEAD = frozenset({"will", "'ll", "’ll", "wo", "shall"})


def planned(governor: Token, behind: Token, signatures: Signatures) -> Token | None:
    """The verb of what is to come, which a clause behind goes with, mostly an infinitive: "plans to *close* the mine,
    ending", "is due to *open*, with 300 people working there", "will be *sold*, with rents rising"."""
    if governor.dep_ == "xcomp" and has_to(governor) and governor.head.i < governor.i:
        governor = governor.head
    first = first_of(governor)
    is_shared = governor.tag_ in ("VB", "VBN") or (governor.tag_ == "VBD" and first.tag_ == "VBN")
    helpers = (*governor.lefts, *(first.lefts if is_shared else ()))
    if governor.i < behind.i and arcs.follows_comma(behind) and any(c.lower_ in _AHEAD for c in helpers):
        return governor
    word = arcs.predicated_word(governor)
    ahead = ("f",) if word is None else ("f", "o")  # "is likely to close"
    for one in (governor, *(child for child in governor.rights if child.dep_ == "acomp")):
        for infinitive in (c for c in one.rights if c.dep_ == "xcomp" and has_to(c) and c.i < behind.i):
            if word is None:
                found = signatures.listed(governor, *complements(governor, infinitive, "inf"))
            else:
                found = signatures.of_predicated(word, "inf", infinitive)
            if found is not None and found.if_positive in ahead:
                return infinitive
    return None


def _gives_in(participle: Token) -> bool:
    """Whether a participle tells to what a decision gives in, or over what it goes: "voted to close it, bowing to its
    owners", "overruling its lawyers"."""
    lemma = participle.lemma_.lower()
    if lemma in words_of("giving in"):
        return any(child.lower_ == "to" for child in participle.rights)
    return lemma in words_of("minding advice") and any(child.dep_ == "dobj" for child in participle.rights)


def settled(governor: Token, participle: Token, lexicon: Lexicon) -> Token | None:
    """The decision that by itself ends what a participle says it ends: "voted to close two schools, ending months of
    argument", "bringing a dispute to an end"; not "ending a century of mining"."""
    first = first_of(governor)  # "voted to close two schools and sell a third, ending"
    decision = first.head if first.dep_ == "xcomp" and has_to(first) else governor
    if governor.dep_ == "ccomp" and lexicon.has("speech", verb_forms(governor.head)) and participle.i > governor.head.i:
        decision = governor.head  # "will build a mill there, it said on Monday, ending months of talks"
    is_taken = arcs.is_past(decision) or arcs.has_perfect(decision)
    is_to_act = any(c.dep_ == "xcomp" and has_to(c) and c.i < participle.i for c in decision.rights)
    if is_taken and is_to_act and _gives_in(participle):
        return decision
    ended = [child for child in participle.rights if child.dep_ == "dobj"]
    if participle.lemma_ in _BRINGING:  # "bringing to an end", "putting an end to"
        ended += [
            noun for word in (participle, *ended) for to in word.rights if to.lower_ == "to" for noun in to.rights
        ]
        is_end = any(noun.lower_ in _ENDS for noun in ended)
    else:
        is_end = lexicon.has("capping", verb_forms(participle))
    if not is_taken or not is_end:
        return None
    whole = (*ended, *(inner for noun in ended for of in noun.rights if of.lower_ == "of" for inner in of.rights))
    return decision if any(lexicon.has("disputes", arcs.noun_forms(word)) for word in whole) else None
