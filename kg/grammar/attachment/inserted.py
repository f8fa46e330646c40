"""Speech put into the middle of a clause: what stands before it is the subject of what stands behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc, with_stop
from kg.grammar.attachment.sites import at
from kg.grammar.interrupted import interrupted
from kg.grammar.kinds import is_people
from kg.grammar.phrases import NOMINAL, VERBAL
from kg.grammar.verbs import FINITE, HELPERS, SUBJECTS, closes_sentence, finite_part, has_subject, may_say
from kg.parse import Doc, Span, Token

_LEFT = frozenset({*SUBJECTS, "dep"})
_SPOKEN = frozenset({*SUBJECTS, "dobj"})
_LOOSE = frozenset({"cc", "conj"})
_QUOTES = frozenset({'"', "“", "”", "„", "«", "»", "``", "''", "'", "‘", "’"})
_GOING_ON = frozenset({"prep", "dobj", "xcomp", "advmod", "npadvmod", "acomp", "attr", "agent", "advcl"})
_ON_NOUN = {"xcomp": "acl", "advcl": "acl"}
_RELATIVE = frozenset({"WRB", "WDT", "WP"})
_NEXT = frozenset({"conj", "advcl", "ccomp", "xcomp", "dep"})
_MARKS = 3  # a quotation opened, closed and opened again
_NEAR = 3  # words up to the verb behind


@at(above="parataxis ccomp", is_behind=False)
def not_of_speech(word: Token) -> Iterator[Arc]:
    """ "*Nor*, say two trustees, was it told to them": they do say so, and what they say is no."""
    verb = word.head
    if word.i == word.sent.start and word.nbor(1).text == "," and verb.head.i > verb.i and _puts_words(verb):
        yield word, verb.head, word.dep_


@at(tags=FINITE, any_below=frozenset({*SUBJECTS, "dep"}))
def inserted(verb: Token) -> Iterator[Arc]:
    """ "The mine, *says* the union, skipped the checks", "The duke, or so the tale *goes*, buried it"."""
    main = _cut_in_two(verb)
    first = next((c for c in verb.lefts if c.dep_ in _LEFT and c.pos_ in NOMINAL and _ends_at_comma(c)), None)
    if main is None or first is None or not _puts_words(verb):
        return
    others = [c for c in verb.children if c.dep_ in _SPOKEN and c != first and c.pos_ in NOMINAL]
    if len(others) != 1 or any(c.dep_ in ("ccomp", "xcomp") for c in verb.rights if c != main):
        return
    if sum(t.text == "," for t in verb.doc[first.i : verb.i]) != 1:
        return  # "The union, which has 40 members, said talks with the port, Nordkai, broke down"
    yield from _set_apart(verb, main)
    yield others[0], verb, "nsubj"
    yield first, main, "nsubj"
    for word in [c for c in first.rights if c.dep_ in _LOOSE and c.pos_ not in NOMINAL]:  # "or so"
        yield word, verb, "cc" if word.dep_ == "cc" else "advmod"


@at(tags=FINITE, below="nsubj ccomp", none_below=HELPERS | {"mark", "neg"})
def by_speaker(verb: Token) -> Iterator[Arc]:
    """ "The guards, *said* the museum's head, Ida Moe, are on leave": the head says so, and they are."""
    first = next((c for c in verb.lefts if c.dep_ in SUBJECTS), verb)
    main = next((c for c in verb.rights if c.dep_ == "ccomp"), verb)
    speaker = next((c for c in main.lefts if c.dep_ in SUBJECTS), verb)
    if verb.text_before != "," or not _says(verb) or speaker.left_edge.i != verb.i + 1 or "mark" in main.below:
        return
    if sum(t.text == "," for t in verb.doc[first.i : verb.i]) != 1 or first.tag_ == "PRP" or first.pos_ not in NOMINAL:
        return
    start = min((c for c in main.lefts if c.i > speaker.right_edge.i), key=lambda t: t.i, default=main)
    start = start if start.i < main.i else main
    behind = start.nbor(1) if start.text == "," and start.i < main.i else start
    if verb.doc[behind.i - 1].text != "," or finite_part(main).tag_ not in (*FINITE, "MD"):
        return
    yield from _set_apart(verb, main)
    if verb.dep_ != "ROOT":
        yield main, verb.head, verb.dep_
        yield verb, main, "parataxis"
    yield from ((c, main, c.dep_) for c in [*verb.lefts] if c.i < first.i)
    yield from ((c, main, "punct") for c in [*verb.rights] if c.is_punct and c.i > main.i)
    yield first, main, speaker.dep_
    yield speaker, verb, "nsubj"


@at(tags=FINITE, any_below=SUBJECTS)
def in_lower(verb: Token) -> Iterator[Arc]:
    """ "The crew cleared a lorry that lay, police *said*, on its side": where it lay is what they say."""
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS and c.pos_ in NOMINAL), verb)
    start, end = min(subject.left_edge.i, verb.i), max(subject.right_edge.i, verb.i) + 1
    if subject == verb or start < verb.sent.start + 2 or end >= verb.sent.end or not _puts_words(verb):
        return
    comma = verb.doc[end]
    is_joint = verb.doc[start - 2].tag_ == "CC"
    lower = _next_behind(comma) if is_joint else interrupted(verb.doc, start - 1, comma.i)
    main = next((c for c in verb.lefts if c.dep_ == "ccomp" and c.pos_ in VERBAL and c.i < start), None)
    if lower is None or (verb.dep_ == "ROOT" and (main is None or not (is_joint or lower in main.subtree))):
        return
    near = (*verb.rights, *(c for above in lower.ancestors for c in above.rights if c.left_edge.i == end + 1))
    behind = [c for c in near if c.left_edge.i > end and c.dep_ in _GOING_ON and c != lower]
    if verb.dep_ == "ROOT" and main is not None:
        yield main, main, "ROOT"
        yield from ((c, main, c.dep_) for c in [*verb.rights] if c.i > end and c not in behind)
    if lower.head == verb:
        yield lower, verb.doc[start - 2].head, "conj"
    yield verb, lower, "parataxis"
    yield from ((c, lower, c.dep_ if lower.pos_ in VERBAL else _ON_NOUN.get(c.dep_, "prep")) for c in behind)


@at(any_below=SUBJECTS, is_behind=False)
def before_colon(verb: Token) -> Iterator[Arc]:
    """ "The report was damning: "Managers knew of it."": no words of the verb behind the colon."""
    between = verb.doc.tokens[verb.i + 1 : verb.head.i]
    is_quoted = any(t.text == ":" for t in between) and any(t.is_quote for t in between)
    if verb.dep_ == "ccomp" and is_quoted and has_subject(verb.head) and not may_say(verb):
        yield verb, verb.head, "dep"


@at(tags=FINITE | {"VBN"}, any_below=SUBJECTS)
def where_they_say(verb: Token) -> Iterator[Arc]:
    """ "Was found in a barn where, a court *heard*, she had lived": she lived there. "A man who,
    it is *said*, lives in Malta": he does, and it is said elsewhere."""
    opening = next((c for c in verb.lefts if c.tag_ in _RELATIVE and _behind(c).text == ","), None)
    subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS and c != opening), verb)
    if opening is None or verb.dep_ != "relcl" or subject.left_edge.i != opening.i + 2 or not _says_so(verb, subject):
        return
    comma, noun = _behind(verb), verb.head
    start = _behind(comma) if comma.text == "," else comma
    real = _clause_from(start)
    if real is None or real == verb or not (real.dep_ in ("ROOT", "acl") or real.head in (verb, noun.head)):
        return
    main = next((c for c in real.lefts if c.dep_ == "ccomp" and noun in c.subtree), None)
    if main is not None:
        yield main, real.head if real.dep_ != "ROOT" else main, real.dep_
        yield from with_stop(real, main)
    elif real.dep_ == "ROOT":
        return
    yield real, noun, "relcl"
    yield opening, real, "advmod" if opening.tag_ == "WRB" else "nsubj"
    yield verb, real, "parataxis"


@at(any_below="mark advmod", is_behind=True)
def clause_behind(verb: Token) -> Iterator[Arc]:
    """ "The fire began, the court heard, when a boy *dropped* a match": when it began, and not when that was heard."""
    says, start = verb.head, verb.left_edge
    told = next((c for c in says.lefts if c.dep_ == "ccomp" and c.pos_ in VERBAL), says)
    subject = next((c for c in says.lefts if c.dep_ in SUBJECTS and c.i > told.i), says)
    is_opened = any(c.dep_ == "mark" or c.tag_ == "WRB" for c in verb.lefts)
    is_between = start.text_before == "," == subject.left_edge.text_before
    if told != says != subject and is_opened and is_between and _hears(says):
        yield verb, told, "advcl"


@at(tags="VBD", below="nsubj", above="ROOT", none_below="dobj ccomp xcomp aux mark", is_behind=True)
def heard(verb: Token) -> Iterator[Arc]:
    """ "She told police that she fled, a jury *heard* on Monday": it heard all of it, and is no part of what she told.
    "Orr fled, the inquest *heard*, while a guard slept": that he slept was heard, too."""
    main, start = verb.head, next((c.left_edge for c in verb.lefts if c.dep_ == "nsubj"), verb)
    if verb.dep_ not in ("conj", "ccomp") or start.text_before != "," or start.i <= main.i or not _hears(verb):
        return
    if _behind(verb).text == ",":
        yield verb, main, "parataxis"
        yield from ((c, main, "advcl") for c in [*verb.rights] if c.dep_ == "advcl")
    elif closes_sentence(verb):
        yield verb, verb, "ROOT"
        yield from ((c, verb, "punct") for c in [*main.rights] if c.is_punct and c.i > verb.i)
        yield main, verb, "ccomp"


@at(tags="VBD", below="nsubj ccomp", above="ROOT", none_below="dobj xcomp mark")
def heard_between(verb: Token) -> Iterator[Arc]:
    """ "Orr shot the guard, the trial *heard*, and buried him", "before burying him": he did, and the trial heard so;
    "Orr had, the trial *heard*, buried him"."""
    main = next((c for c in verb.lefts if c.dep_ == "ccomp" and has_subject(c)), verb)
    start = next((c.left_edge for c in verb.lefts if c.dep_ == "nsubj"), verb)
    comma = next((t for t in verb.doc.tokens[verb.i + 1 : verb.sent.end] if t.text == ","), verb)
    behind = [c for c in verb.rights if not c.is_punct and not has_subject(c)]
    is_between = main.i < start.i and start.text_before == "," == comma.text
    behind = [c for c in behind if c.i > comma.i]
    if not is_between or not behind or not _hears(verb) or any(c.dep_ == "ccomp" for c in behind):
        return
    later = next((c for c in behind if c.tag_ in ("VBN", "VBD")), verb)
    is_helper = main.lemma_ == "have" and "dobj" not in main.below and not any(c.dep_ == "cc" for c in behind)
    told = later if is_helper and later != verb else main
    yield told, told, "ROOT"
    yield verb, told, "parataxis"
    if told != main:
        told.tag_ = "VBN"
        yield main, told, "aux"
        yield from ((c, told, c.dep_) for c in [*main.children])
    yield from ((c, told, c.dep_) for c in behind if c != told)


@at(tags="VBD", below="nsubj ccomp", none_below="dobj xcomp mark", is_behind=True)
def told_behind(verb: Token) -> Iterator[Arc]:
    """ "The guard told a clerk, the court *heard*, that he fled": that is what he told, and all of it was heard."""
    main, that = verb.head, next((c for c in verb.rights if c.dep_ == "ccomp"), verb)
    is_free = main.lemma_.lower() in wordlists.words("speech", "lemma") and "ccomp" not in main.below
    if is_free and _hears(verb) and _behind(verb).text == "," and that.left_edge.lower_ == "that":
        yield that, main, "ccomp"


@at(tags="VBD VBN", none_below=HELPERS | {"dobj", "ccomp"}, is_behind=True)
def heard_of_subject(verb: Token) -> Iterator[Arc]:
    """ "The nurse, the inquest *heard*, left her ward": it heard so; the nurse is no inquest."""
    hearer, noun = verb.doc[max(verb.i - 1, 0)], verb.head
    start = verb.left_edge
    is_apart = start.text_before == "," == _behind(verb).text and noun.dep_ in SUBJECTS
    if verb.dep_ not in ("appos", "acl", "relcl") or not is_apart or hearer.head != verb or hearer.tag_ != "NN":
        return
    if verb.lemma_.lower() in wordlists.words("hearing", "lemma"):
        verb.tag_ = "VBD"
        yield verb, noun.head, "parataxis"
        yield hearer, verb, "nsubj"
        yield from ((c, hearer, c.dep_) for c in [*verb.lefts] if c != hearer and not c.is_punct)


def _hears(verb: Token) -> bool:
    """Whether a verb is that of who hears what is said, or is told it."""
    is_told = "auxpass" in verb.below and verb.lemma_.lower() in wordlists.telling_people()
    return is_told or verb.lemma_.lower() in wordlists.words("hearing", "lemma")


def _clause_from(start: Token) -> Token | None:
    """The verb of the clause that begins at a word: with it, with its helper or with its subject."""
    if start.pos_ in VERBAL:
        return start.head if start.dep_ in HELPERS else start
    verb = next((t.head for t in (start, *start.ancestors) if t.dep_ in SUBJECTS and t.left_edge == start), None)
    return verb if verb is not None and verb.i > start.i else None


def _says_so(verb: Token, subject: Token) -> bool:
    """Whether somebody says so, or "it is said"."""
    if verb.tag_ in FINITE:
        return _puts_words(verb)
    return subject.lower_ == "it" and "auxpass" in verb.below and verb.lemma_.lower() in wordlists.saying()


@at(tags="VBN VBD", none_below=HELPERS | SUBJECTS, is_behind=True)
def who_says(verb: Token) -> Iterator[Arc]:
    """ "A school that, an audit *found*, had no pupils": the audit found so, and is not what was found."""
    noun, comma = verb.head, _behind(verb)
    start = noun.left_edge.i
    if verb.dep_ != "acl" or noun.i != verb.i - 1 or comma.text != "," or start < verb.sent.start + 2:
        return
    lower, opening = noun.head, verb.doc[start - 2]
    is_opening = opening.tag_ in _RELATIVE or opening.lower_ == "that"
    if verb.doc[start - 1].text != "," or not is_opening or lower.dep_ != "relcl" or lower.i < verb.i:
        return
    if verb.lemma_.lower() in wordlists.saying():
        verb.tag_ = "VBD"
        yield verb, lower, "parataxis"
        yield noun, verb, "nsubj"


@at(tags="NNS", below="compound", is_behind=True)
def claims(noun: Token) -> Iterator[Arc]:
    """ "A play that was seen, its maker *claims*, by a million": the maker does so; these are no claims."""
    lemma = wordlists.noun_verbs().get(noun.lower_, noun.lemma_.lower())
    speaker, end = noun.doc[max(noun.i - 1, 0)], noun.i + 1
    if noun.dep_ not in ("appos", "npadvmod", "conj") or lemma not in wordlists.words("speech", "lemma"):
        return
    start = noun.left_edge.i
    is_inside = end < noun.sent.end and noun.doc[end].text == "," == noun.doc[start - 1].text
    is_last = all(c.i >= end for c in noun.rights)
    if not is_inside or not is_last or speaker.tag_ not in ("NN", "NNP") or not is_people(speaker):
        return
    lower = interrupted(noun.doc, start - 1, end)
    if lower is None or lower.pos_ not in VERBAL:
        return
    noun.tag_, noun.pos_, noun.lemma_ = "VBZ", "VERB", lemma
    yield speaker, noun, "nsubj"
    yield from ((c, speaker, c.dep_) for c in [*noun.lefts] if c != speaker)
    yield from ((c, lower, c.dep_) for c in [*noun.rights] if not c.is_punct)
    yield noun, lower, "parataxis"


def _behind(word: Token) -> Token:
    """The next word of a sentence; of the last one itself."""
    return word.nbor() if word.i + 1 < word.sent.end else word


def _next_behind(comma: Token) -> Token | None:
    """What goes on behind a joint and a speaker: "left it to the courts and, critics say, *leaving* us to pay"."""
    behind = _behind(comma)
    verb = behind.head if behind.dep_ in HELPERS else behind
    is_next = verb.pos_ in VERBAL and verb.i > comma.i and verb.dep_ in _NEXT
    return verb if comma.text == "," and is_next else None


# ---- by the quotation marks


def broken_quotations(doc: Doc) -> Iterator[Arc]:
    """ "The council," said Ana Ruiz, a teacher, "sold our park": the marks are surer than the parse."""
    marks: defaultdict[int, list[int]] = defaultdict(list)
    for token in doc.written(_QUOTES):
        if token.tag_ != "POS":  # of "the tenants' group"
            marks[token.sent.start].append(token.i)
    for places in marks.values():
        if len(places) >= _MARKS:
            yield from _broken(doc[places[0]].sent, places)


def _broken(sentence: Span, marks: list[int]) -> Iterator[Arc]:
    doc, (opened, closed, reopened) = sentence.doc, marks[:_MARKS]
    end = marks[_MARKS] if len(marks) > _MARKS else sentence.end
    before, middle, behind = doc[opened + 1 : closed], doc[closed + 1 : reopened], doc[reopened + 1 : end]
    verb = next((t for t in middle if t.pos_ in VERBAL and _puts_words(t)), None)
    if verb is None or not len(before) or not len(behind):
        return
    if behind[0].dep_ == "cc":
        yield from _goes_on(behind[0], verb)
    elif opened == sentence.start:
        yield from _rejoined(before, middle, behind, verb)


def _goes_on(joint: Token, verb: Token) -> Iterator[Arc]:
    """The council "ignored it", Ruiz said, "and *lost* the case"."""
    first = next((c for c in verb.lefts if c.dep_ == "ccomp" and c.pos_ in VERBAL), None)
    second = next((c for c in verb.rights if c.dep_ == "conj" and c.i > joint.i), None)
    if first is not None and second is not None and not has_subject(second) and second.i <= joint.i + 2:
        yield joint, first, "cc"
        yield second, first, "conj"


def _rejoined(before: Span, middle: Span, behind: Span, verb: Token) -> Iterator[Arc]:
    if any(t.tag_ in FINITE or t.tag_ == "MD" for t in before):
        return
    noun = next((t for t in before if t.pos_ in NOMINAL and not _is_within(t.head, before)), None)
    opening = next((t for t in behind[:_NEAR] if t.tag_ in (*FINITE, "MD")), None)
    main = opening.head if opening is not None and opening.dep_ in HELPERS else opening
    if noun is None or main is None or main.pos_ not in VERBAL or not _is_within(main, behind):
        return
    subjects = [c for c in main.lefts if c.dep_ in SUBJECTS]
    if any(_is_within(c, behind) for c in subjects) or any(t.dep_ == "mark" for t in behind[:1]):
        return
    inner = [*verb.children, *subjects]
    speaker = next((c for c in inner if c.dep_ in _SPOKEN and c.pos_ in NOMINAL and _is_within(c, middle)), None)
    if verb.dep_ == "ROOT":
        yield main, main, "ROOT"
    if speaker is not None and (speaker.dep_ != "dobj" or not has_subject(verb)):
        yield speaker, verb, "nsubj"
    yield verb, main, "parataxis"
    yield noun, main, "nsubjpass" if any(c.dep_ == "auxpass" for c in main.lefts) else "nsubj"


def _is_within(token: Token, span: Span) -> bool:
    return span.start <= token.i < span.end


def _cut_in_two(verb: Token) -> Token | None:
    """The verb without a subject that stands behind a clause of speech."""
    main: Token | None = verb.head
    if verb.dep_ == "ROOT":
        arcs = ("ccomp", "dep") if "cc" in verb.below else ("ccomp", "dep", "conj")
        main = next((c for c in verb.rights if c.dep_ in arcs), None)
    if main is None or main.i < verb.i or main.pos_ not in VERBAL or has_subject(main):
        return None
    is_finite = main.tag_ in FINITE or any(c.tag_ in (*FINITE, "MD") for c in main.lefts if c.dep_ in HELPERS)
    is_opened = any(c.dep_ == "mark" or c.tag_ in ("WDT", "WP", "WRB", "TO") for c in main.lefts)
    is_apart = any(t.text == "," for t in verb.doc[verb.i + 1 : main.i])
    return main if (is_finite or main.tag_ == "VBN") and not is_opened and is_apart else None


def _set_apart(verb: Token, main: Token) -> Iterator[Arc]:
    if verb.dep_ == "ROOT":
        yield main, main, "ROOT"
        yield verb, main, "parataxis"


def _ends_at_comma(word: Token) -> bool:
    """Whether a comma stands behind a phrase, or behind the quotation mark that closes it."""
    tokens = word.doc.tokens
    for end in (word.i + 1, word.right_edge.i + 1):  # the comma may hang on the word
        behind = tokens[end : end + 2]
        if behind and (behind[0].text == "," or (behind[0].is_quote and behind[-1].text == ",")):
            return True
    return False


def _puts_words(verb: Token) -> bool:
    return verb.tag_ in FINITE and (_says(verb) or verb.lemma_ in ("go", *wordlists.words("quoting", "lemma")))


def _says(verb: Token) -> bool:
    """Whether a verb puts words forward where it stands: "heard" only before a comma."""
    lemma = verb.lemma_.lower()
    is_closed = verb.i + 1 < len(verb.doc) and verb.nbor(1).text == ","
    return lemma in wordlists.words("speech", "lemma") or (is_closed and lemma in wordlists.words("inserting", "lemma"))
