"""What limits a phrase or a denial: "lends *only* to women", "did not come *again*", "not *formally* told"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clauses import Clause, Oblique
from kg.extract.fillers import words_under
from kg.extract.proposition import Words
from kg.extract.roles import is_time, role_of
from kg.extract.standards import standard_of
from kg.grammar.phrases import UNTIL, VERBAL
from kg.grammar.verbs import SUBJECTS
from kg.grammar.wordlists import words
from kg.parse import Token

_WITHOUT = "without"
_OWN = frozenset({"cause", "time"})
_DATED = frozenset({"NNP", "CD"})  # "until Monday morning"
_NONE = frozenset({"no", "neither"})
_APART = frozenset({"apart", "aside", "except"})
_NOBODY = frozenset({"nobody", "nothing", "none", "neither", "no-one"})


def is_denied(clause: Clause) -> bool:
    """Whether a clause has its own denial: "did not", "nobody did", "had no", "without doing"."""
    verb = clause.verb
    if "neg" in verb.below or (verb.dep_ == "pcomp" and verb.head.lower_ == _WITHOUT):
        return True
    return bool(_deniers(clause)) or any(map(_is_none, clause.objects))


def _is_disputed(verb: Token) -> bool:
    """ "Denied that it had *knowingly* lied", "failed to *fully* mend it"."""
    above = verb.head.lemma_.lower() if verb.dep_ in ("ccomp", "xcomp", "pcomp") else ""
    return above in words("disputing", "lemma") or above == "fail"


def _deniers(clause: Clause) -> tuple[Token, ...]:
    """Subjects that deny their clause: "*nobody* was hurt"."""
    return tuple([t for t in clause.subjects if t.dep_ in SUBJECTS and _is_none(t)])


def _is_none(noun: Token) -> bool:
    return noun.lower_ in _NOBODY or any(c.lower_ in _NONE for c in noun.lefts)


def limits_of(clause: Clause) -> Iterator[tuple[str, Words]]:
    """Adverbs and bare phrases that limit the denial of a clause, what it compares with, and their roles."""
    if (standard := standard_of(clause)) is not None:
        yield "circumstance", standard
    is_limited = is_denied(clause) or _is_disputed(clause.verb)
    bare = (c for c in clause.verb.rights if c.dep_ == "prep" and "pcomp" in c.below)  # "at first"
    for none in _deniers(clause):
        aside = (c for c in none.rights if c.lower_ in _APART and any(t.dep_ == "prep" for t in c.rights))
        yield from (("circumstance", Words(tuple(c.subtree))) for c in aside)  # "nobody *apart from the guard*"
    for adverb in (*clause.adverbs, *bare) if is_limited else ():
        told = words_under(adverb)
        if " ".join(token.lower_ for token in told) in words("limits", "words"):
            if not adverb.lower_.endswith("ly") or adverb.i > _opening(clause):
                yield "circumstance", Words(told)
        elif _tells_how(adverb, clause):
            yield "manner", Words((adverb,))


def limited(oblique: Oblique) -> Words | None:
    """A phrase with the word that restricts it, without which more is told: "lends it *only to women*"; a cause and an
    event that tells when keep their roles."""
    first = oblique.marker[0]
    before = first.nbor(-1) if first.i and "advmod" in first.below else first
    is_limit = before.head is first and before.lower_ in words("restricting", "word")
    if not is_limit or oblique.heads[0].i < first.i or role_of(oblique.words, "*") in _OWN:
        return None
    return Words(tuple(first.doc.tokens[before.i : words_under(oblique.heads[-1])[-1].i + 1]))


def limits_denial(clause: Clause, oblique: Oblique) -> bool:
    """Whether a phrase that plays no role otherwise limits a denial: "nobody was there *at the time*"."""
    noun = oblique.heads[0]
    return noun.pos_ == "NOUN" and bool(noun.lefts) and not oblique.is_on_noun and is_denied(clause)


def dates_denial(clause: Clause, oblique: Oblique) -> bool:
    """Whether a phrase limits a denial to a time, be it one of no calendar: "did not score *in the first half*"."""
    is_of_verb = not oblique.is_on_noun or oblique.marker[0].head in clause.objects
    return is_denied(clause) and is_of_verb and is_time(oblique)


def is_except(clause: Clause, oblique: Oblique) -> bool:
    """Whether a phrase tells of what the rest is not so: "*apart from two guards*, the staff left", "made no comment
    *beyond saying* so"."""
    is_deed = oblique.heads[0].pos_ in VERBAL
    is_listed = oblique.words in words("excepting", "words") or (is_deed and oblique.words == "beyond")
    return is_listed and (not is_deed or is_denied(clause))


def ends_denial(clause: Clause, oblique: Oblique) -> bool:
    """Whether a phrase without a date tells when what is denied came about: "did not open *until late morning*"."""
    time = oblique.heads[0]
    is_dated = time.ent_type_ == "DATE" or any(t.tag_ in _DATED for t in time.lefts)
    return oblique.words in UNTIL and not is_dated and is_denied(clause)


def _tells_how(adverb: Token, clause: Clause) -> bool:
    """ "Was not *formally* approved", "nobody was *seriously* hurt", "without *properly* asking"."""
    if (
        adverb.i > clause.head.i
        or not adverb.lower_.endswith("ly")
        or adverb.lower_ in words("sentence_adverbs", "word")
    ):
        return False
    return adverb.lower_ not in words("adverbs", "lemma") and _opening(clause) < adverb.i


def _opening(clause: Clause) -> int:
    """Where a denial begins: at the "not", or the "nobody"."""
    before = [t.i for t in clause.verb.lefts if t.dep_ == "neg"] or [t.i for t in _deniers(clause)]
    return before[0] if before else clause.verb.head.i
