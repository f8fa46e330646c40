"""Clauses with "whose" hung on the last noun before them, which does not have what they tell of."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar.attachment.arc import Arc, lifted
from kg.grammar.attachment.relatives import before_place, many_of, opening_words
from kg.grammar.attachment.sites import VERBS, at
from kg.grammar.kinds import ACTORS, class_of_noun, is_people, is_person, is_thing
from kg.grammar.phrases import AMOUNTS, NOUNS, PLACE_LABELS, TIMES, follows_comma
from kg.grammar.verbs import FINITE
from kg.grammar.wordlists import words, words_of
from kg.parse import Token

_WHERE = frozenset({"in", "at", "near", "outside", "off", "on", "by", "beside", "above", "below", "across", "around"})
_AN = frozenset({"a", "an", "another", "one"})
_FROM = frozenset({"from", "of"})


@at(tags=VERBS)
def of_whose(verb: Token) -> Iterator[Arc]:
    """ "A *guard* at the prison, whose son died", "a *mill* in Oslo, whose owner died", "*adults* with a disease, most
    of whom know": people have sons and are "whom", a mill has an owner; a prison, a town and a disease do not."""
    noun = verb.head
    pronoun = next((t for t in opening_words(verb) if t.tag_ == "WP$" or t.lower_ == "whom"), None)
    if pronoun is None or noun.pos_ not in NOUNS:
        return
    is_whom = pronoun.lower_ == "whom"
    owner = _town(noun, pronoun) or _before_town(noun, pronoun) or _headed(noun, pronoun)
    if not is_whom and owner is not None:
        yield from lifted(verb, noun, owner)
        return
    if noun.ent_type_ == "ORG" and noun.dep_ != "pobj":
        return
    is_one = noun.tag_ in ("NN", "NNP") and noun.lemma_.lower() not in words("collectives", "word")
    if is_whom and (is_one or is_thing(noun)):
        yield from many_of(verb)
    elif is_people(noun):
        return
    elif _is_of_person(pronoun) and follows_comma(pronoun):
        above = (t for t in noun.ancestors if t.i < noun.i and t.pos_ in NOUNS)
        person = next((t for t in above if is_person(t)), None)
        within = (t for t in noun.ancestors if person is not None and person.i < t.i < noun.i and t.dep_ != "acl")
        if person is not None and not any(t.tag_ in FINITE for t in within):
            yield verb, person, "relcl"


def _town(noun: Token, pronoun: Token) -> Token | None:
    """ "Talks with *Iran*, whose president spoke": what only lands have is of the land, which stands next."""
    place = pronoun.nbor(-2) if pronoun.i > 1 and follows_comma(pronoun) else noun
    is_place = place.ent_type_ in PLACE_LABELS and place.dep_ == "pobj" and noun.is_ancestor(place)
    return place if is_place and not noun.ent_type_ and _is_of_land(pronoun, noun) else None


def _is_of_land(pronoun: Token, noun: Token) -> bool:
    """Whether a town or a land has it, and the noun before it does not: "whose mayor"; a club has a president too."""
    owned = pronoun.head.lemma_.lower()
    return owned in words_of("of lands") or (owned in words_of("of lands and bodies") and not _is_body(noun))


def _is_body(noun: Token) -> bool:
    return class_of_noun(noun) in ACTORS - {"kg:Person", "kg:Group"}


def _before_town(place: Token, pronoun: Token) -> Token | None:
    """ "A *bakery* in Lewes, whose owner", "the *bishop* of Durham, whose": whose it is, if it is nothing that a town
    or a land has; "fans in Chile, whose president"."""
    is_town = place.ent_type_ in PLACE_LABELS or (place.pos_ == "PROPN" and not place.ent_type_)
    if not is_town or place.dep_ != "pobj" or not follows_comma(pronoun):
        return None
    marker, above = place.head, before_place(place.head)
    if above.pos_ not in NOUNS or above.i > place.i or above.ent_type_ in TIMES or above.ent_type_ in AMOUNTS:
        return None
    is_body = _is_body(above)
    is_many = above.lemma_.lower() in words("collectives", "word")
    if (_is_of_person(pronoun) and not (is_people(above) or is_many)) or _is_of_land(pronoun, above):
        return None
    if marker.lower_ in _FROM:
        is_one = marker.lower_ == "from" and any(c.lower_ in _AN for c in above.lefts)  # "a horse from Cork, whose"
        is_owner = is_people(above) or is_body or is_one
        return above if is_owner and not (above.tag_ == "NNS" and marker.lower_ == "of") else None
    is_named_site = above.pos_ == "PROPN" and above.ent_type_ in PLACE_LABELS  # "Leeds in England, whose"
    return above if marker.lower_ in _WHERE and class_of_noun(above) != "kg:Event" and not is_named_site else None


def _headed(person: Token, pronoun: Token) -> Token | None:
    """ "A *panel* led by Ann Lund, whose report is awaited": what a panel writes, and whom it has."""
    agent = person.head
    led = agent.head
    if person.dep_ != "pobj" or agent.lower_ != "by" or led.dep_ != "acl" or led.head.pos_ not in NOUNS:
        return None
    is_of_body = pronoun.head.lemma_.lower() in words_of("of panels") and led.lemma_.lower() in words_of("leading")
    return led.head if is_of_body and not is_person(led.head) else None


def _is_of_person(pronoun: Token) -> bool:
    """Whether only people have it: a mother, a job, a grave."""
    return pronoun.head.lemma_.lower() in words_of("of persons") | words("kinship", "word")
