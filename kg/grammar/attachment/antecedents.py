"""Relative clauses hung on the last word before them, which cannot be who or what they tell of."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar.attachment.arc import Arc, lifted
from kg.grammar.attachment.relatives import before_place, clash
from kg.grammar.attachment.sites import VERBS, at
from kg.grammar.kinds import (
    ACTORS,
    ANYBODY,
    PERSONAL,
    PLACE_CLASSES,
    class_of_noun,
    is_measure,
    is_people,
    is_person,
    is_thing,
    number_of_verb,
)
from kg.grammar.phrases import AMOUNTS, FIXING, NOUNS, PLACE_LABELS, SITE_LABELS, TIMES, VERBAL, follows_comma
from kg.grammar.verbs import HELPERS, NOMINAL_SUBJECTS, SUBJECTS
from kg.grammar.wordlists import class_told_by, content_nouns, words, words_of
from kg.parse import Token

_WHO = frozenset({"who", "whom"})
_NO_PERSONS = TIMES | SITE_LABELS | {"CARDINAL"}
_FROM = frozenset({"from", "at"})
_OF_THEM = frozenset({"in", "at", "of", "from", "on"})
_TOLD = (("kg:Event", "goings-on", "said of events"), ("kg:Work", "writings", "said of texts"))
_BESIDE = 2  # words from a noun to its pronoun, a comma counted
_NEAR = 3  # words before the pronoun: "some of whom"
_WHERE = frozenset({"in", "at", "near", "outside", "inside", "on"})
_WHICH = frozenset({"which", "that"})
_AN = frozenset({"a", "an", "another", "some", "any", "no", "every"})


@at(any_below="nsubj nsubjpass dobj", is_behind=True)
def of_people(verb: Token) -> Iterator[Arc]:
    """ "The chief since 2016, who *left*", "nurses from Lyon, who *met*", "a woman in her twenties who *sang*": people
    did, and no year, town or age."""
    near = verb.head
    opens = verb.doc.tokens[verb.left_edge.i : verb.left_edge.i + _NEAR]
    if verb.dep_ != "relcl" or not any(t.lower_ in _WHO for t in opens):
        return
    if not (_is_nobody(near) or _is_where_they_are(near)):
        return
    person = _person_above(near)
    if person is not None and person.i < near.i:
        yield from lifted(verb, near, person)


def _is_nobody(noun: Token) -> bool:
    """Whether a noun cannot be "who": a place, a time, a number, a body that somebody is from, a bare name of stuff."""
    if noun.pos_ == "NUM" and (noun.dep_ != "pobj" or any(c.dep_ in ("det", "amod") for c in noun.lefts)):
        return False  # "the 8,000 who came", "and two who stayed"
    if noun.ent_type_ in _NO_PERSONS or noun.pos_ == "NUM" or noun.lemma_.lower() in words_of("age in years"):
        return True
    if noun.dep_ != "pobj":
        return False
    is_bare = noun.tag_ == "NN" and not noun.ent_type_ and not any(noun.lefts) and not is_people(noun)
    is_home = noun.pos_ == "PROPN" and (
        noun.head.lower_ == "from" or noun.head.text_before == ","
    )  # "Ann, of Leeds, who"
    is_body = is_home or (noun.ent_type_ == "ORG" and (noun.head.lower_ in _FROM or noun.head.dep_ == "agent"))
    if noun.pos_ == "PROPN" and noun.head.lower_ == "of" and class_of_noun(noun.head.head) in PLACE_CLASSES:
        return True  # "dockers at the port of Kesh, who"
    return is_body or (is_bare and noun.head.lower_ in ("of", "in", "at"))


def _is_where_they_are(noun: Token) -> bool:
    """ "Guests in the *room* who left", "those in the second *group* who": what people are in, at or of, right behind
    the word for them."""
    people = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in _OF_THEM or people.pos_ in VERBAL or people.i != noun.head.i - 1:
        return False
    if people.lower_ in ANYBODY or people.lower_ in ("one", "ones"):
        return noun.head.lower_ != "of"  # "one of the men who"
    is_many = people.tag_ == "NNS" and is_people(people)
    is_body = noun.ent_type_ == "ORG" and not is_people(noun)
    if class_of_noun(noun) in PLACE_CLASSES and is_person(people) and noun.head.lower_ != "of":
        return True  # "a dealer in 12 territories who"
    is_thing_there = noun.pos_ == "NOUN" and noun.tag_ == "NN" and noun.head.lower_ != "of" and not is_people(noun)
    return is_many and (is_body or is_thing_there)


def _person_above(noun: Token) -> Token | None:
    """The nearest word for people that a noun belongs to."""
    word = noun
    while word.head != word:
        phrase, word = word, word.head
        if word.dep_ in ("prep", "agent") or word.pos_ == "ADP":
            continue
        if word.pos_ in VERBAL and word.dep_ not in ("acl", "amod"):
            before = phrase.doc[max(phrase.left_edge.i - 1, 0)]
            before = before.nbor(-1) if before.text == "," and before.i else before
            is_many = before.tag_ == "NNS" and is_people(before)  # "children under the age of five who"
            return before if before.ent_type_ == "PERSON" or is_many or before.lower_ == "couple" else None
        if _is_person(word):
            return word
        if word.pos_ in NOUNS and word.dep_ not in ("pobj", "appos", "conj"):
            return None
    return None


def _is_person(word: Token) -> bool:
    is_aged = word.lower_ == "old" and any(t.lower_.startswith("year") for t in word.subtree)
    is_many = word.tag_ == "NNS" and not is_thing(word)
    return is_people(word) or is_aged or is_many or word.lower_ in ANYBODY


@at(tags=VERBS, above="pobj", is_behind=True)
def of_site(verb: Token) -> Iterator[Arc]:
    """ "At the *hall* on Friday, where a choir sang", "a *gym* in Oslo, where they slept": where no day is, and rather
    in the gym than somewhere in the town."""
    near, opening = verb.head, verb.left_edge
    if verb.dep_ != "relcl" or opening.lower_ != "where" or not follows_comma(opening):
        return
    if near.ent_type_ in TIMES:
        before = reversed(verb.doc.tokens[verb.sent.start : near.head.i])
        site = next((_head_of_name(t) for t in before if _is_site(t)), None)
    else:
        beside = near.head.nbor(-1) if near.head.i else near
        above = beside if beside.pos_ in NOUNS else before_place(near.head)
        is_town = near.pos_ == "PROPN" and near.head.lower_ in _WHERE
        is_told = verb.lemma_.lower() not in words("of_places", "lemma") | words_of("of towns")
        site = above if is_town and is_told and above.i < near.i and _is_building(above) else None
    if site is not None:
        yield from lifted(verb, near, site)


def _head_of_name(noun: Token) -> Token:
    """The house of "the House of Lords"."""
    above = noun.head.head
    return above if noun.head.lower_ == "of" and above.pos_ == "PROPN" else noun


def _is_building(noun: Token) -> bool:
    return noun.pos_ in NOUNS and (
        class_told_by(noun.lemma_.lower()) == "kg:Facility" or noun.lemma_.lower() in words_of("place in a town")
    )


def _is_site(noun: Token) -> bool:
    """Whether a noun behind a preposition is a place or a body that somebody sits in."""
    return noun.dep_ == "pobj" and (noun.ent_type_ in SITE_LABELS or noun.ent_type_ == "ORG" or _is_building(noun))


@at(any_below=NOMINAL_SUBJECTS | {"dobj"}, above="pobj", is_behind=True)
def of_sized(verb: Token) -> Iterator[Arc]:
    """ "A *bonus* of £410,000 that the board regrets", "the *record* of 182 metres, which was set in May": a thing of
    that size, and no sum; "a total of £9m, of which" is a sum."""
    near, opening = verb.head, verb.left_edge
    thing = near.head.head
    is_size = near.ent_type_ in AMOUNTS or (near.tag_ in ("NN", "NNS") and any(c.like_num for c in near.lefts))
    if verb.dep_ != "relcl" or opening.lower_ not in _WHICH or opening.dep_ == "mark" or near.head.lower_ != "of":
        return
    is_told = thing.tag_ in ("NN", "NNP") and thing.lemma_.lower() not in words("amounts", "lemma")
    if is_size and _is_measured(near) and is_told and verb.lemma_ != "be" and thing.i == near.head.i - 1:
        yield from lifted(verb, near, thing)


def _is_measured(near: Token) -> bool:
    """Whether a noun or number is a sum or a measure."""
    return near.ent_type_ in AMOUNTS or is_measure(near)


@at(any_below=NOMINAL_SUBJECTS, above="pobj", is_behind=True)
def of_shares(verb: Token) -> Iterator[Arc]:
    """ "Shares in Orlo, which *had fallen* 4%", "which *lost* a third of their value": the shares, and no firm."""
    near = verb.head
    shares = near.head.head
    pronoun = next((c for c in verb.lefts if c.lower_ == "which" and c.dep_ in NOMINAL_SUBJECTS), None)
    lemma = verb.lemma_.lower()
    if verb.dep_ != "relcl" or pronoun is None or shares.lemma_.lower() not in words_of("what is traded"):
        return
    if near.head.lower_ not in ("of", "in") or lemma not in words_of("of prices") | words_of("moving sums"):
        return
    things = [c for c in verb.rights if c.dep_ in ("dobj", "npadvmod")]
    is_value = any(t.ent_type_ in AMOUNTS or t.lower_ == "value" for thing in things for t in thing.subtree)
    if is_value or lemma not in words_of("with value"):
        yield from lifted(verb, near, shares)


@at(any_below=NOMINAL_SUBJECTS | {"dobj"}, is_behind=True)
def of_last(verb: Token) -> Iterator[Arc]:
    """ "A yacht and an old villa that *stood* empty", "high rents and wages that *lag*": without a comma it is told of
    the last of a list; "a mill and a shop that were shut" of both."""
    pronoun = _pronoun_of(verb, "that")
    if pronoun is None or verb.head.pos_ not in NOUNS or follows_comma(pronoun):
        return
    near = pronoun.nbor(-1)
    last = next((t for t in (near, *near.ancestors) if t.dep_ == "conj" and t.right_edge.i == near.i), None)
    if last is None or last.pos_ not in NOUNS or verb.head not in _listed_before(last):
        return
    is_told = bool(number_of_verb(verb))  # but not "strong winds and heavy rain that fell"
    is_whole = any(c.dep_ in FIXING or (is_told and c.dep_ in ("amod", "compound")) for c in last.lefts)
    if is_whole and not clash(last, pronoun, verb):
        yield verb, last, "relcl"


def _listed_before(last: Token) -> Iterator[Token]:
    """The items of a list before one of them."""
    while last.dep_ == "conj" and last.head.pos_ in NOUNS:
        last = last.head
        yield last


@at(any_below=NOMINAL_SUBJECTS, above="pobj", is_behind=True)
def of_part(verb: Token) -> Iterator[Arc]:
    """ "The part of the village that is *standing*": the part is; "part of a plan that would close it" has a plan."""
    pronoun, near = _pronoun_of(verb, "that"), verb.head
    part = near.head.head
    if pronoun is None or follows_comma(pronoun) or near.head.lower_ != "of" or near.left_edge.lower_ in _AN:
        return
    is_fixed = any(c.lower_ == "the" for c in part.lefts)
    if is_fixed and part.lemma_.lower() in words_of("part") and not clash(part, pronoun, verb):
        yield verb, part, "relcl"


@at(tags=VERBS, any_below=SUBJECTS, above="pobj", is_behind=True)
def where_of_part(verb: Token) -> Iterator[Arc]:
    """ "In a part of Croatia *where* the line is steep": in that part, and not all over the land."""
    near, opening = verb.head, verb.left_edge
    part, is_named = near.head.head, near.pos_ == "PROPN" and near.head.lower_ == "of"
    if verb.dep_ != "relcl" or opening.lower_ != "where" or opening.i != near.i + 1 or not is_named:
        return
    if part.pos_ in NOUNS and part.lemma_.lower() in words_of("part") and any(c.dep_ == "det" for c in part.lefts):
        yield verb, part, "relcl"


@at(any_below=NOMINAL_SUBJECTS, above="pobj", is_behind=True)
def of_no_name(verb: Token) -> Iterator[Arc]:
    """ "A meeting in Cork that *ended* late", "a unit of Orlo that *makes* lamps": no clause tells which Cork is meant,
    so it is told of the noun before; "a Europe that is free" is one of many."""
    pronoun, near = _pronoun_of(verb, "that"), verb.head
    if pronoun is None or follows_comma(pronoun) or near.pos_ != "PROPN" or pronoun.nbor(-1) != near:
        return
    articles = [c.lower_ for c in near.lefts if c.dep_ in ("det", "poss")]
    above = before_place(near.head)
    is_site = near.head.lower_ in _WHERE and class_of_noun(above) == "kg:Event"  # "a strike at the BBC that"
    is_place = (near.ent_type_ in PLACE_LABELS or is_site) and articles == ["the"]
    is_whole = above.tag_ in ("NN", "NNS") and above.i < near.i and above.lemma_.lower() not in words_of("kind")
    if (not articles or is_place) and is_whole and not clash(above, pronoun, verb):
        yield verb, above, "relcl"


@at(any_below=NOMINAL_SUBJECTS, is_behind=True)
def of_its_kind(verb: Token) -> Iterator[Arc]:
    """ "The claim of a nurse who *fled*": people are "who"; "an aide at the bank, which *closed*", "a guest on the Ruby
    Star that *sank*": things are "which", and so is a named one "that"."""
    noun = verb.head
    opens = verb.doc.tokens[verb.left_edge.i : verb.left_edge.i + 1]
    pronoun = next((t for t in opens if t.tag_ in ("WP", "WDT") and t.dep_ in NOMINAL_SUBJECTS), None)
    if verb.dep_ != "relcl" or pronoun is None or noun.pos_ not in NOUNS or not pronoun.i:
        return
    near = pronoun.nbor(-1)
    near = near.nbor(-1) if near.text == "," and near.i else near
    if near.pos_ not in NOUNS or near.dep_ != "pobj" or near.i <= noun.i or not noun.is_ancestor(near):
        return
    if clash(near, pronoun, verb) or near.ent_type_ in TIMES or near.ent_type_ in AMOUNTS:
        return
    if pronoun.lower_ in _WHO:
        kind = class_told_by(noun.lemma_.lower())
        is_thing_told = (bool(kind) and kind not in PERSONAL) or noun.lemma_.lower() in content_nouns()
        is_better = is_thing_told and not noun.ent_type_ and is_people(near)
    else:
        is_named = near.pos_ == "PROPN" and near.ent_type_ not in PLACE_LABELS
        is_other = not is_people(near) and (pronoun.lower_ == "which" or is_named)
        is_better = is_other and is_person(noun) and pronoun.lower_ in _WHICH
    if is_better:
        yield from ((c, near, "punct") for c in [*noun.rights] if c.text == "," and near.i < c.i < pronoun.i)
        yield verb, near, "relcl"


@at(any_below=NOMINAL_SUBJECTS, above="pobj conj", is_behind=True)
def of_event(verb: Token) -> Iterator[Arc]:
    """ "Talks between the union and the railway, which *broke off*", "a row over drains that *ended* his career",
    "a report on the crash, which *runs* to 40 pages": what happens does, or what is written, and nothing beside it."""
    near = verb.head
    pronoun = next((c for c in verb.lefts if c.dep_ in NOMINAL_SUBJECTS and c.lower_ in _WHICH), None)
    if verb.dep_ != "relcl" or pronoun is None or pronoun != verb.left_edge or pronoun.i - near.i > _BESIDE:
        return
    is_aside = follows_comma(pronoun)
    for above in _nouns_above(near):
        if is_told_of(verb, above, near) and not is_told_of(verb, near, near) and not clash(above, pronoun, verb):
            if is_aside or _is_loose(near):
                yield from lifted(verb, near, above)
            return


@at(tags="VBN", none_below=SUBJECTS | HELPERS | {"mark"}, is_behind=True)
def done_to_event(verb: Token) -> Iterator[Arc]:
    """ "A letter found in a drawer, *signed* by Lund", "a study of twins *carried out* in Cork", "he sued over a book
    on his firm, *published* in May": what is written or goes on is, and nothing beside it."""
    start = verb.left_edge
    is_aside = follows_comma(start)
    if start.i < 2 or not (verb.dep_ == "acl" or (verb.dep_ == "advcl" and is_aside)):
        return
    last = verb.doc.tokens[start.i - 1 - is_aside]
    near = verb.head
    if verb.dep_ == "advcl":
        found = (t for t in (last, *last.ancestors) if t.dep_ in ("pobj", "dobj") and verb.head in t.ancestors)
        near = next((t for t in found if t.right_edge.i in (last.i, last.i + 1)), verb)
    if near.pos_ not in NOUNS or (verb.dep_ == "acl" and near.right_edge.i < last.i) or is_told_of(verb, near, near):
        return
    if not is_aside and is_people(near) and verb.lemma_.lower() not in words_of("done to no people"):
        return  # "the records of patients seen in May"
    for above in _phrases_above(near):
        if is_told_of(verb, above, near) and (is_aside or _is_loose(near)):
            yield from lifted(verb, near, above, "acl")
            return


def _phrases_above(near: Token) -> Iterator[Token]:
    """The nouns that a noun hangs below, also in a participle."""
    word = near
    while word.dep_ in ("pobj", "dobj", "conj", "prep", "acl", "appos") and word.head != word:
        is_of_verb = word.dep_ == "dobj" and word.head.dep_ != "acl"
        word = before_place(word) if word.dep_ == "prep" else word.head
        if is_of_verb or word.i > near.i:
            return
        if word.pos_ in NOUNS:
            yield word


def _is_loose(near: Token) -> bool:
    """Whether a clause without a comma may be told of the noun above: behind a name, a plural, or a noun with "the"."""
    return near.pos_ == "PROPN" or all(c.lower_ not in _AN for c in near.lefts)


def _nouns_above(near: Token) -> Iterator[Token]:
    """The nouns that a noun hangs below, as long as prepositions and lists alone stand between."""
    word = near
    while word.dep_ in ("pobj", "conj"):
        word = word.head
        if word.dep_ != "prep" and word.pos_ not in NOUNS:
            return
        if word.dep_ == "prep":
            word = before_place(word)
            if word.pos_ != "NOUN" or word.i > near.i:
                return
            yield word


def is_told_of(verb: Token, noun: Token, near: Token) -> bool:
    """Whether a verb fits an event or a text: "broke off" the talks, "runs to" the report. What people and bodies do
    too is told of them, if they stand next: "talks with the group, which *killed* two"."""
    if noun.pos_ != "NOUN" or noun.ent_type_ in ("ORG", "PERSON"):
        return False
    said = said_by(verb)
    is_open = "dobj" in verb.below or ("xcomp" in verb.below and "auxpass" not in verb.below and verb.lemma_ != "be")
    if _may_act(near) and (said & words_of("said of all") or is_open):
        return False
    lemma = noun.lemma_.lower()
    kinds = (told for class_, nouns, told in _TOLD if class_told_by(lemma) == class_ or lemma in words_of(nouns))
    return any(said & words_of(told) for told in kinds)


def _may_act(noun: Token) -> bool:
    """Whether a noun is one for people or a body."""
    is_body = noun.ent_type_ == "ORG" or class_told_by(noun.lemma_.lower()) in ACTORS
    return is_body or is_people(noun) or noun.lemma_.lower() in words("collectives", "word")


def said_by(verb: Token) -> frozenset[str]:
    """A verb with its particle, and with what stands behind it: "broke off", "take place", "was held"; of "is due to
    last" what is to come."""
    told = next((c for c in (*verb.rights, *(t for a in verb.rights for t in a.rights)) if c.dep_ == "xcomp"), None)
    if told is not None and (verb.lemma_ == "be" or any(c.dep_ == "auxpass" for c in verb.lefts)):
        return said_by(told)
    if any(c.dep_ == "auxpass" for c in verb.lefts) or verb.dep_ != "relcl":
        return frozenset({f"be {verb.lower_}"})
    lemma = verb.lemma_.lower()
    particle = next((f" {c.lower_}" for c in verb.rights if c.dep_ == "prt"), "")
    return frozenset({lemma + particle, *(f"{lemma} {c.lower_}" for c in verb.rights if c.dep_ in ("dobj", "prep"))})


def _pronoun_of(verb: Token, word: str) -> Token | None:
    """The relative pronoun that opens a clause, if it is this one."""
    opening = verb.left_edge
    is_pronoun = verb.dep_ == "relcl" and opening.lower_ == word and opening.dep_ != "mark" and opening.i > 0
    return opening if is_pronoun else None
