"""Prepositions that a verb asks for, though the parser hangs them on its object."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract import wordlists
from kg.extract.clauses.phrases import in_one_name
from kg.parse import Token


def asked_for(preposition: Token) -> Iterator[tuple[Token, Token, str]]:
    """ "Accused the tenants [of lying]", "blamed the defeat [on rising prices]"."""
    noun = preposition.head
    if preposition.dep_ != "prep" or noun.dep_ not in ("dobj", "dative") or noun.i > preposition.i:
        return
    if in_one_name(noun, preposition):
        return  # "alerted the Department of Trade"
    later = [t for t in (*noun.rights, *noun.head.rights) if t.lower_ == preposition.lower_ and t.i > preposition.i]
    is_group = noun.lemma_.lower() in wordlists.words("collectives", "word")
    if preposition.lower_ == "of" and (later or is_group):
        return  # "accused the republic of Duran of shelling", "warned a crowd of nurses"
    if (noun.head.lemma_.lower(), preposition.lower_) in wordlists.verb_prepositions():
        yield preposition, noun.head, "prep"


def day_between(day: Token) -> Iterator[tuple[Token, Token, str]]:
    """ "Was convicted *Friday* of wire fraud": the day stands between the verb and what it asks for."""
    verb = day.nbor(-1) if day.i else day
    preposition = next((c for c in day.rights if c.dep_ == "prep" and c.i == day.i + 1), None)
    if day.ent_type_ != "DATE" or day.pos_ != "PROPN" or verb.pos_ != "VERB" or preposition is None:
        return
    noun, behind = day.head, next((c for c in preposition.rights if c.dep_ == "pobj"), None)
    if behind is not None and behind.ent_type_ in ("DATE", "TIME"):
        return  # "Friday of last week"
    yield day, verb, "npadvmod"
    yield preposition, verb, "prep"
    if noun != verb and behind is not None and noun.head == verb and noun.dep_ == "dobj" and noun.i == behind.i + 1:
        yield noun, preposition, "pobj"
        yield behind, noun, "compound"


def thanks_to(noun: Token) -> Iterator[tuple[Token, Token, str]]:
    """ "Won on Friday *thanks* to a goal": two words of one preposition, and nothing that is won."""
    if noun.lower_ != "thanks":
        return
    following = noun.doc[noun.i + 1 : noun.i + 2]
    verb = next((t for t in noun.ancestors if t.pos_ == "VERB"), None)
    is_said = verb is not None and noun.dep_ == "npadvmod" and verb.lemma_.lower() in wordlists.saying()
    if verb is not None and not is_said and verb.i < noun.i and any(t.lower_ == "to" for t in following):
        yield noun, verb, "prep"
        yield from ((to, noun, "prep") for to in following)


def paid_to(preposition: Token) -> Iterator[tuple[Token, Token, str]]:
    """ "Pay $3 million to 212 fishermen": no number from three million to 212."""
    count = preposition.head
    noun, verb = count.head, count.head.head
    if preposition.lower_ != "to" or preposition.dep_ != "quantmod" or noun.dep_ != "dobj" or count.dep_ != "nummod":
        return
    money = next((t for t in count.lefts if t.dep_ == "quantmod" and t.ent_type_ == "MONEY"), None)
    if money is not None and money.i < preposition.i and noun.lemma_.lower() not in wordlists.words("units", "lemma"):
        yield money, verb, "dobj"
        yield preposition, verb, "prep"
        yield noun, preposition, "pobj"
