"""The nouns beside one verb, as the parse and the neighbouring verbs give them: objects, and what is predicated."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clauses.own_subjects import QUESTION_TAGS, antecedent, is_relative
from kg.extract.clauses.predicates import is_small_clause
from kg.grammar import wordlists
from kg.grammar.phrases import ADNOMINAL, TIMES, VERBAL, and_conjuncts, named_object
from kg.grammar.verbs import SUBJECTS, has_to, is_passive, takes_doer
from kg.grammar.wordlists import words_of
from kg.parse import Token

_PREDICATED = frozenset({"attr", "acomp", "oprd"})
_CLAUSES = frozenset({"xcomp", "ccomp"})
_BARE = frozenset({"VB", "VBP"})  # "they buy and sell": one tag is as good as the other
_PAST = frozenset({"VBD", "VBN"})
_HAVING = frozenset({"have", "get", "need", "find"})
_BETWEEN_VERBS = frozenset({"cc", "punct", "advmod", "aux", "prt"})


def objects(verb: Token) -> Iterator[Token]:
    """Direct objects: its own, one shared with a conjoined verb, the noun that a relative clause describes."""
    own = []
    if "dobj" in verb.below:
        nouns = [child for child in verb.children if child.dep_ == "dobj" and not is_added(child) and not _leads(child)]
        nouns = [child for child in nouns if not (child.i > verb.i and _is_how_often(child))]
        own = [named_object(child) or child for child in nouns]
    if not own and "oprd" in verb.below:
        own += [named for child in verb.rights if child.dep_ == "oprd" and (named := named_object(child)) is not None]
    if verb.lemma_ in wordlists.naming() and is_passive(verb):
        return  # "was bought and renamed Orlo": see `attributes`
    own += [c for small in _small_clauses(verb) for c in small.lefts if c.dep_ in SUBJECTS]
    own += [] if own else _counted(verb) or _behind_particle(verb)
    for child in own:
        yield from resolved(child)
        yield from _instead(child)
    if not own:
        yield from _shared_with_next(verb) or _shared_with_first(verb) or _gap(verb)


def _small_clauses(verb: Token) -> list[Token]:
    return [child for child in verb.rights if is_small_clause(child)] if "ccomp" in verb.below else []


def _counted(verb: Token) -> list[Token]:
    """ "Scored *31 points*", which the parser takes for a measure."""
    if "npadvmod" not in verb.below:
        return []
    units = wordlists.words("units", "lemma") | {"time"}
    nouns = [child for child in verb.rights if child.dep_ == "npadvmod" and child.left_edge.i == verb.i + 1]
    if ways := [noun for noun in nouns if noun.lemma_ == "way" and any(c.dep_ == "relcl" for c in noun.rights)]:
        return ways  # "changed *the way* it buys books"
    things = (noun for noun in nouns if noun.pos_ == "NOUN" and noun.ent_type_ in ("", "CARDINAL"))
    often = ("every", "each")  # "is held every two years"
    own = (noun for noun in things if not any(child.lower_ in often for child in noun.lefts))
    counted = (noun for noun in own if any(child.dep_ == "nummod" for child in noun.lefts))
    return [noun for noun in counted if noun.lemma_.lower() not in units][:1]


def _behind_particle(verb: Token) -> list[Token]:
    """ "Spent years tracking down *the crew*", which the parser hangs on the particle."""
    particles = (child for child in verb.rights if child.dep_ == "prt") if "prt" in verb.below else ()
    return [noun for particle in particles for noun in particle.rights if noun.dep_ == "pobj"]


def _is_how_often(noun: Token) -> bool:
    """ "A dose given *every six weeks*", "pictured it *plenty of times*"."""
    if any(child.lower_ in ("every", "each") for child in noun.lefts):
        return noun.ent_type_ in TIMES and noun.head.tag_ == "VBN"
    is_second = any(c.dep_ == "dobj" and c.i < noun.left_edge.i for c in noun.head.rights)
    return is_second and any(c.lower_ == "times" for of in noun.rights if of.lower_ == "of" for c in of.rights)


def _leads(noun: Token) -> bool:
    """ "Recovered *thanks* to exports": half of a preposition."""
    return noun.lower_ == "thanks" and noun.doc[noun.i : noun.i + 2].text.lower() in wordlists.prepositions()


def is_added(noun: Token) -> bool:
    """Whether a noun behind a comma tells of the whole clause, which has its object: "raised its rate in May, the third
    *rise* this year", "named a chief, a *move* that pleased staff"."""
    comma = noun.left_edge.i - 1
    if comma < 0 or noun.doc[comma].text != "," or noun.pos_ == "ADJ":
        return False  # "found Lund, 44, *guilty*"
    ends = [child.right_edge.i for child in noun.head.rights if child.dep_ == "dobj" and child.i < comma]
    if not ends and noun.dep_ == "dobj" and noun.left_edge.lower_ in ("a", "an") and noun.i > noun.head.i:
        commas = [t for t in noun.doc.tokens[noun.head.i + 1 : comma] if t.text == ","]
        return not commas and any(c.dep_ in ADNOMINAL or c.lower_ == "than" for c in noun.subtree)
    if not ends and noun.dep_ == "dobj" and any(child.tag_ == "JJS" for child in noun.lefts):
        between = noun.doc.tokens[noun.head.i + 1 : comma]  # "finished third, its best result"
        return bool(between) and not any(token.text == "," for token in between)
    return bool(ends) and (noun.dep_ != "dobj" or max(ends) < comma - 1)  # not "the firm, its owner"


def _instead(noun: Token) -> Iterator[Token]:
    """The trams of "bought buses rather than trams", which are not what was bought: see `own_negation`."""
    for than in noun.rights:
        if than.lower_ == "than" and than.lower_before == "rather":
            yield from (child for child in than.rights if child.dep_ == "pobj")


def resolved(argument: Token) -> tuple[Token, ...]:
    """A relative pronoun's antecedent, or the argument with its conjuncts."""
    if is_relative(argument):
        noun = antecedent(argument)
        return (noun,) if noun is not None else ()
    if argument.lower_ == "that" and argument.i < argument.head.i and not is_small_clause(argument.head):
        return ()  # "said that the man fled"
    return and_conjuncts(argument)


def _shared_with_next(verb: Token) -> tuple[Token, ...]:
    """The object behind the last of several verbs: "designed and built the bridge"; not "he said, and shut it"."""
    if verb.dep_ == "parataxis" or any(child.dep_ == "ccomp" for child in verb.lefts):
        return ()
    while (partner := next_alike(verb)) is not None and not is_passive(verb) and not _stands_alone(verb):
        shared = tuple(t for child in partner.children if child.dep_ == "dobj" for t in resolved(child))
        if shared:
            return () if _is_listed(verb, partner) else shared
        verb = partner
    return ()


def _stands_alone(verb: Token) -> bool:
    """Whether the object of the next verb is hardly its own: "*protested* and blocked the road"."""
    particle = next((f" {child.lower_}" for child in verb.rights if child.dep_ in ("prt", "advmod")), "")
    names = (verb.lemma_, f"{verb.lemma_}{particle}")
    return verb.lemma_ in _intransitive() or any(name in words_of("without the next object") for name in names)


def _is_listed(verb: Token, partner: Token) -> bool:
    """Whether one more verb follows those with a comma between: "woke, *washed the car* and left" shares no car."""
    others = (child for above in (verb, partner) for child in above.rights if child.dep_ == "conj")
    is_apart = partner.left_edge.text_before == "," or partner.left_edge.text == ","
    return is_apart and any(other.i > partner.i and other.pos_ in VERBAL for other in others)


def _shared_with_first(verb: Token) -> tuple[Token, ...]:
    """The object behind the last verb that hangs on the first: "signed, but not ratified, the treaty"."""
    if verb.dep_ != "conj" or verb.head.pos_ not in VERBAL or is_passive(verb) or verb.lemma_ in _intransitive():
        return ()
    shared = (child for child in verb.head.rights if child.dep_ == "dobj" and child.i > verb.i)
    return tuple(t for child in shared for t in resolved(child))


def next_alike(verb: Token) -> Token | None:
    """The next verb if only "and" or a comma stands between: what follows it may belong to both."""
    if "conj" not in verb.below:
        return None
    following = next((c for c in verb.rights if c.dep_ == "conj" and c.pos_ in VERBAL), None)
    if following is None or not _are_alike(following, verb):
        return None
    between = verb.doc[verb.i + 1 : following.i]
    if any(t.dep_ == "prt" for t in between) and not any(t.dep_ == "cc" for t in between):
        return None  # "pulled over, opened the door": no door was pulled over
    if any(t.lower_ == "than" for t in between) or ("neg" in verb.below and _starts_anew(following)):
        return None  # "sell up rather than pay the fine", "had not stopped and had left the scene"
    return following if all(t.is_space or t.dep_ in _BETWEEN_VERBS for t in between) else None


def _starts_anew(verb: Token) -> bool:
    """Whether a verb has a helper of its own and is not denied like the one before it."""
    return "aux" in verb.below and "neg" not in verb.below


def _are_alike(verb: Token, other: Token) -> bool:
    """Whether two verbs have one form; "has lived and worked": the tagger mixes up past tense and participle."""
    return verb.tag_ == other.tag_ or {verb.tag_, other.tag_} in (_BARE, _PAST)


def _intransitive() -> frozenset[str]:
    return wordlists.words("intransitive", "lemma")


def _gap(verb: Token) -> tuple[Token, ...]:
    """The noun that a relative clause without pronoun describes: "the firm he founded"."""
    top = verb
    while top.dep_ in ("xcomp", "ccomp") or (top.dep_ == "conj" and top.head.dep_ == "relcl"):
        top = top.head
    if (thing := _to_be_done(verb)) is not None:
        return (thing,)
    if top.dep_ != "relcl" or has_to(top) or is_passive(verb) or verb.lemma_ in _intransitive():
        return ()
    if top.head.lemma_.lower() in wordlists.words("circumstantial_nouns", "lemma"):
        return ()  # "the way the team plays", "the day he won"
    taken = _PREDICATED if not _calls(verb) else _PREDICATED - {"oprd", "acomp"}  # "a fall that some *call* steep"
    if any(
        child.dep_ in taken or (child.dep_ in _CLAUSES and not _is_done_by_it(verb, child)) for child in verb.children
    ):
        return ()
    if verb.dep_ == "xcomp" and _is_done_by_it(verb.head, verb):
        return ()  # "the man she helped *to escape*"
    if any(child.dep_ == "prep" and not any(child.children) for child in verb.rights):
        return ()
    own = verb if verb.dep_ == "conj" and any(child.dep_ == "mark" for child in verb.lefts) else top
    opens = own.left_edge.i  # "a valve that leaks and that they replaced"
    has_pronoun = any(is_relative(t) and t.dep_ != "mark" for t in verb.doc[opens : opens + 3])
    has_subject = any(child.dep_ in SUBJECTS for child in own.lefts)
    return (top.head,) if has_subject and not has_pronoun and opens > top.head.i else ()


def _is_done_by_it(verb: Token, doing: Token) -> bool:
    """Whether an infinitive tells what is done by what its verb takes: "the man she helped *to escape*"."""
    return doing.dep_ == "xcomp" and "dobj" not in doing.below and takes_doer(verb, doing)


def _to_be_done(verb: Token) -> Token | None:
    """The children of "has three *children* to feed", "had *pages* to read": of a verb that nobody does without an
    object."""
    thing = verb.head
    if verb.dep_ not in ADNOMINAL or not has_to(verb) or thing.dep_ != "dobj" or thing.head.lemma_ not in _HAVING:
        return None
    lemma = thing.lemma_.lower()
    is_told = lemma in wordlists.control_nouns() | wordlists.content_nouns()
    is_told |= lemma in wordlists.words("circumstantial_nouns", "lemma") or thing.ent_type_ in TIMES
    is_free = verb.below.isdisjoint(_PREDICATED | {"prep", "xcomp", "ccomp", "prt", "auxpass"})
    is_done = wordlists.values("contentful", "lemma", "with").get(verb.lemma_.lower()) == ""
    return thing if is_done and is_free and not is_told and thing.pos_ == "NOUN" else None


def _calls(verb: Token) -> bool:
    """Whether a verb says what its object is: "consider it safe", "named it Orlo"."""
    lemma = verb.lemma_.lower()
    return lemma in wordlists.naming() or lemma in wordlists.words("predicating", "lemma")


def datives(verb: Token) -> Iterator[Token]:
    """ "gave her a book"."""
    for child in verb.children if "dative" in verb.below else ():
        if child.dep_ == "dative" and child.pos_ != "ADP" and child.lower_ != "what":
            yield from resolved(child)


def _is_denied(word: Token) -> bool:
    """The second of "called it thin and *not clear*", "neither thin nor *clear*": nobody called it so."""
    return word.dep_ == "conj" and (
        word.lower_before in ("not", "nor") or any(child.lower_ == "not" for child in word.lefts)
    )


def attributes(verb: Token, subject: tuple[Token, ...]) -> Iterator[Token]:
    """What is predicated of the subject, or of the object in "made him captain"."""
    for child in () if _PREDICATED.isdisjoint(verb.below) else verb.children:
        if (
            child.dep_ in _PREDICATED
            and child not in subject
            and child.tag_ not in QUESTION_TAGS
            and not is_added(child)
        ):
            is_called = child.dep_ != "attr" and "dobj" in verb.below
            yield from (c for c in and_conjuncts(child) if not (is_called and _is_denied(c)))
    for small in _small_clauses(verb):
        yield from (c for c in and_conjuncts(small) if not _is_denied(c))
    if "dobj" not in verb.below:
        return
    is_renamed = verb.lemma_ in wordlists.naming() and is_passive(verb)
    for child in verb.children:
        if child.dep_ == "dobj" and (is_renamed or named_object(child) is not None):
            yield child
