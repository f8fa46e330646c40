"""Signs of what a name names in how things relate to it: "a member of Orlo", "Orlo's staff", "published in Orlo"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.names.classes import noun_class
from kg.annotate.names.spelling import Name
from kg.annotate.names.tokens import has_article
from kg.naming import class_nouns, roles, small_words, telling_nouns, telling_verbs
from kg.parse import Doc, Token

_SURE = 3.5  # more than a head word
_CALLED = 2.6
_KIND = 1.6
_LIKELY = 1.1  # as much as the recogniser's label and a little more
_GUESS = 0.6  # less than a label
_HINT = 0.25  # less than the vaguest head word: people tell parliaments too


def related(doc: Doc, name: Name) -> Iterator[tuple[str, float]]:
    """The classes that the nouns and verbs tell to which a name is linked."""
    yield from _owner(doc, name)
    yield from _club(doc, name)
    yield from _firm(doc, name)
    root = doc[name.start : name.end].root
    link = root.head
    if root.dep_ == "pobj" and link.pos_ in {"ADP", "SCONJ"} and link.i < name.start:
        yield from _after_preposition(link)
    elif root.dep_ == "nsubj" and link.lemma_ in telling_verbs("match"):
        yield "kg:Organization", _GUESS
    elif _is_told(root) or (root.dep_ == "nsubj" and link.lemma_ in telling_verbs("news")):
        yield "kg:MediaOutlet", _HINT


def _firm(doc: Doc, name: Name) -> Iterator[tuple[str, float]]:
    """What is owned or based somewhere, or gains a percentage: "Orlo, owned by Ek,", "Orlo fell 3%"."""
    root = doc[name.start : name.end].root
    if "acl" in root.below and any(
        t.dep_ == "acl" and t.tag_ == "VBN" and t.lower_ in small_words("firm") for t in root.rights
    ):
        yield "kg:Organization", _LIKELY
    verb = root.head
    is_priced = (
        root.dep_ == "nsubj" and verb.lemma_ in telling_verbs("price") and not has_article(doc[name.start : name.end])
    )
    if is_priced and any(token.text in {"%", "percent"} for token in doc[verb.i + 1 : verb.i + 4]):
        yield "kg:Company", _LIKELY


def _is_called(noun: Token) -> bool:
    """Whether somebody's product bears the name before it: "its Orlo software", "the bank's Orlo app"."""
    is_owned = noun.pos_ == "NOUN" and any(token.dep_ == "poss" for token in noun.lefts)
    return is_owned and class_nouns().get(noun.lemma_.lower()) == "kg:Product"


def _may_be_called(noun: Token) -> bool:
    """Whether a product bears the name before it, or its maker does: "the Orlo sedan"."""
    is_one = noun.tag_ == "NN" and any(token.lower_ == "the" for token in noun.lefts)
    return is_one and class_nouns().get(noun.lower_) == "kg:Product"


def _club(doc: Doc, name: Name) -> Iterator[tuple[str, float]]:
    """A club that is called as a town is: "Orlo Town" in "Orlo Town beat Lund", "play Lund or Orlo Town"."""
    if name.end - name.start == 1 or doc[name.end - 1].lower_ not in small_words("club"):
        return
    root = doc[name.start : name.end].root
    while root.dep_ == "conj":
        root = root.head
    is_met = root.head.lower_ == "against" or (
        root.dep_ in {"nsubj", "dobj"} and root.head.lemma_ in telling_verbs("match") | telling_verbs("fixture")
    )
    if is_met:
        yield "kg:Organization", _SURE


def _is_told(name: Token) -> bool:
    """Whether somebody told it something: "He told Orlo that"."""
    return name.dep_ in {"dobj", "dative"} and name.head.lemma_ == "tell"


def _owner(doc: Doc, name: Name) -> Iterator[tuple[str, float]]:
    """What a name has: "Orlo's headquarters", "Orlo employees"."""
    after = [token for token in doc[name.end : name.end + 2] if token.tag_ != "POS"]
    if after and after[0].i == name.end and _is_called(after[0]):
        yield "kg:Product", _CALLED if after[0].tag_ == "NN" else _KIND
    elif after and after[0].i == name.end and after[0].lemma_.lower() in small_words("site"):
        yield "kg:Place", _KIND
    elif after and after[0].i == name.end and _may_be_called(after[0]):
        yield "kg:Product", _GUESS
    if after and after[0].pos_ == "NOUN" and (told := telling_nouns("owner").get(after[0].lemma_.lower())):
        yield told, _LIKELY


def _kind(preposition: Token) -> str | None:
    """The class of what is an example of it: "ships such as the Orlo", "firms including Orlo"."""
    before = preposition.doc.tokens[max(preposition.i - 1, 0) : preposition.i]
    is_example = preposition.lower_ == "including" or (
        preposition.lower_ == "as" and any(t.lower_ == "such" for t in (*preposition.lefts, *before))
    )
    noun = preposition.head
    return noun_class(noun) or None if is_example and noun.tag_ == "NNS" else None


def _after_preposition(preposition: Token) -> Iterator[tuple[str, float]]:
    """What stands before the preposition: "a member of", "works for", "published in", "aboard"."""
    word, above = preposition.lower_, preposition.head
    if (told := _kind(preposition)) is not None:
        yield told, _KIND
    if told := telling_nouns(word).get(above.lemma_.lower()) if above.pos_ == "NOUN" else None:
        yield told, _LIKELY
    elif word == "at" and above.pos_ == "NOUN" and above.lemma_.lower() in roles():
        yield "kg:Organization", _LIKELY  # "drivers at Orlo"
    elif word == "for" and above.lemma_ in telling_verbs("work"):
        yield "kg:Organization", _LIKELY
    elif word == "at" and above.lemma_ in telling_verbs("school"):
        yield "kg:EducationalOrganization", _LIKELY
    elif word == "in" and above.lemma_ in telling_verbs("print"):
        yield "kg:MediaOutlet", _LIKELY
    elif word in {"aboard", "onboard"}:
        yield "kg:Product", _LIKELY
    elif word in {"along", "up", "down", "across"} and above.pos_ in {"VERB", "NOUN"}:
        yield "kg:Place", _LIKELY
