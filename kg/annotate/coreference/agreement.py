"""What kind of thing "it" may stand for: what says something is a body, what sinks is none."""

from __future__ import annotations

from kg.annotate.coreference.around import acts, is_raised
from kg.annotate.coreference.called import nouns_of
from kg.annotate.coreference.referent import Referent, is_subject
from kg.annotate.coreference.salience import is_body
from kg.annotate.names.classes import family
from kg.grammar.wordlists import words, words_of
from kg.naming import class_nouns, small_words, telling_verbs
from kg.parse import Token

_THINGS = frozenset({"organization", "group", "place", "product", "work", "event", "policy", "concept", ""})
_PLURAL = frozenset({"they", "them", "their", "themselves"})
_UNABLE = frozenset({"work", "event", "policy", "concept"})  # which have no lawyers
_OFFICIAL = frozenset({"kg:GovernmentBody", "kg:PoliticalParty"})  # named or not, which nobody builds
_OF_HELPERS = frozenset({"for", "by", "with", "from", "against"})


def is_one_thing(pronoun: Token, referent: Referent) -> bool:
    """Whether "it" may stand for a thing of this kind: what says something is a body, what sinks is none."""
    kind = family(referent.type)
    if referent.is_plural or not (kind in _THINGS or _is_hardly_person(referent)):
        return False
    if referent.is_open:
        return True
    if any(token.lower_ in _PLURAL for token in referent.met):
        return False  # "The team said *they* had lost": not "it"
    if not referent.is_named and referent.name in small_words("together"):
        return False
    if kind == "group" and referent.is_named and any(span.root.tag_ == "NNPS" for span in referent.names):
        return False  # "New Zealanders"
    if not _agrees(pronoun, referent) or _is_had_by_others(pronoun, referent):
        return False
    if referent.type == "kg:GeopoliticalEntity" and _is_called_elsewhere(pronoun):
        return False
    if pronoun.dep_ == "dobj" and pronoun.head.lemma_ in telling_verbs("text") and kind in {"event", "place"}:
        return False  # "adjourned the trial to read *it*": no trial
    if _takes_place(pronoun) and (is_body(referent) or kind == "place"):
        return False
    if pronoun.dep_ == "dobj" and pronoun.head.lemma_ in telling_verbs("urge"):
        return is_body(referent)
    if acts(pronoun):
        is_unknown = referent.is_named and referent.type == "kg:Entity"
        return (
            is_unknown
            or is_body(referent)
            or (kind in {"work", "policy"} and pronoun.head.lemma_ in telling_verbs("speech"))
        )
    is_state = referent.type == "kg:GeopoliticalEntity"
    is_agent = (kind == "organization" and referent.is_named) or (
        referent.is_acting and (kind != "place" or (is_state and pronoun.dep_ == "dobj"))
    )
    is_agent |= referent.type in _OFFICIAL and is_subject(pronoun)
    is_school = referent.type == "kg:EducationalOrganization" and pronoun.dep_ == "nsubjpass"
    return not (is_agent and not is_school and wants_thing(pronoun))


def _is_called_elsewhere(pronoun: Token) -> bool:
    """ "Norway, where *it* is known as Lake Ulm": no land has a name of its own in another, but what lies there has."""
    verb = pronoun.head
    is_called = pronoun.dep_ == "nsubjpass" and verb.lemma_ in small_words("called")
    return is_called and any(t.lower_ == "where" for t in verb.lefts)


def _takes_place(pronoun: Token) -> bool:
    """ "While it took *place*", "when it takes *effect*", "goes on *show*", "was *killed*": no body and no place."""
    verb = pronoun.head
    if not is_subject(pronoun):
        return False
    if verb.lemma_ in telling_verbs("killing"):
        return "auxpass" in verb.below  # an animal
    taken = (t for t in verb.rights if t.dep_ == "dobj")
    shown = (c.lower_ for t in verb.rights if t.lower_ == "on" for c in t.rights)
    if verb.lemma_ == "go":
        return any(word in small_words("on show") for word in shown)
    return verb.lemma_ == "take" and any(t.lower_ in small_words("taken") for t in taken)


def _is_had_by_others(pronoun: Token, referent: Referent) -> bool:
    """Whether a thing of its kind has no such thing: no ministry has an economy, no regulator shareholders, no reply
    lawyers."""
    if pronoun.dep_ != "poss":
        return False
    noun = pronoun.head
    if noun.lemma_.lower() in small_words("of parties") and not referent.is_named and family(referent.type) in _UNABLE:
        return True
    if not referent.is_named and referent.name in words("moneys", "lemma"):
        return True  # "needs the money to repair *its* roof"
    if noun.lemma_.lower() in words_of("of lands") and referent.type == "kg:Company":
        return True
    if noun.lemma_.lower() in small_words("national"):
        return referent.type in {"kg:GovernmentBody", "kg:Company"}
    is_held = noun.lemma_.lower() in small_words("held") and noun.tag_ == "NNS"
    return is_held and referent.type in {"kg:GovernmentBody", "kg:GeopoliticalEntity", "kg:PoliticalParty"}


def _is_hardly_person(referent: Referent) -> bool:
    """Whether a lone word is taken for a person by its looks alone: "Ardian"."""
    is_short = referent.is_named and len(referent.name.split()) == 1
    is_called_so = bool(referent.offices) and referent.offices <= small_words("either")
    return is_short and referent.type == "kg:Person" and not referent.gender and referent.signs <= 1 + is_called_so


def _agrees(pronoun: Token, referent: Referent) -> bool:
    """Whether a thing can be what it is said to be: "it remains one of the best drugs" is no agency, "it was the first
    strike" no union."""
    if not is_subject(pronoun):
        return True
    nouns = [t for t in pronoun.head.rights if t.dep_ == "attr"]
    if any(t.lower_ in small_words("ordinal") or t.ent_type_ == "ORDINAL" for noun in nouns for t in noun.lefts):
        return any(noun.lemma_.lower() in nouns_of(referent) | {referent.name} for noun in nouns)
    firsts = [t for t in pronoun.head.rights if t.dep_ in {"attr", "acomp"} and t.lower_ in small_words("ordinal")]
    if firsts:
        has_deed = any(t.dep_ in {"relcl", "acl", "xcomp"} for first in firsts for t in first.rights)
        return has_deed or not is_body(referent)  # "The group said *it* was the first of its kind"
    nouns += [t for noun in nouns for of in noun.rights if of.lower_ == "of" for t in of.rights if noun.pos_ == "NUM"]
    if referent.type in {"kg:Entity", "kg:Concept"}:
        return True
    told = {family(class_nouns().get(noun.lemma_.lower(), "")) for noun in nouns} - {""}
    return not told or family(referent.type) in told


def wants_thing(pronoun: Token) -> bool:
    """Whether no company or party can be meant: "it sank", "it was built", "they repaired it"."""
    verb = pronoun.head
    if is_raised(pronoun):
        return False
    if any(t.dep_ == "acomp" and t.lower_ in small_words("worth") for t in verb.rights):
        return True
    if is_subject(pronoun):
        return verb.lemma_ in telling_verbs("inert" if pronoun.dep_ == "nsubj" else "made")
    if pronoun.dep_ == "pobj" and (verb.lower_ in _OF_HELPERS or verb.head.pos_ != "VERB"):
        return False
    return pronoun.dep_ in {"dobj", "pobj"} and verb.lemma_ not in telling_verbs("toward")
