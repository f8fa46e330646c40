"""Headed: items of a list stand as its heading says: below "Possible outcomes:" or "Myths" none of them is a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.factuality.regions import Region
from kg.grammar.phrases import TIMES
from kg.grammar.turns import ITEM
from kg.grammar.wordlists import values, words
from kg.parse import Doc, Span, Token

_LONGEST = 12  # words of a heading without a colon
_SHORT = 6  # words of a line with a colon that heads a list by itself
_FURTHEST = 3  # paragraphs from the first item up to its heading
_LABEL = re.compile(
    r"[*_#]*(?:The )?(Coming up|Still to come|Up next|True or false|(?:Myth|Fiction)(?=\.)|[A-Za-z]+)"
    r"(?: #?(?:\d+|one|two|three))?[*_]*(?::|\.(?=\s)|\s[–—-]\s)[*_]*\s*(?=\S)",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"[^:]{1,30}\((planned|expected|proposed|forecast|predicted|likely|possible|alleged)\)[*_]*\s?[:–—-]\s*(?=\S)"
)
_CLAIM = re.compile(
    r"(?:the |what was |what is )?"
    r"(?:claims?|claimed|rumou?rs?|myths?|allegations?|accusations?|hoax(?:es)?|conspiracy theory)(?: #?\d+)?:?"
    r"|what (?!we\b|to\b).{1,40} (?:says?|claims?|alleges?|argues?|believes?)"
    r"|what (?:is|are|was|were) .{1,40} accused of",
    re.IGNORECASE,
)
_VERDICT = re.compile(
    r"\s?\|\s*(?:mostly |partly |half |largely |completely )?"
    r"(?:false|fake|untrue|unproven|misleading|wrong|satire|hoax|altered|unverified|unsupported|no evidence|incorrect"
    r"|missing context|pants on fire|inaccurate|true)[.!]?\s*(?:\||$)",
    re.IGNORECASE,
)
_CHOICE = re.compile(r"\(?[A-Ea-e][.)]\s")  # of a quiz
_DATE = re.compile(r"[^.!?:]{0,20}\d{1,2}[^.!?:]{0,12}(?:19|20)\d\d|[A-Z]\w+ (?:19|20)\d\d")
_BODY = 3  # paragraphs below "The claim"
_ANSWERS = frozenset({"reality", "truth"})
_MODALS = frozenset({"will", "may", "might", "could", "should", "would", "must"})


def headed(doc: Doc) -> Iterator[Region]:
    """The items of each list below such a heading, and the rest of a line behind such a label, with the cue."""
    cue: Token | None = None
    paragraphs = list(doc.spans.get("paragraphs", []))
    is_within = False
    for place, paragraph in enumerate(paragraphs):
        is_item = _is_item(paragraph)
        if is_item and not is_within:
            cue = _heading(paragraphs[max(0, place - _FURTHEST) : place])
        if is_item and cue is None and _CHOICE.match(paragraph.text):
            cue = _question(paragraphs[max(0, place - 1) : place])
        is_within = is_item
        if is_item and cue is not None:
            yield _region(paragraph.start, paragraph.end, cue)
        else:
            yield from _labelled(paragraph)
            yield from _judged(paragraph)
        if not is_item and _CLAIM.fullmatch(paragraph.text.strip("*_# ?\n")):
            yield from _below(paragraphs, place)


def _is_item(paragraph: Span) -> bool:
    """Whether a paragraph opens with a mark of a list, or behind a sign that is not read ("✔")."""
    text = paragraph.doc.text
    sign = text[text.rfind("\n", 0, paragraph.start_char) + 1 : paragraph.start_char].strip()
    return ITEM.match(paragraph.text) is not None or (sign != "" and not sign[-1].isalnum() and sign[0] not in "*_#")


def _question(before: list[Span]) -> Token | None:
    """The mark of the question above the answers to choose from, "a) Halden"."""
    return next((p[-1] for p in before if p[-1].text == "?"), None)


def _below(paragraphs: list[Span], place: int) -> Iterator[Region]:
    """The prose below "The claim" or "What the union says", up to the next heading, unless it tells who says what."""
    cue = next((t for t in paragraphs[place] if _code(t.lower_)), None)
    body: list[Span] = []
    for paragraph in paragraphs[place + 1 : place + 1 + _BODY]:
        text = paragraph.text.rstrip("*_ ")
        is_heading = text[-1:] not in '.!”"…' and len(text.split()) <= _LONGEST
        if ITEM.match(text) or (is_heading and body) or _answers(paragraph):
            break
        body.append(paragraph)
    if cue is not None and not any(_attributes(t) for paragraph in body for t in paragraph):
        yield from (_region(paragraph.start, paragraph.end, cue) for paragraph in body)


def _attributes(token: Token) -> bool:
    return token.text in '"“”' or (token.pos_ == "VERB" and token.lemma_ in words("speech", "lemma"))


def _answers(paragraph: Span) -> bool:
    """Whether a line is the answer to a claim: "Verdict: False"."""
    first = next((t.lower_ for t in paragraph if t.is_alpha), "")
    return ":" in paragraph.text[:30] and first in words("labels", "lemma") | _ANSWERS | {"our"}


def _judged(row: Span) -> Iterator[Region]:
    """The claim in a row of a table beside what is found of it: "The dam cracked | False"."""
    found = _VERDICT.search(row.text)
    if found is None or found[0].strip(" |.!").lower() == "true":
        return
    begin = row.start_char + found.start()
    inside = [t for t in row if t.idx < begin]
    cue = next((t for t in row if t.idx > begin and t.is_alpha), None)
    if inside and cue is not None:
        yield Region(row.start, inside[-1].i + 1, (), cue, code="c")


def _region(start: int, end: int, cue: Token) -> Region:
    return Region(start, end, (), cue, code=_code(cue.lower_) or _code_of_phrase(cue))


def _heading(before: list[Span]) -> Token | None:
    """The cue of the heading above the first item, looked for past sentences that only lead to the list."""
    for paragraph in reversed(before):
        text = paragraph.text.rstrip("*_ ")
        if ITEM.match(text):
            return None
        if _DATE.fullmatch(text):
            continue
        size = len(text.split())
        is_lead = text.endswith(":")
        if not is_lead and (text[-1:] in '.!”"…' or size > _LONGEST):
            continue
        if (cue := _cue(_last_sentence(paragraph))) is not None:
            return cue
        if not is_lead or size <= _SHORT:
            return None
    return None


def _last_sentence(paragraph: Span) -> list[Token]:
    """The words behind the last full stop inside a paragraph."""
    tokens = list(paragraph)
    stops = [n for n, token in enumerate(tokens[:-1]) if token.text in ".!" and tokens[n + 1].text[0].isupper()]
    return tokens[stops[-1] + 1 :] if stops else tokens


def _cue(tokens: list[Token]) -> Token | None:
    """The first word of a heading that tells how its items stand; of a phrase its first word."""
    alone = {phrase for phrase in words("heading_cues", "lemma") if " " not in phrase and phrase.isalpha()}
    for token in tokens:
        if _code_of_phrase(token) or (token.lower_ in alone and _is_cue(token)):
            return token
    return None


def _is_cue(token: Token) -> bool:
    """Whether a word tells how things stand: not "Results for May", "Must-see", "Why the plan failed", "The plan in
    numbers"."""
    following = [t for t in token.doc[token.i + 1 : token.i + 3] if t.sent == token.sent]
    if token.ent_type_ or (token.lower_ in _MODALS and (token.tag_ not in ("MD", "VB") or token.text != token.lower_)):
        return False
    if following and (following[0].text == "-" or following[0].tag_ == "VBD"):
        return token.lower_ in _MODALS
    return [t.lower_ for t in following] != ["in", "numbers"]


def _is_bare(cue: Token) -> bool:
    """Whether a label is no date, whatever a model took it for: "Claim 2"; not "May 2019"."""
    return cue.ent_type_ not in TIMES


def _code(word: str) -> str:
    return values("heading_cues", "lemma", "code").get(word, "")


def _code_of_phrase(token: Token) -> str:
    """The code of the phrase that begins at a word."""
    text = token.doc.text[token.idx : token.idx + 40].lower()
    return next((code for form, code in _phrases().items() if re.match(rf"{re.escape(form)}\b", text)), "")


@cache
def _phrases() -> dict[str, str]:
    return {k: v for k, v in values("heading_cues", "lemma", "code").items() if not k.isalpha()}


def _labelled(paragraph: Span) -> Iterator[Region]:
    """The rest of a line behind "Myth:", up to where the writer answers: "Myth: It leaked. Fact: It did not"."""
    text = paragraph.text
    bullet = ITEM.match(text)
    label = _LABEL.match(text, bullet.end() if bullet is not None else 0)
    if label is None or not _code(label[1].lower()):
        label = _ASIDE.match(text)
    if label is None or not _code(label[1].lower()):
        return
    begin = paragraph.start_char + label.start(1)
    cue = next((t for t in paragraph if t.idx == begin), None)
    first = paragraph.start_char + label.end()
    start = next((t.i for t in paragraph if t.idx >= first), paragraph.end)
    if cue is None or (cue.ent_type_ and label[1].istitle() and not _is_bare(cue)) or cue.tag_ == "MD":
        return  # "May 2019: the mill closes"
    answers = words("labels", "lemma") | _ANSWERS
    rest = [t for t in paragraph if start < t.i < paragraph.end - 1]
    inside = (t.i for t in rest if t.lower_ in answers and t.nbor().text == ":")
    end = next(inside, paragraph.end)
    if start < end:
        yield _region(start, end, cue)
