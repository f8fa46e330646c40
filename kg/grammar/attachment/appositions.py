"""Appositions: the noun right before them that is of their kind, and members of a group that stand behind it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.sites import at
from kg.grammar.kinds import PLACE_CLASSES, is_person, is_thing, means_people
from kg.grammar.phrases import ADNOMINAL, AMOUNTS, NOUNS, SITE_LABELS, TIMES, VERBAL, entity_of
from kg.grammar.verbs import NOMINAL_SUBJECTS, is_question
from kg.grammar.wordlists import class_told_by, content_nouns, words_of
from kg.naming import class_nouns, given_names, known_places
from kg.parse import Token

_INSIDE = frozenset({"compound", "nmod", "amod", "poss", "nummod"})
_OF_BODIES = frozenset({"kg:Company", "kg:Organization", "kg:AdvocacyGroup", "kg:GovernmentBody", "kg:PoliticalParty"})
_CALLED = frozenset({"dobj", "pobj", "dative"})
_DESCRIBING = frozenset({"compound", "amod", "nmod"})
_BORN = frozenset({"born", "raised", "grew"})
_OF_POSTS = frozenset({"of", "for", "at", "with", "from", "in"})
_AMONG = frozenset({"them", "whom"})


def beside(appositive: Token) -> Iterator[Arc]:
    """ "The arrest of the captain, *a man* who fled": no arrest is a man. "Shares in rivals *Orlo* and Tarn": the
    rivals are called so. "A shot was kept out by keeper *Jan Lund*": no shot is called Lund. "The union and operator
    *Orlo* met": the operator is called so."""
    head, start = appositive.head, appositive.left_edge.i
    if start < 2 or head.pos_ not in NOUNS or appositive.pos_ not in NOUNS or appositive.i < head.i:
        return
    comma = appositive.doc[start - 1]
    near = _head_of_phrase(appositive.doc[start - 2] if comma.text == "," else comma)
    if near == head or near.pos_ not in NOUNS:
        return
    if comma.text != ",":
        is_inside = (near.tag_ == "NNS" and head.is_ancestor(near)) or (near.dep_ == "conj" and near.head is head)
        if appositive.pos_ == "PROPN" and near == comma and (is_inside or means_people(near)):
            yield appositive, near, "appos"
    elif head.is_ancestor(near) and not _fits(appositive, head):
        is_no_person = means_people(head) and is_thing(appositive) and near.pos_ == "PROPN"
        if is_no_person or _fits(appositive, near):  # "seen by 40 people on Orlo, *a website* owned by Tarn"
            yield appositive, near, "appos"


@at(tags="NNP", none_below="conj", is_behind=True)
def called(name: Token) -> Iterator[Arc]:
    """ "Beat league leaders *Portmore* 3-2": whom they beat has a name. Nothing stands before such a plural, and no
    comma behind it."""
    noun = name.doc.tokens[name.left_edge.i - 1]
    is_bare = noun.tag_ == "NNS" and noun.i < name.i and all(c.dep_ in _DESCRIBING for c in noun.lefts)
    if not is_bare or noun.dep_ not in _CALLED or name.head not in (noun, noun.head, noun.head.head):
        return
    if name.ent_type_ not in TIMES and not any(child not in (name, noun) for child in noun.rights):
        yield name, noun.head, noun.dep_
        yield noun, name, "nmod"


@at(above_tags="VB VBD VBN VBP VBZ", is_behind=False)
def number_of(code: Token) -> Iterator[Arc]:
    """ "Drivers who own a car with the serial number *KD-5518* should call": the number, and no second subject."""
    noun = code.nbor(-1) if code.i else code
    has_digit = any(letter.isdigit() for letter in code.text) and any(letter.isupper() for letter in code.text)
    if not has_digit or noun.tag_ != "NN" or not noun.is_lower or noun.head is code:
        return
    others = (c for c in code.head.lefts if c.dep_ in NOMINAL_SUBJECTS and c.i < code.i)
    if any(other is noun or other.is_ancestor(noun) for other in others):
        yield code, noun, "appos"


@at(tags="NNP NNPS", is_behind=True)
def called_kind(name: Token) -> Iterator[Arc]:
    """ "Told public broadcaster *NRK* that": one broadcaster, which is called so, and no second one who is told."""
    noun = name.doc[name.left_edge.i - 1]
    if noun.tag_ != "NN" or noun.dep_ not in ("dobj", "dative") or noun.head is not name.head or any(noun.rights):
        return
    if not noun.ent_type_ and (is_person(noun) or noun.lemma_.lower() in class_nouns()):
        yield noun, name, "compound"
        yield from ((c, name, c.dep_) for c in [*noun.lefts] if c.dep_ == "det")


def seat(based: Token) -> Iterator[Arc]:
    """ "*Salem, Oregon-based* Hallow Systems hired 40 people": where it sits; no town hires them."""
    region = next((c for c in based.lefts if c.dep_ == "npadvmod"), None)
    comma = based.doc[region.left_edge.i - 1] if region is not None and region.left_edge.i > 1 else based
    if region is None or comma.text != "," or not _is_region(region):
        return
    town, firm = comma.nbor(-1), based.head
    if town.pos_ != "PROPN" or town.ent_type_ in ("PERSON", "DATE"):
        return
    above = town if town.is_ancestor(firm) else firm.head
    if above == town or (firm.dep_ in ("conj", "appos") and above.is_ancestor(town)):
        yield firm, firm if town.head == town else town.head, town.dep_
        yield from ((c, firm, c.dep_) for c in [*town.rights] if c.i > firm.i)
    yield town, based, "npadvmod"
    yield region, town, "appos"
    yield comma, town, "punct"


def _is_region(word: Token) -> bool:
    span = entity_of(word)
    return (span.text if span is not None else word.text) in known_places()


def _head_of_phrase(last: Token) -> Token:
    """The noun of the phrase that ends with a word."""
    noun = last
    while noun.dep_ in _INSIDE and noun.head.i > noun.i:
        noun = noun.head
    return noun if noun.right_edge.i >= last.i else last


def _fits(appositive: Token, noun: Token) -> bool:
    """Whether an appositive may say what a noun is: people of people, places of places, firms of firms."""
    if is_person(appositive):
        return is_person(noun)
    kind = class_told_by(appositive.lemma_.lower()) if appositive.pos_ == "NOUN" else ""
    own = class_told_by(noun.lemma_.lower()) if noun.pos_ == "NOUN" else ""
    if kind in PLACE_CLASSES:
        return noun.ent_type_ in SITE_LABELS or own in PLACE_CLASSES
    return kind in _OF_BODIES and (noun.ent_type_ == "ORG" or own in _OF_BODIES)


@at(tags="NNP", above="pobj appos", is_behind=True)
def of_post(name: Token) -> Iterator[Arc]:
    """ "A spokesman for the firm, *Ann Lund*, said", "the chief of the airline Norvik Air, *Ann Lund*, left": she is
    the spokesman, and no firm is called so."""
    if name.dep_ == "appos" and (post := post_of(name)) is not None:
        yield name, post, "appos"


def post_of(name: Token) -> Token | None:
    """The spokesman that a name behind "a spokesman for the firm," is of."""
    behind = name.doc[name.right_edge.i + 1 : name.right_edge.i + 2]
    before = name.doc[name.left_edge.i - 1]
    if name.dep_ != "appos" or before.text != "," or not any(t.text == "," or t.tag_ == "VBD" for t in behind):
        return None
    inner = name.head.head if name.head.dep_ == "appos" else name.head
    post = inner.head.head
    if inner.dep_ != "pobj" or inner.head.lower_ not in _OF_POSTS or not _is_called_person(name):
        return None
    is_taken = any(c.dep_ == "appos" and c.tag_ == "NNP" for c in post.rights)
    is_one_for = inner.head.lower_ == "for" and any(c.lower_ in ("a", "an") for c in post.lefts)  # "an aide for a king"
    is_other = is_one_for or not (inner.tag_ == "NN" and is_person(inner))
    if told_again(name, post) is not None:
        return None
    return post if post.tag_ == "NN" and is_person(post) and not is_taken and is_other else None


@at(tags="NNP", is_behind=True)
def of_known(name: Token) -> Iterator[Arc]:
    """ "Police held Ann Lund. A lawyer for the *driver*, Ann Lund, said": who was named before is the driver."""
    if (inner := told_again(name, name.head)) is not None:
        yield name, inner, "appos"


def told_again(name: Token, post: Token) -> Token | None:
    """The driver of whom "a lawyer for the *driver*, Ann Lund," tells again, where she was named before."""
    start = name.left_edge.i
    if start < 3 or name.doc[start - 1].text != "," or not any(c.lower_ in ("a", "an") for c in post.lefts):
        return None
    inner = _head_of_phrase(name.doc[start - 2])
    is_inside = inner.dep_ == "pobj" and inner.head.lower_ in (*_OF_POSTS, "to") and inner.head.head is post
    is_one = inner.tag_ == "NN" and is_person(inner) and inner.left_edge.lower_ == "the"
    if not is_inside or not is_one or not is_person(post):
        return None
    mentions = name.doc.spans.get("mentions", [])
    own = next((m.id_ for m in mentions if m.start <= name.i < m.end), "")
    return inner if any(m.id_ == own and m.end <= name.sent.start for m in mentions) else None


def _is_called_person(name: Token) -> bool:
    """Whether a name is a person's: by its kind, or by a given name before it."""
    first = name.left_edge
    return name.ent_type_ == "PERSON" or (first is not name and first.text in given_names())


@at(tags="NNP NNPS", below="prep")
def among(name: Token) -> Iterator[Arc]:
    """ "Founded a school for actors, *among them* Ann Lee": one of those who stand before, and nothing that is
    founded."""
    marker = next((c for c in name.lefts if c.lower_ == "among" and c.dep_ == "prep"), None)
    pronoun = next((c for c in marker.rights if c.lower_ in _AMONG), None) if marker is not None else None
    if marker is None or pronoun is None or name.pos_ != "PROPN":
        return
    before = reversed(name.doc[name.sent.start : marker.i])
    group = next((t for t in before if t.tag_ == "NNS" and t.dep_ not in _INSIDE and entity_of(t) is None), None)
    if group is not None:
        yield marker, group, "prep"
        yield pronoun, marker, "dep"
        yield name, marker, "pobj"


@at(tags="NN NNP NNPS")
def titled(name: Token) -> Iterator[Arc]:
    """ "Published a memoir, “Left *Hand*,” in 2005": the memoir is called so."""
    start = name.left_edge.i
    if start < 3 or name.doc[start - 1].tag_ != "``" or name.doc[start - 2].text != ",":
        return
    noun = _head_of_phrase(name.doc[start - 3])
    if noun.pos_ == "NOUN" and noun.head == name.head and class_nouns().get(noun.lemma_.lower()) == "kg:Work":
        yield name, noun, "appos"


@at(tags="NN JJ JJS", is_behind=True)
def of_born(kin: Token) -> Iterator[Arc]:
    """ "Was born in Kendal in 1950, the only *child* of a postman", "Lund, born in Kendal, the *youngest* of six
    children": who was born, and no town or time."""
    place = kin.head
    verb = place if place.lower_ in _BORN else place.head.head
    is_of_where = place.dep_ == "pobj" and place.ent_type_ in (*SITE_LABELS, *TIMES)
    if not (place is verb or is_of_where) or verb.lower_ not in _BORN or not (is_person(kin) or _is_one_of_many(kin)):
        return
    subject = next((c for c in verb.lefts if c.dep_ in NOMINAL_SUBJECTS), None)
    if verb.dep_ in ADNOMINAL:
        subject = verb.head.head if verb.head.dep_ == "appos" else verb.head
    if subject is not None:
        yield kin, subject, "appos"


@at(tags="NN", below="amod", above="nsubj appos", is_behind=True)
def outside_of(place: Token) -> Iterator[Arc]:
    """ "Said Ann Lund, the lawyer, *outside court*": where she said it, and nothing that she is."""
    marker = place.left_edge
    verb = next((t for t in place.ancestors if t.pos_ == "VERB"), None)
    is_where = marker.lower_ in ("outside", "inside") and marker.head is place and marker.text_before == ","
    if place.dep_ == "appos" and is_where and verb is not None:
        marker.tag_, marker.pos_ = "IN", "ADP"
        yield marker, verb, "prep"
        yield place, marker, "pobj"


@at(tags="NN JJS", is_behind=True)
def of_clause(rank: Token) -> Iterator[Arc]:
    """ "Stood at 171 pence at 9 GMT, *their lowest level*", "40 people live with it, *a figure* that grows", "took a
    post, *a claim* the army denied": no time, no illness and no post is one."""
    near = rank.head
    verb = next((t for t in near.ancestors if t.pos_ in VERBAL), None)
    if verb is None or near.dep_ not in ("pobj", "dobj", "conj") or rank.left_edge.text_before != ",":
        return
    is_record = any(c.tag_ == "JJS" for c in rank.lefts) and rank.left_edge.lower_ in ("its", "their")
    is_figure = rank.lemma_.lower() in words_of("figure") and rank.left_edge.lower_ == "a"
    is_when = near.ent_type_ in (*TIMES, *SITE_LABELS) or (near.dep_ == "pobj" and near.lower_ in words_of("clock"))
    if (is_record and is_when) or (is_figure and not _is_number(near)) or _tells_of_clause(rank, near):
        yield rank, verb, "npadvmod"


@at(tags="NN NNS NNP NNPS", above="nsubj", is_behind=True)
def of_question(noun: Token) -> Iterator[Arc]:
    """ "Is Orr the *man* who sold it?": what is asked is whether he is."""
    subject, verb = noun.head, noun.head.head
    is_asked = verb.lemma_ == "be" and verb.i < subject.i and is_question(verb)
    is_whole = not ({"attr", "acomp", "prep", "advmod"} & verb.below) and verb.dep_ in ("ROOT", "ccomp")
    if noun.dep_ == "appos" and is_asked and is_whole and noun.left_edge.text_before != ",":
        yield noun, verb, "attr"


def _tells_of_clause(claim: Token, near: Token) -> bool:
    """Whether "a claim the army denied" tells what was said before, and not what the noun before it is."""
    is_claim = claim.lemma_.lower() in content_nouns() and claim.left_edge.lower_ == "a"
    is_thing_near = near.tag_ in ("NN", "NNS") and near.lemma_.lower() not in content_nouns()
    return is_claim and is_thing_near and any(child.dep_ == "relcl" for child in claim.rights)


def _is_number(noun: Token) -> bool:
    return "nummod" in noun.below or noun.ent_type_ in AMOUNTS


def including(marker: Token) -> Iterator[Arc]:
    """ "They opposed the closures, *including* Ann Lee": one of them, and no closure."""
    noun = marker.head
    names = [c for c in marker.rights if c.dep_ == "pobj" and c.ent_type_ == "PERSON"]
    if not names or noun.pos_ != "NOUN" or noun.dep_ != "dobj" or means_people(noun) or not marker.i:
        return
    doer = next((c for c in noun.head.lefts if c.dep_ == "nsubj"), None)
    is_several = doer is not None and (doer.tag_ in ("NNS", "NNPS", "PRP", "JJS", "JJ", "CD", "DT"))
    if doer is not None and is_several and marker.text_before == "," and not is_thing(doer):
        yield marker, doer, "prep"


def _is_one_of_many(rank: Token) -> bool:
    """ "The *youngest* of six children"."""
    if rank.tag_ != "JJS" and rank.ent_type_ != "ORDINAL":
        return False
    within = (c for marker in rank.rights if marker.lower_ == "of" for c in marker.rights)
    return any(noun.tag_ == "NNS" and means_people(noun) for noun in within)
