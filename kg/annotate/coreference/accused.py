"""Who stands trial: "the defendant", "the accused", and whom a lawyer calls a client, is the one of whom a text tells
that he was charged, tried or sentenced."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.ages import has_age
from kg.annotate.coreference.bars import speaks_for
from kg.annotate.coreference.referent import Referent, is_subject
from kg.annotate.coreference.referents import Referents
from kg.grammar.phrases import first_of
from kg.naming import description_words, roles, telling_verbs
from kg.parse import Token

_DONE_TO = frozenset({"nsubjpass", "dobj"})


def is_accused_called(noun: Token) -> bool:
    """Whether a noun is "the defendant" or "the accused"."""
    is_one = noun.tag_ in {"NN", "NNP", "VBN", "JJ"} and noun.lower_ in description_words("accused")
    return is_one and [t.lower_ for t in noun.lefts] == ["the"]


def by_trial(noun: Token, referents: Referents) -> Iterator[Referent]:
    """The only one by name so far who is said to stand trial."""
    gender = roles().get(noun.lemma_.lower(), "")
    people = [r for r in referents.all.values() if r.met and r.type == "kg:Person" and not speaks_for(r)]
    accused = {r.ident: r for r in people if is_accused(r)}
    found = {ident: r for ident, r in accused.items() if not _is_cleared(r)}
    if not found and (told := _told_of_later(people, referents)) is not None:
        found = {told.ident: told}
    found = found or accused
    yield from (r for r in found.values() if r.gender in ("", gender) or not gender)


def _told_of_later(people: list[Referent], referents: Referents) -> Referent | None:
    """Who is named first, with an age, where a text begins with somebody: "A nurse was jailed. Ann Moe, 41, stole"."""
    opened = [t for t, r in referents.met if not r.is_named and r.type == "kg:Person" and not r.is_plural]
    tried = next((t for t in opened if t.pos_ != "PRON" and _is_tried(t)), None)
    first = min((r for r in people if tried is not None), key=lambda r: r.met[0].i, default=None)
    if first is None or tried is None or tried.i > first.met[0].i or not any(map(has_age, first.names)):
        return None
    is_new = any(t.lower_ in {"a", "an"} for t in tried.lefts)
    gender = roles().get(tried.lemma_.lower(), "")
    return first if is_new and is_subject(first.met[0]) and (not gender or first.gender in ("", gender)) else None


def is_accused(person: Referent) -> bool:
    """Whether somebody is said to have been charged, tried or sentenced."""
    is_called_so = bool(person.offices & description_words("accused"))
    return is_called_so or any(_is_tried(token) for token in {*person.met, *(span.root for span in person.names)})


def _is_cleared(person: Referent) -> bool:
    """Whether a court let somebody go, so that a text with others who stand trial means those; not who was only
    cleared of one charge: "found Lund guilty of theft and acquitted him of fraud"."""
    verbs = [first_of(token).head for token in person.met if first_of(token).dep_ in _DONE_TO]
    is_convicted = any(_finds_guilty(verb) or verb.lemma_ in telling_verbs("convicting") for verb in verbs)
    return not is_convicted and any(verb.lemma_ in telling_verbs("clearing") for verb in verbs)


def _is_tried(token: Token) -> bool:
    """Whether a court or a prosecutor does it to somebody: "*Lund* was jailed", "jailed *Lund*", "*Lund*, accused
    of theft"."""
    token = first_of(token)
    verb = token.head
    if token.dep_ in _DONE_TO and _is_trying(verb):
        return True
    if any(verb.dep_ == "acl" and verb.tag_ == "VBN" and _is_trying(verb) for verb in token.rights):
        return True
    if not is_subject(token):
        return False
    later = [t for t in verb.rights if t.dep_ == "conj" and not any(map(is_subject, t.lefts))]
    is_tried = any(_is_trying(t) and any(c.dep_ == "auxpass" for c in t.lefts) for t in later)
    return is_tried or (token.dep_ == "nsubj" and any(_stands(t) for t in (verb, *later)))


def _is_trying(verb: Token) -> bool:
    return _finds_guilty(verb) or verb.lemma_ in telling_verbs("trying")


def _finds_guilty(verb: Token) -> bool:
    return verb.lemma_ == "find" and any(t.lower_ in {"guilty", "liable"} for t in verb.rights)


def _stands(verb: Token) -> bool:
    """ "Lund *pleaded* guilty", "Lund *denied stealing* it", "Lund *stood trial*", "Lund *went on trial*"."""
    if verb.lemma_ == "plead" or (verb.lemma_ in {"deny", "admit"} and any(t.tag_ == "VBG" for t in verb.rights)):
        return True
    objects = {t.lemma_.lower() for t in verb.rights if t.dep_ == "dobj"}
    if verb.lemma_ in {"stand", "face", "await"} and objects & {"trial", "charge"}:
        return True
    behind = {t.lemma_.lower() for link in verb.rights if link.lower_ == "on" for t in link.rights}
    return verb.lemma_ in {"go", "be"} and "trial" in behind
