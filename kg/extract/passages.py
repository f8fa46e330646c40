"""Passages of a document: its sentences as evidence, and the words of a clause."""

from __future__ import annotations

from kg.extract.clauses.own_subjects import antecedent, is_relative, relative_without_pronoun
from kg.extract.clauses.predicates import has_tense
from kg.extract.factuality.insertions import is_inserted
from kg.extract.factuality.lexicon import shipped_lexicon
from kg.grammar.phrases import ADNOMINAL
from kg.grammar.told import cannot_do
from kg.grammar.verbs import FINITE, SUBJECTS, has_subject, helpers, is_passive
from kg.grammar.wordlists import words
from kg.model import Evidence
from kg.parse import Doc, Span, Token

_CONJUNCTIONS = frozenset({"that", "whether", "if", "because"})
_WHETHER = frozenset({"whether", "if"})
_JOINTS = frozenset({"and", "but", "or", "yet"})
_ASKING = frozenset({"WP", "WDT", "EX"})
_ADDING = frozenset({"VBG", "WP", "WP$", "WDT"})  # "he said, *adding* that"


def _run_around(head: Token) -> list[Token]:
    """The words under a predicate that stand together with it: not the "which" of "which they wanted to sell"."""
    under = {token.i for token in head.subtree} | {token.i for token in head.sent if token.is_space}
    under -= _of_next_clause(head) | _before_semicolon(head) | _of_comment(head)
    left = right = head.i
    while left - 1 in under:
        left -= 1
    while right + 1 in under:
        right += 1
    return [token for token in head.doc[left : right + 1] if not token.is_space]


def _of_next_clause(head: Token) -> set[int]:
    """The places of "and *it did*" behind what is said, which is told by itself: "said it closed and it did"."""
    if head.dep_ not in ("ccomp", "acl") or any(child.dep_ == "cc" and child.lower_ == "or" for child in head.rights):
        return set()  # "said it would close or it would be sold"
    others = (child for child in head.rights if child.dep_ == "conj" and has_subject(child))
    return {token.i for other in others for token in other.subtree}


def _of_comment(head: Token) -> set[int]:
    """The places of what a writer adds behind a comma: "said that it lied, *a claim that it denies*"."""
    for noun in head.subtree if head.dep_ in ("ccomp", "advcl") else ():
        opening = noun.left_edge
        is_last = noun.i > head.i and opening.text_before == "," and noun.right_edge.i == head.right_edge.i
        if is_last and opening.lower_ in ("a", "an") and noun.lemma_.lower() in words("comments", "lemma"):
            return {token.i for token in noun.subtree}
    return set()


def _before_semicolon(head: Token) -> set[int]:
    """The places of what another sentence tells: "*it closed;* the reason, she said, was debt"."""
    others = (child for child in head.lefts if child.dep_ in ("ccomp", "parataxis"))
    cut = [o for o in others if any(t.text == ";" for t in head.doc.tokens[o.right_edge.i + 1 : head.i])]
    return {token.i for other in cut for token in other.subtree}


def clause_words(head: Token) -> list[Token]:
    """The embedded clause without its conjunction (whether stays), its outer punctuation and the "and" behind it."""
    words = _run_around(head)
    that = next((c for c in head.lefts if c.dep_ == "mark" and c.lower_ == "that"), None)
    if that in words and words[0].dep_ == "prep":
        words = words[words.index(that) :]  # "decided *on Friday* that it should close"
    words = words[: _before_source(words)]
    while len(words) > 1 and (_is_mark(words[0]) or _opens(words[0], head)):
        words.pop(0)
    while len(words) > 1 and (_is_mark(words[-1]) or words[-1].lower_ in _JOINTS) and not _closes(words):
        words.pop()
    return words


def _before_source(words: list[Token]) -> int:
    """How many words stand before the source at the end: "it would cost nine million*, according to a clerk*"."""
    places = (n for n, token in enumerate(words) if n > 1 and token.lower_ == "according" and token.text_before == ",")
    return next((n - 1 for n in places if words[n].right_edge.i >= words[-1].i), len(words))


def _closes(words: list[Token]) -> bool:
    """Whether the last word closes a bracket that stands open: "to pay 90 crowns (*$8*)"."""
    return words[-1].text == ")" and sum((t.text == "(") - (t.text == ")") for t in words[:-1]) > 0


def wording(words: list[Token], head: Token, text: str) -> str:
    """What a clause says, without who says it behind a comma: "The dam*, an engineer said,* broke"."""
    start, end = words[0].idx, words[-1].idx + len(words[-1])
    for said in head.children:
        if said.dep_ == "parataxis" and words[0].i < said.i <= words[-1].i and has_subject(said):
            before, behind = _commas_around(said, words)
            if before is not None and behind is not None:
                return " ".join(f"{text[start : before.idx]} {text[behind.idx + 1 : end]}".split())
            if before is not None and is_inserted(said, shipped_lexicon()):
                return " ".join(text[start : before.idx].split())  # "Pilot slept at controls*, claims crew*"
    return " ".join(text[start:end].split())


def _commas_around(said: Token, words: list[Token]) -> tuple[Token | None, Token | None]:
    """The comma before and the comma behind a clause within the words around it; no comma behind the last of them."""
    under = {token.i for token in said.subtree}
    first = last = said
    while first.i - 1 in under and first.i > words[0].i:
        first = first.nbor(-1)
    while last.i + 1 in under and last.i < words[-1].i:
        last = last.nbor()
    if first.i <= words[0].i:
        return None, None
    before = first if first.text == "," else first.nbor(-1)
    if before.text != "," or before.i == words[0].i:
        return None, None
    is_quoted = words[0].i > 0 and words[0].nbor(-1).is_quote
    if is_quoted and before.nbor().is_quote and not any(t.is_quote for t in said.doc.tokens[said.i : words[-1].i + 2]):
        return before, None  # ""I left," he said, in the kitchen"
    if last.i == words[-1].i:
        return before, _comma_behind(said, last)
    behind = last if last.text == "," else last.nbor()
    return (before, behind) if behind.text == "," and before.i < behind.i < words[-1].i else (None, None)


def _comma_behind(said: Token, last: Token) -> Token | None:
    """The comma behind one who says so that what is said goes on after: "It was written, he said*,* by a clerk"."""
    subject = next(child for child in said.children if child.dep_ in SUBJECTS)
    behind = said.doc.tokens[max(said.i, subject.right_edge.i) + 1 : last.i]
    comma = next((token for token in behind if token.text == ","), None)
    return comma if comma is not None and comma.nbor().tag_ not in _ADDING else None


def _opens(word: Token, head: Token) -> bool:
    """Whether a conjunction opens the clause itself; not the if of "If you stay, you are on your own"."""
    is_asking = word.lower_ in _WHETHER and word.head is head and head.dep_ in ("ccomp", "xcomp", "pcomp")
    if is_asking and not (head.dep_ == "ccomp" and head.i < head.head.i):
        return False  # "decide *whether* it was true"
    if word.lower_ == "as" and word.lower_before == "long":
        return True  # "as long *as* they pay"
    if word.lower_ == "that" and (_points(word) or (word.dep_ in SUBJECTS and head.dep_ not in ADNOMINAL)):
        return False  # "said *that* was a lie"
    return word.lower_ in _CONJUNCTIONS and (word.lower_ == "that" or word.head.dep_ != "advcl" or word.head == head)


def _points(word: Token) -> bool:
    """ "Said *that* figure was too high"; what the parser takes so before a plural or behind "and" is mostly none: "and
    *that* geese would"."""
    before = word.doc.tokens[word.i - 1 : word.i] if word.i else []
    is_next = all(token.is_quote or token.is_space or token.tag_ in FINITE for token in before)
    return word.dep_ == "det" and word.head.tag_ == "NN" and (word.is_sent_start or is_next)


def _is_mark(word: Token) -> bool:
    return (word.is_punct or word.is_quote) and word.text != "%"


def sentences(doc: Doc) -> dict[int, Evidence]:
    """Each sentence of a document that has words, as evidence without blanks around, by where it starts; but for those
    that are too long to be read."""
    found: dict[int, Evidence] = {}
    unread = {span.end for span in doc.spans.get("endless", [])}
    for sentence in doc.sents:
        words = _without_blanks(sentence)
        if len(words) and words.end not in unread:
            found[sentence.start] = Evidence(words.start_char, words.end_char, words.text, len(found))
    return found


def _without_blanks(sentence: Span) -> Span:
    tokens, start, end = sentence.doc.tokens, sentence.start, sentence.end
    while start < end and tokens[start].is_space:
        start += 1
    while end > start and tokens[end - 1].is_space:
        end -= 1
    return Span(sentence.doc, start, end)


def shared_subject(verb: Token) -> Token | None:
    """Whose subject a verb has that was joined to another: "*prices* rose and *fell*", "wants *them* to come and
    *stay*"."""
    if (noun := relative_without_pronoun(verb) or _parted(verb)) is not None:
        return noun  # "a *boat* he knew *was* unsafe"
    if "expl" in verb.below:
        return None  # "stocks were low and there *was* no reason to wait"
    first = verb
    while first.dep_ == "conj" and not has_subject(first):
        first = first.head
    subject = next((c for c in first.lefts if c.dep_ in SUBJECTS), None)
    is_content = first.dep_ == "ccomp" and first is not verb and has_tense(verb) and not is_passive(verb)
    if is_content and subject is not None and cannot_do(subject, verb):  # "said the leak was small and has *sued*"
        subject = next((c for c in first.head.lefts if c.dep_ in SUBJECTS), None)
    is_other = first is not verb and subject is not None and subject.tag_ not in _ASKING
    is_whole = verb.tag_ != "VBG" or _is_finite(verb) or _is_finite(first)  # not "saw them stealing and *selling*"
    return subject if is_other and is_whole else None


def lacks_subject(head: Token) -> bool:
    """Whether a clause is cut from its subject: "what he claimed *was a receipt*", "This hurts us *and must
    stop*" where nothing tells who; not "go home", "looks like rain"."""
    if head.dep_ == "conj":
        return _is_finite(head) and not has_subject(head) and "expl" not in head.below and shared_subject(head) is None
    if head.dep_ != "ccomp" or head.i < head.head.i or has_subject(head) or "expl" in head.below:
        return False
    is_quoted = any(t.is_quote for t in head.doc.tokens[head.head.i : head.i])
    return _is_finite(head) and not is_quoted and shared_subject(head) is None


def _parted(verb: Token) -> Token | None:
    """The boat of "a *boat*, which the owner said *was* unsafe"."""
    says = verb.head
    if verb.dep_ != "ccomp" or says.dep_ != "relcl" or says.i > verb.i:
        return None
    pronoun = next((c for c in verb.lefts if c.dep_ in SUBJECTS and c.i < says.i and is_relative(c)), None)
    return antecedent(pronoun) if pronoun is not None else None


def _is_finite(verb: Token) -> bool:
    """Whether a verb or its helper has a tense."""
    return any(word.tag_ in FINITE for word in (verb, *helpers(verb)))
