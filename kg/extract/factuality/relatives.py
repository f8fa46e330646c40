"""Relative clauses and participles by their form: dated, under way, compared, cleft, unshifted."""

from __future__ import annotations

from kg.extract.clauses.own_subjects import is_relative
from kg.extract.clauses.subjects import subjects
from kg.extract.factuality import arcs
from kg.extract.factuality.arcs import clause_of
from kg.extract.factuality.lexicon import Lexicon
from kg.extract.factuality.titles import with_prepositions
from kg.extract.times.vocabulary import values
from kg.grammar.kinds import is_people
from kg.grammar.phrases import TIMES, VERBAL, first_of
from kg.grammar.verbs import HELPERS, SUBJECTS, has_to, verb_forms
from kg.grammar.wordlists import words_of
from kg.parse import Token

_UNSHIFTED = frozenset({"will", "'ll", "’ll", "can", "may", "shall", "must"})
_NOW = frozenset(
    {"still", "long", "now", "currently", "already", "previously", "once", "formerly", "originally", "recently"}
)
_GONE = frozenset({"last", "ago", "yesterday"})
_THESE_YEARS = "2021"  # and later may lie ahead


def opens_with_idle_that(verb: Token) -> bool:
    """Whether the "that" of a clause was taken for a second object in it: "in a letter *that* it voted to shut it"."""
    that = verb.left_edge
    beside = (child for child in that.head.children if child.dep_ == "dobj" and child.i != that.i)
    return that.lower_ == "that" and that.dep_ == "dobj" and that.head.i > verb.i and any(beside)


def is_said_in(noun: Token) -> bool:
    """Whether a noun is only where words stand: "said in a statement that it had paid", "argued on appeal that"."""
    is_place = noun.dep_ == "pobj" and noun.head.head.pos_ in VERBAL
    return is_place and (
        noun.head.lower_ == "in" or (noun.head.lower_ == "on" and noun.tag_ == "NN" and noun.n_lefts == 0)
    )


def is_bare_past(verb: Token) -> bool:
    """Whether a past was taken for a participle: "a woman it evicted"."""
    return verb.tag_ == "VBN" and "nsubj" in verb.below and HELPERS.isdisjoint(verb.below)


def is_wished_for(verb: Token) -> bool:
    """Whether a past tells of something that was wanted then, and not done: "wanted a team that *passed* the ball"; not
    "wanted a car that his father built"."""
    noun = verb.head
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    if verb.tag_ != "VBD" or not HELPERS.isdisjoint(verb.below) or noun.dep_ not in ("dobj", "pobj"):
        return False
    is_subject = any(c.dep_ in SUBJECTS and c.lower_ in ("that", "which", "who") for c in verb.lefts)
    is_some = any(child.lower_ in ("a", "an") for child in noun.lefts)
    return is_subject and is_some and above.tag_ == "VBD" and above.lemma_.lower() in words_of("wanting kinds")


def looks_past(verb: Token) -> bool:
    """Whether a past form is that of the present too: "models that cost less"."""
    return verb.tag_ == "VBD" and verb.lower_ == verb.lemma_ and not any(child.dep_ in HELPERS for child in verb.lefts)


def is_known(participle: Token, lexicon: Lexicon) -> bool:
    """Whether it is told of one who is sought or dealt with what has become of him: "wants to question a man seen near
    the house", "will return a vase stolen by the duke"; not "will ban people accused of theft"."""
    forms = (*verb_forms(participle), *with_prepositions(participle))
    if participle.dep_ != "acl" or lexicon.has("lasting", forms):
        return participle.dep_ == "acl"
    if participle.tag_ != "VBN":
        return participle.tag_ == "VBG" and any(child.lower_ in ("already", "still") for child in participle.lefts)
    if participle.head.dep_ == "pobj" and participle.head.head.lower_ == "under":
        return lexicon.has("settling", verb_forms(participle))  # "will be sold under a deal reached in June"
    if any(child.lower_ in _NOW for child in participle.lefts):
        return True  # "will stand on land now owned by the bank"
    if _is_settled(participle, lexicon):
        return True
    if participle.head.dep_ == "pobj" and any(c.dep_ == "oprd" and c.pos_ == "PROPN" for c in participle.rights):
        return True  # "will meet with a group called the Tribes"
    agent = next((noun for by in participle.rights if by.dep_ == "agent" for noun in by.rights), None)
    if agent is not None and not arcs.is_indefinite(agent):
        return lexicon.has("done_once", verb_forms(participle))
    return is_one(participle.head) and lexicon.has("known_of", verb_forms(participle))


def _is_settled(participle: Token, lexicon: Lexicon) -> bool:
    """Whether a participle ties things to somebody or something known, and nothing is to bring them about: "must repay
    bonds issued under the last mayor"; not "could face suits brought by the victims", "will hire nurses trained by the
    state", "hope to sign a deal backed by Oslo"."""
    noun = first_of(whole_of(participle.head))
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    is_some = any(child.lower_ in ("a", "an") for child in (*noun.lefts, *participle.head.lefts))
    if is_some or noun.dep_ not in ("dobj", "pobj") or above.pos_ not in VERBAL or "neg" in participle.below:
        return False
    if lexicon.has("known_of", verb_forms(participle)) or lexicon.has("coming_about", verb_forms(above)):
        return False
    if not (words_of("done for deeds") | words_of("what brings new ones")).isdisjoint(verb_forms(above)):
        return False
    near = (noun for child in participle.rights if child.dep_ in ("prep", "agent", "dative") for noun in child.rights)
    return any(one.dep_ == "pobj" and not arcs.is_indefinite(one) and one.pos_ != "PRON" for one in near)


def is_undone(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a thing is there, since what is planned can be done to nothing else: "will withdraw a suit accusing the
    union", "may close a mill that employs 40 people"; not "will demolish houses damaged by floods"."""
    return noun.dep_ == "dobj" and is_one(noun) and lexicon.has("undoing", verb_forms(noun.head))


def is_hit(noun: Token, clause: Token, lexicon: Lexicon) -> bool:
    """Whether something is there with what it is for, since it can only be harmed or undone: "will poison wells *that
    supply* two towns", "may close mills that employ 40"; not "will hurt bakers who sell it", "fine shops that do"."""
    is_hurt = noun.dep_ == "dobj" and (is_one(noun) or is_many(noun)) and not is_people(noun)
    forms = (*verb_forms(clause), *with_prepositions(clause))
    if not is_hurt or any(one.pos_ == "NOUN" and arcs.is_indefinite(one) for one in subjects(noun.head)):
        return False  # "Fire could destroy sheds that hold straw"
    if clause.dep_ != "relcl" or clause.tag_ not in ("VBZ", "VBP") or not lexicon.has("standing", forms):
        return False
    return lexicon.has("undoing", verb_forms(noun.head)) or noun.head.lemma_ in words_of("harming")


def is_at_home(noun: Token, clause: Token) -> bool:
    """Whether it is told where people live, whatever is to be done for them: "sent troops to find *those who live
    alone*", "will move people living by the lake"; not "any who live there", "would fine people who live there"."""
    is_picked = noun.lower_ == "those" or any(c.lower_ in ("the", "those", "these") or c.like_num for c in noun.lefts)
    is_group = noun.lower_ == "those" or (noun.tag_ == "NNS" and is_people(noun))
    if not is_group or any(child.lower_ in ("any", "no") for child in noun.lefts):
        return False
    is_now = (clause.tag_ in ("VBZ", "VBP") and is_picked) or (clause.tag_ == "VBG" and clause.dep_ == "acl")
    is_plain = HELPERS.isdisjoint(clause.below) and "neg" not in clause.below
    return is_now and is_plain and clause.lemma_ in words_of("dwelling") and clause.n_rights > 0


def is_habit(participle: Token) -> bool:
    """Whether a participle tells of what comes round: "a fair visited by thousands *every year*"."""
    near = (*participle.rights, *(c for child in participle.rights for noun in child.rights for c in noun.rights))
    return any(c.ent_type_ in TIMES and c.left_edge.lower_ in ("every", "each") for c in near)


def is_befallen(participle: Token, clause: Token, lexicon: Lexicon) -> bool:
    """Whether all whom something befell are to be dealt with: "promised to repay every client *affected*"; not "would
    repay every client affected", "will repay clients delayed"."""
    is_bare = participle.dep_ == "acl" and participle.tag_ in ("VBN", "VBD") and not any(participle.children)
    is_all = any(child.lower_ in ("every", "each", "all", "those", "both") for child in participle.head.lefts)
    is_open = any(child.lower_ in (*arcs.MAYBE, *arcs.WOULD, "can") for child in clause.lefts)
    return is_bare and is_all and not is_open and lexicon.has("done_once", verb_forms(participle))


def is_leant_on(noun: Token) -> bool:
    """Whether somebody leans on a thing now, who is to do so less: "would cut its reliance on gas piped from Bonn"."""
    leaning = noun.head.head
    is_on = noun.dep_ == "pobj" and noun.head.lower_ == "on" and leaning.lemma_ in words_of("leaning on")
    return is_on and leaning.dep_ == "dobj" and leaning.head.lemma_ in words_of("lessening")


def is_among(participle: Token, clause: Token, lexicon: Lexicon) -> bool:
    """Whether it is only open if one is of those whom something befell: "may be among those *killed*", "is feared to be
    one of those taken"; not "hopes to be among those killed", "will be among those freed"."""
    those = participle.head
    inmost = those.head.head if those.dep_ == "pobj" else those
    is_of_them = those.dep_ == "pobj" and (those.head.lower_ == "among" or inmost.lower_ == "one")
    if not is_of_them or participle.dep_ != "acl" or participle.tag_ not in ("VBN", "VBD") or clause.lemma_ != "be":
        return False
    is_guess = any(child.lower_ in arcs.MAYBE for child in clause.lefts) or (
        has_to(clause) and clause.head.tag_ == "VBN"
    )
    known = any(lexicon.has(name, verb_forms(participle)) for name in ("known_of", "done_once", "rescuing"))
    return is_guess and known


def is_of_past(participle: Token, clause: Token) -> bool:
    """Whether a participle tells of what somebody may have come upon: "probably began in a house built of wood"."""
    if participle.tag_ != "VBN" or clause.tag_ != "VBD":
        return False
    return all(child.dep_ != "neg" and (child.dep_ != "mark" or child.lower_ == "that") for child in clause.lefts)


def is_one(noun: Token) -> bool:
    """A man, two men; not "men", "a person", who may be anybody."""
    counts = (child for child in noun.lefts if child.dep_ == "nummod" or child.lower_ in ("a", "an", "another"))
    return any(counts) and noun.lower_ != "person"


def is_many(noun: Token) -> bool:
    """Wells, deep wells; not "the wells", "two wells"."""
    return noun.tag_ == "NNS" and all(child.dep_ not in ("det", "nummod") for child in noun.lefts)


def is_dated(participle: Token) -> bool:
    """Whether a day gone by is told for a participle: "looted in 1897", "brought last year"; a suit "filed in 2021" is
    one, but cars "sold in 2035" may be to come."""
    if participle.tag_ != "VBN":
        return False
    is_by = any(child.dep_ == "agent" for child in participle.rights)
    latest = "9" if is_one(participle.head) else _THESE_YEARS
    for child in participle.rights:
        for word in (child, *child.children):
            if is_by and word.dep_ == "pobj" and word.text in values("month"):
                return True  # "homes destroyed by fires in February"
            is_year = word.dep_ == "pobj" and word.shape_ == "dddd" and word.text < latest
            if is_year or word.lower_ in _GONE or any(c.lower_ in _GONE for c in word.lefts):
                return True
    return False


def is_under_way(verb: Token) -> bool:
    """Whether somebody known is at it or has done it: "hopes to return with a drill her group is building"."""
    helpers = [child for child in verb.lefts if child.dep_ in HELPERS and child.tag_ in ("VBZ", "VBP")]
    is_now = bool(helpers) or verb.tag_ in ("VBZ", "VBP")
    if is_now and any(child.lower_ == "already" for child in verb.lefts) and verb.dep_ == "relcl":
        return True  # "may fall on ground that is already wet"
    if not helpers or verb.tag_ not in ("VBG", "VBN") or helpers[0].lemma_ not in ("be", "have"):
        return False
    own = (child for child in verb.lefts if child.dep_ in SUBJECTS and not is_relative(child))
    doers = [doer for doer in own if all(child.tag_ != "WP$" for child in doer.lefts)]  # not "whose name"
    if doers and helpers[0].lemma_ == "have" and any(_tells_how_long(child) for child in verb.rights):
        return True  # "a scheme that doctors have sought for years"
    return any(not arcs.is_indefinite(doer) for doer in doers)


def is_going_on(verb: Token) -> bool:
    """Whether a present tense tells what goes on: "a fund that *is paying* for it", "a hall that *is being* built"."""
    helpers = [child for child in verb.lefts if child.dep_ in HELPERS]
    is_now = bool(helpers) and helpers[0].tag_ in ("VBZ", "VBP") and helpers[0].lemma_ == "be"
    return is_now and (verb.tag_ == "VBG" or any(helper.lower_ == "being" for helper in helpers))


def _tells_how_long(phrase: Token) -> bool:
    """For years, for more than a decade, since May."""
    if phrase.lower_ == "since":
        return True
    noun = next((child for child in phrase.rights if child.dep_ == "pobj"), phrase)
    return phrase.lower_ == "for" and noun.lemma_.lower() in values("unit")


def built_noun(verb: Token) -> Token:
    """The noun that a participle describes: of "an office in Turin staffed by Italians" the office."""
    noun = verb.head
    is_named = verb.dep_ == "acl" and verb.tag_ == "VBN" and noun.pos_ == "PROPN" and noun.dep_ == "pobj"
    if not is_named or not arcs.is_restrictive(verb):
        return noun
    above = noun.head.head
    if above.pos_ in VERBAL:
        above = next((c for c in above.rights if c.dep_ == "dobj" and c.right_edge.i + 1 == noun.head.i), noun)
    return above if above.pos_ == "NOUN" and arcs.is_indefinite(above) else noun


def is_unshifted(clause: Token) -> bool:
    """Whether what is said stands in the present too, so that a present tells nothing: "said it is shut", "will shut";
    not "would shut"."""
    helpers = [child for child in clause.lefts if child.dep_ in HELPERS]
    first = helpers[0] if helpers else clause
    return first.tag_ in ("VBZ", "VBP") or first.lower_ in _UNSHIFTED


def is_told_ahead(verb: Token, would: Token) -> bool:
    """Whether a would only looks ahead from what is told: "the house where the film would *later* be shot", "who would
    *go on to* win"; not "proposed a tax that would later rise"."""
    if would.lower_ != "would" or verb.dep_ != "relcl":
        return False
    is_later = any(child.lower_ == "later" and child.i > would.i for child in verb.lefts)
    is_later |= verb.lemma_ == "go" and any(child.lower_ == "on" for child in verb.rights)
    above = clause_of(verb.head)
    is_known = not arcs.is_indefinite(verb.head) or not arcs.is_restrictive(verb)
    return is_later and is_known and above is not None and arcs.is_past(above)


def is_cleft(noun: Token, clause: Token) -> bool:
    """It was the baker who paid; was it the baker who paid?"""
    is_predicated = noun.dep_ == "attr" and noun.head.i == clause.i and clause.lemma_ == "be"
    return is_predicated and any(child.lower_ == "it" and child.dep_ == "nsubj" for child in clause.children)


def is_compared(noun: Token) -> bool:
    """ "Behaves like a bank that owns the state", "a buzz like a nail *drawn* along a pan": no bank is told of, and no
    nail; not "a lamp, like one found in Kesh"."""
    if noun.head.lower_ == "of" and noun.head.head.lower_ == "that":
        noun = noun.head.head  # "a hum like that of bees trapped in a jar"
    if noun.lower_ == "one" or noun.dep_ != "pobj" or noun.head.lower_ != "like":
        return False
    above = noun.head.head
    if above.pos_ in VERBAL:
        return arcs.is_indefinite(noun) or noun.lower_ == "that"
    is_next = noun.head.i == above.i + 1 and above.pos_ == "NOUN"
    return is_next and (noun.lower_ == "that" or any(child.lower_ in ("a", "an") for child in noun.lefts))


def is_brought_in(noun: Token, clause: Token) -> bool:
    """Whether a clause that tells of the past first brings somebody in, of whom nothing is known if it is not so: "may
    have been bought by *a clerk*", "suspect he sold it to *a dealer*"; not "would have met a man", "a man sold it"."""
    whole = whole_of(noun)
    helpers = [child for child in clause.lefts if child.dep_ in HELPERS]
    if whole.dep_ in SUBJECTS or not arcs.is_indefinite(noun):
        return False
    modals = {child.lower_ for child in helpers if child.tag_ == "MD"}
    is_guess = clause.dep_ == "ccomp" and clause.head.lemma_.lower() in words_of("thinking so")
    is_past = arcs.is_past(clause) or arcs.has_perfect(clause)
    return is_past and modals <= {"may", "might", "must"} and (is_guess or is_one(noun))


def is_of_itself(verb: Token) -> bool:
    """Whether a noun is the subject of what is told of it: "a clerk who sold it"; not "a meal that he had shared"."""
    return all(is_relative(child) for child in verb.lefts if child.dep_ in SUBJECTS)


def in_apposition(noun: Token) -> bool:
    """A maker, and of "a maker of pumps" the pumps: "will buy Tarn, a maker of pumps based in Bergen"."""
    return whole_of(noun).dep_ == "appos" or (noun.dep_ in SUBJECTS and arcs.is_aside_of_subject(noun))


def whole_of(noun: Token) -> Token:
    """Of "hundreds of students" the hundreds, of "a maker of pumps" the maker."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN":
        noun = noun.head.head
    return noun


def is_part_told_of(noun: Token) -> bool:
    """Whether many belong to a thing that is known by them: "will shorten the route of barges that carry grain"; not
    "wants the help of a firm that makes pumps"."""
    whole = whole_of(noun)
    is_known_by = whole.i != noun.i and whole.tag_ in ("NN", "NNS") and not arcs.is_indefinite(whole)
    is_known_by = is_known_by and whole.lemma_ not in words_of("bringing in")  # "plans the launch of buses that"
    return is_many(noun) and is_known_by and whole.dep_ in ("dobj", "pobj") and whole.head.head.lemma_ != "like"
