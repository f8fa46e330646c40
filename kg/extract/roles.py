"""Roles: what a prepositional phrase is beside subject and object, by its preposition and what stands behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache

from kg.extract.amounts import HALVES_OF_DAY, VALUES, is_of_score, is_pence, is_span, value_of
from kg.extract.clauses import Clause, Oblique
from kg.extract.meanwhile import tells_state
from kg.grammar import doers, wordlists
from kg.grammar.phrases import TIMES, VERBAL
from kg.grammar.verbs import NOMINAL_SUBJECTS
from kg.parse import Token

_DAYS = frozenset({"today", "tomorrow", "tonight"})
_RELATIVE = frozenset({"last", "next", "this"})
_FIRST_YEAR, _LAST_YEAR = 1000, 2100
_NOW = frozenset({"now", "then"})
_RANKS = frozenset({"first", "second", "third", "fourth", "fifth", "final", "last"})
_UNTIL = frozenset({"by", "since", "until", "around", "before"})
_PARTS_OF_HOUR = frozenset({"past", "half", "quarter"})
_CAUSES = frozenset({"result", "consequence", "part"})
_LASTING = frozenset({"last", "endure"})
_SPENT = frozenset({"hour", "day", "night", "evening", "weekend", "week", "month", "year", "life", "time"})
_NO_ROLE = "none"
_OF_PEOPLE = frozenset({"from", "of", "with", "in", "at"})
_TOLD_IN_WORDS = frozenset({"manner", "circumstance"})
_ABOVE = {
    "kg:GeopoliticalEntity": "kg:Place",
    "kg:Facility": "kg:Place",
    "kg:Person": "kg:Agent",
    "kg:Group": "kg:Agent",
    "kg:Organization": "kg:Agent",
    "kg:Company": "kg:Agent",
    "kg:AdvocacyGroup": "kg:Agent",
    "kg:GovernmentBody": "kg:Agent",
    "kg:PoliticalParty": "kg:Agent",
    "kg:MediaOutlet": "kg:Agent",
    "kg:EducationalOrganization": "kg:Agent",
}


def kinds(head: Token, name: str) -> tuple[str, ...]:
    """What the lines of the lexicon may ask for: the kind of a value, or class and class above; and the word."""
    if head.pos_ in VERBAL and head.tag_ != "NNP":
        return ("clause",)
    value = value_of(head)
    is_some = value == "CARDINAL" and any(child.lower_ == "of" for child in head.rights)  # "paid 19 of the injured"
    if value and not is_some:
        return (value, "span") if is_span(head) else (value,)
    scene = "scene" if head.lemma_.lower() in wordlists.words("scenes", "lemma") else ""
    return name, _ABOVE.get(name, ""), scene, *_how(head), f"={head.lemma_.lower()}", f"={head.lower_}"


def role_in(clause: Clause, oblique: Oblique, found: tuple[str, ...]) -> str | None:
    """The role of a phrase in its clause: sums are quantities; else as the verb asks, or as the preposition tells; none
    of one that is denied."""
    if oblique.denial or is_of_score(oblique) or _is_denied_before(oblique):
        return None
    if "MONEY" in found and (role := role_of(oblique.words, *found)):
        return role
    asked = wordlists.asked_roles().get((clause.head.lemma_.lower(), oblique.words))
    if asked == _NO_ROLE:
        return None
    if oblique.words == "as" and (clause.head.lemma_.lower(), "as") in wordlists.own_prepositions():
        return "asRole"  # "described it *as a result*"
    if is_occasion(oblique.words, oblique.heads[0]):
        return "circumstance"  # "was arrested for the third time"
    if role_of_word(oblique.words, oblique.heads[0]) in _TOLD_IN_WORDS:
        asked = None  # "briefed them on condition of silence"
    if asked == "recipient" and oblique.words == "with" and "nummod" in oblique.heads[0].below:
        asked = None  # "filed for bankruptcy with nine boats"
    if asked == "purpose" and any(thing.ent_type_ in TIMES or thing.lemma_ in _SPENT for thing in clause.objects):
        asked = None  # "spent the night on the second floor"
    if oblique.words == "of" and not asked and clause.head.lemma_.lower() not in wordlists.words_of("told of"):
        return None  # "stood in the lee *of a wall*"
    if oblique.words == "without" and _is_open_before(clause, oblique):
        return "condition"  # "*without help* the crew would have drowned"
    role = asked or role_of(oblique.words, *found)
    if role == "circumstance" and oblique.words == "over" and _is_quarrel(clause, oblique):
        return "topic"  # "went on strike *over pay*"
    if role == "instrument" and oblique.words == "with" and _goes_about(clause):
        return "circumstance"  # "ran from the house with a lamp"
    givers = {"to": "giving", "for": "benefiting"}.get(oblique.words)
    is_given = givers is None or clause.head.lemma_.lower() in wordlists.words(givers, "lemma")
    return role if is_given or role != "recipient" or asked else "circumstance"  # "traces its roots to a club"


def _is_open_before(clause: Clause, oblique: Oblique) -> bool:
    """Whether a phrase stands before what would, could, may or will be so."""
    able = [c.i for c in clause.verb.lefts if c.tag_ == "MD"]
    subjects = [noun.i for noun in clause.subjects if noun.i < clause.verb.i]
    return bool(able) and oblique.heads[0].i < min(subjects, default=-1)


def _is_quarrel(clause: Clause, oblique: Oblique) -> bool:
    """Whether a clause tells of a quarrel or worry, which is over something."""
    nouns = (clause.head, oblique.marker[0].head, *clause.objects)
    return any(noun.lemma_.lower() in wordlists.words_of("quarrel") for noun in nouns)


def _goes_about(clause: Clause) -> bool:
    """Whether somebody goes, stays or is somewhere, for which no tool is needed."""
    return not clause.is_passive and clause.head.lemma_.lower() in wordlists.words_of("going about")


def roles_of_heads(
    clause: Clause, oblique: Oblique, kinds_of: Callable[[Token], tuple[str, ...]]
) -> Iterator[tuple[str, Token]]:
    """The role of each head of a phrase; one that is told in words holds them all: "*with skill and care*"."""
    first = role_in(clause, oblique, kinds_of(oblique.heads[0]))
    is_one = is_told_in_words(first or "", oblique)
    for head in oblique.heads[: 1 if is_one else None]:
        if head is not oblique.heads[0] and any(child.lower_ == "no" for child in head.lefts):
            continue  # "with a short letter and *no* speech"
        role = first if head is oblique.heads[0] else role_in(clause, oblique, kinds_of(head))
        if role is not None and first is not None and is_told_in_words(role, oblique):
            role = first  # "to *Oslo* and the nation"
        is_empty = role == "circumstance" and (head.tag_ in ("WDT", "WP") or not is_told_in_words(role, oblique))
        if role is not None and not is_empty:
            yield role, head


def _is_denied_before(oblique: Oblique) -> bool:
    """ "Though *not* necessarily with their tutors": what is denied stands before the adverb."""
    first = oblique.marker[0]
    before = first.doc.tokens[max(first.i - 2, 0) : first.i]
    return any(token.lower_ == "not" and token.head.pos_ == "ADV" for token in before)


def is_told_in_words(role: str, oblique: Oblique) -> bool:
    """Whether a role is told with its preposition, which is half of what is said: "*with* care", "*near* it"."""
    is_behind = oblique.heads[0].i > oblique.marker[0].i
    is_beside = role == "place" and oblique.words in wordlists.words("beside_places", "words")
    return oblique.words == "without" or ((is_beside or role in _TOLD_IN_WORDS) and is_behind)


def is_of_noun(filler: Token) -> bool:
    """Whether a word stands behind a preposition that its noun asks for: "access to the *files*"."""
    return filler.head.pos_ == "ADP" and is_asked_by_noun(filler.head)


def is_asked_by_noun(preposition: Token) -> bool:
    """Whether the noun that it hangs on, or right before it, asks for a preposition: "hid *problems* with"."""
    before = preposition.doc.tokens[preposition.i - 1] if preposition.i else preposition
    nouns, asked = (preposition.head, before), wordlists.noun_prepositions()
    if not any((noun.lemma_.lower(), preposition.lower_) in asked for noun in nouns if noun.pos_ != "VERB"):
        return False
    if preposition.lower_ == "as" and preposition.head in nouns:  # "praised her work *as* a nurse"
        return not any(child.lemma_ in _CAUSES for child in preposition.rights)  # "cut jobs as a result of it"
    if is_asked_by_verb(preposition) or _is_set_phrase(preposition):
        return False  # "blamed the attack on smugglers"
    if preposition.lower_ == "by" and any(value_of(c) in VALUES for c in preposition.rights if c.dep_ == "pobj"):
        return False  # "cut the risk of an attack by 18 percent"
    is_apart = preposition.lower_ == "with" and preposition.head != before
    has_count = any(c.dep_ == "pobj" and "nummod" in c.below for c in preposition.rights)  # "with ten men"
    return not (is_apart and has_count)


def _is_set_phrase(preposition: Token) -> bool:
    """ "Printed the ruling *on its website*": of the verb whatever stands before it."""
    phrases = wordlists.values("verbal_phrases", "words", "with")
    nouns = (c.lemma_.lower() for c in preposition.rights if c.dep_ == "pobj")
    return preposition.head.pos_ in VERBAL and any(f"{preposition.lower_} {noun}" in phrases for noun in nouns)


def is_asked_by_verb(preposition: Token) -> bool:
    """Whether the verb behind which a noun and a preposition stand asks for it: "moved its *flights to* Manila",
    "blamed the fall in *sales on* rain"."""
    above = preposition.head
    if above.dep_ == "pobj" and above.head.dep_ == "prep" and above.head.head.dep_ == "dobj":
        above = above.head.head
    verb = above.head if above.dep_ == "dobj" else above
    is_verb = verb.pos_ in VERBAL  # not the "link" of "spoke of a link to the gang"
    return is_verb and (verb.lemma_.lower(), preposition.lower_) in wordlists.own_prepositions()


def is_asked_by_any(preposition: Token, clause: Clause) -> bool:
    """Whether an object of the clause asks for a preposition, and its verb does not: "allow a *sale to* Lund"."""
    word = preposition.lower_
    if (clause.head.lemma_.lower(), word) in wordlists.verb_prepositions():
        return False
    asked = wordlists.noun_prepositions()
    return any((noun.lemma_.lower(), word) in asked for noun in clause.objects)


def role_of(preposition: str, *found: str) -> str | None:
    """The role that a preposition gives to a thing of those kinds, if any; the first line that fits counts."""
    lines = _lines().get(preposition, {})
    fitting = [lines[kind] for kind in (*found, "*") if kind in lines]
    role = min(fitting)[1] if fitting else "-"
    return role if role != "-" else None


@cache
def _lines() -> dict[str, dict[str, tuple[int, str]]]:
    """The number and the role of each line, by preposition and kind; of two of one kind the first counts."""
    found: dict[str, dict[str, tuple[int, str]]] = defaultdict(dict)
    for number, row in enumerate(wordlists.rows("prepositions")):
        found[row["preposition"]].setdefault(row["kind"], (number, row["role"]))
    return found


def is_no_argument(preposition: str, head: Token) -> bool:
    """Whether the lexicon says so of preposition and word: "arrested in connection", "won it for the first time"."""
    return role_of_word(preposition, head) == "-" or is_occasion(preposition, head)


def is_occasion(preposition: str, head: Token) -> bool:
    """ "For the first *time*", "on nine *occasions*"."""
    return (preposition, head.lemma_.lower()) in wordlists.occasions()


def tells_how(preposition: str, head: Token) -> bool:
    """Whether the lexicon says so of preposition and word, or what for: "on time", "in an attempt"."""
    return role_of_word(preposition, head) in ("manner", "purpose")


def role_of_word(preposition: str, head: Token) -> str:
    """What the lexicon has for this very word behind the preposition, or for a means; "" if nothing."""
    lines = _lines().get(preposition, {})
    forms = (f"={head.lemma_.lower()}", f"={head.lower_}", *_how(head))
    return next((lines[form][1] for form in forms if form in lines), "")


def _how(head: Token) -> tuple[str, ...]:
    """ "By *telephone*", "by a back *door*": a kind of its own."""
    return ("how",) if head.head.lower_ == "by" and doers.tells_how(head) else ()


def belongs_to_verb(oblique: Oblique) -> bool:
    """Whether a phrase is the verb's: one that the parser hung on the object mostly is not, but for "sold the land
    [to a fund]"; "won access [to a file]" has it from its noun."""
    marker, preposition = oblique.words, oblique.marker[0]
    if is_asked_by_noun(preposition) or _is_of_doer(preposition):
        return False
    if not oblique.is_on_noun or is_asked_by_verb(preposition):
        return True
    if all(role_of_word(marker, head) == "circumstance" for head in oblique.heads):
        return True  # "rejected a bid on legal grounds"
    return marker in wordlists.words("verbal_prepositions", "words")


def _is_of_doer(preposition: Token) -> bool:
    """ "Was towed by fishermen *from Bergen*": where the fishermen are from, and not the tow."""
    doer = preposition.head
    return preposition.lower_ in _OF_PEOPLE and doer.dep_ == "pobj" and doer.head.dep_ == "agent"


def is_absolute(oblique: Oblique) -> bool:
    """ "Sales fell, with Orlo losing most": a clause beside the clause, and no argument of its verb."""
    marker = oblique.marker[0]
    if marker.lower_ != "with":
        return False
    if tells_state(oblique):
        return True
    has_subject = any(child.dep_ in NOMINAL_SUBJECTS for head in oblique.heads for child in head.lefts)
    left = wordlists.words("time_left", "lemma")
    has_subject |= any(head.lemma_.lower() in left and head.tag_ in ("VBG", "VBN") for head in oblique.heads)
    is_set_off = marker.text_before == ","
    opens = marker.is_sent_start  # "With 90% of the votes counted, Lund leads"
    has_verb = (is_set_off or opens) and any(child.dep_ == "acl" for head in oblique.heads for child in _behind(head))
    return has_subject or has_verb or (is_set_off and any(map(_is_in_state, oblique.heads)))


def _is_in_state(head: Token) -> bool:
    """ "With a vote of members *due* in May": an adjective behind the noun, which is told of it."""
    return any(t.dep_ == "amod" and t.pos_ == "ADJ" and t.i > t.head.i for t in head.subtree)


def _behind(head: Token) -> Iterator[Token]:
    """What hangs on a noun, and on the noun that it is a share of: "90% of votes *counted*"."""
    yield from head.rights
    parts = (child for child in head.rights if child.lower_ == "of" and value_of(head))
    yield from (t for preposition in parts for noun in preposition.rights for t in noun.rights)


def is_time(oblique: Oblique) -> bool:
    """Whether a phrase tells when, which stands in the statement's time."""
    if oblique.words == "for" and (oblique.marker[0].head.lemma_ == "ask" or all(map(_is_day, oblique.heads))):
        return False  # "asked for two weeks", "set for Monday"
    if oblique.words == "by" and all(map(is_span, oblique.heads)):
        return False  # "delayed it by three hours"
    if oblique.words == "by" and all(doers.tells_when(head) and "prep" not in head.below for head in oblique.heads):
        return True  # "was full by kickoff", unlike "by the end of the session"
    if oblique.words == "within":
        return all(head.ent_type_ in TIMES for head in oblique.heads)  # "within minutes of the vote"
    if oblique.words == "in" and all(map(_is_ones_own, oblique.heads)):
        return False
    return all(
        (_tells_time(head) and not _is_of_something(head)) or _is_hour(head) or head.lower_ in _NOW
        for head in oblique.heads
    )


def _is_day(head: Token) -> bool:
    """ "Called a vote for *Monday*", "a rise for *next year*": what day it is for, and not when it was called."""
    is_year = head.tag_ == "CD" and len(head.text) == 4 and head.text.isdigit()
    return is_year or head.tag_ == "NNP" or head.lower_ in _DAYS or head.lower_before in _RELATIVE


def _is_ones_own(head: Token) -> bool:
    """ "Is in *her second year* at the firm": how far somebody is, and no time that a calendar has."""
    has_rank = any(c.ent_type_ == "ORDINAL" or c.lower_ in _RANKS for c in head.lefts)
    return has_rank and head.ent_type_ in TIMES and any(c.tag_ == "PRP$" for c in head.lefts)


def _tells_time(head: Token) -> bool:
    return head.ent_type_ in TIMES and not is_pence(head.text)


def _is_hour(head: Token) -> bool:
    """The 6 of "at 6am", which is two words; the year of "by about 1500"; the hour of "by 9 p.m.", "at half past six",
    "by dusk"."""
    if head.lower_ in HALVES_OF_DAY or head.lower_ in wordlists.words("hours", "word"):
        return True
    if any(child.lower_ in HALVES_OF_DAY for child in head.rights):
        return True
    before = head.doc.tokens[max(head.i - 2, 0) : head.i + 1]
    if head.tag_ == "CD" and (":" in head.text or any(token.lower_ in _PARTS_OF_HOUR for token in before)):
        return True
    if head.tag_ == "CD" and head.head.lower_ in _UNTIL and len(head.text) == 4 and head.text.isdigit():
        return _FIRST_YEAR <= int(head.text) <= _LAST_YEAR
    behind = head.doc.tokens[head.i + 1 : head.i + 2]
    return head.tag_ == "CD" and any(token.lower_ in HALVES_OF_DAY for token in behind)


def _is_of_something(head: Token) -> bool:
    """ "Through two years *of hell*": more than how long."""
    turns = wordlists.words("turns_of_time", "word")
    if head.ent_type_ == "TIME" and any(child.lower_ in turns for child in head.lefts):
        return False  # "the second minute of added time"
    inner = (c for preposition in head.rights if preposition.lower_ == "of" for c in preposition.rights)
    return any(c.dep_ == "pobj" and c.pos_ == "NOUN" and not c.ent_type_ for c in inner)


def is_asked(clause: Clause, oblique: Oblique) -> bool:
    """Whether the verb asks for the phrase, though it tells a time: "sentenced *to six years*", "lasted *for an hour*",
    "goes back *to 2007*"."""
    asked, number = (clause.head.lemma_.lower(), oblique.words), oblique.heads[0]
    if asked[0] in _LASTING and is_span(number):
        return True
    if oblique.words == "to" and any(adverb.lower_ == "back" for adverb in clause.adverbs) and not clause.objects:
        return True
    is_amount = number.tag_ == "CD" or is_span(number)
    if oblique.words == "at" and is_amount and not _is_hour(number):
        return wordlists.asked_roles().get(asked) == "quantity"  # "put the number of dead *at around 40*"
    return oblique.words == "to" and asked in wordlists.verb_prepositions()


def years(oblique: Oblique) -> Iterator[Token]:
    """The years in a phrase of time: "in 1978"."""
    for head in oblique.heads:
        yield from (t for t in head.subtree if t.ent_type_ == "DATE" and len(t) == 4 and t.text.isdigit())
