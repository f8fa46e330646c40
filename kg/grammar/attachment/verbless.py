"""Verbs that the tagger takes for nouns: "The firm's tool detects faces" with "detects" as a noun."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.sites import at
from kg.grammar.phrases import ADNOMINAL, NOUNS, VERBAL
from kg.grammar.verbs import FINITE
from kg.parse import Token

_OPENING = frozenset({"DT", "PRP", "PRP$", "CD", "NN", "NNS", "NNP"})  # what a noun phrase begins with
_BEHIND_VERB = _OPENING | {"IN", "TO", "JJ", "JJS", "JJR", "RB", "RP"}
_TAKEN = frozenset({"oprd", "dobj", "attr", "npadvmod"})
_OF_NOUN = frozenset({"det", "amod", "compound", "nmod", "nummod", "poss"})


@at(any_below="conj appos npadvmod")
def verb_set_off(root: Token) -> Iterator[Arc]:
    """ "Kesh, which has two ports, *lies* by the sea.", "Orlo, a firm in Kesh, *ships* grain.": the verb behind what is
    set off from the subject."""
    last = root.sent.last
    if root.dep_ != "ROOT" or root.pos_ not in NOUNS or last.text != ".":
        return
    if any(_is_finite(t) for t in root.children):
        return
    verb = next((c for c in root.rights if c.dep_ in ("conj", "appos", "npadvmod") and _goes_on(c, root)), None)
    if verb is None:
        return
    verb.tag_, verb.pos_, verb.lemma_ = "VBZ", "VERB", wordlists.noun_verbs()[verb.lower_]
    behind = [c for c in (*root.rights, *verb.rights) if c.i > verb.i]
    yield verb, verb, "ROOT"
    yield root, verb, "nsubj"
    for child in behind:
        yield child, verb, "dobj" if child.dep_ in ("appos", "conj") and child.left_edge.i == verb.i + 1 else child.dep_


def _goes_on(word: Token, root: Token) -> bool:
    """Whether a word that can be a verb stands behind the second of two commas, with no noun phrase of its own."""
    if word.tag_ != "NNS" or word.lower_ not in wordlists.noun_verbs() or any(word.lefts):
        return False
    if not 1 < word.i < len(word.doc) - 1:
        return False
    commas = sum(t.text == "," for t in word.doc[root.i : word.i])
    following = word.nbor().tag_
    return commas > 1 and word.text_before == "," and following in _BEHIND_VERB


@at(tags="NNS", below="compound", any_below="xcomp dobj ccomp")
def clause_verb(noun: Token) -> Iterator[Arc]:
    """ "The biggest *steelmaker plans* to cut jobs, it said": what the parser has for a verb, with a subject."""
    subject, lemma = noun.nbor(-1) if noun.i else noun, wordlists.noun_verbs().get(noun.lower_)
    if subject.dep_ != "compound" or subject.head != noun or lemma is None:
        return
    noun.tag_, noun.pos_, noun.lemma_ = "VBZ", "VERB", lemma
    yield subject, noun, "nsubj"
    yield from ((child, subject, child.dep_) for child in [*noun.lefts] if child != subject and child.dep_ in _OF_NOUN)


@at(tags="NNS")
def second(noun: Token) -> Iterator[Arc]:
    """ "Employs 410 people and *supplies* fuel": what it does next, where a noun phrase follows at once."""
    doc = noun.doc
    if noun.lower_ not in wordlists.noun_verbs() or not 0 < noun.i < len(doc) - 1:
        return
    link, following = doc[noun.i - 1], doc[noun.i + 1]
    verb = next((t for t in noun.ancestors if t.pos_ == "VERB"), None)
    is_dated = noun.lower_ == "dates" and following.lower_ == "from"
    is_open = is_dated or following.tag_ in (_OPENING if link.lower_ == "and" else _BEHIND_VERB)
    if link.lower_ not in ("and", "but") or not is_open or verb is None or verb.tag_ != "VBZ" or verb.i > noun.i:
        return
    noun.tag_, noun.pos_, noun.lemma_ = "VBZ", "VERB", wordlists.noun_verbs()[noun.lower_]
    if following.tag_ not in _OPENING:  # "holds rates but hints at cuts"
        yield link, verb, "cc"
        yield noun, verb, "conj"
        yield from ((c, noun, c.dep_) for c in [*verb.rights] if c.dep_ == "prep" and c.i > noun.i)
        return
    thing = following
    while thing.head.i > thing.i and thing.head.pos_ in NOUNS:
        thing = thing.head
    before = noun.head
    yield noun, verb, "conj"
    yield link, verb, "cc"
    yield thing, noun, "dobj"
    if thing.is_ancestor(before):  # "410 people" was a part of the fuel
        yield before, verb, "dobj"
    yield from ((c, noun, c.dep_) for c in [*verb.rights] if c.dep_ == "prep" and c.i > thing.i)


def _is_finite(token: Token) -> bool:
    return token.pos_ in VERBAL and token.tag_ in FINITE and token.dep_ not in ADNOMINAL


@at(tags="NN NNP", any_below="relcl")
def verb_behind_passive(root: Token) -> Iterator[Arc]:
    """ "The clerk whose house was searched *works* for a bank.": no house is searched works, and a sentence has a
    verb."""
    clause = next((c for c in root.rights if c.dep_ == "relcl"), root)
    verb = next((c for c in clause.rights if c.dep_ in _TAKEN and c.tag_ == "NNS"), root)
    if (
        root.dep_ != "ROOT"
        or root in (clause, verb)
        or root.sent.last.text != "."
        or any(map(_is_finite, root.children))
    ):
        return
    is_bare = not any(verb.lefts) and verb.i == clause.i + 1 and verb.i < root.sent.last.i - 1
    is_done = clause.tag_ == "VBN" and "auxpass" in clause.below
    if is_bare and is_done and verb.lower_ in wordlists.noun_verbs():
        verb.tag_, verb.pos_, verb.lemma_ = "VBZ", "VERB", wordlists.noun_verbs()[verb.lower_]
        yield verb, verb, "ROOT"
        yield from ((c, verb, c.dep_) for c in [*root.rights] if c.i > verb.i)
        yield from ((c, verb, c.dep_) for c in [*clause.rights] if c.i > verb.i)
        yield root, verb, "nsubj"
