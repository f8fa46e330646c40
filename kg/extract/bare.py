"""Verbs that say nothing by themselves, without object or role: "people who *nap*", "two minutes *remain*"."""

from __future__ import annotations

from kg.extract.clauses import Clause, Oblique
from kg.extract.roles import is_time
from kg.extract.standards import is_other_term
from kg.grammar.kinds import class_of_noun, is_people
from kg.grammar.phrases import ADNOMINAL, TERMS, TIMES, UNTIL
from kg.grammar.verbs import SUBJECTS, has_to
from kg.grammar.wordlists import values, words, words_of
from kg.parse import Token

_HEARING = frozenset({"kg:GovernmentBody", "kg:Event", "kg:MediaOutlet", "kg:Group"})
_WHEN = frozenset({"on", "in", "at", "from", "until", "since", "during", "for"})
_ASKING = frozenset({"WP", "WDT", "WRB"})
_AMOUNTS = frozenset({"enough", "less", "little", "more", "much"})
_CUT = frozenset({"a", "an", "the", "every", "no", "my", "your", "her", "our", "their", "its"})
_WHEN_OR_WHY = frozenset({"after", "because", "before", "by", "despite", "since", "until", "while"})
ANY_PHRASE = "*"
_OWNED = frozenset({"det", "poss", "nummod"})


def says_little(clause: Clause) -> bool:
    """Whether nothing is told where only subject and verb are."""
    if wants_content(clause) or _is_only_being(clause):
        return True
    if _asked(clause) == ANY_PHRASE and not clause.is_passive and not _has_particle(clause):
        return True  # "looked *the other way*"
    return _is_kind(clause) or _is_time_left(clause) or _is_where_or_how(clause) or _lacks_noun(clause)


def wants_content(clause: Clause) -> bool:
    """Whether a verb says nothing by itself: "the models *predict*", "worse than they *feared*", "she *was made*"."""
    verb = clause.verb
    marks = {token.lower_ for token in verb.lefts if token.dep_ == "mark"}
    if "than" in marks or ("as" in marks and verb.head.pos_ in ("ADV", "ADJ")):
        return True
    if not clause.is_passive:
        asked = _asked(clause)
        return asked is not None and not (asked == ANY_PHRASE and _has_more(clause))
    of_whom = values("done_so", "lemma", "of").get(_with_particle(clause))
    return of_whom == "any" or (of_whom == "people" and all(map(_is_person, clause.subjects)))


def _has_particle(clause: Clause) -> bool:
    """ "Looked *away*": half of the verb's meaning."""
    words_of_verb = (t.lower_ in words("particles", "word") for t in clause.adverbs)
    return clause.particle is not None or bool(left_behind(clause)) or any(words_of_verb)


def _has_more(clause: Clause) -> bool:
    return bool(clause.obliques or clause.adverbs or left_behind(clause))


def lacks_object(clause: Clause, used: Oblique | None) -> bool:
    """ "Had *drilled in Kesh*", "was first *to report*": a verb that nobody does without an object, where the object
    stands elsewhere; another preposition does not bring it."""
    told = (clause.objects, clause.complements, clause.attributes, clause.agents, clause.datives)
    asked = _asked(clause)
    if not any(told) and is_other_term(clause.verb):
        return True
    if clause.is_passive or asked is None or any(told) or left_behind(clause):
        return False
    if any(adverb.lower_ in _AMOUNTS or _is_measured(adverb) for adverb in clause.adverbs):
        return False  # "raised *enough*"
    if used is not None and (used.words == "between" or used.words in UNTIL):
        return False  # "raised *between £2m and £3m*", "has *until May to pay*"
    return asked != ANY_PHRASE and (used is None or used.marker[0].lower_ not in asked.split())


def _is_measured(adverb: Token) -> bool:
    """ "Took *two hours* longer"."""
    return adverb.dep_ == "npadvmod" or "npadvmod" in adverb.below


def _asked(clause: Clause) -> str | None:
    """The prepositions that may bring what a verb asks for, and without which it says nothing; none of other verbs."""
    return values("contentful", "lemma", "with").get(_with_particle(clause))


def _with_particle(clause: Clause) -> str:
    """The verb as the lists have it: "point out"."""
    lemma = clause.head.lemma_.lower()
    return lemma if clause.particle is None else f"{lemma} {clause.particle.lower_}"


def _is_person(noun: Token) -> bool:
    return is_people(noun) or (noun.tag_ == "PRP" and noun.lower_ != "it")


def _is_only_being(clause: Clause) -> bool:
    """ "None of the riders *was* within a minute of her": that they were tells nothing."""
    if clause.head.lemma_ != "be" or clause.subject_source == "existential":
        return False
    is_when = any(oblique.words in _WHEN and is_time(oblique) for oblique in clause.obliques)
    return not is_when or all(subject.lower_ == "it" for subject in clause.subjects)


def tells_nobody_what(clause: Clause) -> bool:
    """ "The court was told", "told the court": to whom something was said, and not what."""
    if clause.head.lemma_.lower() not in words("telling_what", "lemma") or clause.complements or clause.attributes:
        return False
    return all(_hears(thing) for thing in clause.objects)


def _hears(noun: Token) -> bool:
    return noun.tag_ == "PRP" or is_people(noun) or class_of_noun(noun) in _HEARING


def _lacks_noun(clause: Clause) -> bool:
    """ "What she was looking *at*", "which party they belonged *to*": the noun stands elsewhere."""
    told = {oblique.marker[0].i for oblique in clause.obliques} | {token.i for token in left_behind(clause)}
    loose = (c for c in clause.verb.rights if c.dep_ == "prep" and not c.rights and c.i not in told)
    return not clause.is_passive and any(c.lower_ not in words("particles", "word") for c in loose)


def left_behind(clause: Clause) -> tuple[Token, ...]:
    """ "Was paid *for* by a fund", "was talked *about*": a preposition whose noun is the subject of the passive; "if
    the deal goes *through*", "stops *by* on Mondays": one that has none."""
    verb = clause.head
    bare = [t for t in verb.doc.tokens[verb.i + 1 : verb.i + 2] if t.dep_ == "prep" and t.head is verb]
    if not bare or any(bare[0].children) or any(bare[0] in oblique.marker for oblique in clause.obliques):
        return ()
    if clause.agents or (clause.is_passive and verb.dep_ not in ADNOMINAL):
        return tuple(bare)
    is_asked = (
        clause.is_passive or clause.objects or clause.subject_source in ("relative", "control") or verb.dep_ == "relcl"
    )
    is_particle = bare[0].lower_ in words_of("without its noun") and not is_asked
    return tuple(bare) if is_particle and not any(t.tag_ in _ASKING for t in verb.lefts) else ()


def _is_kind(clause: Clause) -> bool:
    """ "*People who nap* live longer": which people, and nothing that people do."""
    if clause.subject_source != "relative" or clause.head.dep_ != "relcl" or clause.is_passive:
        return False
    return all(_is_any(noun) for noun in clause.subjects) and clause.verb.left_edge.text_before != ","


def _is_any(noun: Token) -> bool:
    return noun.tag_ == "NNS" and _OWNED.isdisjoint(noun.below) and not noun.ent_type_


def _is_time_left(clause: Clause) -> bool:
    """ "Scored with *two minutes remaining*": when they did."""
    if clause.head.lemma_.lower() not in words("time_left", "lemma") or clause.verb.tag_ not in ("VBG", "VBN", "VBD"):
        return False
    before = clause.verb.doc.tokens[clause.verb.i - 1 : clause.verb.i]  # where the parser hangs it on the main verb
    nouns = before if any(word.head.lower_ == "with" for word in before) else clause.subjects
    is_time = all(noun.ent_type_ in TIMES or noun.lemma_.lower() in TERMS for noun in nouns)
    return is_time and clause.verb.dep_ in ("acl", "advcl", "pcomp")


def _is_where_or_how(clause: Clause) -> bool:
    """ "Filmed it *where it happened*", "the way *they play*": where or how, and nothing more."""
    verb = clause.verb
    is_where = verb.left_edge.lower_ == "where" and verb.dep_ != "relcl"
    is_told_when = has_to(verb) or verb.left_edge.lower_ == "when"
    is_how = verb.dep_ == "relcl" and _tells_how(verb.head) and not is_told_when
    above = (verb.head,) if clause.subject_source == "control" else ()
    is_way = has_to(verb) and any(_tells_how(noun) for noun in (*above, *clause.subjects))  # "other ways to work"
    return is_where or is_way or (is_how and verb.head not in clause.subjects)


def _tells_how(noun: Token) -> bool:
    return noun.lemma_.lower() in words("circumstantial_nouns", "lemma")


def is_adjunct(attribute: Token, told: tuple[Token, ...]) -> bool:
    """Whether what stands behind a copula tells when or why, and not what something is: "was *at the time of writing*",
    "isn't there *with the roof leaking*"; or is cut: "*one of*"."""
    last = told[-1]
    if last.tag_ == "CC" or last.lower_ in _CUT or (last == attribute.right_edge and last.lower_ == "of"):
        return True
    if attribute.dep_ != "prep" or attribute.tag_ != "IN":
        return False
    below = [child for child in attribute.rights if child.dep_ in ("pobj", "pcomp")]
    if attribute.lower_ in _WHEN_OR_WHY and any(child.tag_ == "VBG" for child in below):
        return True
    is_moment = any(child.lemma_.lower() in words_of("point in time") and "det" in child.below for child in below)
    return (is_moment and attribute.lower_ in ("at", "by")) or (attribute.lower_ == "with" and _is_absolute(attribute))


def _is_absolute(preposition: Token) -> bool:
    """ "With *the roof leaking*"."""
    return any(
        child.dep_ in ("pcomp", "advcl", "ccomp") and not SUBJECTS.isdisjoint(child.below)
        for child in preposition.rights
    )
