"""Fiction: stretches that only a story, a dream or a forgery tells: "in the novel, a clerk kills the mayor"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clauses.own_subjects import QUESTION_TAGS
from kg.extract.factuality import arcs
from kg.extract.factuality.complements import has_gap, is_content
from kg.extract.factuality.lexicon import Lexicon
from kg.grammar.phrases import ADNOMINAL, VERBAL
from kg.grammar.verbs import SUBJECTS, has_subject, verb_forms
from kg.parse import Doc, Token

_WITHIN = frozenset({"in", "within", "throughout", "during"})
_ABOUT = frozenset({"about", "of", "on"})
_MODIFIERS = frozenset({"amod", "compound", "nmod"})
_TOLD = frozenset({"ccomp", "xcomp", "dobj", "prep", "advcl"})
_THAT = frozenset({"that", "which"})
_WHO = frozenset({"who", "whose", "whom"})

Stretch = tuple[Token, Token]  # its first and its last word


def fictions(doc: Doc, lexicon: Lexicon) -> dict[int, Token]:
    """The places of words that are only told, each with the word that tells so."""
    tellers = lexicon.words["tellers"]
    found: dict[int, Token] = {}
    for token in doc.named(tellers):
        if token.is_title and not token.is_sent_start:
            continue  # names
        for first, last in _told_by(token, lexicon):
            found.update((i, token) for i in range(first.i, last.i + 1))
    return found


def _told_by(token: Token, lexicon: Lexicon) -> Iterator[Stretch]:
    """What a word tells: a noun of a story or of a drill, a verb of playing or of forging, "forged" before a noun."""
    lemma, lists = token.lemma_.lower(), lexicon.lists
    if token.pos_ in ("NOUN", "PROPN", "ADJ") and (lemma in lists["fictions"] or token.lower_ in lists["performances"]):
        yield from _Teller(token, lexicon, is_sure=lemma in lists["fictions"]).stretches()
    elif token.pos_ == "NOUN" and (
        lemma in lists["performances"] or (lemma in lists["seasons"] and _is_story(token, lexicon))
    ):
        yield from _Teller(token, lexicon, is_sure=False).stretches()
    elif token.pos_ == "NOUN" and lemma in lists["drills"]:
        yield from _played(token, lexicon)
    elif token.pos_ == "VERB" and lemma in lists["playing"]:
        yield from _parts(token)
    elif token.pos_ == "VERB" and lexicon.has("fabricating", verb_forms(token)):
        yield from _fabricated(token, lexicon)
    if lemma in lists["exposing"]:
        yield from _exposed(token, lexicon)
    if token.dep_ in _MODIFIERS and token.head.i > token.i and _is_forged(token, lexicon):
        yield from _Teller(token.head, lexicon, is_sure=True, is_forged=True).stretches()


def _exposed(word: Token, lexicon: Lexicon) -> Iterator[Stretch]:
    """What a thing shows that is called, or is, a fake: "called the clip of her slapping a waiter a fake"."""
    for verb in word.ancestors:
        for child in verb.children:
            is_called = child.dep_ == "dobj" and lexicon.signature("verbs", verb_forms(verb), "as") is not None
            is_thing = child.dep_ in SUBJECTS and lexicon.has("copulas", (verb.lemma_.lower(),))
            if child.i < word.i and (is_called or is_thing or (child.dep_ == "dobj" and verb.lemma_ == "call")):
                yield from _Teller(child, lexicon, is_sure=True).content()


def _is_story(season: Token, lexicon: Lexicon) -> bool:
    """The third season; the last season of the series; not "his third season", "the last season"."""
    if any(child.dep_ == "poss" for child in season.lefts):
        return False
    of = (noun for child in season.rights if child.lower_ == "of" for noun in child.children)
    if any(lexicon.has("performances", arcs.noun_forms(noun)) for noun in of):
        return True
    if season.i + 1 < len(season.doc) and season.nbor(1).like_num:
        return True  # "in season two"
    return any(child.like_num and child.dep_ == "amod" for child in season.lefts)


def _played(drill: Token, lexicon: Lexicon) -> Iterator[Stretch]:
    """In the drill, gunmen seized a ferry and took hostages, while nurses treated a man who had fainted."""
    above = drill.head
    verb = above.head
    if drill.dep_ != "pobj" or above.lower_ not in _WITHIN or above.i > verb.i or verb.pos_ not in VERBAL:
        return
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    if subject is None or not any(lexicon.has("foes", arcs.noun_forms(t)) for t in (subject, *arcs.modifiers(subject))):
        return
    rest = verb.doc[verb.i + 1 : verb.right_edge.i + 1]
    others = (t for t in rest if t.dep_ in ("advcl", "conj", "ccomp") and t.pos_ in VERBAL and has_subject(t))
    end = next((other.left_edge.i for other in others), verb.right_edge.i + 1)
    yield subject.left_edge, verb.doc[end - 1]


def _is_forged(modifier: Token, lexicon: Lexicon) -> bool:
    return lexicon.has("forging", arcs.modifier_forms(modifier))


def _fabricated(verb: Token, lexicon: Lexicon) -> Iterator[Stretch]:
    """What a verb's object tells: "forged a letter in which the mayor sold the park"."""
    makes_things = lexicon.has("inventing", verb_forms(verb))
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass"):
            if makes_things and not _is_tellable(child, lexicon):
                continue  # "invented a cocktail that was named after him"
            yield from _Teller(child, lexicon, is_sure=True, is_forged=True).content()
        elif child.dep_ == "ccomp" and child.i > verb.i:
            yield child.left_edge, child.right_edge


def _is_tellable(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun is one for words: a story, a claim, a letter."""
    forms = arcs.noun_forms(noun)
    is_story = lexicon.has("fictions", forms) or lexicon.has("performances", forms)
    return is_story or lexicon.signature("nouns", forms, "that") is not None


def _parts(verb: Token) -> Iterator[Stretch]:
    """Plays a nurse who robs a bank; stars as, is cast as a nurse who robs it; plays the role of one."""
    taken = [child for child in verb.rights if child.dep_ in ("dobj", "oprd", "attr")]
    taken += [c for child in verb.rights if child.lower_ == "as" for c in child.children if c.dep_ == "pobj"]
    taken += [c for noun in taken for child in noun.rights if child.lower_ == "of" for c in child.children]
    for noun in taken:
        for child in noun.rights:
            is_of_person = child.dep_ == "relcl" and any(word.lower_ in _WHO for word in child.subtree)
            if is_of_person or (child.dep_ == "acl" and child.tag_ in ("VBG", "VBN")):
                yield child.left_edge, child.right_edge


class _Teller:
    """A noun that tells a story: a novel, a series, a forged letter."""

    def __init__(self, noun: Token, lexicon: Lexicon, *, is_sure: bool, is_forged: bool = False) -> None:
        self._noun = noun
        self._lexicon = lexicon
        self._is_sure = is_sure
        self._is_forged = is_forged

    def stretches(self) -> Iterator[Stretch]:
        """What it tells: on the noun, as its subject's verb has it, and in the clause that it is the scene of."""
        yield from self.content()
        noun, above = self._noun, self._noun.head
        if noun.dep_ in SUBJECTS and above.pos_ in VERBAL:
            if self._is_forged and self._has("granting", above):
                yield above, above  # "The forged will left him the mill"
            for verb in (above, *(c for c in above.rights if c.dep_ == "conj" and not has_subject(c))):
                if self._has("depicting", verb):
                    yield from _complements(verb)
                for child in verb.rights:
                    if verb.lemma_ == "be" and child.lower_ in _ABOUT:
                        yield from _topic(child)
        elif noun.dep_ == "pobj" and above.lower_ in _WITHIN and above.head.pos_ in VERBAL:
            yield from self._scene(above, above.head)
        elif noun.dep_ == "pobj" and above.lower_ in _WITHIN and above.i == above.sent.start:
            yield from self._scene_without_verb(noun)

    def content(self) -> Iterator[Stretch]:
        """A novel in which; a letter showing or that shows; a photograph of X leaving; a film about a nurse who."""
        for child in self._noun.rights:
            if child.dep_ in ADNOMINAL and child.pos_ in VERBAL:
                yield from self._clause(child)
            elif child.dep_ == "prep" and child.lower_ in _ABOUT:
                yield from _topic(child)
        behind = self._noun.doc[self._noun.i + 1 : self._noun.i + 2]
        if len(behind) and behind[0].lower_ == "that" and behind[0].dep_ == "mark" and not self._is_claim():
            yield behind[0].head.left_edge, behind[0].head.right_edge

    def _clause(self, verb: Token) -> Iterator[Stretch]:
        if arcs.is_within(verb):
            if self._is_told(verb):
                yield from self._deeds(verb)
        elif self._has("depicting", verb):
            yield from _complements(verb)
        elif self._grants(verb):
            yield verb.left_edge, self._granted(verb)
        elif (is_content(verb) and not has_gap(verb) and self._is_told(verb) and not self._is_claim()) or (
            verb.tag_ == "VBG" and self._is_shown(verb)
        ):
            yield verb.left_edge, verb.right_edge

    def _grants(self, verb: Token) -> bool:
        """Whether a forged deed does it: "a forged will that left him the mill"."""
        is_of_deed = arcs.is_restrictive(verb) and any(child.lower_ in _THAT for child in verb.lefts)
        return self._is_forged and is_of_deed and self._has("granting", verb)

    def _granted(self, verb: Token) -> Token:
        """The last word of what a forged deed grants: "gave her the mill"; not "and fooled a judge"."""
        for child in verb.rights:
            if child.dep_ == "conj" and child.pos_ in VERBAL and not self._has("granting", child):
                joint = next((c for c in verb.rights if c.dep_ == "cc" and c.i < child.i), child.left_edge)
                return verb.doc[joint.i - 1]
        return verb.right_edge

    def _is_shown(self, verb: Token) -> bool:
        """Whether what somebody does is hung on the picture: "of the king leaving", "depicting the king leaving"."""
        before = [child for child in self._noun.rights if child.i < verb.i]
        if arcs.follows_comma(verb):
            return False
        return any(child.lower_ == "of" or (child.dep_ == "acl" and self._has("depicting", child)) for child in before)

    def _is_claim(self) -> bool:
        """Whether the noun has a line of its own for what it claims: "the myth that"."""
        return self._lexicon.signature("nouns", arcs.noun_forms(self._noun), "that") is not None

    def _scene(self, preposition: Token, verb: Token) -> Iterator[Stretch]:
        """In the novel, a clerk kills the mayor."""
        if not self._is_told(verb):
            return
        if preposition.i > verb.i:
            if self._is_sure and arcs.is_present(verb) and not self._is_argument(verb, preposition):
                yield verb.left_edge, preposition
            return
        for first, last in self._deeds(verb):
            if last.i > preposition.right_edge.i:
                start = max(first.i, preposition.right_edge.i + 1)
                yield verb.doc[start], last

    def _scene_without_verb(self, noun: Token) -> Iterator[Stretch]:
        """In the last episode the doctor confesses: with no verb found, up to the next joint behind a comma."""
        doc, stop = noun.doc, noun.sent.end
        first = noun.right_edge.i + 1
        end = next((t.i for t in doc[first:stop] if t.text == ";" or (_is_joint(t) and t.i > first + 1)), stop)
        if first < end and (self._is_sure or not any(t.tag_ == "VBD" for t in doc[first:end])):
            yield doc[first], doc[end - 1]

    def _is_argument(self, verb: Token, preposition: Token) -> bool:
        """Whether a verb takes its place as an object: "invests in the film", "stars in the film"."""
        is_made = self._has("acting", verb) or self._has("depicting", verb)
        return is_made or not any(child.dep_ in ("dobj", "nsubjpass") for child in verb.children)

    def _deeds(self, verb: Token) -> Iterator[Stretch]:
        """A clause of the story; of those who make or play it, only what they tell."""
        if self._has("acting", verb):
            yield from _complements(verb)
        else:
            yield verb.left_edge, _end(verb)

    def _is_told(self, verb: Token) -> bool:
        return self._is_sure or (arcs.is_present(verb) and not arcs.is_past(verb))

    def _has(self, name: str, verb: Token) -> bool:
        return self._lexicon.has(name, verb_forms(verb))


def _is_joint(token: Token) -> bool:
    return token.text_before == "," and (token.dep_ in ("cc", "mark") or token.tag_ in QUESTION_TAGS)


def _end(verb: Token) -> Token:
    """The last word of a clause; a finite verb without a subject behind it is the main verb of another, and a semicolon
    ends the story."""
    stop = next((t for t in verb.doc[verb.i : verb.right_edge.i] if t.text == ";"), None)
    if stop is not None:
        return verb.doc[stop.i - 1]
    for child in verb.rights:
        if child.dep_ == "ccomp" and arcs.is_finite(child) and not has_subject(child):
            return verb.doc[child.left_edge.i - 1]
    return verb.right_edge


def _complements(verb: Token) -> Iterator[Stretch]:
    """What a verb that depicts takes; what is added of a name is no part of it: "features Lena Fox, who won"."""
    for child in verb.rights:
        if child.dep_ not in _TOLD or _is_result(child):
            continue
        inner = child
        while inner.dep_ == "prep" and inner.n_rights == 1:
            inner = inner.rights[0]
        added = [c for c in inner.rights if inner.pos_ == "PROPN" and c.dep_ in ("relcl", "appos")]
        added = [c for c in added if not arcs.is_restrictive(c)]
        last = child.doc[added[0].left_edge.i - 1] if added else child.right_edge
        yield child.left_edge, last


def _is_result(clause: Token) -> bool:
    """ "(A hoax said that the school had closed), so parents stayed at home": they did."""
    opening = next((t for t in clause.lefts if t.lower_ == "so"), clause)
    return opening.lower_ == "so" and opening.text_before == ","


def _topic(preposition: Token) -> Iterator[Stretch]:
    """A photograph of the mayor leaving; a film about a nurse who robs."""
    for noun in preposition.children:
        for child in noun.rights:
            is_shown = child.dep_ == "acl" and child.tag_ == "VBG"
            if is_shown or (child.dep_ in ADNOMINAL and arcs.is_indefinite(noun)):
                yield child.left_edge, child.right_edge
