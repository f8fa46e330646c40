"""Which clauses stand in the name of what they tell apart: "landlords *who own two homes*", "her plan *to leave*"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.extract.contents import contents
from kg.grammar import wordlists
from kg.grammar.kinds import means_people
from kg.grammar.phrases import ADNOMINAL, VERBAL
from kg.grammar.verbs import HELPERS, SUBJECTS, has_subject, has_to, is_headline
from kg.parse import Token

_DEFINITE = frozenset({"the", "this", "that", "these", "another", "such"})
_ONE = frozenset({"a", "an"})
_ABSOLUTE = frozenset({"with", "without"})
_DONE = frozenset({"VBD", "VBN"})
_BARE = frozenset({"VB", "VBN"})  # "to work", "to get tested"
_OF_VERB = HELPERS | {"neg"}
_NEGATED = frozenset({"not", "n't", "never"})
_QUESTIONS = frozenset({"where", "when", "how", "what", "why", "whether"})
_BESIDE = frozenset({"while", "whereas", "although", "though"})
_REASONS = frozenset({"because", "as", "since", "after", "before", "until"})


def restriction(noun: Token, *, is_subject: bool) -> tuple[Token, ...]:
    """The clause behind a noun without which more would be spoken of than the text does; none where it only adds.

    `is_subject` tells of the description that the noun stands in. Of what was done to some of them less is no more:
    "the firm hired workers [who had left Orlo]".
    """
    if ADNOMINAL.isdisjoint(noun.below) or noun.dep_ == "ROOT":
        return ()
    clause = next(c for c in noun.rights if c.dep_ in ADNOMINAL)
    if not _is_close(clause, noun) or not _tells_apart(clause, noun, is_subject=is_subject):
        return ()
    is_needed = _is_of_all(noun) or (is_subject and noun.tag_ == "NNS") or _is_told_to_do(noun, clause)
    is_needed = is_needed or (is_subject and has_to(clause)) or _is_nested(noun) or _is_shared_out(noun)
    is_needed = is_needed or not _is_of_some(noun, is_subject=is_subject) or _is_likened(noun)
    is_needed = is_needed or (clause.lower_ == "aged" and noun.tag_ == "NNS")  # "hired workers *aged under 30*"
    return tuple(words_of_clause(clause, may_have_reason=is_subject)) if is_needed else ()


def is_needed(clause: Token, noun: Token) -> bool:
    """Whether what is predicated by a noun says too much or nothing without a clause: "is *the largest* she has seen",
    "is *the firm* that built it", "is a *man* who sings", "is no *bank* that pays"."""
    is_told = any(t.lower_ == "the" for t in noun.lefts) or noun.lower_ in _narrowing("pronoun")
    is_told = is_told or (noun.dep_ == "attr" and noun.lower_ in _narrowing("bare")) or denies_kind(noun)
    return is_told and _is_close(clause, noun)


def denies_kind(noun: Token) -> bool:
    """ "Is not a *clerk* who shouts": a clerk, but none of those."""
    is_one = any(t.lower_ in _ONE or t.lower_ in ("no", "the") for t in noun.lefts)
    is_denied = "neg" in noun.head.below or any(t.lower_ == "no" for t in noun.lefts)
    clause = next((c for c in noun.rights if c.dep_ == "relcl"), None)
    return noun.dep_ == "attr" and is_one and is_denied and clause is not None and _is_close(clause, noun)


def before_clause(words: list[Token], head: Token) -> list[Token]:
    """The words of a description without the clause that ends it."""
    behind = [t for t in words if t.dep_ in ADNOMINAL and t.i > head.i and t.head in words]
    if not behind:
        return words
    start = min(t.left_edge.i for t in behind)
    return [t for t in words if t.i < start]


def _is_close(clause: Token, noun: Token) -> bool:
    """Whether nothing parts it from its noun: no comma, dash or bracket."""
    between = clause.doc.tokens[noun.i + 1 : clause.i]
    opening = next((t.i for t in between if t.i >= clause.left_edge.i and not t.is_punct), clause.i)
    return clause.i > noun.i and not any(t.is_punct and not t.is_quote for t in between if t.i < opening)


def _tells_apart(clause: Token, noun: Token, *, is_subject: bool) -> bool:
    if has_to(clause) or clause in contents(noun) or (is_subject and _is_that_clause(clause)):
        is_told = noun.lemma_.lower() in wordlists.control_nouns() | wordlists.content_nouns()
        is_none = clause not in contents(noun) and any(t.lower_ == "no" for t in noun.lefts)  # "no bed *to sleep in*"
        return (is_told and is_subject) or (has_to(clause) and (is_none or _is_ranked(noun)))
    if not (_is_indefinite(noun) or _is_ranked(noun) or _is_contact(clause, noun) or _is_shared_out(noun)):
        return False
    if clause.tag_ in ("VBN", "VBD") and clause.sent.root.pos_ not in VERBAL:
        return False  # a main verb that the parser did not see
    is_denied = any(t.lower_ in ("no", "any") for t in noun.lefts) and any(clause.rights)  # "no proof linking him to"
    is_open = _is_ranked(noun) or is_denied or noun.lower_ in _narrowing("pronoun")  # "anyone holding a ticket"
    is_open |= _is_likened(noun)
    if clause.tag_ == "VBG" and noun.tag_ == "NN" and clause.i == noun.i + 1 and not is_open:
        return False  # "fund raising events"
    if clause.dep_ == "relcl" or is_subject:
        return True
    is_state = noun.dep_ == "pobj" and noun.head.lower_ in _ABSOLUTE
    is_found = noun.dep_ == "dobj" and noun.head.lemma_.lower() in wordlists.words("leaving_so", "lemma")
    is_next = all(t.is_quote for t in clause.doc.tokens[noun.i + 1 : clause.left_edge.i])
    return is_next and not is_state and not is_found


def _is_that_clause(clause: Token) -> bool:
    """ "The warning *that* it would flood": no relative pronoun."""
    return any(t.lower_ == "that" and t.dep_ == "mark" for t in clause.lefts)


def _is_indefinite(noun: Token) -> bool:
    """ "Flats", "any flat", "those", "the people": what does not tell by itself which are meant."""
    if noun.lower_ in _narrowing("pronoun"):
        return True
    if noun.lower_ in _narrowing("empty") and any(t.lower_ == "the" for t in noun.lefts):
        return True
    if noun.pos_ != "NOUN" or any(t.dep_ in ("poss", "nummod") or t.lower_ in _DEFINITE for t in noun.lefts):
        return False
    is_bare = noun.tag_ == "NN" and "det" not in noun.below
    return not is_bare or not (means_people(noun) or is_headline(noun))


def _is_ranked(noun: Token) -> bool:
    """ "The hardest decision", "the most likely buyer", "the only way"."""
    if not any(t.lower_ == "the" for t in noun.lefts):
        return False
    under = (t for child in noun.lefts for t in (child, *child.lefts))
    return any(t.tag_ in ("JJS", "RBS") or t.lower_ in _narrowing("rank") for t in under)


def _is_of_all(noun: Token) -> bool:
    """Whether all of them are meant, or none, or a single one: "no flat", "those", "the oldest flat", "her plan"."""
    is_open = noun.lower_ in _narrowing("pronoun") or any(t.lower_ in _narrowing("quantifier") for t in noun.lefts)
    return is_open or _is_ranked(noun) or any(t.dep_ == "poss" or t.lower_ == "the" for t in noun.lefts)


def _is_of_some(noun: Token, *, is_subject: bool) -> bool:
    """Whether it was done, or the like, so that some of them are meant: "hired workers", "has hired workers", "will
    hire a clerk"; not "a clerk must", "will not hire a clerk"."""
    verb = next((t for t in noun.ancestors if t.pos_ in VERBAL and t.dep_ != "xcomp"), None)
    if verb is None:
        return True
    helpers = {t.lower_ for t in verb.lefts if t.dep_ in _OF_VERB}
    if not helpers.isdisjoint(_NEGATED):
        return False
    is_done = helpers.isdisjoint({"to"} | wordlists.words("modals", "lemma"))
    if any(t.lower_ in _ONE for t in noun.lefts):
        return is_done or not is_subject
    return is_done and verb.tag_ in _DONE


def _is_nested(noun: Token) -> bool:
    """ "Nine cases among *people* who got it", "duties on the *goods* they sell", "trade in *meat* that is old": of
    what others are told."""
    is_stuff = noun.tag_ == "NN" and "det" not in noun.below
    is_told = noun.tag_ == "NNS" or is_stuff
    return noun.dep_ == "pobj" and is_told and noun.head.head.pos_ in ("NOUN", "NUM", "ADJ")


def _is_likened(noun: Token) -> bool:
    """ "A noise like a *door* being slammed": nothing is like the door."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "like" and noun.head.head.pos_ == "NOUN"


def _is_shared_out(noun: Token) -> bool:
    """ "Most of the *workers* hired in May", "two of the *roads* that cross it": of what a part is told."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "of" or noun.tag_ not in ("NNS", "NN"):
        return False
    part = noun.head.head
    if part.dep_ == "pobj" and part.head.lower_ in _ABSOLUTE:
        return False  # "with half of the votes counted"
    is_number = part.tag_ == "CD" or part.ent_type_ in ("PERCENT", "CARDINAL")
    return is_number or part.lemma_.lower() in wordlists.words("portions", "lemma")


def _is_contact(clause: Token, noun: Token) -> bool:
    """ "The *goods* they sell each other": a clause right behind, without a word that joins it."""
    first = clause.left_edge
    is_next = first.i == noun.i + 1 and any(c.dep_ in SUBJECTS and c.left_edge is first for c in clause.lefts)
    is_bare = first.tag_ in ("PRP", "DT", "PRP$", "NNP") and first.lower_ != "that"
    return clause.dep_ == "relcl" and is_next and is_bare and noun.tag_ == "NNS" and noun.dep_ in ("pobj", *SUBJECTS)


def _is_told_to_do(noun: Token, clause: Token) -> bool:
    """ "Told *tenants* who owed rent to leave": nobody else is to leave."""
    verb = noun.head
    is_question = clause.left_edge.lower_ in _QUESTIONS
    is_told = (
        noun.dep_ == "dobj"
        and noun.tag_ == "NNS"
        and wordlists.controllers().get((verb.lemma_.lower(), "objinf")) == "object"
    )
    return is_told and not is_question and any(c.i > noun.i and has_to(c) for c in verb.rights)


def words_of_clause(clause: Token, *, may_have_reason: bool) -> list[Token]:
    """Its words up to what stands aside in it, with the mark that ends a quotation; none if others stand between."""
    words = [t for t in sorted(clause.subtree, key=lambda t: t.i) if not t.is_space]
    ends = [*_asides(clause, words), *(() if may_have_reason else (*_reasons(clause), *_purposes(words)))]
    end = min(ends, default=words[-1].i + 1)
    words = [t for t in words if t.i < end]
    while words and words[-1].is_punct and not words[-1].is_quote:
        words.pop()
    if clause not in words or words[-1].i - words[0].i >= len(words):
        return []
    if words[0].i and words[0].nbor(-1).is_quote:
        words = [words[0].nbor(-1), *words]
    return [*words, *_closing(words)] if sum(t.is_quote for t in words) % 2 else words


def _asides(clause: Token, words: list[Token]) -> Iterator[int]:
    """Where what only adds begins in it: behind a comma that stands in no list, and "while" with what others do."""
    yield from (t.i for t in words if t.text == "," and t.i > clause.i and not _is_in_list(t, words))
    for below in (c for c in clause.rights if c.dep_ == "advcl" and has_subject(c)):
        if any(t.lower_ in _BESIDE for t in below.lefts):
            yield below.left_edge.i


def _reasons(clause: Token) -> Iterator[int]:
    """Where it begins why or when something is so, which behind an object may be told of the main verb as well: "will
    not sell flats that stand empty *because demand is low*"; "people who die *because they are poor*" is theirs."""
    for below in (c for c in clause.rights if c.dep_ == "advcl" and has_subject(c)):
        is_theirs = any(c.dep_ in SUBJECTS and c.tag_ == "PRP" for c in below.lefts)
        if not is_theirs and any(t.dep_ == "mark" and t.lower_ in _REASONS for t in below.lefts):
            yield below.left_edge.i


def _purposes(words: list[Token]) -> Iterator[int]:
    """Where an infinitive begins that may be one of the main verb: "trains nurses who left their post *to work* again";
    not the one that a verb of the clause wants or that stands right behind it: "who refused *to sign*"."""
    for verb in (t for t in words if t.tag_ in _BARE and has_to(t)):
        to = next((t.i for t in verb.lefts if t.lower_ == "to"), verb.left_edge.i)
        host = verb.head
        is_wanted = (host.lemma_.lower(), "objinf") in wordlists.controllers() or to == host.i + 1
        if host in words and host.i < to and host.pos_ in (*VERBAL, "ADJ") and not is_wanted:
            yield to


def _is_in_list(comma: Token, words: list[Token]) -> bool:
    return any(t.dep_ == "conj" and t.head.i < comma.i < t.i for t in words)


def _closing(words: list[Token]) -> list[Token]:
    """The end of a quotation behind the words: of "paid for in blood." the full stop and the mark."""
    behind = words[-1].doc.tokens[words[-1].i + 1 : words[-1].i + 3]
    last = next((n for n, t in enumerate(behind) if t.is_quote), None)
    return [] if last is None or not all(t.is_punct for t in behind[:last]) else behind[: last + 1]


@cache
def _narrowing(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in wordlists.rows("narrowing") if row["kind"] == kind)
