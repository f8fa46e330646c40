"""How each predicate of a document is put forward: mode, polarity, and whose words it is."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.clauses.subjects import subjects
from kg.extract.factuality import arcs
from kg.extract.factuality.alternatives import alternative, hedge_before
from kg.extract.factuality.anchors import anchor_of
from kg.extract.factuality.arcs import clause_of
from kg.extract.factuality.complements import takes_object
from kg.extract.factuality.contrast import is_beside_none, is_other_clause, is_second_of_contrast, own_negation
from kg.extract.factuality.coordination import first_conjunct
from kg.extract.factuality.embedding import Embedding
from kg.extract.factuality.evidence import Evidence
from kg.extract.factuality.holders import claimants, demanders, guessers, takes_to_heart, tells_hearer
from kg.extract.factuality.insertions import inserted_voices, is_of_lower, stands_in_denied
from kg.extract.factuality.lexicon import shipped_lexicon
from kg.extract.factuality.links import Link
from kg.extract.factuality.markers import Markers, Report
from kg.extract.factuality.negated_clauses import Negations
from kg.extract.factuality.negation import negative_word, own_no
from kg.extract.factuality.nominals import Nominals
from kg.extract.factuality.openers import opener
from kg.extract.factuality.posts import not_yet
from kg.extract.factuality.signatures import SAME
from kg.extract.factuality.state import State
from kg.extract.factuality.stretches import Stretches
from kg.extract.factuality.verdicts import is_undisputed
from kg.grammar.phrases import UNTIL, VERBAL
from kg.grammar.told import is_inert
from kg.grammar.verbs import FINITE, SUBJECTS, has_subject, has_to, is_order, is_passive, verb_forms
from kg.grammar.wordlists import words_of
from kg.model import Mode, Polarity
from kg.parse import Doc, Token

_FIRST_PERSON = frozenset({"i", "we"})
_REPORTING = frozenset(
    {
        "speech-claim",
        "insistence",
        "accusation",
        "reported",
        "speech",
        "belief",
        "factive",
        "factive-weak",
        "fact",
        "plan",
    }
)
_UNSURE = frozenset({"o", "f", "d"})  # codes of a word that says whose guess, fear or promise it is
_FACTIVES = frozenset({"factive", "factive-weak", "fact"})
_VOICED = frozenset({"speech-claim", "belief", "fear", "plan", "desire"})
_DEMANDING = frozenset({"desire", "order-request"})


class Factuality:
    """The state of every predicate of one document, worked out once from the root of each sentence down."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._lexicon = shipped_lexicon()
        self._embedding = Embedding(self._lexicon)
        self._negations = Negations(doc, self._lexicon)
        self._markers = Markers(doc, self._lexicon, self._embedding)
        self._stretches = Stretches(doc, self._lexicon)
        self._links: dict[int, Link] = {}
        self._given: dict[int, State] = {}  # what the governor makes of it, before markers and quotations
        self._states: dict[int, State] = {}
        self._nominals = Nominals(self._lexicon, self._embedding, self._stretches, self._state, self._applied)
        self._hedged: set[int] = set()  # clauses attributed by nothing but an adverb: "reportedly"
        self._evidence: Evidence | None = None
        self._has_alternatives = doc.has("or")

    def of(self, predicate: Token, argument: Token | None = None) -> State:
        """The state of a predicate; with an argument, of the proposition about that argument
        ("sold not trucks but tractors": negative for trucks only)."""
        anchor = anchor_of(predicate, self._lexicon)
        state = self._state(anchor) if arcs.is_clause(anchor) else self._nominals.of(anchor)
        if predicate.i != anchor.i:
            state = self._about(self._named(state, anchor, predicate), anchor, predicate)
        return state if argument is None else self._about(state, anchor, argument)

    def among(self, state: State, subject: Token, argument: Token | None) -> State:
        """The state of a proposition of which a side is an alternative: "bought Orlo or Tarn" is no fact of either; who
        did not buy them bought neither. "Ann Lund or Lundt", as a subject, is one person."""
        for noun in (subject, argument):
            if noun is not None and (hedged := hedge_before(noun, self._lexicon)) is not None:
                state = state.marked(*hedged)  # "was blown up, possibly by rebels", "sold it, reportedly to a cousin"
        if state.is_negative and is_beside_none(subject, self._lexicon):
            return state.turned()  # "there was no water and a lot of smoke"
        if subject.dep_ == "conj" and (no := own_no(subject, self._lexicon)) is not None:
            return replace(state, polarity=Polarity.NEGATIVE).cued(no)  # "there are pegs and no houses"
        if state.is_negative and is_second_of_contrast(subject):
            return state.turned()  # "neither rain nor wind but a fire ruined it", "was not beaten by Orr but by Lund"
        is_open = state.is_factual or state.mode in (Mode.DESIRED, Mode.FUTURE)
        if not is_open or state.is_negative or not self._has_alternatives:
            return state
        joint = alternative(argument) if argument is not None else None
        if joint is None and subject.ent_type_ != "PERSON" and subject.dep_ not in ("csubj", "csubjpass"):
            joint = alternative(subject)
        return state if joint is None else replace(state, mode=Mode.POSSIBLE).cued(joint)

    def is_formula(self, verb: Token) -> bool:
        """Whether a verb tells nothing by itself: "so the rumour goes", "as legend has it"."""
        return self._stretches.is_formula(verb)

    # ---- the walk

    def _state(self, token: Token) -> State:
        """The state of a clause's head; what governs it is worked out first, outermost first."""
        waiting: list[Token] = []
        current: Token | None = token
        while current is not None and current.i not in self._states:
            waiting.append(current)
            link = Link() if self._stretches.is_set_off(current) else self._embedding.link(current)
            governor = link.governor
            if governor is not None and self._stretches.is_apart(current, governor):
                link = Link()
            elif governor is not None and (outer := self._stretches.outside(current, governor)) is not None:
                link = outer
            elif governor is not None and (saying := self._stretches.saying_beside(current, governor)) is not None:
                link = replace(link, governor=saying)
            if governor is not None and any(governor.i == other.i for other in waiting):
                link = Link()  # a circle, from a broken parse
            self._links[current.i] = link
            current = link.governor
        for one in reversed(waiting):
            link = self._links[one.i]
            self._given[one.i] = given = self._embedded(one, link)
            self._states[one.i] = self._local(one, self._stretches.voiced(one, given, link), link)
        return self._states[token.i]

    def _embedded(self, token: Token, link: Link) -> State:
        """What the governor makes of a predicate."""
        if link.governor is None:
            return self._opening(token)
        if link.is_beside:
            given = self._given[link.governor.i]
            outer = self._links[link.governor.i]
            if outer.governor is not None and self._is_other_side(token, outer):
                # "does not plan to raise taxes but to cut spending": that it does
                return self._applied(token, outer, self._states[outer.governor.i].turned())
            return given if link.signature is SAME else given.embedded("!", None)
        above = self._states[link.governor.i]
        is_told_instead = link.signature.group == "speech-claim" and self._is_other_side(token, link)
        return self._applied(token, link, above.turned() if is_told_instead else above)

    def _is_other_side(self, token: Token, link: Link) -> bool:
        """Whether a clause is what holds in place of what a "not" above it denies: "did not claim that it was old but
        *that it was well made*"."""
        if link.governor is None or link.is_beside or not is_other_clause(token):
            return False
        return self._states[link.governor.i].is_negative and bool(self._negations.of(link.governor))

    def _applied(self, token: Token, link: Link, above: State) -> State:
        code = self._code(token, link, above)
        if code[0] == "d" and link.signature.group == "desire" and above.mode is Mode.CONDITIONAL and _would(link.word):
            above = replace(above, mode=Mode.FACTUAL)  # "would like to buy it" is a wish, whatever else happens
        state = above.embedded(code, link.word)
        if code[0] == "c":
            is_open = not above.is_factual and not self._speaks(link.word)  # "no evidence to prove that he lied"
            is_open |= code == "c!" and above.is_guess  # "urged them to note that it sank": so says who urges
            holders = () if is_open else claimants(link, self._lexicon)
            if above.holders and holders and all(map(is_inert, holders)):
                return state  # "said the deal showed that dialogue worked": it is not the deal who says so
            if holders or (above.holders and tells_hearer(link, self._lexicon)):
                is_rebutted = code == "c-" and bool(holders)
                return replace(state, holders=(*above.holders, holders), is_rebutted=is_rebutted)
            return state
        is_clause = arcs.is_finite(token) or (code[0] != "d" and _is_of_another(link.word, token))
        if code[0] in _UNSURE and link.signature.group in _VOICED and not above.is_negative and is_clause:
            thinkers = guessers(link)
            return state.guessed(thinkers) if thinkers else state
        if code[0] == "d" and link.signature.group in _DEMANDING and token.pos_ in VERBAL:
            if not (wanting := demanders(link, token)):
                return state
            mode = Mode.DESIRED if state.mode is Mode.FUTURE else state.mode  # "will ask the court to free him"
            return replace(state, mode=mode).guessed(wanting)
        if code[0] == "!" and link.governor is not None and link.governor.i in self._hedged:
            return replace(state, is_attributed=False, cues=())
        return state

    def _speaks(self, word: Token | None) -> bool:
        """Whether a word that claims something is no verb that only shows it."""
        return word is None or word.pos_ not in VERBAL or self._lexicon.has("speech", verb_forms(word))

    def _code(self, token: Token, link: Link, above: State) -> str:
        """The code that counts: by the governor's polarity, its mode, its person, and evidence elsewhere."""
        code = link.signature.code(above.is_negative != link.is_negative)
        if link.if_unreal == "+" and link.governor is not None and link.governor.i in self._hedged:
            return "+"  # "was allegedly sold to a fund that stripped it"
        if link.if_unreal and (not above.is_factual or (above.is_negative and link.if_unreal == "o")):
            code = link.if_unreal
        if code in ("f", "+") and above.mode is Mode.DESIRED and token.dep_ == "advcl" and _is_case(link.word):
            return "k"  # "should stay at home *when they are ill*": nobody wants them to be
        if code == "o-" and self._negations.of(token):
            code = "o"  # "has no duty *not* to sell it": what it has no duty to is denied in its own words
        if link.signature.group == "implicative-evidence" and not (above.is_factual or above.is_negative):
            return "!" if self._is_supported(token) else "-"
        if link.signature.group in _FACTIVES and code == "!" and above.is_guess and above.mode is Mode.POSSIBLE:
            return "o"  # "suggest that the board knew that it leaked"
        if link.signature.group == "ordinal" and code == "!":
            return (
                code if above.mode is Mode.FACTUAL and not self._is_denied(link.governor) else "o"
            )  # "denied being the first to climb it"
        if link.signature.group == "factive" and code == "!" and token.dep_ == "pcomp" and above.mode is Mode.DESIRED:
            is_asked = bool(above.holders) or (link.word is not None and is_passive(link.word.head))
            return "c!" if is_asked else code  # "asked the mayor to apologise for selling it": so says who asks
        if above.mode is Mode.DESIRED and above.is_guess and arcs.is_finite(token) and takes_to_heart(link.word):
            return "c!"
        if link.signature.group == "factive-weak" and code == "!" and above.is_negative and link.word is not None:
            return "o" if any(s.lower_ in _FIRST_PERSON for s in subjects(link.word)) else code
        if above.is_negative and above.is_factual and link.word is not None and is_undisputed(link.word, self._lexicon):
            return "+" if arcs.is_finite(token) else code
        if link.signature.group == "ability" and code == "+" and not _is_done(link.word):
            return "o"  # "is able to pay": nobody says that it pays
        if link.signature.group == "lapse" and code == "+" and (link.word is None or not arcs.is_past(link.word)):
            return "o"  # "has waited a year to pay"; not "waited a year to pay"
        if link.signature.group == "implicative-two-way" and code == "+" and _is_still_helped(link.word, token):
            return "o"
        if link.signature.group == "implicative-two-way" and code == "+" and _is_for_others(token):
            return "o" if link.word is not None and link.word.pos_ == "ADJ" else "d"  # "It was wise for him to sell"
        if code == "d" and above.mode is Mode.POSSIBLE and _is_needed(link.word, token):
            return "+"
        if link.signature.group == "continuation" and code == "!" and above.mode is Mode.CONDITIONAL:
            return "+"  # "if prices keep rising"
        if link.signature.group == "continuation" and code == "!" and above.mode is Mode.FUTURE and _is_bounded(token):
            return "+"
        if code == "e":
            return "!" if self._is_supported(token) else "o"
        return code

    def _is_denied(self, word: Token | None) -> bool:
        """Whether what a word stands in is negative by what governs it, and not by a not of its own."""
        clause = word if word is None or word.pos_ in VERBAL else clause_of(word)
        return clause is not None and clause.i in self._given and self._given[clause.i].is_negative

    def _is_supported(self, token: Token) -> bool:
        self._evidence = self._evidence or Evidence(self._doc, self._state)
        return token.pos_ in VERBAL and self._evidence.supports(token)

    # ---- where a sentence begins

    def _opening(self, token: Token) -> State:
        """Roots: a question, an order, a wish or half sentence with "if", a headline's infinitive, else a fact."""
        if self._stretches.is_asked(token):
            return State(mode=Mode.UNKNOWN)
        opened = opener(token, self._lexicon) if token.pos_ in VERBAL else None
        if opened is not None and opened[1].group == "conditional":
            return State(mode=Mode.CONDITIONAL, cues=(opened[2],))
        if token.pos_ in VERBAL and is_order(token):
            return State(mode=Mode.DESIRED, cues=(token,))
        if has_to(token) and any(child.dep_ in SUBJECTS for child in token.children):
            return State(mode=Mode.FUTURE)
        misread = self._embedding.misread(token)
        return State() if misread is None else State().embedded(misread[1].if_positive, misread[0])

    # ---- the clause's own markers

    def _local(self, token: Token, given: State, link: Link) -> State:
        if token.pos_ not in VERBAL:
            word = negative_word(token, self._lexicon)
            return replace(given, polarity=Polarity.NEGATIVE).cued(word) if word is not None else given
        nots = self._negations.of(token)
        is_negated = len(nots) % 2 == 1
        state = (given.turned() if is_negated else given).cued(*nots)
        is_reported = link.signature.group in _REPORTING or (link.is_beside and given.is_attributed)
        is_of_noun = link.word is not None and link.word.pos_ == "NOUN"
        is_reported |= (
            is_of_noun and given.is_attributed and link.signature.if_positive == "c"
        )  # "reports that it would"
        is_reported = is_reported and not _is_supposed(link.governor)
        region = self._stretches.quoted(token)
        is_spoken = region is not None and region.start <= token.left_edge.i
        reports = Report(is_reported, is_spoken=is_spoken, is_denied=given.is_negative)
        for marker in self._markers.modes(token, is_negated, reports):
            state = state.marked(marker.code, marker.word)
        is_open = token.dep_ in ("ccomp", "advcl") and not state.is_negative
        if is_open and any(child.lower_ in arcs.ANY for child in token.lefts if child.dep_ in SUBJECTS):
            state = state.overlaid(Mode.POSSIBLE)  # "surprised that anyone came"
        if state.is_attributed and not given.is_attributed:
            self._hedged.add(token.i)
        return self._inserted(token, state, is_negated=is_negated)

    def _inserted(self, token: Token, state: State, *, is_negated: bool) -> State:
        """The dam, an engineer said, broke. A denial is the writer's own: "did not, as police first said, own"."""
        first = None if has_subject(token) else first_conjunct(token)
        shared = inserted_voices(first, self._lexicon) if first is not None else ()
        before = (voice for voice in shared if first is not None and self._is_of_all(voice[1], first))
        for holders, word in (*inserted_voices(token, self._lexicon), *before):
            is_as = any(child.dep_ == "mark" and child.lower_ == "as" for child in word.lefts)
            if is_negated and (is_as or state.is_attributed or not stands_in_denied(word, token)):
                continue
            if is_as and word.i > token.i and is_of_lower(word, token):
                continue
            if is_as and word.i > token.i and state.is_negative and state.holders and token.dep_ == "ccomp":
                continue  # "denied that it leaks, as critics claim": who denies it does not pass on a denial of theirs
            thought = self._lexicon.signature("verbs", verb_forms(word), "that")
            if thought is not None and thought.if_positive == "o":  # "The crew, officials fear, drowned"
                state = state.overlaid(Mode.POSSIBLE)
            state = state.heard(holders, word)
            self._hedged.discard(token.i)
        return state

    def _is_of_all(self, saying: Token, first: Token) -> bool:
        """Whether what is said of the first of some verbs is said of all: "Orr, the court heard, shot her and fled",
        "Orr shot her, the court heard, and fled"."""
        return saying.i < first.i or self._lexicon.has("inserting", verb_forms(saying))

    # ---- one argument

    def _about(self, state: State, anchor: Token, argument: Token) -> State:
        """The state of the proposition about one argument: contrast, "neither ... nor", "without a permit"."""
        word = own_negation(anchor, argument, self._lexicon)
        if word is not None:
            return replace(state, polarity=Polarity.NEGATIVE).cued(word)
        if state.is_negative and is_second_of_contrast(argument) and self._negations.of(anchor):
            return state.turned()
        if state.is_negative and is_beside_none(argument, self._lexicon):
            return state.turned()
        return state

    def _named(self, state: State, verb: Token, word: Token) -> State:
        """The state of what a verb calls its object, and of what it almost is: "called himself the owner", "was nearly
        king"."""
        if word.dep_ == "oprd" and (later := not_yet(word, verb, self._lexicon)) is not None:
            return state.embedded("f", later)
        if word.dep_ == "oprd" and word.pos_ == "NOUN":
            found = self._lexicon.signature("verbs", verb_forms(verb), "oprd")
            if found is not None:
                return self._applied(word, Link(verb, found, verb), state)
        is_figure = word.pos_ == "ADJ" or word.like_num  # not "nearly full", "nearly 40"
        near = (child for child in word.lefts if child.dep_ == "advmod" and not is_figure)
        for adverb in near:
            found = self._lexicon.signature("adverbs", (adverb.lower_,), "clause")
            if found is not None and found.group == "approximation" and found.if_positive == "-":
                return state.turned().cued(adverb)
        return state


def _is_supposed(telling: Token | None) -> bool:
    """Whether a condition opens what somebody tells: "Had he sold it, he told the court, he would be rich"."""
    clauses = telling.lefts if telling is not None else ()
    return any(child.dep_ == "advcl" and arcs.is_inverted(child) for child in clauses)


def _would(wishing: Token | None) -> bool:
    """Would like, 'd love; not "would want it if"."""
    if wishing is None or any(child.dep_ in ("advcl", "prep") and child.i < wishing.i for child in wishing.lefts):
        return False
    is_open = any(child.lower_ in arcs.WOULD for child in wishing.lefts)
    return is_open and not any(child.dep_ == "advcl" and child.tag_ in FINITE for child in wishing.rights)


def _is_done(able: Token | None) -> bool:
    """Whether one who was able to do a thing did it: "was able to pay", "has been able to pay"."""
    verb = able.head if able is not None else None
    return verb is None or arcs.is_past(verb) or arcs.has_perfect(verb)


def _is_still_helped(helping: Token | None, verb: Token) -> bool:
    """Whether another is still being brought to do a thing: "is helping tenants to reclaim rent"; not "helped them"."""
    if helping is None or helping.tag_ != "VBG" or not takes_object(helping, verb):
        return False
    return helping.dep_ == "acl" or any(child.dep_ == "aux" and child.lemma_ == "be" for child in helping.lefts)


def _is_for_others(verb: Token) -> bool:
    """Whether others are to do a thing: "rallied *for the state* to pay"; not "rallied to win"."""
    return has_subject(verb) and any(child.dep_ == "mark" and child.lower_ == "for" for child in verb.lefts)


def _is_case(opener: Token | None) -> bool:
    """Whether a clause tells in what case a thing is wanted."""
    return opener is not None and (opener.lower_ == "when" or any(c.lower_ == "when" for c in opener.lefts))


def _is_of_another(thinking: Token | None, verb: Token) -> bool:
    """Whether somebody thinks of what another is to do: "expect *the bank* to cut its rate"."""
    is_guess = thinking is not None and thinking.lemma_.lower() in words_of("thinking so") | words_of("forecasting")
    return is_guess and thinking is not None and has_to(verb) and takes_object(thinking, verb)


def _is_needed(needing: Token | None, verb: Token) -> bool:
    """Whether somebody has to do a thing, so that nobody wishes it: "may have to wait", "might need to sell"."""
    return needing is not None and needing.lemma_ in ("have", "need") and has_to(verb) and not has_subject(verb)


def _is_bounded(verb: Token) -> bool:
    """Whether it is told how long something that goes on is to last: "will continue to make pumps *until 2026*"."""
    return any(child.lower_ in UNTIL and child.dep_ in ("prep", "mark") for child in verb.rights)


__all__ = ["Factuality", "State"]
