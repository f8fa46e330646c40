"""For which body somebody speaks: "Orlo chief executive Ann Berg", "Ann Berg, the head of the union", "an Orlo
spokesman"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.coreference.around import is_just_before
from kg.annotate.coreference.called import by_head, is_called_firm, nouns_of
from kg.annotate.coreference.main_firm import is_short_for, main_club, main_firm, may_be_firm_in_text
from kg.annotate.coreference.referent import Referent, is_subject
from kg.annotate.coreference.referents import Referents
from kg.annotate.names.classes import family
from kg.grammar.phrases import NOUNS
from kg.naming import class_nouns, description_words, parts_of_offices, roles, stand_ins, titles
from kg.parse import Token

_LINKS = frozenset({"of", "for", "at"})
_POSTS = 7  # words of a post at most
_BESIDE = frozenset({"appos", "compound"})


def body_of(speaker: Referent, referents: Referents) -> Referent | None:
    """The one body that somebody is said to lead or to speak for."""
    found = {body.ident: body for token in speaker.named_at for body in _bodies(token, referents)}
    return next(iter(found.values())) if len(found) == 1 else None


def firm_of(speaker: Referent, referents: Referents) -> Referent | None:
    """The firm of an executive of whom no more is said: the one just spoken of, else the one that the text is about;
    the club of a coach."""
    if speaker.offices & description_words("trainer"):
        return main_club(referents)
    if not speaker.offices & description_words("executive"):
        return None
    if (own := _of_his_name(speaker, referents)) is not None:
        return own
    first = speaker.met[0]
    near = [r for r in referents.all.values() if is_called_firm(r) and any(is_just_before(t, first) for t in r.met)]
    if len(near) > 1:
        return None
    if near and near == [referents.topic(first)]:
        return near[0]
    beside = [r for r in referents.all.values() if is_called_firm(r) and any(t.sent is first.sent for t in r.named_at)]
    if len(beside) == 1:
        return beside[0]  # "Orlo will shut shops, Chief Executive Ann Berg said"
    main = main_firm(referents)
    return main if main is not None and main.met and main.met[0].i < first.i else None


def _of_his_name(speaker: Referent, referents: Referents) -> Referent | None:
    """The firm that bears the family name of its executive: "Orlo will merge. Chairwoman Ann *Orlo* said"."""
    family_name = speaker.name.split()[-1]
    firms = (r for r in referents.all.values() if r.met and r is not speaker and may_be_firm_in_text(r))
    found = [r for r in firms if family_name in r.name.split()]
    return found[0] if len(found) == 1 else None


def _bodies(token: Token, referents: Referents) -> Iterator[Referent]:
    spelled = referents.span_of(token)
    posts = [token, *(t for t in token.rights if t.dep_ == "appos"), *([token.head] if token.dep_ in _BESIDE else [])]
    posts = [noun for noun in posts if _speaks(noun) and not _is_past(noun)]
    owners = [owner for noun in posts for owner in _owners(noun)]
    if spelled is not None and spelled.start and (before := _before_post(token.doc[spelled.start - 1])) is not None:
        owners.append(before)
    for owner in owners:
        body = referents.at(owner) or _called(owner, referents)
        body = _in_full(body, referents) if body is not None else None
        if body is not None and not (body.is_plural or body.is_open) and _may_be_led(body):
            yield body
    if not owners and posts == [token] and token.lemma_.lower() in description_words("spokesman"):
        yield from _spoken_of(token, referents)


def _in_full(body: Referent, referents: Referents) -> Referent:
    """The body whose name a short one begins: of a "Barlow Island spokesman" the "Barlow Island Shipyard"."""
    longer = [r for r in referents.all.values() if r.met and family(r.type) == "organization" and is_short_for(body, r)]
    return longer[0] if len(longer) == 1 and not _may_be_led(body) else body


def _speaks(noun: Token) -> bool:
    """Whether a noun is who says "we" for a body."""
    return noun.lemma_.lower() in description_words("leader") | description_words("spokesman")


def _is_past(noun: Token) -> bool:
    return any(t.lower_ in {"former", "ex"} for t in noun.lefts)


def _owners(noun: Token) -> Iterator[Token]:
    """Of what somebody is head: "*its* head", "the head of *Orlo*", "an *Orlo* spokesman"."""
    before = [t for t in noun.lefts if t.dep_ in {"poss", "compound", "nmod"}]
    yield from [t for t in before if t.dep_ == "poss"] or before  # "Orlo's UK head": of Orlo
    yield from (t for link in noun.rights if link.lower_ in _LINKS for t in link.rights if t.dep_ == "pobj")


def _before_post(last: Token) -> Token | None:
    """What stands before a post that stands before a name: "*Orlo* chief executive | Ann Berg"."""
    word, is_led = last, False
    for _ in range(_POSTS):
        if not _is_of_post(word):
            break
        is_led |= _speaks(word)
        if word.i == 0 or word.is_sent_start:
            return None
        word = word.nbor(-1)
    if word.tag_ == "POS" and word.i:
        word = word.nbor(-1)
    is_name = word.pos_ in NOUNS or word.text[:1].isupper()
    return word if is_led and word is not last and is_name else None


def _is_of_post(word: Token) -> bool:
    is_office = word.text in titles() or word.text in parts_of_offices() or word.lower_ in roles()
    return is_office or _speaks(word) or word.lower_ in description_words("post")


def _called(noun: Token, referents: Referents) -> Referent | None:
    """What alone has the noun in its name, or was called so: the *museum* of "museum director Ann Berg"."""
    if noun.tag_ not in {"NN", "NNP"}:
        return None
    found = {referent.ident: referent for referent in by_head(noun, referents)}
    word = noun.lemma_.lower()
    taken = [r for r in referents.all.values() if any(t.lemma_.lower() == word and t.pos_ == "NOUN" for t in r.met)]
    named = [r for r in referents.all.values() if r.met and nouns_of(r) & stand_ins().get(word, frozenset())]
    found = found or {referent.ident: referent for referent in taken or named}
    if noun.lemma_.lower() in class_nouns() and len(found) == 1:
        return next(iter(found.values()))
    other = referents.called_by(noun)
    return other if not found and other is not None and other.is_acting else None


def _may_be_led(body: Referent) -> bool:
    is_seen = not body.is_named and body.is_acting
    return (
        is_seen
        or family(body.type) in {"organization", "group"}
        or body.type in {"kg:GeopoliticalEntity", "kg:Facility"}
    )


def _spoken_of(noun: Token, referents: Referents) -> Iterator[Referent]:
    """For what "a spokeswoman" speaks: what she calls "it", or of what the sentence before speaks."""
    said = [verb for verb in noun.head.rights if verb.dep_ == "ccomp"]
    told = [referents.at(t) for verb in said for t in verb.lefts if is_subject(t) and t.lower_ == "it"]
    topic = referents.topic(noun)
    found = (r for r in [*told, *([] if told else [topic])] if r is not None and not r.is_open)
    yield from (r for r in found if family(r.type) == "organization")
