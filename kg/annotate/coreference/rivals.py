"""What else a description may mean: "Orlo grew. Halden lost. The company" may be Halden, whatever the text is about."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.coreference.around import acts, is_just_before, is_main
from kg.annotate.coreference.called import heads, is_called_firm, is_venture, nouns_of
from kg.annotate.coreference.introductions import BODIES
from kg.annotate.coreference.main_firm import is_short_for
from kg.annotate.coreference.referent import Referent, is_subject
from kg.annotate.coreference.referents import Referents
from kg.annotate.names.classes import family
from kg.grammar.phrases import VERBAL
from kg.naming import class_nouns, countries, description_words, normal_form, place_called, telling_verbs
from kg.parse import Token

_POST = 6  # words behind a name in which a post stands: "Orlo's chief *executive*"
_MUCH = 3  # times as often named as a rival
_BESIDE = frozenset({"compound", "appos"})
_PLAIN = frozenset({"kg:PoliticalParty", "kg:EducationalOrganization", "kg:MediaOutlet"})  # of which names tell little
_OWNING = frozenset({"poss", "compound"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "pobj"})


def has_rival_firm(noun: Token, firm: Referent, doers: frozenset[str], referents: Referents) -> bool:
    """Whether another firm, by name or not, does something in the sentence before or in this one."""
    return has_customer(noun, firm, referents) or any(
        referent is not firm
        and referent.ident not in doers
        and not is_short_for(referent, firm)
        and _may_be_meant(noun, referent, referents)
        and not _is_main(noun, firm, referent, referents)
        for referent in _just_told_of(noun, referents)
    )


def has_customer(noun: Token, firm: Referent, referents: Referents) -> bool:
    """Whether "the company" may be whom a bank has just dealt with, which would itself be "the bank": "Brix Bank lent
    *Orlo* a million. The company"."""
    word = noun.lemma_.lower()
    general = description_words("general")
    trades = {w for w in heads(firm) if class_nouns().get(w) == "kg:Company"}
    if word not in general or not trades - general - description_words("firm"):
        return False
    others = (r for t, r in reversed(referents.met) if is_just_before(t, noun) and r is not firm)
    return any(r.is_named and is_called_firm(r) and not heads(r) & trades for r in others)


def has_rival_body(noun: Token, body: Referent, doers: frozenset[str], referents: Referents) -> bool:
    """Whether another that may be called so was spoken of since: "*The branch* met. The union"."""
    if class_nouns().get(noun.lemma_.lower()) not in BODIES - {"kg:Company"}:
        return False
    last = body.met[-1].i
    since = [(t, r) for t, r in referents.met if t.i > last and r is not body and r.ident not in doers]
    near = ((t, r) for t, r in since if t.sent is noun.sent or is_just_before(t, noun))
    is_of_kind = any(r.is_named and _is_of_kind(noun, r) and not is_short_for(r, body) for _, r in since)
    return is_of_kind or any(_is_part(t, r) or _may_be_called(noun, t, r, body) for t, r in near)


def _is_of_kind(noun: Token, referent: Referent) -> bool:
    """Whether a name is that of such a body, though it need not say so: "Labour won. *The Greens* lost. The party"."""
    word = noun.lemma_.lower()
    told = {other for other in nouns_of(referent) if other in class_nouns()}
    return class_nouns().get(word) in _PLAIN & {referent.type} and told <= {word}


def is_told_otherwise(noun: Token, referent: Referent) -> bool:
    """Whether a description tells what a body is not: "the parish council" is no county council, "the subsidiary" only
    what has been called one."""
    if family(referent.type) not in {"organization", "place", ""} or not referent.is_named:
        return False
    word = noun.lemma_.lower()
    if word in description_words("relative firm") and word not in nouns_of(referent):
        return True
    told = {t.lower_ for t in noun.lefts} & description_words("level")
    if not told:
        return False
    known = {*normal_form(referent.name).split(), *(t.lower_ for t in _before(referent))}
    return not told & known and (word in nouns_of(referent) or bool(known & description_words("level")))


def is_another(noun: Token, referent: Referent, referents: Referents) -> bool:
    """Whether the noun has called something that did something to a thing by name, or the reverse, or something before
    that came: "The *regulator* fined Orlo. Orlo appealed. The regulator", "The *bank* grew. It bought Orlo Bank"."""
    left = referents.left.get(noun.lower_)
    is_kind = noun.lemma_.lower() not in description_words("general")
    if is_kind and left is not None and referent.met and left < referent.met[0].i:
        return True
    known = referents.called_by(noun)
    if known is None or not referent.is_named:
        return False
    arguments = {_governor(t) for t in known.met if t.pos_ == "NOUN"} - {None}
    return bool(arguments & {_governor(span.root) for span in referent.names if span.start < noun.i})


def is_other_party(noun: Token, firm: Referent, referents: Referents) -> bool:
    """Whether the buyer may go on to act after a sentence that tells what the firm was like: "*Orlo* will buy Halden.
    Halden has two mills. The company will"."""
    is_acting = acts(noun) or (is_subject(noun) and any(t.tag_ == "MD" for t in noun.head.lefts))
    before = [t for t in firm.met if t.i < noun.i and is_just_before(t, noun) and acts(t)]
    if not is_acting or any(all(child.lower_ != "had" for child in t.head.lefts) for t in before):
        return False
    deals = (_deal(span.root) for span in firm.names if span.start < noun.i)
    buyers = (referents.at(t) for verb in deals if verb is not None for t in _buyers(verb))
    others = (r for r in buyers if r is not None and r is not firm and r.is_named)
    return any(r.type != "kg:Person" or is_doubtful(r) for r in others)


def _deal(token: Token) -> Token | None:
    """The verb of a purchase of a firm or from it."""
    for verb in token.ancestors:
        if verb.pos_ in VERBAL:
            return verb if verb.lemma_ in telling_verbs("dealing") and not is_subject(token) else None
    return None


def _buyers(verb: Token) -> Iterator[Token]:
    """The subject of a verb, or of the one that it hangs on: "*Orlo* agreed to buy"."""
    while verb.dep_ in {"xcomp", "conj"} and not any(map(is_subject, verb.lefts)):
        verb = verb.head
    yield from (t for t in verb.lefts if is_subject(t))


def _governor(token: Token) -> Token | None:
    """The verb of which a token is an argument."""
    above = token.head.head if token.dep_ == "pobj" else token.head
    return above if above.pos_ in VERBAL and token.dep_ in _ARGUMENTS else None


def _before(referent: Referent) -> Iterator[Token]:
    """The words before the names of a thing and what stands beside them: "the *county* council, Orlo Council"."""
    for span in referent.names:
        beside = [span.root, *(t for t in span.root.rights if t.dep_ == "appos")]
        yield from (t for word in beside for t in word.lefts)


def _is_part(token: Token, referent: Referent) -> bool:
    """Whether a body's branch is spoken of."""
    return is_subject(token) and referent.name in description_words("branch")


def _may_be_called(noun: Token, token: Token, referent: Referent, body: Referent) -> bool:
    """Whether "the group" may be another one, or "the charity" one by name and not "a trust"."""
    word = noun.lemma_.lower()
    is_told = not body.is_named or (word in description_words("general") and is_subject(token) and is_main(token))
    is_body = family(referent.type) == "organization" or (referent.type == "kg:Entity" and referent.is_acting)
    told = {other for other in nouns_of(referent) if class_nouns().get(other) in BODIES}
    return referent.is_named and is_told and is_body and (not told or word in told)


def _is_main(noun: Token, firm: Referent, rival: Referent, referents: Referents) -> bool:
    """Whether a new paragraph goes on about the firm of a text, not about one that the paragraph before touched on."""
    is_new = not referents.is_same_paragraph(rival.met[-1], noun)
    return is_new and len(firm.named_at) >= _MUCH * len(rival.named_at)


def _just_told_of(noun: Token, referents: Referents) -> Iterator[Referent]:
    """What the sentence before is about, and what stands before a noun in its own: "*Orlo*", "*Orlo*'s shares"."""
    for token, referent in reversed(referents.met):
        is_here = token.sent.start == noun.sent.start
        if not (is_here or is_just_before(token, noun)):
            return
        owned = token.head if token.dep_ in _OWNING and not _is_body_called(token.head) else token
        owned = owned.head if owned is not token and owned.dep_ in _BESIDE else owned  # "*Orlo* chief Ann Berg"
        if is_subject(token) or is_subject(owned):
            yield referent


def _is_body_called(noun: Token) -> bool:
    """Whether a noun says what the name before it is: "the Orlo *union*"."""
    return class_nouns().get(noun.lemma_.lower(), "kg:Company") in BODIES - {"kg:Company"}


def _may_be_meant(noun: Token, referent: Referent, referents: Referents) -> bool:
    """Whether something is a firm, or may be one for all that a text tells: an unnamed one, a doubtful name."""
    if not referent.is_named:
        return not (referent.is_plural or referent.is_open) and _is_other_firm(noun, referent)
    kind = family(referent.type)
    if kind == "organization":
        return is_called_firm(referent) or _has_executive(noun, referent)
    if is_doubtful(referent):
        return True
    if kind == "product":
        return is_venture(referent)
    if kind == "place":
        return _is_short_for_body(referent, referents)
    return referent.type == "kg:Entity" and referent.is_acting and not nouns_of(referent) & class_nouns().keys()


def _has_executive(noun: Token, body: Referent) -> bool:
    """Whether the sentence before tells of a body's chief: "*Orlo* chief executive Ann Berg spoke. The company"."""
    told = [t for t in body.met if is_just_before(t, noun)]
    behind = ((t, word) for t in told for word in t.doc.tokens[t.i + 1 : t.i + _POST])
    posts = ((t, word) for t, word in behind if word.lemma_.lower() in description_words("executive"))
    return any(word.is_ancestor(t) or (word.head is t.head and word.dep_ == "compound") for t, word in posts)


def _is_other_firm(noun: Token, referent: Referent) -> bool:
    """Whether "the utility" or "a lender" is spoken of; "Europe's largest airline" may be the one by name."""
    word = referent.name
    is_firm = class_nouns().get(word) == "kg:Company" or word in description_words("general")
    return is_firm and word != noun.lemma_.lower() and any(t.dep_ == "det" for t in referent.met[0].lefts)


def is_doubtful(referent: Referent) -> bool:
    """Whether a name is taken for a person's by its looks alone: "Wessex Water", "Ardian"."""
    is_unsigned = not (referent.gender or referent.offices) and referent.signs <= 1
    return referent.type == "kg:Person" and is_unsigned


def _is_short_for_body(place: Referent, referents: Referents) -> bool:
    """Whether what sounds like a place begins a body's name, or acts and is no known place: "Meridian"."""
    known = place_called(place.name)
    if known is not None and known[0] in countries():
        return False
    longer = (r for r in referents.all.values() if r.type in BODIES and r.name.startswith(f"{place.name} "))
    return any(is_called_firm(r) for r in longer) or (known is None and place.is_acting)
