"""Clauses as arguments: what is said, and gerunds."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract import wordlists
from kg.extract.clauses.phrases import VERBAL
from kg.parse import Token

_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})


def said(verb: Token) -> Iterator[tuple[Token, Token, str]]:
    """ "Said outside the court [that Orlo would appeal]": no relative clause of the court."""
    if verb.dep_ == "acl" and (verb.head.dep_ != "pobj" or verb.head.lemma_.lower() in wordlists.content_nouns()):
        return  # "the claim that Orlo lied"
    if verb.dep_ not in ("relcl", "acl") or not any(
        child.lower_ == "that" and child.dep_ == "mark" for child in verb.lefts
    ):
        return
    above = verb.head
    while above.dep_ in ("pobj", "prep", "dobj", "npadvmod", "dative"):
        above = above.head
    if _says(above) and not any(child.dep_ == "ccomp" for child in above.children):
        yield verb, above, "ccomp"


def quoted(noun: Token) -> Iterator[tuple[Token, Token, str]]:
    """ "Said the tool "is ready for abuse"": what the parser takes for the object of saying is ready."""
    verb = noun.head
    if noun.dep_ != "dobj" or not _says(verb) or verb.lemma_ in wordlists.words("addressing", "lemma"):
        return
    for content in verb.rights:
        is_clause = content.dep_ == "ccomp" and content.left_edge.i > noun.right_edge.i and content.tag_ != "VB"
        if is_clause and not any(child.dep_ in _SUBJECT or child.tag_ == "TO" for child in content.children):
            between = noun.doc[noun.right_edge.i + 1 : content.left_edge.i]
            if all(token.is_quote for token in between):
                is_passive = any(child.dep_ == "auxpass" for child in content.lefts)
                yield noun, content, "nsubjpass" if is_passive else "nsubj"


def gerunds(word: Token) -> Iterator[tuple[Token, Token, str]]:
    """ "Accused Orlo of lying": a verb behind "of", and no noun."""
    above = word.head
    if word.tag_ == "VBG" and word.dep_ == "pobj":
        is_asked = (above.head.lemma_.lower(), above.lower_) in wordlists.controllers()
        if is_asked and not any(child.dep_ in ("det", "amod", "poss", "compound") for child in word.lefts):
            yield word, above, "pcomp"


def halves(word: Token) -> Iterator[tuple[Token, Token, str]]:
    """ "Supplies drinking water", "upload face databases": the first half of a noun, and no verb."""
    above = word.head
    if word.tag_ not in ("VBG", "VB") or word.dep_ != "xcomp" or above.pos_ not in VERBAL or any(word.lefts):
        return
    takers = wordlists.gerund_takers() if word.tag_ == "VBG" else wordlists.words("bare_infinitives", "lemma")
    noun = next((child for child in word.rights if child.dep_ == "dobj"), None)
    if noun is not None and noun.i == word.i + 1 and above.lemma_.lower() not in takers:
        yield noun, above, "dobj"
        yield from ((child, noun, child.dep_) for child in list(word.rights) if child != noun)
        yield word, noun, "amod"


def spent(verb: Token) -> Iterator[tuple[Token, Token, str]]:
    """ "Spent the money buying boats": who spends it buys."""
    noun = verb.head
    is_spent = noun.dep_ == "dobj" and noun.head.lemma_.lower() in wordlists.words("spending", "lemma")
    if verb.tag_ == "VBG" and verb.dep_ == "acl" and is_spent:
        yield verb, noun.head, "advcl"


def left_so(participle: Token) -> Iterator[tuple[Token, Token, str]]:
    """ "Left hundreds *waiting*", "left him *rooted* to the spot": hundreds who wait; nobody says that they do."""
    above = participle.head
    if participle.tag_ not in ("VBG", "VBN", "VBD") or above.lemma_.lower() not in wordlists.words(
        "leaving_so", "lemma"
    ):
        return
    noun = next((c for c in participle.lefts if c.dep_ in ("nsubj", "nsubjpass") and c.i > above.i), None)
    is_clause = any(c.dep_ in ("aux", "auxpass", "mark") for c in participle.lefts)
    if noun is None or is_clause or any(c.dep_ == "dobj" for c in above.rights):
        return
    if participle.tag_ == "VBD":
        participle.tag_ = "VBN"
    yield noun, above, "dobj"
    yield participle, noun, "acl"


def _says(verb: Token) -> bool:
    return verb.pos_ in VERBAL and verb.lemma_.lower() in wordlists.saying()
