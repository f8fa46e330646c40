"""Clauses on nouns: "a firm that sells lamps", "the claim that he lied", "a plan to sell". Arcs in, links out."""

from __future__ import annotations

from kg.extract.clauses.own_subjects import QUESTION_TAGS
from kg.extract.factuality import arcs
from kg.extract.factuality.ahead import is_still_to_happen, opens_with_when
from kg.extract.factuality.arcs import clause_of
from kg.extract.factuality.background import said_over
from kg.extract.factuality.complements import (
    complement_kind,
    has_gap,
    has_gap_below,
    is_compound_gerund,
    is_content,
    is_right_behind,
    is_whole_without_that,
    lacks_called,
)
from kg.extract.factuality.descriptions import Descriptions
from kg.extract.factuality.lexicon import Lexicon, Signature
from kg.extract.factuality.links import Link
from kg.extract.factuality.negation import negative_word, quantity_denied
from kg.extract.factuality.relatives import (
    is_bare_past,
    is_said_in,
    is_wished_for,
    opens_with_idle_that,
)
from kg.extract.factuality.signatures import DEFAULTS, RESET, Signatures, always
from kg.extract.factuality.verdicts import refuted
from kg.extract.times.vocabulary import values
from kg.grammar.phrases import ADNOMINAL, VERBAL
from kg.grammar.verbs import OBJECTS, SUBJECTS, has_subject, has_to, is_passive, verb_forms
from kg.grammar.wordlists import words, words_of
from kg.parse import Token

_COMPLETING = frozenset({"dobj", "ccomp", "acomp", "attr"})
_SAID_TO = frozenset({"no", "yes", "goodbye", "farewell"})
_SET_AGAINST = frozenset({"despite", "amid"})
_TOPICAL = frozenset({"of", "about"})
_TAKING = _TOPICAL | {"on", "for", "against", "over", "to"}
_OPEN = frozenset({"o", "d", "f", "c", "q", "k"})


class OnNouns:
    """Links of relative clauses, participles, that-clauses and infinitives to the nouns that they hang on."""

    def __init__(self, lexicon: Lexicon, signatures: Signatures) -> None:
        self._lexicon = lexicon
        self._signatures = signatures
        self._descriptions = Descriptions(lexicon, signatures)

    def relative(self, verb: Token) -> Link:
        """A clause that the parser takes for a relative one."""
        if self.is_denial(verb) or self._is_comment(verb):
            return Link()
        if (said := self._misread_saying(verb)) is not None:
            return said
        if has_to(verb) or self.is_content(verb):
            return self.on_noun(verb)
        if (due := self._due(verb)) is not None:
            return due
        if (told := self._told(verb)) is not None:
            return told
        if verb.head.lemma_.lower() in words_of("what might be") and _is_within_which(verb):
            return Link(verb.head, always("o", "case"), word=verb.head)  # "a scenario in which hackers shut the grid"
        is_past = (arcs.is_past(verb) and not is_wished_for(verb)) or is_bare_past(verb)
        return self._descriptions.link(verb, is_past=is_past)

    def _set_against(self, noun: Token, that: Signature) -> Link | None:
        """What others claim, told by the writer behind what somebody says: "said she had no plans to sell it, despite
        reports that a fund had made an offer"."""
        clause = clause_of(noun)
        if noun.dep_ != "pobj" or noun.head.lower_ not in _SET_AGAINST or that.if_positive != "c" or clause is None:
            return None
        _, sayer = said_over(clause, self._signatures)
        return Link(sayer, that, word=noun) if sayer is not None else None

    def _due(self, verb: Token) -> Link | None:
        """A clause of time hung on the noun before it: "faces ten years in prison when he is tried in May"."""
        noun, clause = verb.head, clause_of(verb.head)
        if clause is not None and opens_with_when(verb) and arcs.is_present(verb) and not arcs.is_restrictive(verb):
            return Link(clause, RESET, if_unreal="+")  # "will stay until May, when his contract expires"
        is_time = noun.dep_ != "dobj" and noun.lemma_.lower() in values("unit")  # "in years when sales fall"
        if clause is None or is_time or not (noun.dep_ == "dobj" or noun.head.lower_ == "in"):
            return None
        is_due = opens_with_when(verb) and is_still_to_happen(verb, clause)
        return Link(clause, always("f", "temporal"), word=verb) if is_due else None

    def _told(self, verb: Token) -> Link | None:
        """What somebody is told, hung on the person or place: "was told by two clerks that the mill closed", "said at
        the gate that the mill closed"."""
        above = arcs.verb_over(verb.head)
        if any(child.dep_ == "dobj" and child.i < verb.head.i for child in verb.head.head.rights):
            return None  # "told pupils to stay home, a rule that parents fought"
        if above is not None and any(child.lower_ in _SAID_TO and child.i < verb.head.i for child in above.rights):
            return None  # "said no to a deal that the union had struck"
        opens_with_that = any(child.lower_ == "that" and child.dep_ not in SUBJECTS for child in verb.lefts)
        opens_with_that = opens_with_that or opens_with_idle_that(verb)
        # not "things they told nobody"
        is_whole = _is_whole(verb) and not self._lexicon.has("addressing", verb_forms(verb))
        opens_with_that = opens_with_that or (is_whole and not arcs.is_indefinite(verb.head))
        if above is None or not opens_with_that or not any(child.dep_ in SUBJECTS for child in verb.lefts):
            return None
        is_addressed = self._lexicon.has("addressing", verb_forms(above))
        forms = verb_forms(above)
        speaks = self._lexicon.has("speech", forms) or self._lexicon.has("inserting", forms)
        is_beside = verb.head.dep_ == "pobj" and speaks and not _is_whole(verb)
        others = (child for child in above.rights if child.dep_ == "ccomp")
        if not (is_addressed or is_beside) or not all(child.i > verb.i and arcs.has_mark(child) for child in others):
            return None  # "told the hearing that the flats had sold, that the bank had paid"
        found = self._signatures.listed(above, "that")
        return Link(above, found, word=above) if found is not None else None

    def described(self, verb: Token, *, is_past: bool) -> Link:
        """A relative clause or participle that tells of its noun."""
        return self._descriptions.link(verb, is_past=is_past)

    def on_noun(self, verb: Token) -> Link:
        """A clause on a noun: "plan to sell", "claim that he lied", "a firm selling lamps"."""
        noun, kind = verb.head, complement_kind(verb)
        if kind == "ger" and noun.dep_ == "dobj" and noun.head.pos_ in VERBAL and arcs.is_restrictive(verb):
            seen = self._signatures.listed(noun.head, "objger")
            if seen is not None and (seen.if_positive in ("c", "o") or seen.group == "continuation"):
                return Link(noun.head, seen, word=noun.head)  # "passengers described people forcing doors open"
        if self._is_comment(verb):
            return Link()
        if (topic := self._gerund_of_topic(verb)) is not None:
            return topic
        if has_gap_below(verb):
            return self._descriptions.link(verb, is_past=arcs.is_past(verb))
        if kind == "that" and (lacks_called(verb) or self._lacks_uttered(verb)):
            # "a promise that the mayor called historic"
            return self._descriptions.link(verb, is_past=arcs.is_past(verb))
        that = self._signatures.of_noun(noun, "that")
        if that is None and kind == "that" and arcs.has_mark(verb) and is_content(verb):
            held = self._held_by(noun)  # "the belief of the villagers that it is cursed"
            that, noun = (self._signatures.of_noun(held, "that"), held) if held is not None else (that, noun)
        if kind in ("whx", "that") and self.is_content(verb):
            if is_said_in(noun) and (told := self._told(verb)) is not None:
                return told
            if that is not None:
                told = refuted(noun, self._signatures) or self._set_against(noun, that)
                told = told or self._descriptions.wished(verb, noun, that)
                return told or Link(noun, that, word=noun, is_negative=_is_undoubted(noun))
            if (told := self._told(verb)) is not None:
                return told
        if kind == "inf":
            return self._infinitive_on_noun(verb, noun)
        if kind in ("whx", "whto"):
            return Link(noun, DEFAULTS[kind], word=noun)
        found = self._signatures.of_noun(noun, kind)
        if kind == "that" and found is not None and (judged := refuted(noun, self._signatures)) is not None:
            return judged
        is_told = found is None and kind == "that" and self._says_more(verb)  # "a bid that the board said it backs"
        if is_told or (found is None and kind != "wh" and (verb.dep_ == "relcl" or not arcs.has_mark(verb))):
            return self._descriptions.link(verb, is_past=arcs.is_past(verb))
        return Link(noun, found or DEFAULTS[kind], word=noun)

    def _held_by(self, noun: Token) -> Token | None:
        """What is put forward by somebody whom a clause was hung on: "the claim by the farm that it paid"."""
        what = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("of", "by", "from") else None
        return what if what is not None and self._signatures.of_noun(what, "that") is not None else None

    def _says_more(self, verb: Token) -> bool:
        """Whether a verb of speech has words of its own behind it."""
        return self._lexicon.has("speech", verb_forms(verb)) and "ccomp" in verb.below and has_subject(verb)

    def _gerund_of_topic(self, verb: Token) -> Link | None:
        """The prospect of the firm closing the mill, reports of guards beating prisoners, "Her nightmare is a fire
        spreading to the farm", "spoke of shells landing there"; not "the risk to ships carrying oil", "the fears of
        people living there"."""
        noun = verb.head
        is_gerund = verb.tag_ == "VBG" and not arcs.is_finite(verb)
        is_gerund |= verb.tag_ == "VBN" and is_compound_gerund(verb)  # "reports of fans being crushed"
        if not is_gerund or verb.dep_ == "relcl" or not arcs.is_restrictive(verb):
            return None
        if noun.dep_ == "pobj" and self._signatures.is_instead(noun.head):
            return Link(clause_of(noun), always("o", "negator"), word=noun.head)  # "short of the king selling it"
        if noun.dep_ == "pobj" and noun.head.lower_ in _TAKING and noun.head.head.pos_ in (*VERBAL, "ADJ"):
            above = noun.head.head
            if (told := self._signatures.of_gerund(above, noun.head)) is not None:
                place = above if above.pos_ in VERBAL else clause_of(above)
                return Link(place, told, word=above) if told.if_positive in _OPEN else None
        topic = _topic_over(noun, verb)
        is_of_them = noun.tag_ == "NNS" and verb.lemma_ in words_of("what people are at")
        if topic is None or is_of_them:
            return None
        found = self._signatures.of_noun(topic, "pger")
        if found is None and noun.dep_ == "pobj":
            found = self._signatures.of_noun(topic, "that")
        is_for = noun.dep_ == "pobj" and noun.head.lower_ == "for"  # "plans for a mill employing ninety"
        if found is not None and found.if_positive == "+" and (none := negative_word(topic, self._lexicon)) is not None:
            return Link(clause_of(topic), always("o", "negator"), word=none)  # "no record of him being seen"
        is_open = found is not None and found.if_positive in ({"f"} if is_for else _OPEN)
        return Link(topic, found, word=topic) if found is not None and is_open else None

    def _misread_saying(self, verb: Token) -> Link | None:
        """The records of "The plaque records that he planted it", taken for a noun that the sentence is about."""
        noun = verb.head
        if noun.dep_ != "ROOT" or noun.tag_ != "NNS" or noun.i == noun.sent.start:
            return None
        if not any(child.lower_ == "that" and child.i == noun.i + 1 for child in verb.lefts) or has_gap(verb):
            return None
        found = self._lexicon.signature("verbs", (noun.lower_[:-1], noun.lemma_.lower()), "that")
        return Link(noun, found, word=noun) if found is not None else None

    def _is_comment(self, verb: Token) -> bool:
        """Whether the writer tells what became of a claim: "said that it closed, a charge that its owner denies"."""
        noun = verb.head
        is_apart = noun.dep_ == "appos" or (noun.dep_ == "npadvmod" and arcs.follows_comma(noun))
        if is_apart and verb.left_edge.lower_ in ("that", "which") and self._is_declined(verb):
            return True
        if not is_apart or not any(child.lower_ in ("that", "which") for child in verb.lefts):
            return False
        spoken = self._signatures.of_noun(noun, "that")
        is_claim = spoken is not None and spoken.if_positive[0] == "c"
        return is_claim and not any(child.dep_ in ("dobj", "ccomp") for child in verb.rights) and self._handles(verb)

    def _is_declined(self, verb: Token) -> bool:
        """Whether somebody would not say whether what is told is so: "a figure that the firm declined to confirm"."""
        refused = self._signatures.listed(verb, "inf") if has_subject(verb) else None
        words = (child for child in verb.rights if child.dep_ == "xcomp" and has_to(child))
        is_refused = refused is not None and refused.if_positive == "-"
        return is_refused and any(self._lexicon.has("weighing", verb_forms(child)) for child in words)

    def is_denial(self, verb: Token) -> bool:
        """Whether the writer adds that somebody denies what was claimed: "claimed that it leaks, which he denies"."""
        is_which = any(child.lower_ == "which" and child.dep_ == "dobj" for child in verb.lefts)
        if not is_which or arcs.is_restrictive(verb) or any(child.dep_ == "dobj" for child in verb.rights):
            return False
        event = self._signatures.listed(verb, "np")
        is_of_event = event is not None and event.if_positive != "c-"  # "an offer, which he rejected"
        return self._signatures.denies(verb) and not is_of_event

    def topic_before(self, verb: Token) -> Link | None:
        """A that-clause hung on the verb above its noun: "withdrew her allegation that Lang bribed Holt"."""
        that = next((c for c in verb.lefts if c.dep_ == "mark" and c.lower_ == "that"), None)
        if that is None or that.i == verb.sent.start:
            return None
        is_apart = that.text_before == "," and verb.head.i < that.i  # "on false claims, spread online, that it kills"
        for noun in reversed(verb.doc.tokens[_start_of_aside(verb.head) if is_apart else that.i - 1 : that.i]):
            found = self._signatures.of_noun(noun, "that") if noun.pos_ == "NOUN" else None
            if found is not None:
                return (is_apart and refuted(noun, self._signatures)) or Link(noun, found, word=noun)
        return None

    def topic_of_subject(self, governor: Token) -> Link | None:
        """What a subject is about, told behind its verb: "Hopes are fading that the crew lives"."""
        for noun in (child for child in governor.lefts if child.dep_ in SUBJECTS and child.pos_ == "NOUN"):
            if (found := self._signatures.of_noun(noun, "that")) is not None:
                return Link(noun, found, word=noun)
        return None

    def is_content(self, verb: Token) -> bool:
        """Whether a clause tells what its noun is about; if the noun reports, also where a gap is seen by mistake or
        "that" is left out: "doubts Corvane bought the plant"."""
        is_bare = arcs.is_finite(verb) and not any(c.dep_ == "mark" or c.lower_ == "that" for c in verb.lefts)
        if is_bare and (verb.dep_ == "acl" or is_whole_without_that(verb)):
            return is_whole_without_that(verb) and self._signatures.of_noun(verb.head, "that") is not None
        if not has_gap(verb):
            return is_content(verb)
        if self._lexicon.has("uttering", verb_forms(verb)) or (not is_content(verb) and self._handles(verb)):
            return False  # "a remark that he made about the priest"
        spoken = self._signatures.of_noun(verb.head, "that")
        return spoken is not None and spoken.if_positive[0] != "d"

    def _lacks_uttered(self, verb: Token) -> bool:
        """Whether a verb lacks what is put forward: "a remark that the witness had made about the priest"."""
        is_active = has_subject(verb) and not is_passive(verb) and "that" in (child.lower_ for child in verb.lefts)
        return is_active and OBJECTS.isdisjoint(verb.below) and self._lexicon.has("uttering", verb_forms(verb))

    def _handles(self, verb: Token) -> bool:
        """Whether a verb can have a report for its object: "the claim that they made"; not "the claim that he fled"."""
        if arcs.is_finite(verb) and not has_subject(verb):
            return True
        forms = verb_forms(verb)
        return (
            self._lexicon.has("handling", forms)
            or bool(words("naming", "lemma") & set(forms))
            or self._signatures.speaks(verb)
        )

    def of_object(self, verb: Token, governor: Token) -> Link | None:
        """An infinitive that belongs to what the verb above it takes, and was hung on the verb: "lacked the courage to
        speak", "took the trouble to visit"."""
        taken = [child for child in governor.rights if child.dep_ == "dobj" and child.i < verb.i]
        for noun in taken:
            if found := self._signatures.of_phrase(governor, "inf"):
                return Link(governor, found, word=noun)
            found = self._signatures.of_noun(noun, "inf")
            none = quantity_denied(noun, self._lexicon) if found is None and governor.lemma_ == "have" else None
            if none is not None:
                return Link(governor, always("o-", "negator"), word=none)  # "had no heir to leave it to"
            if found is None:
                continue
            is_own = (
                is_right_behind(noun, verb)
                and found.if_positive[0] not in "+!"
                and self._signatures.listed(governor, "inf") is not None
                and self._signatures.listed(governor, "objto", "objinf") is None
            )
            is_own |= is_right_behind(noun, verb) and self._signatures.withholds(governor)  # "lacks the money to"
            if is_own or (found.group == "virtue" and not arcs.is_indefinite(noun)):
                return Link(noun, found, word=noun)  # "lacked the courage to speak", "won the race to buy it"
        return None

    def of_false_subject(self, verb: Token, governor: Token) -> Link | None:
        """An infinitive on what somebody has, taken for what that does: "had the misfortune to lose it"."""
        noun = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
        if noun is None or not self._signatures.is_light(governor) or not OBJECTS.isdisjoint(governor.below):
            return None
        found = self._lexicon.signature("verbs", (f"{governor.lemma_.lower()} {noun.lemma_.lower()}",), "inf")
        found = found or self._signatures.of_noun(noun, "inf")
        return Link(governor, found, word=noun) if found is not None else None

    def _infinitive_on_noun(self, verb: Token, noun: Token) -> Link:
        above = noun.head
        if arcs.has_perfect(verb) and verb.dep_ in ADNOMINAL and self._signatures.of_noun(noun, "inf") is None:
            return Link(noun, RESET, if_unreal="+")  # "the only buyers to have come forward"
        if (lacking := _lacking(verb)) is not None:
            return Link(noun, always("o-", "negator"), word=lacking)
        if noun.dep_ == "dobj" and (found := self._signatures.of_phrase(above, "inf")):
            return Link(above, found, word=noun)  # "took the trouble to visit"
        together = tuple(f"{form} {verb.lemma_.lower()}" for form in arcs.noun_forms(noun))
        if not arcs.is_indefinite(noun) and (found := self._lexicon.signature("nouns", together, "inf")):
            return Link(noun, found, word=noun)  # "her decision to back a runway split the party"
        if verb.dep_ == "relcl" and arcs.follows_comma(verb) and is_passive(verb):
            return Link(noun, always("f", "prospect"), word=verb)  # "The first ferry, to be named the Gull, was late"
        if found := self._signatures.of_noun(noun, "inf") or self._signatures.ordinal(noun):
            is_anybodys = found.group == "virtue" and arcs.is_indefinite(noun)  # "It takes courage to speak"
            return Link(noun, DEFAULTS["inf"] if is_anybodys else found, word=noun)
        if noun.dep_ in ("dobj", "attr", "pobj") and (none := quantity_denied(noun, self._lexicon)) is not None:
            return Link(noun, always("o-", "negator"), word=none)  # "has nobody to call", "no house to rent"
        if (
            noun.dep_ in OBJECTS
            and above.pos_ in VERBAL
            and (found := self._signatures.listed(above, "objto", "objinf"))
        ):
            return Link(above, found, word=above)  # "ordered the firm to pay", hung on the firm
        if noun.dep_ == "pobj" and above.head.pos_ in VERBAL and (found := self._signatures.listed(above.head, "pinf")):
            return Link(above.head, found, word=above.head)  # "appealed to both sides to stop"
        if noun.dep_ == "ROOT" and verb.i > noun.i:
            return Link(noun, always("f", "headline"), word=verb)
        return Link(noun, DEFAULTS["inf"], word=noun)


def _is_undoubted(noun: Token) -> bool:
    """ "There is no *doubt* that he lied"; "no doubt" by itself denies nothing."""
    return noun.lemma_ == "doubt" and arcs.is_existential(noun) and any(child.lower_ == "no" for child in noun.lefts)


def _is_within_which(verb: Token) -> bool:
    """In which, where, whereby: what a clause with no gap for its noun opens with."""
    opening = verb.left_edge
    return opening.lower_ in ("where", "whereby") or (
        opening.lower_ in ("in", "under") and opening.nbor(1).tag_ == "WDT"
    )


def _topic_over(noun: Token, gerund: Token) -> Token | None:
    """The noun that tells how real its topic is: the prospect of *them* leaving, the fear is of *them* leaving."""
    above = noun.head
    behind = next((c for of in noun.rights if of.lower_ == "of" for c in of.rights), None)
    is_next = behind is not None and behind.right_edge.i + 1 == gerund.left_edge.i
    if is_next and noun.pos_ == "NOUN":
        return noun  # "the thought of her son driving", hung on the thought
    if noun.dep_ == "pobj":
        if above.lower_ not in _TOPICAL and above.lower_ not in ("for", "over"):
            return None
        if above.head.pos_ == "NOUN":
            return above.head
        above = above.head
    elif noun.dep_ != "attr":
        return None
    subject = next((child for child in above.lefts if child.dep_ == "nsubj" and child.pos_ == "NOUN"), None)
    is_reaction = subject is not None and subject.lemma_.lower() in words_of("reaction")  # "Fears grew of it closing"
    return subject if above.lemma_ == "be" or is_reaction else None


def _start_of_aside(verb: Token) -> int:
    """Where the words begin in which a noun stands before an aside that ends in a comma: of "denied claims, *spread*
    online, that it leaks" with the noun before the participle."""
    is_aside = verb.tag_ in ("VBN", "VBD") and not has_subject(verb) and arcs.follows_comma(verb)
    return max(verb.left_edge.i - 2, verb.sent.start) if is_aside else verb.i + 1


def _lacking(verb: Token) -> Token | None:
    """The without of "a man without the money to sue"."""
    start = min((child.i for child in verb.lefts), default=verb.i)
    noun = verb.doc[start - 1] if start else verb
    is_lacked = noun.dep_ == "pobj" and noun.pos_ == "NOUN" and noun.head.lower_ == "without"
    return noun.head if is_lacked else None


def _is_whole(verb: Token) -> bool:
    """Whether a clause lacks nothing that its noun could be: "told the paper the bank had discussed a cut"."""
    is_open = any(child.tag_ in QUESTION_TAGS or child.dep_ == "mark" for child in verb.lefts)
    return not is_open and has_subject(verb) and any(child.dep_ in _COMPLETING for child in verb.rights)
