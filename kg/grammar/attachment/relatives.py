"""Relative clauses: the noun before them that agrees in number and kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.sites import at
from kg.grammar.kinds import (
    class_of_noun,
    is_measure,
    is_people,
    is_person,
    is_thing,
    means_people,
    number_of_noun,
    number_of_verb,
)
from kg.grammar.phrases import FIXING, NOUNS, PLACE_LABELS, TERMS, TIMES, VERBAL, entity_of, follows_comma
from kg.grammar.verbs import NOMINAL_SUBJECTS
from kg.grammar.wordlists import words
from kg.parse import Token

_PRONOUNS = frozenset({"who", "whom", "which", "that"})
_INSIDE = frozenset({"compound", "amod", "nmod", "poss", "nummod", "npadvmod"})
_OF_BODIES = frozenset({"of", "at", "from"})
_PLACING = frozenset({"in", "near", "outside"})
_BESIDE_VERB = frozenset({"dobj", "nsubjpass", "attr"})
_LETTER_TO = frozenset({"to", "for", "from"})
_WHERE = frozenset({"in", "at", "near", "outside"})
_BEFORE_NOUN = frozenset({"det", "poss", "compound", "amod"})
_NO_BODIES = frozenset({"kg:Event", "kg:Work", "kg:Policy"})
_NEARLY = frozenset({"ADP", "ADV", "SCONJ"})
_MANY = frozenset({"NNS"})
_ANY_NOUN = frozenset({"NN", "NNS", "NNP"})
_LATE = 4  # words before the pronoun: "in front of whom"


def described(verb: Token) -> Iterator[Arc]:
    """ "Shares of Orlo, which faces a suit": Orlo faces it. "Hopefuls from Yemen who applied": hopefuls did."""
    if verb.dep_ != "relcl" or verb.head.pos_ not in NOUNS:
        return
    pronoun = next((t for t in opening_words(verb) if t.lower_ in _PRONOUNS and t.dep_ != "mark"), None)
    if pronoun is None:
        return
    near = pronoun.nbor(-1) if pronoun.i else pronoun
    if near != verb.head and _is_in_participle(near, verb.head) and _agrees(near, pronoun, verb):
        yield verb, near, "relcl"
        return
    if (body := _body_before(verb, pronoun)) is not None:
        yield from ((t, body, "punct") for t in body.rights if t.text == ",")
        yield verb, body, "relcl"
        return
    if (above := _not_of_place(verb, pronoun)) is not None:
        yield verb, above, "relcl"
        return
    if _agrees(verb.head, pronoun, verb) and not _takes_time(verb, pronoun):
        return
    noun = next((t for t in _nouns_before(pronoun, verb.head) if _fits(t, pronoun, verb)), None)
    if noun is not None:
        yield from ((t, noun, "punct") for t in verb.head.rights if t.text == "," and noun.i < t.i < pronoun.i)
        yield verb, noun, "relcl"


def _body_before(verb: Token, pronoun: Token) -> Token | None:
    """ "A row at *Barlow Hospital*, which is owned by Orlo": Orlo owns no row."""
    if pronoun.lower_ != "which" or pronoun.i < 2 or pronoun.text_before != ",":
        return None
    name = pronoun.nbor(-1).nbor(-1)
    is_body = name.pos_ == "PROPN" and name.ent_type_ in ("ORG", "FAC", "") and name.dep_ == "pobj"
    return name if is_body and verb.head.is_ancestor(name) and _is_of_no_body(verb, verb.head) else None


def _is_of_no_body(verb: Token, noun: Token) -> bool:
    """Whether a verb is said of bodies and buildings, and the noun tells of what happens or is written."""
    return verb.lemma_.lower() in words("of_bodies", "lemma") and class_of_noun(noun) in _NO_BODIES


def _not_of_place(verb: Token, pronoun: Token) -> Token | None:
    """ "Its factory in Dundee, which employs 240 people": the factory does; "which lies on the Tay" is said of the
    town. "A novel of great tenderness that moves": the novel."""
    near = verb.head
    if near.dep_ != "pobj" or pronoun.lower_ not in ("which", "that"):
        return None
    marker, above = near.head, before_place(near.head)
    owned = words("made_things", "lemma") | words("trading", "lemma")
    if pronoun.dep_ == "dobj" and verb.lemma_.lower() in owned:
        is_town = near.ent_type_ in PLACE_LABELS and marker.lower_ in _WHERE and follows_comma(pronoun)
        return (
            above if is_town and above.pos_ == "NOUN" and above.i < near.i else None
        )  # "a mill in Oslo, which it owns"
    if pronoun.dep_ not in NOMINAL_SUBJECTS:
        return None
    if above.pos_ != "NOUN" or above.i > near.i or not _fits(above, pronoun, verb):
        return None
    if (near.pos_ == "PROPN" and _is_of_no_body(verb, above)) or (pronoun.lower_ == "which" and is_people(above)):
        return None
    is_name = near.pos_ == "PROPN" and not near.ent_type_ and not any(near.lefts)  # "the organ at Velm, which"
    is_name &= verb.lemma_.lower() not in words("of_bodies", "lemma")
    is_town = (is_name or near.ent_type_ in PLACE_LABELS) and marker.lower_ in _WHERE and follows_comma(pronoun)
    if is_town and verb.lemma_.lower() not in words("of_places", "lemma"):
        return above
    is_bare = marker.lower_ == "of" and near.tag_ == "NN" and not any(c.dep_ in FIXING for c in near.lefts)
    is_of_it = above.dep_ == "attr" and any(c.lower_ == "it" for c in above.head.lefts)  # no cleft: "It is a novel of"
    has_article = any(c.lower_ in ("a", "an") for c in above.lefts) and not is_of_it
    is_amount = above.lemma_.lower() in words("amounts", "lemma")  # "the price of tin, which rose"
    is_of_above = has_article or is_amount
    return above if is_bare and is_of_above and not near.ent_type_ and not is_people(near) else None


def opening_words(verb: Token) -> Sequence[Token]:
    """The first words of a relative clause, of which one is its pronoun: "*in front of whom* she sang"."""
    start = verb.left_edge.i
    return verb.doc.tokens[start : start + _LATE]


def before_place(marker: Token) -> Token:
    """The noun that a preposition stands behind, though it may hang on the verb: "close its *factory* in Dundee"."""
    above = marker.head
    if above.pos_ not in VERBAL or not marker.i:
        return above
    nouns = (c for c in above.rights if c.dep_ == "dobj" and c.right_edge.i == marker.i - 1)
    return next(nouns, above)


def _takes_time(verb: Token, pronoun: Token) -> bool:
    """ "The tour of Sri Lanka, which begins in May": the tour begins, and no place."""
    place = verb.head
    is_place = place.ent_type_ in PLACE_LABELS and place.dep_ == "pobj" and place.head.head.pos_ == "NOUN"
    return is_place and pronoun.lower_ == "which" and verb.lemma_.lower() in words("taking_time", "lemma")


def _is_in_participle(near: Token, noun: Token) -> bool:
    """ "A signal blamed for the *crash* that": the last noun of a participle behind the noun."""
    is_noun = near.pos_ in NOUNS and near.dep_ in ("pobj", "dobj")
    return is_noun and any(c.dep_ == "acl" and c.is_ancestor(near) for c in noun.rights)


@at(above="pobj", above_tags="CD")
def of_age(verb: Token) -> Iterator[Arc]:
    """ "Children under five *who fell ill*": the children did, and not five."""
    people = verb.head.head.head
    is_who = any(t.lower_ in ("who", "whom") for t in opening_words(verb))
    if is_who and people.tag_ == "NNS" and people.i < verb.head.i and is_people(people):
        yield verb, people, "relcl"


def dated(verb: Token) -> Iterator[Arc]:
    """ "Fought a war from 1994 to 1997 in which thousands died": in the war, not in the year; "a bowl found in the
    1950s, which was thought lost": the bowl was."""
    year = verb.head
    if verb.dep_ != "relcl" or year.ent_type_ != "DATE":
        return
    is_within = any(_is_under_preposition(t) for t in verb.subtree)
    if not (is_within or _tells_of_more_than_a_date(verb)):
        return
    above = next((t for t in year.ancestors if t.pos_ in VERBAL), None)
    noun = next((c for c in above.rights if c.dep_ == "dobj" and c.i < year.i), None) if above is not None else None
    if noun is None and not is_within and above is not None and above.dep_ == "acl":
        noun = above.head
    if noun is None and not is_within and year.dep_ == "pobj" and year.head.nbor(-1).pos_ == "NOUN":
        noun = year.head.nbor(-1)  # "maps from the 1950s, which nobody trusts"
    if noun is not None:
        yield verb, noun, "relcl"


def _tells_of_more_than_a_date(verb: Token) -> bool:
    """Not "in 2008, *which was a bad year*"."""
    opens = verb.left_edge
    is_aside = opens.lower_ == "which" and opens.dep_ in ("nsubj", "nsubjpass", "dobj") and follows_comma(opens)
    return is_aside and not any(c.dep_ == "attr" and c.lemma_.lower() in TERMS for c in verb.rights)


@at(tags="NNS", any_below="compound det poss")
def disputed(deed: Token) -> Iterator[Arc]:
    """ "Lost $2 million, a figure the club *disputes*": the club does, and no figure is its disputes."""
    lemma = deed.lemma_.lower()
    start = min((c.left_edge.i for c in deed.lefts if c.dep_ in _BEFORE_NOUN), default=0)
    figure = deed.doc.tokens[start - 1] if start else deed
    doer = next((c for c in reversed(deed.lefts) if c.dep_ == "compound"), None)
    is_aside = figure.tag_ == "NN" and figure.left_edge.lower_ == "a" and follows_comma(figure.left_edge)
    is_near = figure == deed.head or figure.head in (deed, deed.head)
    if doer is None or not (is_aside and is_near) or lemma not in words("disputing", "lemma"):
        return
    deed.tag_, deed.pos_, deed.lemma_ = "VBZ", "VERB", lemma
    if figure.head == deed:
        yield figure, deed.head, "npadvmod"
    yield from ((c, doer, c.dep_) for c in list(deed.lefts) if c not in (doer, figure))
    yield doer, deed, "nsubj"
    yield deed, figure, "relcl"


@at(tags="VBN", above="pobj")
def published(verb: Token) -> Iterator[Arc]:
    """ "A study of 40 nurses *published* in May": the study was, and no nurse."""
    noun = verb.head
    above = noun.head.head
    is_done_to_people = verb.lemma_.lower() in words("done_to_people", "lemma")
    is_of_thing = noun.dep_ == "pobj" and noun.head.lower_ == "of" and is_thing(noun) and is_people(above)
    if is_of_thing and is_done_to_people:
        yield verb, above, "acl"  # "captain of a ship *arrested*"
    if is_measure(noun) and noun.head.lower_ == "of" and above.pos_ == "NOUN":
        yield verb, above, "acl"  # "a bid of 55 million euros *rejected* in July"
    is_people_of = noun.dep_ == "pobj" and noun.head.lower_ == "of" and is_people(noun) and above.pos_ == "NOUN"
    if verb.lemma_.lower() in words("publishing", "lemma") and is_people_of:
        yield verb, above, "acl"
    is_letter_to = noun.head.lower_ in _LETTER_TO and above.pos_ == "NOUN" and "agent" in verb.below
    if is_letter_to and verb.lemma_.lower() in words("obtaining", "lemma"):
        yield verb, above, "acl"  # "an email to staff *obtained* by the Post"


@at(below="dobj", any_below=NOMINAL_SUBJECTS)
def whose(verb: Token) -> Iterator[Arc]:
    """ "Lund, whose novel The Salt Road won the prize": the novel, which is called so, won it; it was not won. "Whose
    husband Ray died": Ray is the husband, and nobody died him."""
    things = [c for c in verb.children if c.dep_ == "dobj"]
    name = next((c for c in verb.lefts if c.dep_ in NOMINAL_SUBJECTS), None)
    if verb.dep_ != "relcl" or not things or name is None or things[0].i > name.i or name.pos_ != "PROPN":
        return
    if len(things) < 2 and (name.ent_type_ != "PERSON" or things[0].tag_ != "NN" or not is_person(things[0])):
        return
    if any(c.tag_ == "WP$" for c in things[0].lefts) and things[0].i == name.left_edge.i - 1:
        yield things[0], verb, name.dep_
        yield name, things[0], "appos"


@at(tags="VBZ VBP VBD VBN", any_below="nsubj", none_below="dobj auxpass")
def whose_object(verb: Token) -> Iterator[Arc]:
    """ "Floods *whose cost the bank* has put at a tenth": the bank has put it so, and the noun is no verb."""
    thing = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    doer = next((c for c in thing.rights if c.dep_ in ("dobj", "appos")), None) if thing is not None else None
    if verb.dep_ != "relcl" or thing is None or doer is None or doer.left_edge.i != thing.i + 1:
        return
    opening = doer.left_edge
    is_whole = (
        opening.tag_ in ("DT", "PRP$", "PRP") and opening.text == opening.lower_
    )  # not "whose play The Salt Road"
    if any(c.tag_ == "WP$" for c in thing.lefts) and is_whole and doer.right_edge.i == thing.right_edge.i:
        if thing.pos_ in VERBAL:
            thing.tag_, thing.pos_ = "NN", "NOUN"
        yield doer, verb, "nsubj"
        yield thing, verb, "dobj"


@at(tags="VBZ VBP VBD", below="dobj nsubj", is_behind=True)
def of_what_is_said(verb: Token) -> Iterator[Arc]:
    """ "They fear he would close the mine, which he *denies*": that he would, and no mine."""
    which = next((c for c in verb.lefts if c.dep_ == "dobj" and c.lower_ == "which"), None)
    if verb.dep_ != "relcl" or which is None or which.text_before != ",":
        return
    noun, root = verb.head, verb.sent.root
    is_thing_or_person = is_people(noun) or (is_thing(noun) and class_of_noun(noun) not in _NO_BODIES)
    if verb.lemma_.lower() in words("disputing", "lemma") and root.pos_ in VERBAL and is_thing_or_person:
        yield verb, root, "conj"


@at(tags="VBZ VBP VBD VBN VB", above="dobj pobj attr nsubj", is_behind=True)
def law_on_who(verb: Token) -> Iterator[Arc]:
    """ "A law on *who pays*", "a row over how it ends": what it is about; no law pays."""
    asks, noun = verb.left_edge, verb.head
    about = asks.nbor(-1) if asks.i else asks
    is_question = asks.tag_ in ("WP", "WRB") and asks.dep_ not in ("pobj", "prep")
    if "advcl" in verb.below:
        return  # "a law on who pays when a dam bursts": one may
    if verb.dep_ == "relcl" and is_question and about.dep_ == "prep" and about.head is noun and not any(about.rights):
        yield verb, about, "pcomp"


def many_of(verb: Token) -> Iterator[Arc]:
    """ "Robbed customers in their 80s, many of whom *were* ill", "opened an inquiry, the results of which *are* due": a
    clause about the customers, the inquiry."""
    subject = next((c for c in verb.lefts if c.dep_ in NOMINAL_SUBJECTS), None)
    if subject is None:
        return
    start = subject.left_edge  # or "around" before it
    start = start.nbor(-1) if start.i and start.nbor(-1).head == verb and start.nbor(-1).pos_ in _NEARLY else start
    if start.text_before != ",":
        return
    pronoun = next((c for p in subject.rights if p.lower_ == "of" for c in p.rights if c.tag_ in ("WP", "WDT")), None)
    if pronoun is None:
        return
    before = reversed(verb.doc[verb.sent.start : subject.left_edge.i])
    is_of_one = pronoun.lower_ == "which" and subject.left_edge.lower_ == "the"  # "the size of which"
    tags = _ANY_NOUN if is_of_one else _MANY
    nouns = [t for t in before if t.tag_ in tags and t.dep_ not in _INSIDE and t.ent_type_ not in TIMES]
    wants_people = pronoun.lower_ == "whom"
    nouns = [t for t in nouns if not wants_people or not is_thing(t)]
    taken = [t for t in nouns if is_of_one and t.dep_ in ("dobj", "nsubjpass") and t.tag_ != "NNP"]
    noun = next(iter((*taken, *nouns)), None)
    if noun is not None:
        main = next((c for c in verb.lefts if c.is_ancestor(noun)), None) if verb.dep_ == "ROOT" else None
        if main is not None:  # "Closing 40 posts, half of which *are* vacant."
            yield main, main, "ROOT"
            yield from ((t, main, "punct") for t in [*verb.rights] if t.is_punct)
        yield verb, noun, "relcl"


def _is_under_preposition(token: Token) -> bool:
    return token.lower_ == "which" and token.dep_ == "pobj"


@at(below="ccomp", any_below=NOMINAL_SUBJECTS)
def continued(verb: Token) -> Iterator[Arc]:
    """ "He urged the house to pass a bill, by Lund, that would ban it": the last clause is one on the bill, and is
    no frame around the rest."""
    pronoun = next((c for c in verb.lefts if c.dep_ in NOMINAL_SUBJECTS and c.tag_ in ("WDT", "WP")), None)
    main = next((c for c in verb.lefts if c.dep_ == "ccomp" and c.pos_ in VERBAL), None)
    if verb.dep_ != "ROOT" or pronoun is None or main is None or pronoun.i < main.i:
        return
    before = reversed(verb.doc[main.i + 1 : pronoun.i])
    nouns = [t for t in before if t.pos_ == "NOUN" and t.dep_ not in _INSIDE and _fits(t, pronoun, verb)]
    noun = next((t for t in nouns if not clash(t, pronoun, verb)), None)
    if noun is not None:
        yield main, main, "ROOT"
        yield from ((t, main, t.dep_) for t in list(verb.rights) if t.dep_ == "punct")
        yield verb, noun, "relcl"


def _nouns_before(pronoun: Token, head: Token) -> Iterator[Token]:
    """Heads of noun phrases: between the noun and the pronoun, nearest first; then those the noun stands under."""
    between = reversed(pronoun.doc[head.i + 1 : pronoun.i])
    yield from (t for t in between if t.pos_ in NOUNS and t.dep_ not in _INSIDE and _is_whole(t))
    above = head
    while above.dep_ == "pobj" and above.head.dep_ in ("prep", "agent") and above.head.head.i < above.i:
        phrase = above.head
        above = phrase.head
        if above.pos_ in NOUNS:
            yield above
        elif phrase.nbor(-1).dep_ in _BESIDE_VERB:
            yield phrase.nbor(-1)  # "sold a portrait | by Ann Lee | that"


def _is_whole(noun: Token) -> bool:
    """Not the "California" of "University of California"."""
    entity = entity_of(noun)
    return entity is None or entity.root == noun


def _number(pronoun: Token, verb: Token) -> str:
    return number_of_verb(verb) if pronoun.dep_ in NOMINAL_SUBJECTS and pronoun.head == verb else ""


def _agrees(noun: Token, pronoun: Token, verb: Token) -> bool:
    """Whether nothing speaks against it. A club may be "who" and plural."""
    if is_measure(noun) and noun.dep_ == "pobj":
        return False  # "a shot from 20 metres that won the match"
    if pronoun.lower_ in ("who", "whom") and _is_of_named(noun, pronoun, verb):
        return False
    if pronoun.lower_ in ("who", "whom") and (noun.ent_type_ == "ORG" or not is_thing(noun)):
        return noun.pos_ == "PROPN" or not clash(noun, pronoun, verb)
    if pronoun.lower_ in ("who", "whom"):
        return False
    if _is_of_thing(pronoun, noun):
        return False
    return not clash(noun, pronoun, verb)


def _is_of_thing(pronoun: Token, noun: Token) -> bool:
    """A portrait "by Ann Lee *that* was lost", a pupil of Lee, "*which*": no person's name takes such a pronoun."""
    if pronoun.lower_ not in ("which", "that") or not pronoun.i:
        return False
    near = pronoun.nbor(-1)
    name = near if near.head == noun and near.dep_ == "appos" else noun
    return name.ent_type_ == "PERSON" and name.pos_ == "PROPN"


def _is_of_named(noun: Token, pronoun: Token, verb: Token) -> bool:
    """ "Ann Lee of *Leeds College*, who", "an expert on law at *Leeds College*, who": of a person and a body who is the
    person."""
    if noun.pos_ == "PROPN" and noun.dep_ == "pobj" and noun.head.lower_ in _PLACING:
        return noun.head.head.pos_ == "NOUN" and means_people(noun.head.head)  # "a clerk in *Leeds*, who"
    if noun.pos_ != "PROPN" or noun.dep_ != "pobj" or noun.head.lower_ not in _OF_BODIES:
        return False
    if noun.ent_type_ == "PERSON" and noun.head.lower_ != "at":
        return False
    above = noun.head.head
    if above.pos_ == "PROPN":
        return above.ent_type_ == "PERSON" and above.i < noun.i
    is_at = noun.head.lower_ == "at"
    people = next((t for t in _nouns_before(pronoun, noun) if is_people(t)), None) if is_at else None
    return people is not None and not clash(people, pronoun, verb)


def clash(noun: Token, pronoun: Token, verb: Token) -> bool:
    """Whether a verb whose subject is the pronoun tells another number than its noun."""
    wanted, found = _number(pronoun, verb), number_of_noun(noun)
    return bool(wanted and found) and wanted != found


def _fits(noun: Token, pronoun: Token, verb: Token) -> bool:
    """Whether something speaks for it: people for "who", the same number as the verb's where that is told."""
    if pronoun.lower_ in ("who", "whom") and not (is_people(noun) or (noun.tag_ == "NNS" and not is_thing(noun))):
        return False
    if _is_of_thing(pronoun, noun):
        return False
    wanted = _number(pronoun, verb)
    return not wanted or wanted == number_of_noun(noun)
