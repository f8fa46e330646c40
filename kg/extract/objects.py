"""What stands as object of a clause that no frame has read, and the words that it adds to the relation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.extract.amounts import is_range, range_end
from kg.extract.clauses import Clause, Complement, Oblique
from kg.extract.clauses.complements import opens_with_for
from kg.extract.clauses.obliques import is_kept_to, obliques_of_nouns
from kg.extract.clauses.own_subjects import QUESTION_TAGS
from kg.extract.contents import contents
from kg.extract.distances import measure_of
from kg.extract.fillers import Filler, filler_of, words_under
from kg.extract.object_phrases import between_sums, had_done, range_between, time_given
from kg.extract.proposition import Clausal, Words
from kg.extract.roles import is_absolute, is_asked, is_no_argument, is_time, role_of, tells_how
from kg.grammar.doers import tells_when
from kg.grammar.kinds import is_people
from kg.grammar.phrases import HYPHENS, VERBAL, glued
from kg.grammar.verbs import NOMINAL_SUBJECTS, has_to, may_say
from kg.grammar.wordlists import own_prepositions, phrase_verbs, phrases, words
from kg.parse import Token

_HAVING = frozenset({"find", "have", "need", "see", "seek"})
_DEGREES = frozenset({"more", "less", "most", "least", "too"})
_SPOKEN = frozenset({"that", "quote"})
_TIMES = frozenset({"twice", "thrice", "double", "triple", "times"})


@dataclass(frozen=True, slots=True)
class Slot:
    """What can stand as object, and the words that it adds to the relation."""

    filler: Filler | None
    words: tuple[Token, ...] = ()  # "with" of "compared with"
    name: str = ""


def slots_of(clause: Clause, things: tuple[Token, ...]) -> tuple[list[Slot], Oblique | None]:
    """What stands as object, first choice first, and the oblique that was taken for it."""
    made = [_with_degree(adjective) for adjective in made_adjectives(clause)]
    if (phrase := _phrase(clause, things)) is not None:
        return phrase
    if things:
        if (done := had_done(clause, things)) is not None:
            return [Slot(done)], None
        fillers = _either(clause, things) or [_without(filler_of(head), clause.head) for head in things]
        return [Slot(filler, words, camel(words)) for filler in fillers for words in made or [()]], None
    if not things and (between := between_sums(clause)) is not None:
        used = next(o for o in clause.obliques if o.words == "between")
        return [Slot(between)], used
    if (ends := range_between(clause)) is not None:
        return [Slot(ends[0])], ends[1]
    if clause.attributes:
        return [Slot(Words(words_under(head))) for head in clause.attributes], None
    if (given := time_given(clause)) is not None:
        return [Slot(given[0])], given[1]
    if complements := [c for c in clause.complements if is_embedded(c, clause)]:
        return [Slot(Clausal(c.head), name=_opening(c)) for c in complements], None
    ranges = [(o, end) for o in clause.obliques if (end := range_end(o)) is not None]  # "rose from 900 to 1,100 euros"
    told = [t for oblique, end in ranges for t in (oblique.heads[-1], end)]
    others = [o for o in clause.obliques if o.heads[-1] not in told and not is_range(o)]
    chosen = [o for o in others if not is_aside(o) and not is_absolute(o) and _may_be_object(o, clause)]
    if chosen:
        oblique = min(chosen, key=_rank)
        name = "In" if oblique.words == "where" else camel(oblique.marker)
        if oblique.words == "between" and len(oblique.heads) > 1:
            return [Slot(_together(oblique.heads), oblique.marker, name)], oblique
        heads = () if is_time(oblique) and not is_asked(clause, oblique) else oblique.heads
        return [Slot(filler_of(head), oblique.marker, name) for head in heads], oblique
    return [], None


def _either(clause: Clause, things: tuple[Token, ...]) -> list[Filler]:
    """ "Will play *Orlo or Kesh*": one of them, so that neither alone is told."""
    if len(things) < 2 or things != clause.objects or things[0].i < clause.head.i or _is_none(clause, things[0]):
        return []
    is_either = any(child.dep_ == "cc" and child.lower_ == "or" for thing in things for child in thing.rights)
    return [_together(things)] if is_either else []


def _is_none(clause: Clause, thing: Token) -> bool:
    """ "Did not meet Orr or Lund", "hurt no guard or guest": neither of them."""
    is_negated = any(child.dep_ == "neg" for child in clause.head.lefts)
    return is_negated or any(child.lower_ in ("no", "any") for child in thing.lefts)


def _together(heads: tuple[Token, ...]) -> Words:
    """Things that are told as one, from the first to the last."""
    first, last = words_under(heads[0]), words_under(heads[-1])
    return Words(tuple(heads[0].doc.tokens[first[0].i : last[-1].i + 1]))


def _opening(complement: Complement) -> str:
    """What the opening of a clause adds to the name of the relation: the "To" of "plans to sell"; nothing for "decides
    whether to sell"."""
    if opens_with_for(complement.head):
        return "for"
    first = complement.head.head if complement.head.dep_ == "conj" else complement.head
    opening = first.left_edge
    if opening.i > first.head.i and (opening.lower_ == "whether" or opening.tag_ in QUESTION_TAGS):
        return ""  # "decides *whether to sell* or rent"; not "which it plans to sell"
    is_infinitive = complement.kind == "inf" and (has_to(complement.head) or complement.head.tag_ == "VB")
    return "to" if is_infinitive else ""


def _phrase(clause: Clause, things: tuple[Token, ...]) -> tuple[list[Slot], Oblique] | None:
    """What is object where a noun belongs to the verb: "put an end to *the strike*", "put *the crew* at risk",
    "went on strike"."""
    lemma = clause.head.lemma_.lower()
    if lemma not in phrase_verbs():
        return None
    for oblique in clause.obliques:
        if len(things) == 1 and (lemma, f"{things[0].lemma_.lower()} {oblique.words}") in phrases():
            words = (things[0], *oblique.marker)
            return [Slot(filler_of(head), words, camel(words)) for head in oblique.heads], oblique
        if ends_phrase(clause, oblique):
            words = (*oblique.marker, oblique.heads[0])
            fillers: list[Filler | None] = [filler_of(head) for head in things] or [None]
            return [Slot(filler, words, camel(words)) for filler in fillers], oblique
    return None


def ends_phrase(clause: Clause, oblique: Oblique) -> bool:
    """Whether preposition and noun belong to the verb: "at risk" behind "put"; not "taken to Ellery Hospital", "to the
    Court of Appeal"."""
    if clause.head.lemma_.lower() not in phrase_verbs():
        return False
    noun = oblique.heads[0]
    is_listed = (clause.head.lemma_.lower(), f"{oblique.words} {noun.lemma_.lower()}") in phrases()
    return is_listed and noun.pos_ != "PROPN" and not any(child.pos_ == "PROPN" for child in noun.lefts)


def beside_phrase(clause: Clause, oblique: Oblique) -> Iterator[Oblique]:
    """What hangs on the noun of such a phrase, and is the verb's: "went on strike *over pay*"."""
    if ends_phrase(clause, oblique):
        for behind in obliques_of_nouns(clause.verb, oblique.heads[:1]):
            yield replace(behind, is_on_noun=False)


def camel(words: Iterable[Token]) -> str:
    """Words as part of a name: "AtRisk"."""
    return "".join(token.lower_.capitalize() for token in words)


def made_adjectives(clause: Clause) -> tuple[Token, ...]:
    """The adjective of "found the firm *liable*", "left buyers *stranded*", which is half of the verb's meaning."""
    if not clause.objects:
        return ()
    adjectives = tuple([a for a in clause.attributes if a.pos_ == "ADJ" and not _is_noun_like(a)])
    if (bare := tuple(c for c in _states(clause) if all(_is_beside(t) for t in c.children))) and bare[0].tag_ in (
        "VBN",
        "JJ",
    ):
        return bare[:1]
    if clause.is_passive or is_of_noun(clause) or clause.attributes[:1] != adjectives[:1]:
        return ()
    if any(c.dep_ == "xcomp" for a in adjectives for c in a.rights) and all(t.lower_ != "it" for t in clause.objects):
        return ()  # "left him *unable to work*"
    return adjectives


def _is_beside(word: Token) -> bool:
    """How long, and how badly: "closed *all summer*", "*badly* hurt"."""
    return word.dep_ == "npadvmod" or (word.dep_ == "advmod" and word.lower_.endswith("ly"))


def states_left(clause: Clause) -> Iterator[Token]:
    """ "Left hundreds *facing a fine*": in what state, told by a clause."""
    made = made_adjectives(clause)
    yield from (state for state in _states(clause) if state not in made)


def _states(clause: Clause) -> Iterator[Token]:
    """The participles at the end of what was left, kept or found so."""
    if clause.is_passive or clause.head.lemma_.lower() not in words("leaving_so", "lemma"):
        return
    for thing in clause.objects:
        if thing.i > clause.head.i:
            states = (c for c in thing.rights if c.dep_ == "acl" and c.right_edge.i == thing.right_edge.i)
            able = (c for c in states if c.tag_ in ("VBN", "VBG", "JJ") and "mark" not in c.below and not has_to(c))
            yield from (c for c in able if c.tag_ != "VBG" or not _is_found(thing, clause))


def _is_found(thing: Token, clause: Clause) -> bool:
    """ "Found *a box* holding rings": such a box; but "found *himself* looking at it"."""
    return clause.head.lemma_.lower() in words("finding", "lemma") and thing.tag_ != "PRP" and not is_people(thing)


def _is_noun_like(adjective: Token) -> bool:
    """ "Called it *the largest* in the state"."""
    return any(child.dep_ == "det" for child in adjective.lefts)


def _with_degree(adjective: Token) -> tuple[Token, ...]:
    """ "Made the road *less safe*", "*all but* useless"."""
    every = [c for c in adjective.lefts if c.lower_ == "all"]
    but = [c for all_ in every for c in all_.rights if c.lower_ == "but"]
    return (*every, *but, *(c for c in adjective.lefts if c.lower_ in _DEGREES), *_own_words(adjective))


def _own_words(adjective: Token) -> tuple[Token, ...]:
    """The adjective as it is written: "life-threatening" is one."""
    return tuple(token for token in glued(adjective) if token.text not in HYPHENS)


def is_of_noun(clause: Clause) -> bool:
    """ "Found a firm *willing to pay*": such a firm; the adjective tells nothing that was found of it."""
    if clause.head.lemma_ not in _HAVING or any(map(_is_known, clause.objects)):
        return False  # "found it easy to steal", "found the water unsafe to drink"
    adjectives = (a for a in clause.attributes if a.pos_ == "ADJ" and clause.objects)
    return any(c.dep_ == "xcomp" for a in adjectives for c in a.rights)


def _is_known(thing: Token) -> bool:
    is_definite = any(c.lower_ in ("the", "this", "that") or c.dep_ == "poss" for c in thing.lefts)
    return thing.tag_ == "PRP" or (is_definite and thing.dep_ in NOMINAL_SUBJECTS)


def is_embedded(complement: Complement, clause: Clause) -> bool:
    """Whether a clause is an argument; two sentences side by side, parted by a semicolon, are none of each other."""
    first, last = sorted((clause.head.i, complement.head.i))
    if complement.kind == "quote" and any(token.text == ";" for token in clause.head.doc.tokens[first:last]):
        return False
    is_marked = any(child.dep_ == "mark" for child in complement.head.lefts)
    is_beside = complement.head.i < clause.head.i and bool(clause.objects) and not is_marked
    if complement.kind in _SPOKEN and is_beside and clause.head.lemma_.lower() in words("perceiving", "lemma"):
        return False  # "*I emptied my bag*, I showed them the receipt"
    if complement.kind not in _SPOKEN or may_say(clause.head):
        return True
    return is_marked


def _may_be_object(oblique: Oblique, clause: Clause) -> bool:
    """Not a phrase of the object, and no time: "built in 1978" and "resigned on Monday" have no object."""
    if oblique.is_on_noun:
        return clause.subject_source == "existential"
    if measure_of(oblique) or (oblique.words == "by" and all(map(tells_when, oblique.heads))):
        return False  # "sank 40 km *from Oslo*", "passed *by the end of the session*"
    if is_kept_to(oblique.marker[0]):
        return True
    if _is_fronted(oblique, clause) or (_is_circumstance(oblique) and oblique.marker[0].i < clause.verb.i):
        return False  # "Under the deal, Lund will step down"
    is_asked_for = (clause.head.lemma_.lower(), oblique.words) in own_prepositions()
    if oblique.words == "on" and any(_is_stipulated(head) for head in oblique.heads):
        return False  # "spoke on condition that"
    if oblique.words in ("of", "as") and oblique.marker[0].i < clause.verb.i and oblique.marker[0].is_sent_start:
        return False  # "Of the 30 shops, 12 were sold", "As a child she was taken to Oslo"
    if oblique.words == "without" or (_tells_when_or_why(oblique) and not is_asked_for):
        return False
    if (
        oblique.words == "at"
        and oblique.heads[0].tag_ == "CD"
        and clause.head.lemma_.lower() in words("at_ages", "lemma")
    ):
        return False  # "died at 88"
    if all(is_no_argument(oblique.words, head) or tells_how(oblique.words, head) for head in oblique.heads):
        return False  # "opened on time", "sank in an attempt to save it"
    return not is_time(oblique) or is_asked(clause, oblique)


def _is_fronted(oblique: Oblique, clause: Clause) -> bool:
    """ "*At this height*, a crew can get away with it": before the subject, so that the verb does not ask for it."""
    first, last = oblique.marker[0], oblique.heads[-1]
    subjects = [noun.i for noun in clause.subjects if noun.i < clause.verb.i]
    is_before = first.i < last.i < min(subjects, default=first.i)
    return is_before and any(t.text == "," for t in first.doc.tokens[last.i : min(subjects, default=last.i)])


def _is_stipulated(noun: Token) -> bool:
    """ "On the *condition* that they stay away"."""
    return noun.lemma_.lower() in words("stipulations", "lemma") and any(True for _ in contents(noun))


def _tells_when_or_why(oblique: Oblique) -> bool:
    """ "Resigned *before the vote*", "closed *despite protests*", "fell *because of rain*"; "left, *but for two*"."""
    is_listed = oblique.words in words("circumstances", "word") | words("excepting", "words")
    return is_listed or role_of(oblique.words, "*") in ("time", "cause")


def _rank(oblique: Oblique) -> tuple[bool, ...]:
    """What comes first as object: no time, no circumstance, no clause; "*where* a woman is in a coma" last."""
    is_where = oblique.words == "where"
    return is_time(oblique), is_where, _is_circumstance(oblique), oblique.heads[0].pos_ in VERBAL


def _is_circumstance(oblique: Oblique) -> bool:
    """Whether a preposition tells under what conditions something happens: "despite", "after"."""
    if oblique.words in words("circumstances", "word"):
        return True
    found = (role_of(oblique.words, f"={head.lemma_.lower()}") for head in oblique.heads)
    return next(found, None) in ("condition", "time")


def is_aside(oblique: Oblique) -> bool:
    """Whether it tells who says so, or gives examples, and so is no argument of the verb."""
    return oblique.words in words("asides", "words")


def _without(filler: Filler, verb: Token) -> Filler:
    """ "The 5 million *expected by the bank*": what the bank expects does not hold the clause that says so."""
    if not isinstance(filler, Words) or verb not in filler.tokens:
        return filler
    kept = tuple(t for t in filler.tokens if t.i < verb.left_edge.i)
    article = next((n for n, token in enumerate(kept) if token.lower_ == "the"), 0)
    if any(token.lower_ in words("portions", "lemma") | _TIMES for token in kept[:article]):
        kept = kept[article:]  # "almost twice *the 9m euros* that they had planned": they planned 9m
    return Words(kept) if kept else filler
