"""Clauses whose object stands elsewhere, and what belongs to the verb beside an inserted speaker or a finished noun."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.sites import PAST, VERBS, at
from kg.grammar.attachment.valency import asks
from kg.grammar.phrases import NOUNS, SITE_LABELS, TERMS, VERBAL, conjuncts, in_one_name, tells_cases
from kg.grammar.verbs import HELPERS, NOMINAL_SUBJECTS, OBJECTS, SUBJECTS, has_subject, has_to, takes_doer
from kg.parse import Token

_STANDING_ON = frozenset({"on", "in", "at", "to", "for", "with", "from", "about"})
_IF = frozenset({"if", "unless", "provided"})
_WHERE = frozenset({"in", "on", "at", "near", "within", "along", "inside", "outside", "around", "during", "between"})
_HAVING = frozenset({"have", "be"})
_ARTICLES = frozenset({"det", "poss"})
_BARE = _ARTICLES | {"nummod", "amod", "compound"}


@at(tags="IN RP", none_below="pobj pcomp", above="relcl", is_behind=True)
def stood_on(particle: Token) -> Iterator[Arc]:
    """ "A podium he never stood *on*": on the podium; "the day he carried on" is when."""
    verb, noun = particle.head, particle.head.head
    if particle.dep_ != "prt" or particle.lower_ not in _STANDING_ON or _is_way_or_time(noun):
        return
    opening = verb.left_edge
    is_bare = opening.dep_ in SUBJECTS or (bool([*opening.ancestors]) and opening.head.dep_ in SUBJECTS)
    is_last = verb.right_edge is particle and "dobj" not in verb.below
    if is_bare and is_last and opening.tag_ not in ("WP", "WDT", "WRB") and noun.i == opening.i - 1:
        particle.tag_, particle.pos_ = "IN", "ADP"
        yield particle, verb, "prep"


@at(tags="JJS RBS RBR JJR", above="prep", is_behind=True)
def worried_about_most(degree: Token) -> Iterator[Arc]:
    """ "The pupils we worry about *most*": about the pupils, and that most of all."""
    verb = degree.head.head
    is_degree = degree.lower_ in ("most", "least", "more", "less") and degree.dep_ in ("pobj", "pcomp")
    if not is_degree or any(degree.children) or verb.dep_ != "relcl" or degree.i != degree.head.i + 1:
        return
    opening = verb.left_edge
    is_bare = opening.tag_ not in ("WP", "WDT", "WRB") and opening.lower_ != "that"
    if is_bare and opening.i == verb.head.i + 1 and "dobj" not in verb.below:
        degree.tag_, degree.pos_ = ("RBS" if degree.lower_.endswith("st") else "RBR"), "ADV"
        yield degree, verb, "advmod"


def _is_way_or_time(noun: Token) -> bool:
    return noun.lemma_.lower() in TERMS or noun.lemma_.lower() in wordlists.words_of("way or time")


@at(tags="VBN VBD VBP VBZ", any_below="oprd acomp", none_below="dobj dative", is_behind=True)
def called_so(verb: Token) -> Iterator[Arc]:
    """ "Claims *that* critics have called baseless": it is the claims that they call so."""
    that = next((c for c in verb.lefts if c.lower_ == "that" and c.dep_ == "mark"), None)
    is_calling = verb.lemma_.lower() in wordlists.words("calling", "lemma")
    if verb.dep_ == "acl" and that is not None and is_calling and that.i == verb.head.i + 1:
        that.tag_, that.pos_ = "WDT", "PRON"
        yield that, verb, "dobj"
        yield verb, verb.head, "relcl"


@at(
    tags="VB VBD VBN VBP VBZ",
    below="mark",
    any_below=SUBJECTS,
    none_below="dobj ccomp xcomp prep acomp",
    is_behind=True,
)
def of_thing(verb: Token) -> Iterator[Arc]:
    """ "Has debts *that* it cannot repay", "made offers *that* the union refused": what it cannot repay; a debt says
    nothing, as a claim does."""
    noun = verb.head
    that = next((c for c in verb.lefts if c.lower_ == "that" and c.dep_ == "mark"), None)
    if verb.dep_ != "acl" or that is None or that.i != noun.i + 1 or noun.lemma_.lower() in _sayings():
        return
    if verb.lemma_.lower() not in wordlists.words("intransitive", "lemma") and "auxpass" not in verb.below:
        that.tag_, that.pos_ = "WDT", "PRON"
        yield that, verb, "dobj"
        yield verb, noun, "relcl"


def _sayings() -> frozenset[str]:
    """Nouns of what is said or written."""
    return wordlists.content_nouns() | wordlists.words_of("writings")


@at(tags="VB", above="parataxis", is_behind=True)
def aim_behind_speaker(verb: Token) -> Iterator[Arc]:
    """ "She came too late, she said, *to get* a seat", "he quit, he said, *to write*": nobody says to write."""
    speaker = verb.head
    comma = verb.left_edge.nbor(-1) if verb.left_edge.i else verb
    who = next((c.left_edge for c in speaker.lefts if c.dep_ in SUBJECTS), speaker)
    is_inserted = who.text_before == "," and comma.text == "," and comma.i == speaker.i + 1
    if verb.dep_ != "xcomp" or not is_inserted or not has_to(verb) or speaker.dep_ != "parataxis":
        return
    told, before = speaker.head, who.nbor(-2)
    if before.tag_ in ("RB", "JJ") and any(c.lower_ == "too" for c in before.lefts):
        yield verb, before, "xcomp"
    elif told.pos_ in VERBAL:
        yield verb, told, "advcl"


@at(tags="JJR", below="npadvmod", above="dobj", is_behind=True)
def ended_lower(state: Token) -> Iterator[Arc]:
    """ "Ended the day 2 percent *lower*": so much lower, and no such day."""
    time = state.head
    if time.lemma_.lower() in TERMS and time.head.pos_ in VERBAL and state.left_edge.i == time.i + 1:
        state.tag_, state.pos_ = "RBR", "ADV"
        yield state, time.head, "advmod"


def degrees_of(scale: Token) -> Iterator[Arc]:
    """ "Fell to minus 12 degrees *Celsius*": on which scale, and nothing that fell."""
    before = scale.nbor(-1) if scale.i else scale
    if before.lemma_.lower() == "degree" and before.head is not scale:
        yield scale, before, "amod"


@at(above="dobj pobj", is_behind=True)
def done_there(preposition: Token) -> Iterator[Arc]:
    """ "Signed a pact *in Oslo*", "printed an excuse *on its website*", "lost his seat *on retirement*": where or when
    it was done, and no kind of pact; "decided on the plan *in court*", but "has cases in court"."""
    noun = next((c for c in preposition.rights if c.dep_ == "pobj"), None)
    if preposition.dep_ != "prep" or noun is None or in_one_name(preposition.head, preposition):
        return
    thing = preposition.head
    while thing.dep_ == "pobj" and thing.head.lower_ == "of" and thing.head.head.pos_ in NOUNS:
        thing = thing.head.head
    is_behind = thing.dep_ == "pobj" and thing.head.dep_ == "prep" and thing is preposition.head
    verb = thing.head.head if is_behind else thing.head
    if not (is_behind or thing.dep_ == "dobj") or verb.pos_ not in VERBAL or thing.i < verb.i:
        return
    is_made_there = not is_behind and _is_place_of_making(preposition, noun, thing)
    if is_made_there or (verb.lemma_ not in _HAVING and _is_circumstance(preposition, noun, verb)):
        yield preposition, verb, "prep"


@at(above="dobj conj", is_behind=True)
def of_each_deed(preposition: Token) -> Iterator[Arc]:
    """ "Banned swimming and fishing *in the river*": where both are banned, and not one of them everywhere."""
    deeds = conjuncts(preposition.head)
    first = deeds[0]
    is_list = len(deeds) > 1 and deeds[-1].i < preposition.i and all(t.lower_.endswith("ing") for t in deeds)
    is_object = first.dep_ == "dobj" and first.head.pos_ in VERBAL and preposition.lower_ in _WHERE
    if is_list and is_object and not any(asks(t, preposition) for t in deeds):
        yield preposition, first.head, "prep"


@at(any_below="advmod", above="dobj", is_behind=True)
def only_there(preposition: Token) -> Iterator[Arc]:
    """ "Allows phones *only during breaks*": that is when it allows them."""
    only, verb = preposition.nbor(-1), preposition.head.head
    if only.head is preposition and only.lower_ in ("only", "solely", "exclusively") and verb.pos_ in VERBAL:
        yield preposition, verb, "prep"


def _is_place_of_making(preposition: Token, noun: Token, thing: Token) -> bool:
    is_place = preposition.lower_ in ("in", "at") and noun.ent_type_ in SITE_LABELS
    is_made = thing.lemma_.lower() in wordlists.words_of("made somewhere")
    if (preposition.head.lemma_.lower(), preposition.lower_) in wordlists.noun_prepositions():
        return False
    return is_place and is_made and thing.head.lemma_.lower() in wordlists.words_of("making somewhere")


def _is_circumstance(preposition: Token, noun: Token, verb: Token) -> bool:
    """Whether the lexicon has the phrase: without article, with "this", or behind a verb of publishing; or it tells in
    which cases it is so."""
    if tells_cases(preposition):
        return True  # "causes fever *in rare cases*"
    how = wordlists.values("verbal_phrases", "words", "with").get(f"{preposition.lower_} {noun.lemma_.lower()}")
    if how == "bare":
        return _BARE.isdisjoint(noun.below)
    if how == "kind":
        return _ARTICLES.isdisjoint(noun.below)
    if how == "this":
        return any(c.lower_ == "this" for c in noun.lefts)
    return how is not None and verb.lemma_.lower() in wordlists.words_of(how)


@at(any_below=SUBJECTS, above_tags=VERBS, is_behind=True)
def if_or_once(verb: Token) -> Iterator[Arc]:
    """ "Wants them *if* a permit is granted", "is considered over *once* a week passes": when, and nothing wanted."""
    opening, above = verb.left_edge, verb.head
    is_once = opening.lower_ == "once" and opening.dep_ in ("advmod", "mark")
    is_if = opening.lower_ in _IF and above.lemma_.lower() in wordlists.words_of("wanting if")
    if verb.dep_ == "ccomp" and (is_once or is_if):
        opening.tag_, opening.pos_ = "IN", "SCONJ"
        yield opening, verb, "mark"
        yield verb, above, "advcl"


@at(tags="WDT", above_tags=VERBS, is_behind=False)
def paid_for(which: Token) -> Iterator[Arc]:
    """ "A study *which* the firm paid for and praised": the firm paid for it; nobody pays a study."""
    verb = which.head
    last = next((c for c in verb.rights if c.dep_ in ("prep", "prt")), None)
    if verb.dep_ != "relcl" or last is None or last.i != verb.i + 1 or any(c.dep_ != "punct" for c in last.rights):
        return
    is_loose = last.dep_ == "prep" and last.lower_ in _STANDING_ON
    partners = [c for c in verb.rights if c.dep_ == "conj" and c.pos_ in VERBAL]
    if is_loose and all(OBJECTS.isdisjoint(c.below) for c in partners):
        yield which, last, "pobj"


def less_than_nothing(minus: Token) -> Iterator[Arc]:
    """ "Returned *minus* 1.2% in 2020": so much, a sum below nothing."""
    amounts = [c for c in minus.rights if c.dep_ == "npadvmod" and c.left_edge.i == minus.i + 1]
    if amounts and minus.head.pos_ in VERBAL:
        yield from ((c, minus.head, "prep") for c in [*minus.rights] if c.dep_ == "prep")
        yield amounts[0], minus.head, "npadvmod"
        yield minus, amounts[0], "quantmod"


@at(tags="NN", below="det", is_behind=True)
def this_term(time: Token) -> Iterator[Arc]:
    """ "Is teaching *this term* a course", "spent it on lobbying *this session*": when, and nothing that is taught."""
    verb = time.head
    is_time = time.left_edge.lower_ in ("this", "next", "last") and time.lemma_.lower() in wordlists.words_of("term")
    if is_time and verb.lemma_.lower() not in wordlists.words_of("doing to time") and time.left_edge.i == verb.i + 1:
        yield time, verb, "npadvmod"


@at(above="conj parataxis", is_behind=True)
def behind_hope(preposition: Token) -> Iterator[Arc]:
    """ "There will be shops, or so he hopes, *in* Oslo": that is where they will be; nobody hopes in a town."""
    verb = preposition.head
    main, opening = verb.head, verb.left_edge
    is_aside = opening.text_before in (",", "or") and preposition.text_before == "," and preposition.i == verb.i + 2
    is_so = any(c.lower_ == "so" and c.i < verb.i for c in verb.lefts) or verb.dep_ == "parataxis"
    if preposition.dep_ == "prep" and is_aside and is_so and main.pos_ in VERBAL and main.i < opening.i:
        yield preposition, main, "prep"


@at(tags="VBN", below="agent", none_below=SUBJECTS | HELPERS | {"mark"}, is_behind=True)
def accompanied(participle: Token) -> Iterator[Arc]:
    """ "Took the team to Rome, *assisted* by Lund": who took it was; nobody assisted a team."""
    thing = participle.head
    while thing.dep_ in ("conj", "pobj", "prep") and thing.head.pos_ not in VERBAL:
        thing = thing.head
    verb = thing.head
    is_aside = participle.left_edge.text_before == "," and participle.dep_ == "acl" and participle.i > thing.i
    is_with = participle.lemma_.lower() in wordlists.words_of("accompanying")
    if is_aside and is_with and verb.pos_ in VERBAL and thing.dep_ in ("dobj", "prep"):
        yield participle, verb, "advcl"


@at(tags="JJR", below="prep", above_tags="VBD VBZ VBP", is_behind=True)
def more_than_then(sum_: Token) -> Iterator[Arc]:
    """ "It sold 90 tonnes, they said: *more* than in May": so much more, and nobody who was told."""
    verb = sum_.head
    is_next = sum_.left_edge.text_before in (":", ",", "\u2013", "\u2014")
    said = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i), None)
    if sum_.dep_ == "dobj" and is_next and said is not None and verb.lemma_.lower() in wordlists.saying():
        yield sum_, said, "npadvmod"


@at(tags=PAST, none_below=SUBJECTS | HELPERS, above="relcl", is_behind=True)
def said_of(verb: Token) -> Iterator[Arc]:
    """ "Pell, who police believe *stole* the files": it is Pell who stole, and police who believe."""
    saying = verb.head
    subjects = [c for c in saying.lefts if c.dep_ in NOMINAL_SUBJECTS]
    if verb.dep_ not in ("xcomp", "ccomp") or len(subjects) != 2 or subjects[0].tag_ not in ("WP", "WDT"):
        return
    is_next = all(t.dep_ == "advmod" and t.head == verb for t in verb.doc.tokens[saying.i + 1 : verb.i])
    if is_next and saying.lemma_.lower() in wordlists.saying():
        verb.tag_ = "VBD"
        yield subjects[0], verb, "nsubj"
        yield verb, saying, "ccomp"


@at(tags="WP WDT", above="xcomp", above_tags=VERBS, is_behind=False)
def ordered_to_do(pronoun: Token) -> Iterator[Arc]:
    """ "The firm *that* the court ordered to close", "Fink, *who* many expected to quit": the firm is to close, and not
    the court."""
    doing = pronoun.head
    verb = doing.head
    is_taken = any(c.dep_ == "dobj" and c is not pronoun for c in (*doing.children, *verb.children))
    if verb.dep_ == "relcl" and has_subject(verb) and not is_taken and takes_doer(verb, doing):
        yield pronoun, verb, "dobj"
