"""How each predicate of a document is put forward: mode, polarity, and whose words it is."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from kg.extract.attribution import Region, inserted_voices, regions
from kg.extract.embedding import (
    VERBAL,
    Embedding,
    Link,
    clause_of,
    is_indefinite,
    verb_forms,
)
from kg.extract.lexicon import shipped_lexicon
from kg.extract.markers import Markers, is_constituent
from kg.extract.quotations import speakers
from kg.extract.subjects import SUBJECTS, has_to, subjects
from kg.model import Mode, Polarity

_MODES = {
    "f": Mode.FUTURE,
    "d": Mode.DESIRED,
    "o": Mode.POSSIBLE,
    "k": Mode.CONDITIONAL,
    "q": Mode.UNKNOWN,
}
_OPEN = (Mode.FACTUAL, Mode.POSSIBLE)  # modes that a later marker may still change
_FIRST_PERSON = frozenset({"i", "we"})
_PREDICATED = frozenset({"attr", "acomp", "oprd"})


@dataclass(frozen=True, slots=True)
class State:
    """What a sentence says about one of its propositions, and the words that say so."""

    mode: Mode = Mode.FACTUAL
    polarity: Polarity = Polarity.POSITIVE
    is_attributed: bool = False  # true also when nobody is named
    holders: tuple[tuple[Token, ...], ...] = ()  # chain, outermost first; each link the heads of coordinated holders
    cues: tuple[Token, ...] = ()

    @property
    def is_negative(self) -> bool:
        """Whether the proposition is denied."""
        return self.polarity is Polarity.NEGATIVE

    @property
    def is_asserted(self) -> bool:
        """Whether a reader may take the proposition as a fact."""
        return self.mode is Mode.FACTUAL and not self.is_negative and not self.is_attributed


class Factuality:
    """The state of every predicate of one document, worked out once from the root of each sentence down."""

    def __init__(self, doc: Doc) -> None:
        self._lexicon = shipped_lexicon()
        self._embedding = Embedding(self._lexicon)
        self._markers = Markers(self._lexicon, self._embedding)
        self._regions_at: dict[int, list[Region]] = defaultdict(list)
        for region in regions(doc, self._lexicon):
            for i in range(region.start, region.end):
                self._regions_at[i].append(region)
        self._doc = doc
        self._links: dict[int, Link] = {}
        self._given: dict[int, State] = {}
        self._states: dict[int, State] = {}
        self._hedged: set[int] = set()  # clauses attributed by nothing but an adverb: "reportedly"
        self._searching: set[int] = set()
        self._verbs_by_lemma: dict[str, list[Token]] | None = None

    def of(self, predicate: Token, argument: Token | None = None) -> State:
        """The state of a predicate; with an argument, of the proposition about that argument
        ("sold not trucks but tractors": negative for trucks only)."""
        anchor = _anchor(predicate)
        state = self._state(anchor) if anchor.pos_ in VERBAL and anchor.dep_ != "amod" else self._nominal(anchor)
        if predicate is not anchor:
            state = self._about(state, anchor, predicate)
        return state if argument is None else self._about(state, anchor, argument)

    # ---- the walk

    def _state(self, token: Token) -> State:
        """The state of a clause's head; what governs it is worked out first, outermost first."""
        waiting: list[Token] = []
        current: Token | None = token
        while current is not None and current.i not in self._states:
            waiting.append(current)
            self._links[current.i] = link = self._embedding.link(current)
            current = link.governor
            if current is not None and any(current.i == other.i for other in waiting):
                self._links[waiting[-1].i] = Link()
                break
        for one in reversed(waiting):
            link = self._links[one.i]
            self._given[one.i] = given = self._embedded(one, link)
            self._states[one.i] = self._local(one, self._voiced(one, given, link), link)
        return self._states[token.i]

    def _embedded(self, token: Token, link: Link) -> State:
        """What the governor makes of a predicate."""
        if link.governor is None:
            return self._opening(token)
        if link.is_beside:
            return self._given[link.governor.i]
        return self._applied(token, link, self._states[link.governor.i])

    def _applied(self, token: Token, link: Link, above: State) -> State:
        is_unreal = above.mode is not Mode.FACTUAL
        code = link.signature.code(above.is_negative != link.is_negative)
        if link.if_unreal and (is_unreal or (above.is_negative and link.if_unreal == "o")):
            code = link.if_unreal
        if link.signature.group == "implicative-evidence" and is_unreal:
            code = "e-"
        if link.signature.group == "factive-weak" and code == "!" and above.is_negative:
            code = "o" if any(s.lower_ in _FIRST_PERSON for s in self._subjects(link)) else code
        if code.startswith("e"):
            code = "!" if self._is_asserted_elsewhere(token) else ("-" if code == "e-" else "o")
        return self._coded(above, code, link)

    def _coded(self, above: State, code: str, link: Link) -> State:
        """Apply one code of the lexicon."""
        polarity = Polarity.NEGATIVE if code.endswith("-") else Polarity.POSITIVE
        cues = (*above.cues, link.word) if link.word is not None and code != "+" else above.cues
        state = replace(above, polarity=polarity, cues=cues)
        letter = code[0]
        if letter == "!":
            state = replace(state, mode=Mode.FACTUAL, cues=_spoken_cues(above))
            is_hedge = link.governor is not None and link.governor.i in self._hedged
            return replace(state, is_attributed=False, cues=()) if is_hedge else state
        if letter == "c":
            holders = self._holders(link)
            return replace(state, is_attributed=True, holders=(*above.holders, holders) if holders else above.holders)
        if letter in _MODES:
            return replace(state, mode=_overlaid(above.mode, _MODES[letter]))
        return state

    def _subjects(self, link: Link) -> tuple[Token, ...]:
        return subjects(link.word) if link.word is not None else ()

    def _holders(self, link: Link) -> tuple[Token, ...]:
        """Who claims: the subject of the verb or of the adjective's copula, the owner of the noun."""
        word = link.word
        if word is None:
            return ()
        if word.pos_ in VERBAL:
            return speakers(word)
        if word.dep_ in _PREDICATED and word.pos_ == "ADJ":
            return tuple(s for s in subjects(word) if s.lower_ not in ("it", "there"))
        return _owner(word, self._lexicon.lists["light_verbs"])

    # ---- where a sentence begins

    def _opening(self, token: Token) -> State:
        """Roots: a question, an order, a headline's infinitive, else a fact."""
        if self._is_asked(token):
            return State(mode=Mode.UNKNOWN)
        if token.pos_ in VERBAL and _is_order(token):
            return State(mode=Mode.DESIRED, cues=(token,))
        if has_to(token) and any(child.dep_ in SUBJECTS for child in token.children):
            return State(mode=Mode.FUTURE)
        return State()

    def _is_asked(self, token: Token) -> bool:
        """Whether the sentence, or the quoted sentence, that a word stands in ends in a question mark."""
        region = self._quoted(token)
        for other in self._doc[token.i : region.end if region else token.sent.end]:
            if other.text in (".", "?", "!") and self._quoted(other) is region:
                return other.text == "?"
        return False

    def _quoted(self, token: Token) -> Region | None:
        return next((r for r in self._regions_at.get(token.i, ()) if r.is_quoted), None)

    def _voiced(self, token: Token, state: State, link: Link) -> State:
        """Add the holders of the regions that begin between a predicate and what governs it."""
        for region in self._regions_at.get(token.i, ()):
            if link.governor is not None and not link.is_beside and region.covers(link.governor):
                continue
            if region.cue is not None and region.cue.i == token.i:
                continue
            if (
                region.is_quoted
                and self._is_asked(token)
                and (link.governor is None or not region.covers(link.governor))
            ):
                state = replace(state, mode=_overlaid(state.mode, Mode.UNKNOWN))
            state = _heard(state, region.holders, region.cue)
        return state

    # ---- the clause's own markers

    def _local(self, token: Token, given: State, link: Link) -> State:
        if token.pos_ not in VERBAL:
            negative = self._markers.negative_word(token)
            return replace(given, polarity=Polarity.NEGATIVE, cues=(*given.cues, negative)) if negative else given
        nots = self._markers.negations(token)
        is_negated = len(nots) % 2 == 1
        state = replace(given, cues=(*given.cues, *nots))
        if is_negated:
            state = replace(state, polarity=Polarity.POSITIVE if given.is_negative else Polarity.NEGATIVE)
        is_reported = link.signature.group == "speech-claim" or (link.is_beside and given.is_attributed)
        for marker in self._markers.modes(token, is_negated, is_reported):
            state = self._marked(state, marker.code, marker.word)
        if state.is_attributed and not given.is_attributed:
            self._hedged.add(token.i)
        if not is_negated:
            for holders, word in inserted_voices(token, self._lexicon):
                state = _heard(state, holders, word)
                self._hedged.discard(token.i)
        return state

    def _marked(self, state: State, code: str, word: Token) -> State:
        """Apply one code that a clause or a noun puts on itself."""
        state = replace(state, cues=(*state.cues, word))
        if code == "-":
            return replace(state, polarity=Polarity.POSITIVE if state.is_negative else Polarity.NEGATIVE)
        if code[0] == "c":
            return replace(state, is_attributed=True)
        if code[0] in _MODES:
            return replace(state, mode=_overlaid(state.mode, _MODES[code[0]]))
        return state

    # ---- one argument

    def _about(self, state: State, anchor: Token, argument: Token) -> State:
        """The state of the proposition about one argument: contrast, "neither ... nor", "without a permit"."""
        own = self._own_negation(anchor, argument)
        if own is not None:
            turned = Polarity.NEGATIVE
            return replace(state, polarity=turned, cues=(*state.cues, own))
        if state.is_negative and _is_contrasted(argument) and self._markers.negations(anchor):
            return replace(state, polarity=Polarity.POSITIVE)
        return state

    def _own_negation(self, anchor: Token, argument: Token) -> Token | None:
        for child in argument.lefts:
            if child.lower_ == "not" and anchor.i < child.i:
                return child
        if argument.dep_ == "conj":
            return self._conjunct_negation(argument)
        for child in anchor.rights:
            if child.lower_ == "not" and is_constituent(child, anchor) and child.i < argument.i:
                return (
                    None
                    if any(child.i < other.i < argument.i for other in argument.head.children if other.dep_ == "cc")
                    else child
                )
        if (
            argument.dep_ == "pobj"
            and self._lexicon.signature("gerunds", _last_words(argument.head), "ger") is not None
        ):
            found = self._lexicon.signature("gerunds", _last_words(argument.head), "ger")
            return argument.head if found is not None and found.if_positive == "-" else None
        return None

    def _conjunct_negation(self, argument: Token) -> Token | None:
        before = argument.doc[max(argument.head.i + 1, argument.left_edge.i - 3) : argument.left_edge.i + 1]
        for token in before:
            if token.lower_ in ("not", "nor") or (token.lower_ == "than" and token.nbor(-1).lower_ == "rather"):
                return token
        return None

    # ---- nouns as predicates

    def _nominal(self, noun: Token) -> State:
        """The state of what a noun says by itself: "the alleged theft", "blocked the sale", "X, a lawyer for Y"."""
        clause = clause_of(noun)
        if clause is None:
            state = self._voiced(noun, self._opening_of_noun(noun), Link())
        else:
            state = self._in_clause(noun, clause)
        for child in noun.lefts:
            if child.dep_ in ("amod", "compound", "advmod") and (
                found := self._lexicon.signature("adjectives", (child.lower_, child.lemma_.lower()), "noun")
            ):
                state = self._marked(state, found.if_positive, child)
        return state

    def _opening_of_noun(self, noun: Token) -> State:
        return State(mode=Mode.UNKNOWN) if self._is_asked(noun) else State()

    def _in_clause(self, noun: Token, clause: Token) -> State:
        above = self._state(clause)
        link = Link(clause)
        negative = self._markers.negative_word(noun)
        plain = replace(above, mode=Mode.FACTUAL, polarity=Polarity.POSITIVE, cues=_spoken_cues(above))
        if negative is not None:
            return replace(above, polarity=Polarity.NEGATIVE, cues=(*above.cues, negative))
        if self._lexicon.has("events", (noun.lemma_.lower(), noun.lower_)):
            return self._voiced(noun, self._event(noun, clause, above, plain), link)
        is_unreal = above.mode is not Mode.FACTUAL or above.is_negative
        if is_unreal and noun.dep_ != "appos" and noun.dep_ not in SUBJECTS and is_indefinite(noun):
            plain = replace(plain, mode=Mode.POSSIBLE, cues=above.cues)
        return self._voiced(noun, plain, link)

    def _event(self, noun: Token, clause: Token, above: State, plain: State) -> State:
        """An event happens as its verb says: "blocked the sale"; else in the mode of its clause."""
        is_object = noun.dep_ in ("dobj", "nsubjpass", "pobj", "attr")
        place = noun.head if noun.dep_ == "pobj" else None
        if is_object and (place is None or place.head == clause):
            forms = verb_forms(clause)
            if place is not None:
                forms = tuple(f"{form} {place.lower_}" for form in forms)
            found = self._lexicon.signature("verbs", forms, "np")
            if found is not None:
                link = Link(clause, found, clause)
                return self._applied(noun, link, above)
        if above.mode is not Mode.FACTUAL:
            return replace(above, polarity=Polarity.POSITIVE)
        return replace(plain, mode=Mode.POSSIBLE, cues=above.cues) if above.is_negative else plain

    # ---- evidence elsewhere

    def _is_asserted_elsewhere(self, token: Token) -> bool:
        """Whether the document asserts the same doing of the same doer in another place."""
        if token.i in self._searching:
            return False
        doers = self._doers(token)
        if not doers:
            return False
        self._searching.add(token.i)
        for other in self._same_verbs(token):
            if doers & self._doers(other) and other.i not in self._searching and self._fresh(other).is_asserted:
                self._searching.discard(token.i)
                return True
        self._searching.discard(token.i)
        return False

    def _fresh(self, token: Token) -> State:
        """A state asked for in the middle of the walk: the walk's own links stay as they are."""
        return self._state(token)

    def _same_verbs(self, token: Token) -> list[Token]:
        if self._verbs_by_lemma is None:
            self._verbs_by_lemma = defaultdict(list)
            for other in self._doc:
                if other.pos_ in VERBAL and other.dep_ not in ("aux", "auxpass", "amod"):
                    self._verbs_by_lemma[other.lemma_.lower()].append(other)
        return [other for other in self._verbs_by_lemma.get(token.lemma_.lower(), []) if other.i != token.i]

    def _doers(self, token: Token) -> set[str]:
        return {key for subject in subjects(token) if subject.pos_ != "PRON" for key in self._names_of(subject)}

    def _names_of(self, subject: Token) -> set[str]:
        clusters = self._clusters()
        keys = {subject.lemma_.lower()}
        if subject.i in clusters:
            keys.add(clusters[subject.i])
        return keys

    def _clusters(self) -> dict[int, str]:
        if not hasattr(self, "_cluster_at"):
            spans = self._doc.spans.get("mentions") or ()
            self._cluster_at: dict[int, str] = {span.root.i: f"#{span.id_}" for span in spans if span.id_}
        return self._cluster_at


def _overlaid(mode: Mode, new: Mode) -> Mode:
    """A mode that is neither factual nor possible stays; possible does not replace anything but factual."""
    return new if mode in _OPEN and not (mode is Mode.POSSIBLE and new is Mode.POSSIBLE) else mode


def _heard(state: State, holders: tuple[Token, ...], cue: Token | None) -> State:
    known = {token.i for link in state.holders for token in link}
    cues = (*state.cues, cue) if cue is not None and cue not in state.cues else state.cues
    if not holders or any(token.i in known for token in holders):
        return replace(state, is_attributed=True, cues=cues)
    return replace(state, is_attributed=True, holders=(*state.holders, holders), cues=cues)


def _spoken_cues(state: State) -> tuple[Token, ...]:
    """A side clause leaves its governor's markers behind, but not who speaks."""
    return state.cues if state.is_attributed else ()


def _anchor(predicate: Token) -> Token:
    """The head of the clause that a predicated noun or adjective belongs to; else the word itself."""
    top = predicate
    while top.dep_ == "conj" and top.head.pos_ not in VERBAL:
        top = top.head
    if top.dep_ in _PREDICATED and top.head.pos_ in VERBAL and predicate.pos_ not in VERBAL:
        return top.head
    return predicate


def _is_order(token: Token) -> bool:
    """Give the prisoners a trial; please leave; don't sell it."""
    if token.tag_ not in ("VB", "VBP") or any(child.dep_ in SUBJECTS for child in token.children):
        return False
    if any(child.dep_ in ("aux", "auxpass") and child.lower_ not in ("do", "let") for child in token.lefts):
        return False
    if any(child.lower_ == "please" for child in token.lefts):
        return True
    before = [t for t in token.doc[token.sent.start : token.i] if not t.is_punct and not t.is_space]
    return all(t.head.i == token.i and t.pos_ in ("ADV", "INTJ", "PART", "AUX", "CCONJ") for t in before)


def _is_contrasted(argument: Token) -> bool:
    """The second side of "not X but Y"."""
    if argument.dep_ != "conj":
        return False
    return any(child.dep_ == "cc" and child.lower_ == "but" and child.i < argument.i for child in argument.head.rights)


def _last_words(preposition: Token) -> tuple[str, ...]:
    doc, i = preposition.doc, preposition.i
    return tuple(doc[max(0, start) : i + 1].text.lower() for start in (i - 2, i - 1, i))


def _owner(noun: Token, light_verbs: frozenset[str]) -> tuple[Token, ...]:
    """Whose claim it is: possessor, "by X", or the subject of a light verb: "made the claim that"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return (child,)
        if child.lower_ in ("by", "from") and child.dep_ in ("prep", "agent"):
            return tuple(c for c in child.children if c.dep_ == "pobj")
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_.lower() in light_verbs and verb.lemma_ not in ("be", "exist", "receive"):
        return subjects(verb)
    return ()
