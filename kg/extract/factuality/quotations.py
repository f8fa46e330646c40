"""Quotations: what stands between quotation marks anywhere in a document, and whose words it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.extract.clauses.subjects import subjects
from kg.extract.factuality.lexicon import Lexicon, shipped_lexicon
from kg.extract.factuality.speaker_order import by_name, can_speak, is_count_of_people, set_off
from kg.grammar.phrases import ADNOMINAL, NOMINAL, VERBAL
from kg.grammar.quotation_marks import Pair, pairs
from kg.grammar.verbs import HELPERS, SUBJECTS, is_passive, verb_forms
from kg.parse import Doc, Token

_PARTICLES = frozenset({"prt", "advmod"})
_SHORTEST = 3  # words; less is a title or a word held at arm's length
_REACH = 14  # words between a quotation and its verb of speech
_NAMES_OF_WORKS = 0.6  # share of capitalised words from which a span without an end mark is a title
_WIDEST_BLANK = 3  # characters between a mark and the word that it belongs to
_LONGEST_BRIDGE = 5  # paragraphs from an opening mark to its closing one
_WHOLE = Pair(0, 1_000_000, has_closing=False)
_OBJECTIVE = frozenset({"me", "us", "him", "her", "them"})  # "Orr accused *her* of it"
_BESIDE = frozenset({"compound", "poss", "pobj"})  # "asked one of them, Tim Duff"
_DENIED = frozenset({"it", "this", "that", "claim", "claims", "allegation", "allegations", "accusation", "charge"})
_ENDING = frozenset({".", "!", ":"})
_OF_HIMSELF = frozenset({"i", "my", "me", "we", "our", "us", "i'm", "we're"})
_NO_SPEECH = frozenset({"aux", "auxpass", "amod", "compound"})


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words, as tokens [start, end) without the marks, and who speaks them."""

    start: int
    end: int
    speakers: tuple[Token, ...] = ()  # heads; empty = nobody is named
    cue: Token | None = None  # the verb of speech
    runs_on: bool = False  # not closed: the next paragraph goes on with it


def quotations(doc: Doc, lexicon: Lexicon | None = None) -> tuple[Quotation, ...]:
    """Every quotation of a document in reading order; titles and quoted single words are left out."""
    lexicon = lexicon or shipped_lexicon()
    found: list[Quotation] = []
    previous = 0
    bounds = list(_paragraphs(doc))
    for (start, end), marked in zip(bounds, _bridged([list(pairs(text)) for text in _texts(doc, bounds)]), strict=True):
        spans = [span for span in _spans(doc, start, end, marked, lexicon) if _is_speech(doc, span)]
        inside = {i for span in spans for i in range(span.start, span.end)}
        is_continued = bool(found and spans) and found[-1].runs_on and spans[0].start <= start + 1
        before = found[-1] if is_continued or _goes_on(doc, (start, end), inside, previous, found) else None
        spoken = list(_spoken(doc, spans, (start, end), inside, lexicon, before))
        if is_continued and spoken[0].speakers:
            _named_later(found, spoken[0])
        found.extend(spoken)
        previous = start
    return tuple(found)


def _goes_on(doc: Doc, bounds: tuple[int, int], inside: set[int], previous: int, found: list[Quotation]) -> bool:
    """Whether a paragraph is nothing but quotation and the one before, from token `previous` on, names one speaker
    and asks nothing: he is still speaking."""
    if not inside:
        return False
    words = (token for token in doc[slice(*bounds)] if not (token.is_punct or token.is_quote or token.is_space))
    if not all(token.i in inside for token in words):
        return False
    near = [quotation for quotation in found if quotation.start >= previous]
    is_asked = bool(near) and doc[near[-1].end - 1].text == "?"
    return bool(near and near[-1].speakers) and not is_asked and len({quotation.speakers for quotation in near}) == 1


def _named_later(found: list[Quotation], last: Quotation) -> None:
    """Give the paragraphs that run on into a quotation its speaker, where they have none."""
    for i in range(len(found) - 1, -1, -1):
        if not found[i].runs_on or found[i].speakers:
            return
        found[i] = replace(found[i], speakers=last.speakers, cue=last.cue)


def _texts(doc: Doc, bounds: list[tuple[int, int]]) -> list[str]:
    whole = doc.text
    return [whole[doc[start].idx : doc[end - 1].idx + len(doc[end - 1])] for start, end in bounds]


def _bridged(paragraphs: list[list[Pair]]) -> list[list[Pair]]:
    """Paragraphs between an opening mark and a closing one some paragraphs on are quoted as a whole."""
    for last, marked in enumerate(paragraphs):
        if not marked or marked[0].has_opening:
            continue
        first = next((i for i in range(last - 1, max(last - _LONGEST_BRIDGE, -1), -1) if paragraphs[i]), None)
        if first is not None and not paragraphs[first][-1].has_closing:
            for between in range(first + 1, last):
                paragraphs[between] = [_WHOLE]
            marked[0] = replace(marked[0], start=0, has_opening=True)
    return paragraphs


def _paragraphs(doc: Doc) -> Iterator[tuple[int, int]]:
    if spans := doc.spans.get("paragraphs"):
        yield from ((span.start, span.end) for span in spans)
        return
    cuts = [0, *(token.i + 1 for token in doc if token.is_space and "\n" in token.text), len(doc)]
    yield from ((start, end) for start, end in pairwise(cuts) if start < end)


# ---- from characters to tokens


def _spans(doc: Doc, start: int, end: int, marked: list[Pair], lexicon: Lexicon) -> Iterator[Quotation]:
    if not marked:
        return
    first = doc.tokens[start].idx
    for pair in marked:
        begin, stop = (_place(doc, first + offset, end) for offset in (pair.start, pair.end))
        if not pair.has_opening:
            begin = max(start, doc[max(stop - 1, start)].sent.start)
        if begin < stop:
            yield Quotation(begin, stop) if pair.has_closing else _unclosed(doc, begin, stop, lexicon, stop == end)


def _place(doc: Doc, offset: int, end: int) -> int:
    """Where the token at or soon after a character stands, before token `end`."""
    token = doc.token_at(offset)
    return token.i if token is not None and token.i < end and token.idx <= offset + _WIDEST_BLANK else end


def _unclosed(doc: Doc, start: int, limit: int, lexicon: Lexicon, is_last: bool) -> Quotation:
    """Up to the comma before a verb of speech with a subject, else to the end of the paragraph."""
    for token in doc[start:limit]:
        if token.text in ",?!" and (verb := _speech_verb_near(doc, token.i + 1, min(limit, token.i + 6), lexicon)):
            is_said = verb.i == token.i + 1 or any(s.i > token.i for s in subjects(verb))
            if is_said:
                return Quotation(start, token.i)
    return Quotation(start, limit, runs_on=is_last)


def _speech_verb_near(doc: Doc, start: int, end: int, lexicon: Lexicon) -> Token | None:
    return next((t for t in doc[start:end] if is_quoting_verb(t, lexicon)), None)


def is_quoting_verb(token: Token, lexicon: Lexicon) -> bool:
    """Whether a verb beside quotation marks can put the words between them forward: "snapped", "sobbed", too."""
    if is_speech_verb(token, lexicon):
        return True
    is_verb = token.pos_ in VERBAL and token.dep_ not in _NO_SPEECH
    return is_verb and lexicon.has("quoting", (token.lemma_.lower(),))


def is_speech_verb(token: Token, lexicon: Lexicon) -> bool:
    """Whether a verb can put somebody's words forward: "said", "pointed out"."""
    if token.pos_ not in VERBAL or token.dep_ in _NO_SPEECH:
        return False
    if token.tag_ == "VBN" and token.dep_ == "advcl" and "nsubj" in token.below and "aux" not in token.below:
        return False  # "many of them never *shown* before"
    lemma = token.lemma_.lower()
    if lexicon.has("speech", (lemma, token.lower_)):
        return lemma != "accord"
    if _PARTICLES.isdisjoint(token.below):
        return False
    return any(c.dep_ in _PARTICLES and lexicon.has("speech", (f"{lemma} {c.lower_}",)) for c in token.rights)


def _is_speech(doc: Doc, span: Quotation) -> bool:
    """Whether a span is somebody's words: it has a verb and is no title. "The Rise of the Tower" is a title."""
    words = [t for t in doc[span.start : span.end] if not t.is_punct and not t.is_space]
    last = doc[span.end - 1].text[-1:]
    is_sentence = len(words) == _SHORTEST - 1 and last in ".!?" and words[0].dep_ == "nsubj"  # "They did."
    if (len(words) < _SHORTEST and not is_sentence) or not any(t.pos_ in VERBAL for t in words):
        return False
    if last in ".,!?…" or not all(t.text[0].isupper() or t.is_stop or t.like_num for t in words):
        return True
    return sum(t.text[0].isupper() for t in words) < _NAMES_OF_WORKS * len(words)


# ---- who speaks


def _spoken(
    doc: Doc,
    spans: list[Quotation],
    bounds: tuple[int, int],
    inside: set[int],
    lexicon: Lexicon,
    before: Quotation | None,
) -> list[Quotation]:
    """The spans with their speakers: by their own verb of speech, else the neighbour's, else the paragraph before's."""
    own = [_with_speaker(doc, span, bounds, inside, lexicon) for span in spans]
    last = before
    found: list[Quotation] = []
    for i, span in enumerate(own):
        if span.cue is None:
            following = next((s for s in own[i + 1 :] if s.cue is not None), None)
            source = last if last is not None and last.cue is not None else following
            source = (
                source or _told_before(doc, span, bounds, inside, lexicon) or _shown_before(doc, span, bounds, inside)
            )
            if source is not None:
                span = replace(span, speakers=source.speakers, cue=source.cue)
        found.append(span)
        last = span
    return found


def _with_speaker(doc: Doc, span: Quotation, bounds: tuple[int, int], inside: set[int], lexicon: Lexicon) -> Quotation:
    verb = _verb_after(doc, span, bounds[1], inside, lexicon) or _verb_before(doc, span, bounds[0], inside, lexicon)
    if verb is not None:
        return replace(span, speakers=speakers(verb, inside), cue=verb)
    named = _named_before(doc, span, bounds[0])
    return replace(span, speakers=(named,), cue=named) if named is not None else span


def _verb_after(doc: Doc, span: Quotation, end: int, inside: set[int], lexicon: Lexicon) -> Token | None:
    """ "We won," the coach said; "We won," said the coach. Behind a full stop or a colon only an active verb with no
    other complement."""
    is_closed = doc[span.end - 1].text[-1:] in ".…"
    if next((t.dep_ == "cc" for t in doc[span.end : end] if not (t.is_punct or t.is_quote)), False):
        return None  # 'was "noted with concern", and the envoy was asked to'
    for token in doc[span.end : min(end, span.end + _REACH)]:
        if token.i in inside or token.text in (".", ";", "“"):
            return None
        if is_quoting_verb(token, lexicon) and not _is_in_relative(token, span.end):
            is_apart = is_closed or any(mark.text == ":" for mark in doc[span.end : token.i])
            return None if is_apart and (_has_own_words(token, span) or is_passive(token)) else token
    return None


def _is_in_relative(verb: Token, floor: int) -> bool:
    return verb.dep_ in ADNOMINAL and verb.head.i >= floor


def _has_own_words(verb: Token, span: Quotation) -> bool:
    """Whether a verb of speech has its own clause elsewhere: '"We won." The coach said the cup was old.'"""
    if any(c.dep_ == "dobj" and c.i > verb.i and c.lower_ in _DENIED for c in verb.rights):
        return True  # '"The crop died." The firm denied it.'
    return any(
        c.dep_ in ("ccomp", "xcomp") and not span.start <= c.i < span.end and c.i > verb.i for c in verb.children
    )


def _verb_before(doc: Doc, span: Quotation, start: int, inside: set[int], lexicon: Lexicon) -> Token | None:
    """The coach said: "We won"; the nearest verb of speech of the same sentence."""
    for i in range(span.start - 1, start - 1, -1):
        token = doc[i]
        if token.text in (".", "!", "?") and i < span.start - 1:
            return None
        if i not in inside and is_quoting_verb(token, lexicon) and _speaks(token):
            return token
        if i not in inside and token.dep_ == "conj" and _calls(token, lexicon):
            return token  # "says it is fair, but Orr called it "a farce""
    return None


def _calls(verb: Token, lexicon: Lexicon) -> bool:
    """Whether somebody of his own calls something what is quoted."""
    named = lexicon.signature("verbs", verb_forms(verb), "oprd") if verb.pos_ in VERBAL else None
    return named is not None and named.if_positive == "c" and any(c.dep_ in SUBJECTS for c in verb.lefts)


def _speaks(verb: Token) -> bool:
    """A relative clause or an infinitive in between is no speech act: "the man who claims the mill"."""
    return verb.dep_ != "amod" and not (verb.dep_ == "relcl" and verb.tag_ == "VB")


def _told_before(
    doc: Doc, span: Quotation, bounds: tuple[int, int], inside: set[int], lexicon: Lexicon
) -> Quotation | None:
    """The main verb of speech of the sentence before: 'The coach said they had won. "We ran well."'"""
    if span.start - 1 <= bounds[0]:
        return None
    for token in reversed(doc[bounds[0] : span.start]):
        if token.i not in inside and token.dep_ == "ROOT" and is_quoting_verb(token, lexicon):
            return replace(span, speakers=speakers(token, inside), cue=token)
    return None


def _shown_before(doc: Doc, span: Quotation, bounds: tuple[int, int], inside: set[int]) -> Quotation | None:
    """The one person that the sentence before tells of, or whom it is told by, if the quoted one speaks of himself or
    goes on with it: 'Carl Orr lost his flat. "I had an hour."', 'Prices fell, according to Ann Lund. "Few buy."'"""
    last = next(
        (t for t in reversed(doc[bounds[0] : span.start]) if not (t.is_punct or t.is_quote or t.is_space)), None
    )
    if last is None or last.i in inside or doc[span.start - 2].text not in _ENDING or doc[span.end - 1].text == "?":
        return None
    sentence = last.sent
    people = {t.head.i if t.dep_ == "compound" else t.i for t in sentence if t.ent_type_ == "PERSON"}
    people -= {t.i for t in sentence if t.dep_ == "poss"}
    source = next((t for t in sentence if t.i in people and t.head.lower_ == "to" and _is_according(t.head)), None)
    is_own = any(t.lower_ in _OF_HIMSELF for t in doc[span.start : span.end])
    if source is None and is_own and len(people) == 1:
        source = next((t for t in sentence.root.lefts if t.dep_ in SUBJECTS and t.i in people), None)
    return replace(span, speakers=(source,), cue=source) if source is not None else None


def _is_according(to: Token) -> bool:
    return "according" in (to.text_before.lower(), to.head.lower_)


def _named_before(doc: Doc, span: Quotation, start: int) -> Token | None:
    """Brown: "We won." - a name and a colon."""
    i = span.start - 1
    while i >= start and doc[i].is_punct and doc[i].text != ":":
        i -= 1
    if i <= start or doc[i].text != ":":
        return None
    words = [t for t in doc[max(start, i - 8) : i] if t.sent.start <= t.i]
    if any(t.pos_ in VERBAL for t in words) or not words or words[-1].pos_ not in NOMINAL:
        return None
    return words[-1]


def speakers(verb: Token, inside: frozenset[int] | set[int] = frozenset()) -> tuple[Token, ...]:
    """The heads of those who speak: the subject, in the passive the agent; nobody if none stands outside quotations."""
    agents = [p for a in verb.children if a.dep_ == "agent" for p in a.children if p.dep_ == "pobj"]
    if agents:
        return tuple(agents)
    if any(c.dep_ == "auxpass" for c in verb.children) or (verb.dep_ in ("conj", "ROOT") and is_passive(verb)):
        return ()
    if _is_hearing(verb):
        return ()
    is_reduced = verb.dep_ in ("acl", "advcl") and verb.tag_ == "VBN" and HELPERS.isdisjoint(verb.below)
    if is_reduced and ("xcomp" in verb.below or _is_charged(verb) or not is_speech_verb(verb, shipped_lexicon())):
        return ()  # "a surgeon accused of lying", "three people believed to be trapped"
    by_order = set_off(verb, shipped_lexicon())
    if by_order is not None and not any(s.i in inside for s in by_order.speakers):
        return by_order.speakers
    outside = [s for s in subjects(verb) if s.i not in inside]
    if not outside:
        return _before_aside(verb, inside) or _nominal_beside(verb, inside)
    if len(outside) == 1 and is_count_of_people(outside[0]):  # "a third, the dealer Tim Eby, said"
        outside = [c for c in verb.lefts if c.dep_ in SUBJECTS and c.i > outside[0].i and c.pos_ == "NOUN"] or outside
    named = (by_name(s) for s in outside if s.lower_ != "there" and s.pos_ not in VERBAL)
    return tuple(s for s in named if can_speak(s) or is_count_of_people(s))


def _is_charged(verb: Token) -> bool:
    """Whether a participle tells what somebody is charged with: "two men charged with plotting it"."""
    phrases = (child for child in verb.rights if child.dep_ == "prep")
    return any(child.dep_ == "pcomp" for phrase in phrases for child in phrase.rights)


def _is_hearing(verb: Token) -> bool:
    """Whether others tell a subject: "Told that it was shut, he left"; not "Convinced that it was shut, he left"."""
    is_bare = verb.dep_ == "advcl" and verb.tag_ == "VBN" and verb.below.isdisjoint(HELPERS | SUBJECTS)
    return is_bare and shipped_lexicon().signature("adjectives", (verb.lower_,), "that") is None


def _before_aside(verb: Token, inside: frozenset[int] | set[int]) -> tuple[Token, ...]:
    """The subject of a participle between commas, taken for a clause of its own: "The envoy, asked if he would go, said
    that"."""
    aside = next((c for c in verb.lefts if c.dep_ in ("ccomp", "advcl") and c.tag_ in ("VBD", "VBN")), None)
    if aside is None or aside.text_before != "," or verb.text_before != ",":
        return ()
    return tuple(s for s in aside.lefts if s.dep_ in SUBJECTS and s.i not in inside and can_speak(s))


def _nominal_beside(verb: Token, inside: frozenset[int] | set[int]) -> tuple[Token, ...]:
    """The noun right after or before the verb, where the parser missed it: said Dana Brooks."""
    doc = verb.doc
    for i in (*range(verb.i + 1, min(verb.i + 6, len(doc))), max(verb.i - 1, 0)):
        token = doc[i]
        is_others = not inside and token.dep_ in SUBJECTS and token.head.i != verb.i  # "said the raid had failed"
        is_name = token.pos_ in NOMINAL and token.dep_ not in _BESIDE and token.lower_ not in _OBJECTIVE
        is_name |= i == verb.i + 1 and is_count_of_people(token) and token.dep_ != "nummod"  # "groaned one"
        if i not in inside and is_name and not is_others and (can_speak(token) or is_count_of_people(token)):
            return (token,)
    return ()
