"""The arguments of one verb as the parse and the neighbouring verbs give them: objects, obliques, complements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from kg.extract.clauses.own_subjects import antecedent, inserted_in, is_relative
from kg.grammar import wordlists
from kg.grammar.phrase_index import PhraseIndex
from kg.grammar.phrases import VERBAL, and_conjuncts, in_one_name, named_object
from kg.grammar.verbs import SUBJECTS, has_subject, has_to, is_passive, tells_margin, verb_forms
from kg.parse import Span, Token, once_a_token

_NO_PREDICATE = frozenset(
    {"aux", "auxpass", "amod", "compound", "prep", "case", "mark", "nmod", "cc", "prt"} | {"advmod"}
)
NOMINAL_PREDICATES = frozenset({"ROOT", "conj", "ccomp", "relcl", "advcl", "parataxis"})
_PREDICATED = frozenset({"attr", "acomp", "oprd"})
_BARE = frozenset({"VB", "VBP"})  # "they buy and sell": one tag is as good as the other
_PAST = frozenset({"VBD", "VBN"})
_BETWEEN_VERBS = frozenset({"cc", "punct", "advmod", "aux", "prt"})
_ADVERBS = frozenset({"advmod", "npadvmod"})
_EMBEDDED = frozenset({"xcomp", "ccomp"})
_QUESTION = frozenset({"WDT", "WP", "WP$", "WRB"})
_CIRCUMSTANCES = frozenset({"in", "at", "on", "during", "since", "until", "near"})  # of both verbs, if of either
_OBLIQUE = frozenset({"prep", "agent", "dative", "advmod"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_DOERS = frozenset({"PERSON", "ORG", "NORP"})
_SCENES = frozenset({"DATE", "TIME", "GPE", "LOC", "FAC"})
_QUANTITIES = frozenset({"DATE", "TIME", "PERCENT", "CARDINAL", "QUANTITY", "MONEY"})


@dataclass(frozen=True, slots=True)
class Oblique:
    """A prepositional argument: "to a gallery in Oslo" is marker (to,) and heads (gallery,)."""

    marker: tuple[Token, ...]  # the preposition's words: "to", "because of", "such as"
    heads: tuple[Token, ...]  # nouns, or the verb of "after selling X"; all conjuncts, in order
    is_on_noun: bool = False  # hangs on the object, not on the verb (the parser's choice, often wrong)
    words: str = field(init=False)  # the marker in lower case: "because of"

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", " ".join(token.lower_ for token in self.marker))

    @property
    def denial(self) -> tuple[Token, ...]:
        """The "not" of "relies on taxes, not on loans", if there is one."""
        return denial_before(self.marker[0])


def denial_before(word: Token) -> tuple[Token, ...]:
    """The words that deny the phrase which begins here: "on taxes, *not* on loans", "sold maps *rather than* books"."""
    if not word.i:
        return ()
    before = word.nbor(-1)
    if before.lower_ in ("not", "nor"):
        return (before,)
    is_second = before.lower_ == "than" and before.i > 0 and before.nbor(-1).lower_ == "rather"
    return (before.nbor(-1), before) if is_second else ()


@dataclass(frozen=True, slots=True)
class Complement:
    """A clause as argument: "said that X", "plans to X", "stopped doing X", "asked Y to X"."""

    kind: str  # "that" | "wh" | "inf" | "objinf" | "ger" | "quote"
    head: Token  # the embedded predicate


def is_predicate(token: Token) -> bool:
    """Whether a token is the verb of a clause; also a noun with a subject and no copula, a verb tagged as a noun."""
    if token.pos_ in VERBAL:
        if token.dep_ in _NO_PREDICATE:
            return False
        return token.dep_ != "dep" or has_subject(token) or inserted_in(token.head) == token
    if token.dep_ not in NOMINAL_PREDICATES or is_small_clause(token):
        return False
    return has_subject(token) and any(c.dep_ in SUBJECTS for c in token.lefts)


def is_small_clause(token: Token) -> bool:
    """Whether a noun or adjective says what an object is made or found to be: "made him captain"."""
    if token.dep_ != "ccomp" or token.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return False
    return all(child.dep_ not in ("aux", "dobj", "mark", "neg") for child in token.children)


def _small_clauses(verb: Token) -> list[Token]:
    return [child for child in verb.rights if is_small_clause(child)] if "ccomp" in verb.below else []


# ---- objects


def objects(verb: Token) -> Iterator[Token]:
    """Direct objects: its own, one shared with a conjoined verb, the noun that a relative clause describes."""
    own = []
    if "dobj" in verb.below:
        nouns = (child for child in verb.children if child.dep_ == "dobj" and not is_added(child) and not _leads(child))
        own = [named_object(child) or child for child in nouns]
    if not own and "oprd" in verb.below:
        own += [named for child in verb.rights if child.dep_ == "oprd" and (named := named_object(child)) is not None]
    if is_passive(verb) and verb.lemma_ in wordlists.naming():
        return  # "was bought and renamed Orlo": see `attributes`
    own += [c for small in _small_clauses(verb) for c in small.lefts if c.dep_ in SUBJECTS]
    own += [] if own else _counted(verb)
    for child in own:
        yield from _resolved(child)
        yield from _instead(child)
    if not own:
        yield from _shared_with_next(verb) or _shared_with_first(verb) or _gap(verb)


def _counted(verb: Token) -> list[Token]:
    """ "Scored *31 points*", which the parser takes for a measure."""
    if "npadvmod" not in verb.below:
        return []
    units = wordlists.words("units", "lemma") | {"time"}
    nouns = (child for child in verb.rights if child.dep_ == "npadvmod" and child.left_edge.i == verb.i + 1)
    things = (noun for noun in nouns if noun.pos_ == "NOUN" and noun.ent_type_ in ("", "CARDINAL"))
    counted = (noun for noun in things if any(child.dep_ == "nummod" for child in noun.lefts))
    return [noun for noun in counted if noun.lemma_.lower() not in units][:1]


def _leads(noun: Token) -> bool:
    """ "Recovered *thanks* to exports": half of a preposition."""
    return noun.lower_ == "thanks" and _is_long(noun.doc[noun.i : noun.i + 2])


def is_added(noun: Token) -> bool:
    """Whether a noun behind a comma tells of the whole clause, which has its object: "raised its rate in May, the third
    *rise* this year", "named a chief, a *move* that pleased staff"."""
    comma = noun.left_edge.i - 1
    if comma < 0 or noun.doc[comma].text != ",":
        return False
    ends = [child.right_edge.i for child in noun.head.rights if child.dep_ == "dobj" and child.i < comma]
    return bool(ends) and (noun.dep_ != "dobj" or max(ends) < comma - 1)  # not "the firm, its owner"


def _instead(noun: Token) -> Iterator[Token]:
    """The trams of "bought buses rather than trams", which are not what was bought: see `own_negation`."""
    for than in noun.rights:
        if than.lower_ == "than" and than.nbor(-1).lower_ == "rather":
            yield from (child for child in than.rights if child.dep_ == "pobj")


def _resolved(argument: Token) -> tuple[Token, ...]:
    """A relative pronoun's antecedent, or the argument with its conjuncts."""
    if is_relative(argument):
        noun = antecedent(argument)
        return (noun,) if noun is not None else ()
    if argument.lower_ == "that" and argument.i < argument.head.i:
        return ()  # "said that the man fled"
    return and_conjuncts(argument)


def _shared_with_next(verb: Token) -> tuple[Token, ...]:
    """The object behind the last of several verbs: "designed and built the bridge"."""
    while (partner := _partner(verb)) is not None and not is_passive(verb) and verb.lemma_ not in _intransitive():
        shared = tuple(t for child in partner.children if child.dep_ == "dobj" for t in _resolved(child))
        if shared:
            return shared
        verb = partner
    return ()


def _shared_with_first(verb: Token) -> tuple[Token, ...]:
    """The object behind the last verb that hangs on the first: "signed, but not ratified, the treaty"."""
    if verb.dep_ != "conj" or verb.head.pos_ not in VERBAL or is_passive(verb) or verb.lemma_ in _intransitive():
        return ()
    shared = (child for child in verb.head.rights if child.dep_ == "dobj" and child.i > verb.i)
    return tuple(t for child in shared for t in _resolved(child))


@once_a_token
def _partner(verb: Token) -> Token | None:
    """The next verb if only "and" or a comma stands between: what follows it may belong to both."""
    if "conj" not in verb.below:
        return None
    following = next((c for c in verb.rights if c.dep_ == "conj" and c.pos_ in VERBAL), None)
    if following is None or not _are_alike(following, verb):
        return None
    between = verb.doc[verb.i + 1 : following.i]
    if any(t.dep_ == "prt" for t in between) and not any(t.dep_ == "cc" for t in between):
        return None  # "pulled over, opened the door": no door was pulled over
    return following if all(t.is_space or t.dep_ in _BETWEEN_VERBS for t in between) else None


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
    if top.dep_ != "relcl" or has_to(top) or is_passive(verb) or verb.lemma_ in _intransitive():
        return ()
    if any(child.dep_ in _PREDICATED or child.dep_ in ("xcomp", "ccomp") for child in verb.children):
        return ()
    if any(child.dep_ == "prep" and not any(child.children) for child in verb.rights):
        return ()
    own = verb if verb.dep_ == "conj" and any(child.dep_ == "mark" for child in verb.lefts) else top
    opens = own.left_edge.i  # "a valve that leaks and that they replaced"
    has_pronoun = any(is_relative(t) and t.dep_ != "mark" for t in verb.doc[opens : opens + 3])
    has_subject = any(child.dep_ in SUBJECTS for child in own.lefts)
    return (top.head,) if has_subject and not has_pronoun and opens > top.head.i else ()


def datives(verb: Token) -> Iterator[Token]:
    """ "gave her a book"."""
    for child in verb.children if "dative" in verb.below else ():
        if child.dep_ == "dative" and child.pos_ != "ADP":
            yield from _resolved(child)


def attributes(verb: Token, subject: tuple[Token, ...]) -> Iterator[Token]:
    """What is predicated of the subject, or of the object in "made him captain"."""
    for child in () if _PREDICATED.isdisjoint(verb.below) else verb.children:
        if child.dep_ in _PREDICATED and child not in subject and child.tag_ not in _QUESTION and not is_added(child):
            yield from and_conjuncts(child)
    for small in _small_clauses(verb):
        yield from and_conjuncts(small)
    if "dobj" not in verb.below:
        return
    is_renamed = is_passive(verb) and verb.lemma_ in wordlists.naming()
    for child in verb.children:
        if child.dep_ == "dobj" and (is_renamed or named_object(child) is not None):
            yield child


# ---- agents


def agents(verb: Token) -> Iterator[Token]:
    """Who does it in a passive: "sold by X"."""
    marker = agent_marker(verb)
    if marker is not None:
        for inner in marker.children:
            if inner.dep_ == "pobj":
                yield from _resolved(inner)


@once_a_token
def agent_marker(verb: Token) -> Token | None:
    """The "by" of a passive, on the verb or, by a slip of the parser, on a noun behind it.

    Not "by mail" before "by Lund", and not "in a paper by Lund".
    """
    following: Token | None = verb
    while following is not None and is_passive(following):
        if (found := _own_agent_marker(following)) is not None:
            return found
        following = _partner(following)
    return None


def _own_agent_marker(verb: Token) -> Token | None:
    own = [child for child in verb.rights if child.dep_ == "agent"] if "agent" in verb.below else []
    nouns = [c for c in verb.rights if c.dep_ in ("attr", "oprd", "dobj")]
    nouns += [c for p in verb.rights if p.dep_ == "prep" for c in p.rights if c.ent_type_ in _SCENES]
    own += [p for head in (verb, *nouns) for p in head.rights if p.dep_ == "prep" and p.lower_ == "by"]
    able = [preposition for preposition in own if _names_agent(preposition)]
    return next((p for p in able if any(c.ent_type_ in _DOERS for c in p.rights)), able[0] if able else None)


def _names_agent(preposition: Token) -> bool:
    """Not "by 1990", "by selling shares", "by phone", "by 40 votes"."""
    means = wordlists.words("means", "lemma")
    if tells_margin(preposition):
        return False
    nouns = (child for child in preposition.rights if child.dep_ == "pobj" and child.ent_type_ not in _QUANTITIES)
    return any(noun.lefts or noun.lemma_.lower() not in means for noun in nouns)


# ---- obliques


def obliques(verb: Token) -> Iterator[Oblique]:
    """Prepositional arguments of a verb, also those behind the last of several: "born and raised in Lyon"."""
    following, partner = [], _partner(verb)
    while partner is not None and not any(child.dep_ == "dobj" for child in partner.children):
        following.append(partner)
        partner = _partner(partner)
    for other in reversed(following):
        yield from (oblique for oblique in _own_obliques(other) if oblique.marker[0].lower_ in _CIRCUMSTANCES)
    yield from _own_obliques(verb)


def _own_obliques(verb: Token) -> Iterator[Oblique]:
    if _OBLIQUE.isdisjoint(verb.below):
        return
    agent = agent_marker(verb)
    for child in verb.children:
        if child.dep_ in ("prep", "agent") or (child.dep_ == "dative" and child.pos_ == "ADP"):
            if child != agent:
                yield from _prepositional(child, is_on_noun=False)
        elif child.dep_ == "advmod" and child.tag_ == "WRB":
            yield from _where(child)
        elif child.dep_ == "advmod" and child.lower_ in wordlists.words("particles", "word"):
            for preposition in (c for c in child.rights if c.dep_ == "prep"):  # "walked away [from the sale]"
                yield from _prepositional(preposition, is_on_noun=False)


def obliques_of_nouns(verb: Token | None, nouns: tuple[Token, ...]) -> Iterator[Oblique]:
    """Prepositional phrases on an argument, which may as well belong to the verb; "of" only where verb or adjective
    ask for it, or where there is no verb: "accused the firm of", "guilty of", "Lund, maker of"."""
    agent = agent_marker(verb) if verb is not None else None
    asks = verb is None or (verb.lemma_.lower(), "of") in wordlists.controllers()
    for noun in nouns:
        for child in noun.children:
            if child.dep_ != "prep" or child is agent:
                continue
            if child.lower_ == "of" and noun.pos_ != "ADJ":
                is_named = in_one_name(noun, child) or any(c.ent_type_ in _PLACES for c in child.rights)
                if is_named or not asks:
                    continue  # "the theft of boats", "warned the people of Salem"
            yield from _prepositional(child, is_on_noun=True)


def _prepositional(preposition: Token, *, is_on_noun: bool) -> Iterator[Oblique]:
    """One oblique, with the words of a long preposition; a bare one takes the relative clause's noun."""
    if is_discourse(preposition):
        return
    marker, last = long_marker(preposition)
    kinds = ("pobj", "pcomp", "amod") if last.lower_ == "as" else ("pobj", "pcomp")  # "described it as free"
    inner = [child for child in last.rights if child.dep_ in kinds and child not in marker]
    nested = next((child for child in last.rights if child.dep_ == "prep"), None)
    if inner or nested is None:
        heads = tuple(t for child in inner for t in _resolved(child)) or _stranded(preposition)
        if heads:
            yield Oblique(marker, heads, is_on_noun)
        return
    for oblique in _prepositional(nested, is_on_noun=is_on_noun):
        yield Oblique((*marker, *oblique.marker), oblique.heads, is_on_noun)


def _stranded(preposition: Token) -> tuple[Token, ...]:
    """The noun of "the gallery they lent it to"."""
    verb = preposition.head
    return (verb.head,) if verb.dep_ == "relcl" and preposition.i > verb.i else ()


def _where(adverb: Token) -> Iterator[Oblique]:
    """ "The house where he lived": marker "where"."""
    if adverb.lower_ == "where" and is_relative(adverb):
        noun = antecedent(adverb)
        if noun is not None:
            yield Oblique((adverb,), (noun,))


def long_marker(preposition: Token) -> tuple[tuple[Token, ...], Token]:
    """All words of a preposition such as "because of" or "in front of", and the word its noun hangs on."""
    doc, start, openers = preposition.doc, preposition.i, wordlists.preposition_openers()
    before = doc.tokens[start - 1] if start else preposition
    after = doc.tokens[start + 1].lower_ if start + 1 < len(doc) else ""
    is_led = before.head is preposition or (before is preposition.head and preposition.lower_ == "of")
    is_led = is_led or before.lower_ == "thanks"
    is_hung_on = is_led or (before.dep_ == "advmod" and _opens(before))
    if is_hung_on and _is_long(doc[start - 1 : start + 1]):
        return (before, preposition), preposition  # "Instead of" hung on "of", "Aside from" on the verb
    for length in (4, 3, 2) if (preposition.lower_, after) in openers else ():
        span = doc[start : start + length]
        if len(span) == length and _is_long(span):
            last = next((t for t in reversed(span) if _governs_beyond(t, span.end)), None)
            if last is not None:
                return tuple(span), last
    return (preposition,), preposition


def _opens(word: Token) -> bool:
    """Whether a word stands first in its sentence, or behind a comma."""
    return word.i == word.sent.start or word.nbor(-1).text == ","


def _is_long(span: Span) -> bool:
    return span.text.lower() in wordlists.prepositions()


def _governs_beyond(token: Token, end: int) -> bool:
    return any(child.dep_ in ("pobj", "pcomp") and child.i >= end for child in token.children)


def is_discourse(token: Token) -> bool:
    """Whether a phrase that begins here only ties sentences together: "for example"."""
    return any(True for _ in _discourse_phrases().begin_at(token)) and len(token.subtree) <= 5


@cache
def _discourse_phrases() -> PhraseIndex:
    return PhraseIndex(wordlists.words("discourse_phrases", "words"))


def adverbs(verb: Token) -> Iterator[Token]:
    """Adverbs and bare nouns of time and measure, without negation and question words."""
    for child in () if _ADVERBS.isdisjoint(verb.below) else verb.children:
        if child.dep_ in _ADVERBS and child.tag_ not in _QUESTION and not is_discourse(child):
            yield child


# ---- complements


def complements(verb: Token, *, has_object: bool) -> Iterator[Complement]:
    """Embedded clauses, of the verb or of the adjective it predicates, each conjunct by itself."""
    adjectives = [child for child in verb.rights if child.dep_ == "acomp"] if "acomp" in verb.below else ()
    if (asked := _asked_behind_object(verb)) is not None:
        yield Complement("objinf", asked)
    yield from _called_for(verb)
    for head in (verb, *adjectives):
        for child in () if _EMBEDDED.isdisjoint(head.below) else head.children:
            if child.dep_ in ("xcomp", "ccomp") and not is_small_clause(child):
                for conjunct in _alike(child):
                    yield Complement(_kind(child, has_object=has_object), conjunct)
    if verb.dep_ in ("parataxis", "dep") and is_predicate(verb.head) and inserted_in(verb.head) != verb:
        yield Complement("quote", verb.head)
    broken = inserted_in(verb)
    if broken is not None:
        yield Complement("quote", broken)


def _asked_behind_object(verb: Token) -> Token | None:
    """ "Promised the king in May *to return*", "ordered pupils who were ill *to stay*": what is promised or ordered,
    where the parser takes it for a purpose."""
    objects = [child for child in verb.rights if child.dep_ in ("dobj", "dative")] if "dobj" in verb.below else []
    if not objects or "prt" in verb.below or wordlists.ordering().isdisjoint(verb_forms(verb)):
        return None
    hosts = (verb, *(c for thing in objects for c in thing.rights if c.dep_ in ("relcl", "acl") and not has_to(c)))
    infinitives = (c for host in hosts for c in host.rights if c.dep_ == "advcl" and has_to(c) and not _in_order(c))
    behind = (child for child in infinitives if child.i > objects[-1].i)
    return next((child for child in behind if not child.left_edge.nbor(-1).is_punct), None)


def _called_for(verb: Token) -> Iterator[Complement]:
    """ "Called *for the mill to be closed*", "waited *for the train to leave*"."""
    if "advcl" not in verb.below or "dobj" in verb.below or is_passive(verb):
        return
    for child in verb.rights:
        if child.dep_ == "advcl" and has_to(child) and has_subject(child) and opens_with_for(child):
            yield Complement("objinf", child)


def opens_with_for(verb: Token) -> bool:
    """Whether "for" opens an infinitive with its subject: "*for* the mill to close"."""
    return any(child.dep_ == "mark" and child.lower_ == "for" for child in verb.lefts)


def _in_order(verb: Token) -> bool:
    """ "In order to", "so as to": a purpose."""
    return any(child.dep_ == "mark" for child in verb.lefts)


def _alike(clause: Token) -> Iterator[Token]:
    """A clause with those coordinated with it; "ordered him to pay *and barred* him" goes on with the order's verb."""
    for conjunct in and_conjuncts(clause):
        helpers = (child for child in conjunct.lefts if child.dep_ in ("aux", "auxpass"))
        is_finite = next(helpers, conjunct).tag_ in ("VBD", "VBZ", "VBP")
        if conjunct == clause or not (has_to(clause) and is_finite):
            yield conjunct


def _kind(head: Token, *, has_object: bool) -> str:
    own_subject = any(child.dep_ in SUBJECTS for child in head.lefts)
    if has_to(head):
        return "objinf" if has_object or own_subject else "inf"
    if _is_gerund(head) and (head.dep_ == "xcomp" or not own_subject):
        return "ger"
    is_marked = any(child.dep_ == "mark" or child.tag_ == "MD" for child in head.lefts)
    if head.tag_ in ("VB", "VBN", "VBG") and not is_marked and not _is_finite(head):
        return "objinf" if has_object or own_subject else "inf"
    opens = next((t for t in head.subtree if not t.is_punct and not t.is_quote), head)
    if any(t.dep_ == "advcl" and t.head == head for t in (opens, *opens.ancestors)):
        return "quote" if head.i < head.head.i else "that"  # "If they do, it could pay": no question
    if (opens.tag_ in _QUESTION and opens.dep_ != "mark") or opens.lower_ in ("whether", "if"):
        return "wh"
    return "quote" if head.i < head.head.i else "that"


def _is_gerund(head: Token) -> bool:
    """ "selling" or "having sold"."""
    if any(t.tag_ == "VBG" and t.dep_ in ("aux", "auxpass") for t in head.lefts):
        return True
    return head.tag_ == "VBG" and not _is_finite(head)


def _is_finite(head: Token) -> bool:
    """Whether an auxiliary makes a participle or bare verb a whole sentence: "has sold", "is selling", "did sell"."""
    return any(t.dep_ in ("aux", "auxpass") and t.tag_ not in ("TO", "VBG") for t in head.lefts)
