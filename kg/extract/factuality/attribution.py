"""Attribution: stretches of a document that are somebody's words, by quotation marks, "according to" or "Name:"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clauses.obliques import is_kept_to
from kg.extract.clauses.own_subjects import QUESTION_TAGS, nearest_subject
from kg.extract.factuality.arcs import clause_of
from kg.extract.factuality.colons import by_colon, by_dash, by_told_colon
from kg.extract.factuality.headed import headed
from kg.extract.factuality.hearsay import HEARD, by_bracket, by_hearsay, by_second_thought
from kg.extract.factuality.holders import voices
from kg.extract.factuality.insertions import is_denial, is_inserted
from kg.extract.factuality.lexicon import Lexicon
from kg.extract.factuality.negation import negative_word
from kg.extract.factuality.quotations import is_speech_verb, quotations, speakers
from kg.extract.factuality.regions import BREAKS, Region, between_semicolons, last_part
from kg.extract.factuality.speaker_order import opens_words, set_off, speaker_inside
from kg.extract.factuality.viewpoints import by_viewpoint
from kg.extract.factuality.whole_texts import whole_texts
from kg.grammar.interrupted import interrupted
from kg.grammar.phrases import NOMINAL, TIMES, VERBAL, and_conjuncts
from kg.grammar.turns import turns
from kg.grammar.verbs import FINITE, has_to, is_passive, verb_forms
from kg.grammar.wordlists import words, words_of
from kg.parse import Doc, Span, Token

_LONGEST_NAME = 8  # words
_OWNERS = frozenset({"in", "by"})  # "in her view", "by her own account"
_OPENERS = HEARD | _OWNERS | {"according", "per"}
_COMMA, _SEMICOLON = frozenset({","}), frozenset({";"})
_LONGEST_PHRASE = 6  # words of "according to"
_PARTING = frozenset({",", "–", "—", "-", "("})
_BEFORE_SPEAKER = frozenset({",", '"', "”", "’", "'"})


def regions(doc: Doc, lexicon: Lexicon) -> tuple[Region, ...]:
    """All regions, in reading order, outer ones before inner ones."""
    found = [Region(q.start, q.end, q.speakers, q.cue, is_quoted=True) for q in quotations(doc, lexicon)]
    found += _by_phrase(doc, lexicon)
    spoken = turns(doc)
    found += [Region(t.start, t.end, () if t.speaker is None else (t.speaker,), t.cue, is_quoted=True) for t in spoken]
    told = {i for t in spoken for i in range(t.start, t.end)}
    stated = [region for region in headed(doc) if region.start not in told]
    found += [*stated, *whole_texts(doc)]
    found += by_colon(doc, lexicon, {r.start for r in stated} | {t.start for t in spoken})
    found += [*by_told_colon(doc), *by_dash(doc), *by_viewpoint(doc)]
    found += [*by_bracket(doc, lexicon), *by_second_thought(doc)]
    parted = {comma.sent.start for comma in doc.written(_COMMA)}
    for sentence in doc.sents:
        found += _by_set_off_verb(sentence, lexicon, has_comma=sentence.start in parted)
    found += _by_relative(doc, lexicon)
    found += _by_list(doc, lexicon)
    return tuple(sorted(found, key=lambda r: (r.start, -r.end)))


# ---- according to X


def _by_phrase(doc: Doc, lexicon: Lexicon) -> Iterator[Region]:
    for token in doc.written(_OPENERS):
        if token.text == "Per" and not token.is_sent_start:
            continue  # Per Ask is a man
        sentence = token.sent
        if token.lower_ in _OWNERS:
            yield from _by_owner(token, sentence, lexicon)
        elif token.lower_ in HEARD:
            yield from by_hearsay(token, sentence, lexicon)
        length = _phrase_length(token, lexicon)
        if not length:
            continue
        last = token.doc[token.i + length - 1]
        noun = next((child for child in last.children if child.dep_ in ("pobj", "pcomp")), None)
        if noun is None or (token.lower_ == "per" and not _is_source(noun, token)) or _is_yardstick(noun, token):
            continue
        start, end, phrase = _reach(token, noun, sentence)
        turn = next((t.i for t in token.doc[noun.i + 1 : end] if t.text_before == "," and _turns(t, lexicon)), end)
        is_who = turn < end and token.doc[turn].tag_ in QUESTION_TAGS
        yield Region(start, end if is_who else turn, and_conjuncts(noun), token, phrase=phrase)


def _is_yardstick(noun: Token, according: Token) -> bool:
    """ "Treated according to *the label*", "went according to *plan*": how it was done, and nobody's word."""
    if according.lower_ != "according":
        return False
    lemma = noun.lemma_.lower()
    is_done = according.i > according.sent.start and according.nbor(-1).tag_ in ("VBN", "VBD", "VBG", "VB")
    is_gone_by = lemma in words_of("what is gone by") and according.i > according.sent.start
    return is_gone_by or (is_done and lemma in words_of("what is done by"))


def _is_source(noun: Token, per: Token) -> bool:
    """Whether "per" names who says it: "per Reuters"; not "$400 per TEU"."""
    is_unit = noun.lower_ in words("units", "lemma") and per.text_before != ","
    return noun.pos_ == "PROPN" and noun.i <= per.i + 4 and not is_unit


def _by_owner(token: Token, sentence: Span, lexicon: Lexicon) -> Iterator[Region]:
    """In her words, in the mayor's view, by her own account."""
    noun = next((child for child in token.children if child.dep_ == "pobj"), None)
    owner = next((child for child in noun.lefts if child.dep_ == "poss"), None) if noun is not None else None
    if noun is None or owner is None:
        return
    if token.lower_ == "in" and token.i > token.head.i and is_speech_verb(token.head, lexicon):
        return  # "the judge said in her opinion": there she said it
    if is_kept_to(token):
        return
    is_apart = token.lower_ == "by" or token.is_sent_start or token.text_before in _PARTING
    if not lexicon.has("tellings", (noun.lower_, f"{token.lower_} {noun.lower_}") if is_apart else (noun.lower_,)):
        return
    start, end, phrase = _reach(token, noun, sentence)
    yield Region(start, end, (owner,), token, phrase=phrase)


def _phrase_length(token: Token, lexicon: Lexicon) -> int:
    following = token.doc.tokens[token.i : token.i + _LONGEST_PHRASE]
    two = f"{token.lower_} {following[1].lower_}" if len(following) > 1 else ""
    if lexicon.words["attribution openers"].isdisjoint((token.lower_, two)):
        return 0
    text, phrases = token.doc.text, lexicon.lists["attributions"]
    for size in range(len(following), 0, -1):
        last = following[size - 1]
        if text[token.idx : last.idx + len(last.text)].lower() in phrases:
            return size
    return 0


def _reach(token: Token, noun: Token, sentence: Span) -> tuple[int, int, tuple[int, int]]:
    """First and one past the last token of what the holder says, and the phrase that names him if it is none of it:
    the sentence where the phrase opens or closes it, else its own clause."""
    first, stop = between_semicolons(sentence, token.i)
    words = [t.i for t in token.doc[first:stop] if not t.is_punct and not t.is_space]
    last = noun.right_edge.i
    if token.i <= words[0] + 1:
        # or a broken parse
        return (first, stop, (0, 0)) if last >= words[-1] else (last + 1, stop, (token.i, last + 1))
    if last >= words[-1] - 1:
        return last_part(token.doc, first, token.i), token.i, (token.i, stop)
    lower = interrupted(token.doc, token.i - 1, last + 1)
    if lower is not None:
        begin, close = _lower_part(lower, last + 1, stop)
        return begin, close, (token.i, last + 1)
    if token.text_before == "," and token.doc[token.i - 2].tag_ == "CC":  # "leaked and, according to Orr, fell"
        end = next((t.i for t in token.doc[last + 2 : stop] if t.text in BREAKS), stop)
        return last + 1, end, (token.i, last + 1)
    clause = clause_of(token)
    if clause is None:
        return first, stop, (token.i, last + 1)
    return max(clause.left_edge.i, first), min(clause.right_edge.i + 1, stop), (token.i, last + 1)


def _lower_part(lower: Token, end: int, stop: int) -> tuple[int, int]:
    """First and one past the last token of a lower clause that a speaker interrupts: to its end or the next comma,
    whichever is later."""
    doc = lower.doc
    close = next((t.i for t in doc.tokens[end + 1 : stop] if t.text in BREAKS), stop)
    return lower.left_edge.i, max(close, min(lower.right_edge.i + 1, stop))


# ---- words, X said; words, X said, more words: whatever the parser made of the words


def _by_relative(doc: Doc, lexicon: Lexicon) -> Iterator[Region]:
    """The rest of a clause with a speaker in it: "the gun with which, police allege, she shot him", "because, he said,
    it was late"."""
    for comma in doc.written(_COMMA):
        verb, sentence = doc.tokens[comma.i - 1], comma.sent
        if comma.i == sentence.start:
            continue
        if verb.tag_ in FINITE:
            start = speaker_inside(verb) if is_speech_verb(verb, lexicon) else None
        else:
            start = _impersonal(verb, lexicon)
        if start is None:
            continue
        before = doc[start - 2]
        is_that = before.lower_ == "that" and before.tag_ == "IN"
        is_opening = is_that or before.tag_ in QUESTION_TAGS or opens_words(before)
        if not is_opening and not _goes_on(before, verb):
            continue
        end = next((t.i for t in doc[verb.i + 2 : sentence.end] if t.text in BREAKS), sentence.end)
        behind = doc[verb.i + 2] if verb.i + 2 < sentence.end else verb
        lower = next((t for t in (behind, *behind.ancestors) if t.dep_ == "relcl" and t.left_edge.i < start), None)
        if lower is not None and lower.right_edge.i > verb.i:
            end = min(end, lower.right_edge.i + 1)  # "A gang that, police say, stole it was jailed"
        holders = [t for t in doc[start : verb.i] if t.pos_ in NOMINAL and verb.tag_ in FINITE]
        yield Region(verb.i + 2, end, tuple(holders[-1:]), verb)


def _impersonal(verb: Token, lexicon: Lexicon) -> int | None:
    """Where "it is understood" begins behind a comma: "a buyer who, it is understood, paid in cash"."""
    start = verb.i - 2
    if verb.tag_ != "VBN" or start <= verb.sent.start or verb.doc[start].lower_ != "it" or not is_passive(verb):
        return None
    content = lexicon.signature("verbs", verb_forms(verb), "that")
    is_claim = content is not None and content.if_positive == "c"
    return start if verb.doc[start].text_before == "," and (is_claim or is_speech_verb(verb, lexicon)) else None


def _by_list(doc: Doc, lexicon: Lexicon) -> Iterator[Region]:
    """The rest of a list at semicolons, of which the first clause has a speaker before its verb: "Two mills, he said,
    had shut; a third was idle; and the last had lost its buyers"."""
    for sentence in {mark.sent.start: mark.sent for mark in doc.written(_SEMICOLON)}.values():
        stops = [t.i for t in sentence if t.text == ";"]
        if len(stops) < 2 or doc[stops[-1] + 1].lower_ not in ("and", "or"):
            continue
        told = (t for t in doc.tokens[sentence.start : stops[0]] if t.pos_ in VERBAL and is_inserted(t, lexicon))
        if (said := next((t for t in told if t.i < t.head.i), None)) is not None:
            yield Region(stops[0] + 1, sentence.end, voices(said, lexicon), said)


def _goes_on(joint: Token, verb: Token) -> bool:
    """Whether a verb without a subject follows: "sent off two players and, the club claims, swore at a third"."""
    return joint.tag_ == "CC" and verb.i + 2 < len(verb.doc) and verb.nbor(2).tag_ in FINITE


def _by_set_off_verb(sentence: Span, lexicon: Lexicon, *, has_comma: bool) -> Iterator[Region]:
    """The rest of a sentence whose verb of speech stands between commas or at the end."""
    bounds = _main_set_off(sentence, lexicon)
    found = _set_off(sentence, lexicon) if bounds is None and has_comma else bounds
    if found is None:
        return
    verb, start, end = found
    doc = sentence.doc
    first, stop = between_semicolons(sentence, start)
    if (lower := interrupted(doc, start - 1, end)) is not None:
        first, stop = _lower_part(lower, end, stop)
        yield Region(first, start - 1, speakers(verb), verb)
        yield Region(end, stop, speakers(verb), verb)
        return
    if doc[start - 2].tag_ == "CC" and doc[start - 1].text == "," and end < stop:  # "and, critics say, leaving"
        yield Region(end + 1, stop, speakers(verb), verb)
        return
    said, rest = doc[first : start - 1], doc[end:stop]
    if not len(said):
        return
    told = (t for t in said if t.tag_ in FINITE or t.tag_ == "VBN")  # not "Then, he said, she asked"
    is_clause = said[0].tag_ not in ("VBN", "VBG") and any(not is_inserted(t, lexicon) for t in told)
    if is_clause:  # not "Asked about it, the mayor said that"
        named = (start, max(start, verb.i))  # "its owner, lawyer Ida Roth, said": the writer says who she is
        yield Region(said.start, said.end, speakers(verb), verb, phrase=named)
    follows = next((t for t in rest if not t.is_punct and not t.like_num), None)  # "said Lund, 24, who lives in"
    if follows is not None and doc[start - 1].is_quote and (follows.dep_ == "cc" or _tells_occasion(follows, verb)):
        return  # '"We have more," she told the meeting, and was booed', "without naming it", "in a talk that was short"
    if follows is None or _turns(follows, lexicon) or follows.tag_ == "VBG" or _tells_of(follows, start, end):
        return
    if _weighs(follows):
        return
    if is_clause or (rest[0].text == "," and any(t.tag_ in FINITE for t in rest)):
        yield Region(rest.start, rest.end, speakers(verb), verb)


def _tells_occasion(word: Token, saying: Token) -> bool:
    """Whether a preposition opens what was done, or where it was said: "without naming it", "in a talk that"."""
    is_own = word.dep_ == "prep" and word.head.i == saying.i
    return is_own or (word.dep_ == "prep" and any(child.dep_ == "pcomp" for child in word.rights))


def _tells_of(word: Token, start: int, end: int) -> bool:
    """Whether a relative clause tells of one who is spoken to or of a place: "he told reporters in the yard, where"."""
    clause = word.head if word.tag_ in QUESTION_TAGS else word
    return clause.dep_ == "relcl" and start <= clause.head.i < end


def _weighs(word: Token) -> bool:
    """Whether the writer weighs what was said: "*in a ruling that could delay the sale*", "*a blow that may cost it the
    cup*"; not "in a cell that had no window"."""
    nouns = word.rights if word.lower_ == "in" else (word, word.head)
    for noun in nouns:
        lemma = noun.lemma_.lower()
        is_weighed = lemma in words("comment_nouns", "lemma") and lemma not in words_of("undertakings")
        opening = noun.left_edge
        is_next = opening.i == word.i + (word.lower_ == "in") and opening.lower_ in ("a", "an")
        if is_weighed and is_next and any(child.dep_ == "relcl" for child in noun.rights):
            return True
    return False


def _turns(word: Token, lexicon: Lexicon) -> bool:
    """Whether the writer speaks again: "but tests found nothing"; not "but wants a say", part of what is said."""
    if not lexicon.has("turns", (word.lower_,)):
        return False
    following = word.doc.tokens[word.i + 1 : word.i + 2]
    return word.dep_ != "cc" or not any(token.tag_ in FINITE for token in following)


def _set_off(sentence: Span, lexicon: Lexicon) -> tuple[Token, int, int] | None:
    """The verb, first and one past the last token of a short "X said" behind a comma, by the order of the words."""
    for verb in reversed(sentence):
        if verb.pos_ not in VERBAL or not is_speech_verb(verb, lexicon) or is_denial(verb, lexicon):
            continue
        if (found := set_off(verb, lexicon)) is not None:
            return verb, found.start, found.end
    return None


def _main_set_off(sentence: Span, lexicon: Lexicon) -> tuple[Token, int, int] | None:
    """The same by the arcs, for the main verb."""
    verb, doc = sentence.root, sentence.doc
    subject = nearest_subject(verb)
    if subject is None or not is_speech_verb(verb, lexicon) or any(child.tag_ == "MD" for child in verb.lefts):
        return None
    if negative_word(subject, lexicon) is not None or (is_passive(verb) and subject.lower_ != "it"):
        return None  # "When I showed it, nobody said a word", "In fact, Orr believes, the notes were written by"
    if any(child.dep_ == "xcomp" and has_to(child) for child in verb.rights) or _takes_next(verb, lexicon):
        return None  # "In return, workers agreed to leave, a step that few took"
    start = min(verb.i, subject.left_edge.i)
    last = max(verb.i, subject.right_edge.i)
    if last == verb.i and last + 1 < sentence.end and doc[last + 1].lower_ == "that":
        return None  # "When a reporter asked, he said that it was lost"
    stop = next((t.i for t in doc[last + 1 : sentence.end] if t.text in BREAKS), sentence.end)
    if start <= sentence.start or doc[start - 1].text not in _BEFORE_SPEAKER or stop - last > _LONGEST_NAME:
        return None
    return None if any(t.tag_ in FINITE for t in doc[last + 1 : stop]) else (verb, start, stop)


def _takes_next(verb: Token, lexicon: Lexicon) -> bool:
    """Whether what a verb takes stands right behind it: "In a letter sent on Monday, Orr described seeing a ship",
    "described a ship"; not "told the court", "predicted Tuesday"."""
    for child in verb.rights:
        if child.left_edge.i == verb.i + 1 and child.ent_type_ not in TIMES:
            is_object = child.dep_ == "dobj" and not lexicon.has("addressing", verb_forms(verb))
            if is_object or (child.dep_ == "xcomp" and child.tag_ == "VBG"):
                return True
    return False
