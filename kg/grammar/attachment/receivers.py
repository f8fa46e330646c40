"""Whom something is for, where the parser takes them for the thing: "gave *it* 23", "took *them* two years"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.sites import VERBS, at
from kg.grammar.kinds import ACTORS, PLACE_CLASSES, is_people
from kg.grammar.phrases import AMOUNTS, NOUNS, VERBAL
from kg.grammar.verbs import NOMINAL_SUBJECTS, OBJECTS, SUBJECTS, has_subject, has_to
from kg.grammar.wordlists import class_told_by, noun_prepositions, occasions, words, words_of
from kg.parse import Token

_DESCRIBING = frozenset({"compound", "nmod", "amod"})
_FOR_ARTICLE = frozenset({"a", "an"})
_FIXED = frozenset({"the", "its", "his", "her", "their", "our", "my"})
_SUMS = AMOUNTS | {"DATE"}
_RECEIVING = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_OWN = frozenset({"last", "first", "own", "final"})


@at(tags="PRP", above_tags=VERBS, is_behind=True)
def given_number(pronoun: Token) -> Iterator[Arc]:
    """ "The count gave *it* 23": to whom; 23 is what was given."""
    verb = pronoun.head
    things = [c for c in verb.rights if c.dep_ == "dobj" and c.left_edge.i == pronoun.i + 1]
    if things and pronoun.i == verb.i + 1 and verb.lemma_.lower() in words("handing", "lemma"):
        yield pronoun, verb, "dative"


@at(any_below="nummod", above_tags=VERBS, is_behind=True)
def given_sum(unit: Token) -> Iterator[Arc]:
    """ "Fined *the bank* 40 million dollars", "lent the mill 2 million": to whom; no dollars are a bank's."""
    verb = unit.head
    number = next((c for c in unit.lefts if c.dep_ == "nummod"), unit)
    whom = next((c for c in unit.lefts if c.i == number.left_edge.i - 1 and c.dep_ in _DESCRIBING), unit)
    articles = [c for c in unit.lefts if c.dep_ in ("det", "poss") and c.i < whom.i]
    if unit.dep_ != "dobj" or whom is unit or not articles or articles[0].left_edge.i != verb.i + 1:
        return
    is_receiver = is_people(whom) or class_told_by(whom.lower_) in ACTORS | PLACE_CLASSES
    if is_receiver and verb.lemma_.lower() in words("handing", "lemma") | {"cost"}:
        whom.tag_, whom.pos_ = "NN", "NOUN"
        yield whom, verb, "dative"
        yield from ((c, whom, c.dep_) for c in [*unit.lefts] if c.i < whom.i)


@at(tags="NNP NNPS NN NNS PRP", above="relcl", above_tags=VERBS, is_behind=True)
def given_what(whom: Token) -> Iterator[Arc]:
    """ "The prize *that* a jury gave *Lund*", "a penalty the panel awarded *her*": to whom, and no one who is given."""
    verb = whom.head
    thing = verb.head
    openers = [c for c in verb.lefts if c.tag_ in ("WDT", "IN") and c.lower_ in ("that", "which")]
    is_receiver = whom.tag_ == "PRP" or whom.ent_type_ in _RECEIVING or is_people(whom)
    is_alone = not any(c.dep_ in ("dobj", "dative") and c not in (whom, *openers) for c in verb.children)
    is_subject = bool(openers) and openers[0].dep_ in SUBJECTS
    if not is_receiver or not is_alone or is_subject or not has_subject(verb) or is_people(thing):
        return
    if verb.lemma_.lower() in words("handing", "lemma") and thing.pos_ in NOUNS and thing.ent_type_ not in _RECEIVING:
        yield whom, verb, "dative"
        yield from ((opener, verb, "dobj") for opener in openers)


def told_paper(name: Token) -> Iterator[Arc]:
    """ "Told USA *Today* that": a paper's name, and no day."""
    verb = name.head
    is_named = name.tag_ == "NNP" and any(c.tag_ == "NNP" and c.i == name.i - 1 for c in name.lefts)
    if is_named and name.i > verb.i and verb.pos_ == "VERB" and "dobj" not in verb.below:
        yield name, verb, "dobj"


@at(above_tags=VERBS, is_behind=True)
def wished_them(time: Token) -> Iterator[Arc]:
    """ "Wished me *a good weekend*", "took them *two years*": what was wished or needed, and not when it was."""
    verb = time.head
    whom = next((c for c in verb.rights if c.right_edge.i == time.left_edge.i - 1), None)
    if (
        whom is None
        or whom.lower_ == "it"
        or verb.lemma_.lower() not in words("wishing", "lemma")
        or time.pos_ != "NOUN"
    ):
        return
    is_alone = all(c.dep_ != "dobj" or c is whom for c in verb.rights)
    is_thing = time.left_edge.lower_ in _FOR_ARTICLE or "nummod" in time.below
    if is_alone and is_thing and (whom.dep_ == "dative" or (whom.dep_ == "dobj" and whom.tag_ == "PRP")):
        yield whom, verb, "dative"
        yield time, verb, "dobj"


def for_the_first_time(preposition: Token) -> Iterator[Arc]:
    """ "Refused to answer the question *for the second time*": how often it was done, and no question for it."""
    noun = next((c for c in preposition.rights if c.dep_ == "pobj"), None)
    verb = next((t for t in preposition.ancestors if t.pos_ == "VERB"), None)
    if noun is None or verb is None or preposition.head.pos_ not in NOUNS or verb.i > preposition.i:
        return
    is_counted = any(c.tag_ == "JJ" for c in noun.lefts) and noun.left_edge.lower_ == "the"
    if is_counted and (preposition.lower_, noun.lemma_.lower()) in occasions():
        yield preposition, verb, "prep"


@at(any_below=NOMINAL_SUBJECTS, above="dobj dative", is_behind=True)
def asked_where(verb: Token) -> Iterator[Arc]:
    """ "Asked guests *where* they had slept": what they were asked; people are no place or time."""
    hearer = verb.head
    asking, opening = hearer.head, verb.left_edge
    is_asking = asking.lemma_.lower() in words("asking_people", "lemma")
    is_question = opening.tag_ == "WRB" and opening.i == hearer.i + 1
    if verb.dep_ == "relcl" and is_question and is_asking and (is_people(hearer) or hearer.tag_ == "PRP"):
        yield verb, asking, "ccomp"


@at(tags="VB", below="aux", none_below=SUBJECTS | OBJECTS, above="relcl", is_behind=True)
def of_infinitive(verb: Token) -> Iterator[Arc]:
    """ "A road *which* the state had undertaken to build": what was to be built; nobody undertakes a road."""
    above = verb.head
    which = next((c for c in above.lefts if c.dep_ == "dobj" and c.tag_ == "WDT"), None)
    is_willing = above.lemma_.lower() in words("willing", "lemma")
    is_transitive = verb.lemma_.lower() not in words("intransitive", "lemma")
    if which is not None and has_to(verb) and is_willing and is_transitive:
        yield which, verb, "dobj"
        yield verb, above, "xcomp"


@at(tags="NN NNS NNP")
def receiver(noun: Token) -> Iterator[Arc]:
    """ "Showed *jurors* photos", "gave *Orlo* control of a port", "denied the *widow* access": to whom, and no kind of
    photos, control or access."""
    if noun.head.dep_ != "dobj":
        return
    thing, verb = noun.head, noun.head.head
    is_first = all(t.head in (noun, thing) and t.i < thing.i for t in verb.doc.tokens[verb.i + 1 : noun.i])
    if not is_first or not _may_be_given(noun, thing):
        return
    if verb.lemma_.lower() in words("handing", "lemma"):
        yield noun, verb, "dative"
        yield from ((c, noun, c.dep_) for c in [*thing.lefts] if c.i < noun.i)


@at(tags="NNP NNPS NNS", above="dobj", is_behind=False)
def named_receiver(noun: Token) -> Iterator[Arc]:
    """ "Paid *Orlo* 3 million pounds", "offered *Kim Orr* legal help": to whom, and no kind of pounds or help; "sold
    Orlo 900 phones" may be a make of them."""
    thing, verb = noun.head, noun.head.head
    following = noun.doc.tokens[min(noun.right_edge.i + 1, thing.i)]
    if noun.left_edge.i != verb.i + 1 or verb.pos_ not in VERBAL or following.head.i < following.i:
        return
    handing, giving = words("handing", "lemma"), words_of("given two things")
    is_sum = thing.ent_type_ == "MONEY" or thing.lemma_.lower() in words("units", "lemma")
    is_counted = is_sum and following.tag_ in ("CD", "$")
    is_paid = is_counted and verb.lemma_.lower() in handing | giving | words("wishing", "lemma")
    is_somebody = noun.ent_type_ in _RECEIVING or is_people(noun)
    is_told_apart = noun.dep_ == "nmod" and following.tag_ == "JJ" and following.is_lower and is_somebody
    if is_paid or (is_told_apart and verb.lemma_.lower() in handing & giving):
        yield noun, verb, "dative"


def _may_be_given(noun: Token, thing: Token) -> bool:
    """Whether the thing may be given to the noun before it; not "gave bank notice", "served an enforcement notice"."""
    is_next = thing.tag_ == "NN" and thing.is_lower and thing.i == noun.i + 1
    if noun.tag_ == "NNP":
        return is_next and _asks_behind(thing)
    is_actor = is_people(noun) or (is_next and class_told_by(noun.lemma_.lower()) in ACTORS)
    is_given = is_next and thing.lemma_.lower() in words_of("given to many")  # "gave small *banks* room"
    if noun.tag_ == "NNS":
        return is_actor or is_given
    return is_actor and is_given and thing.left_edge.i < noun.i and thing.left_edge.lower_ in _FIXED


@at(tags="VB VBP", above_tags=VERBS, any_below="xcomp advcl acl", is_behind=True)
def leave_to(word: Token) -> Iterator[Arc]:
    """ "Refused the airline *leave to appeal*": what was refused, and nobody leaves."""
    verb = word.head
    deed = next((c for c in word.rights if c.dep_ in ("xcomp", "advcl", "acl") and has_to(c)), None)
    receivers = [c for c in word.lefts if c.dep_ == "nsubj"]
    is_bare = deed is not None and deed.left_edge.i == word.i + 1 and len(receivers) == len([*word.lefts]) == 1
    if deed is None or not is_bare or verb.lemma_.lower() not in words("handing", "lemma"):
        return
    word.tag_, word.pos_ = "NN", "NOUN"
    yield receivers[0], verb, "dative"
    yield word, verb, "dobj"
    yield deed, word, "acl"


@at(above_tags="VBN")
def given_to(noun: Token) -> Iterator[Arc]:
    """ "Was convicted and given *a term*": what was given, where no preposition stands."""
    verb = noun.head
    if verb.tag_ == "VBN" and verb.dep_ != "prep" and not any(c.dep_ == "dobj" for c in verb.rights):
        yield noun, verb, "dobj"


@at(tags="NN NNS", below="poss")
def given_her(thing: Token) -> Iterator[Arc]:
    """ "Gave *her* 900 euros", "offered *her* more loans": whom they gave them; hers would not be told so."""
    her, verb = thing.left_edge, thing.head
    if her.lower_ != "her" or her.head != thing or her.i != verb.i + 1 or her.i + 1 >= thing.i:
        return
    following = her.nbor(1)
    is_not_hers = (following.lower_ in words_of("not hers") and thing.tag_ == "NNS") or following.pos_ == "NUM"
    if is_not_hers and verb.lemma_.lower() in words("handing", "lemma"):
        her.tag_, her.pos_ = "PRP", "PRON"
        yield her, verb, "dative"


def her_last(noun: Token) -> Iterator[Arc]:
    """ "Gave *her* last concert": hers; nobody gave her one."""
    her = next((c for c in noun.head.rights if c.dep_ == "dative" and c.lower_ == "her"), None)
    if her is not None and noun.left_edge.i == her.i + 1 and noun.left_edge.lower_ in _OWN:
        her.tag_ = "PRP$"
        yield her, noun, "poss"


@at(tags="NNS")
def beneficiary(thing: Token) -> Iterator[Arc]:
    """ "Offered *the company* tax credits": to whom, and no credits of a company."""
    verb = thing.head
    if verb.lemma_.lower() not in words("handing", "lemma"):
        return
    parts = [c for c in thing.lefts if c.dep_ in ("compound", "nmod")]
    article = thing.left_edge
    if len(parts) < 2 or article.lower_ != "the" or article.head != thing or parts[0].i != article.i + 1:
        return
    if parts[0].tag_ == "NN" and class_told_by(parts[0].lemma_.lower()) in ACTORS:
        yield parts[0], verb, "dative"
        yield article, parts[0], "det"


@at(tags="CD NN NNS")
def sum_behind_place(number: Token) -> Iterator[Arc]:
    """ "Fined the owner of a mill in Leeds *$2 million*": what the owner has to pay, and no part of Leeds."""
    start = number.left_edge.i
    if number.ent_type_ != "MONEY" or not start or number.doc[start - 1].pos_ not in NOUNS:
        return
    verbs = [t for t in number.ancestors if t.pos_ in VERBAL and t.i < start]
    for verb in [t for t in verbs if t.lemma_.lower() in words("handing", "lemma")]:
        payer = next((c for c in verb.rights if c.dep_ == "dobj" and c.i < start and c.ent_type_ not in _SUMS), None)
        if payer is None or any(c.dep_ == "dative" for c in verb.rights):
            continue
        yield payer, verb, "dative"
        yield number, verb, "dobj"
        yield from ((c, verb, "prep") for c in [*number.rights] if c.dep_ == "prep")


@at(tags="NNS NN", below="nummod", is_behind=True)
def sum_behind_phrase(sum_: Token) -> Iterator[Arc]:
    """ "Fined the owner of the mill *40,000 pounds*", "cost farmers in Kesh *3 million crowns*": what they have to pay,
    and nothing that they own or where they are."""
    link, units = sum_.head, words("units", "lemma")
    number = next((t for t in sum_.doc.tokens[link.i + 1 : sum_.i] if t.tag_ == "CD"), sum_)
    inner = number.doc.tokens[number.i - 1]
    is_sum = sum_.lemma_.lower() in units and number is not sum_ and number.head in sum_.subtree
    is_inner = inner.pos_ in NOUNS and (inner.head in (link, sum_) or inner.head.head is sum_)
    if not is_sum or not is_inner:
        return
    whom = link.head
    while whom.dep_ == "pobj":
        whom = whom.head.head
    if whom.pos_ in VERBAL:
        whom = next((c for c in whom.rights if c.dep_ == "dobj" and c.right_edge.i == link.i - 1), whom)
    verb = whom.head
    if whom.dep_ in OBJECTS and verb.lemma_.lower() in words("handing", "lemma") | words("wishing", "lemma"):
        yield from ((c, inner, c.dep_) for c in [*sum_.lefts] if c.i < inner.i)
        yield inner, link, "pobj"
        yield link, link.head if link.head is not verb else whom, "prep"
        yield whom, verb, "dative"
        yield sum_, verb, "dobj"


@at(above_tags=VERBS, none_below="nummod conj", is_behind=True)
def left_with(noun: Token) -> Iterator[Arc]:
    """ "Leaves *the state* little room", "left *him* no choice": to whom, and what is left."""
    verb = noun.head
    behind = [c for c in verb.rights if c.dep_ in ("dobj", "npadvmod") and "nummod" not in c.below]
    following = [c for c in behind if c.left_edge.i == noun.right_edge.i + 1]
    things = [c for c in following if c.lemma_.lower() in words_of("given to many") | words_of("left to somebody")]
    is_leaving = verb.lemma_ == "leave" or verb.lemma_.lower() in words("handing", "lemma")
    if things and is_leaving and noun.ent_type_ not in _SUMS:
        yield noun, verb, "dative"
        yield things[0], verb, "dobj"


@at(none_below="nummod conj")
def payer(noun: Token) -> Iterator[Arc]:
    """ "Cost *exporters* 30 million crowns", "paid *nurses* from Kesh £40": who pays or gets the sum, and no sum."""
    following = noun.right_edge.i + 1
    phrase = next((c for c in noun.head.rights if c.dep_ == "prep" and c.left_edge.i == following), None)
    ends = {following, phrase.right_edge.i + 1 if phrase is not None else following}
    sums = [c for c in noun.head.rights if c.dep_ == "dobj" and c.left_edge.i in ends]
    is_alone = noun.ent_type_ not in _SUMS and not any(c.dep_ in ("nummod", "conj") for c in noun.children)
    if sums and is_alone and any(c.dep_ in ("nummod", "nmod") or c.tag_ == "$" for c in sums[0].lefts):
        yield noun, noun.head, "dative"
        if phrase is not None and sums[0].left_edge.i > following:
            yield phrase, noun, "prep"


@at(above="relcl", none_below="conj", is_behind=True)
def paid_sum(noun: Token) -> Iterator[Arc]:
    """ "The £2m the club paid *Orlo*": who was paid; what was paid stands before."""
    verb = noun.head
    is_sum = noun.ent_type_ != "MONEY" and any(t.tag_ == "$" for c in verb.head.lefts for t in c.subtree)
    if is_sum and has_subject(verb) and verb.lemma_.lower() in words("handing", "lemma"):
        yield noun, verb, "dative"


def _asks_behind(thing: Token) -> bool:
    """ "Control *of a port*", "access *to a file*": a noun that is followed by what it asks for."""
    asked = noun_prepositions()
    return any(c.i == thing.i + 1 and (thing.lemma_.lower(), c.lower_) in asked for c in thing.rights)
