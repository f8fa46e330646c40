"""Passages of a document: its sentences as evidence, and the words of a clause."""

from __future__ import annotations

from kg.extract.clauses.own_subjects import antecedent, is_relative, relative_without_pronoun
from kg.extract.clauses.predicates import has_tense
from kg.grammar.phrases import VERBAL
from kg.grammar.told import cannot_do
from kg.grammar.verbs import FINITE, SUBJECTS, has_subject, helpers, is_passive
from kg.grammar.wordlists import words
from kg.model import Evidence
from kg.parse import Doc, Span, Token

_CONJUNCTIONS = frozenset({"that", "whether", "if", "because"})
_WHETHER = frozenset({"whether", "if"})
_JOINTS = frozenset({"and", "but", "or", "yet"})
_ASKING = frozenset({"WP", "WDT", "EX"})


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
    while len(words) > 1 and (_is_mark(words[0]) or _opens(words[0], head)):
        words.pop(0)
    while len(words) > 1 and (_is_mark(words[-1]) or words[-1].lower_ in _JOINTS):
        words.pop()
    return words


def wording(words: list[Token], head: Token, text: str) -> str:
    """What a clause says, without who says it between two commas: "The dam*, an engineer said,* broke"."""
    start, end = words[0].idx, words[-1].idx + len(words[-1])
    said = next((c for c in head.children if c.dep_ == "parataxis" and words[0].i < c.i < words[-1].i), None)
    if said is None or not has_subject(said):
        return " ".join(text[start:end].split())
    first, last = said.left_edge, said.right_edge
    if not words[0].i < first.i or not last.i < words[-1].i:
        return " ".join(text[start:end].split())
    before = first if first.text == "," else first.nbor(-1)
    behind = last if last.text == "," else last.nbor()
    if before.text != "," or behind.text != "," or not words[0].i < before.i < behind.i < words[-1].i:
        return " ".join(text[start:end].split())
    return " ".join(f"{text[start : before.idx]} {text[behind.idx + 1 : end]}".split())


def _opens(word: Token, head: Token) -> bool:
    """Whether a conjunction opens the clause itself; not the if of "If you stay, you are on your own"."""
    is_asking = word.lower_ in _WHETHER and word.head is head and head.dep_ in ("ccomp", "xcomp", "pcomp")
    if is_asking and not (head.dep_ == "ccomp" and head.i < head.head.i):
        return False  # "decide *whether* it was true"
    if word.lower_ == "as" and word.lower_before == "long":
        return True  # "as long *as* they pay"
    if word.lower_ == "that" and word.head is head and word.dep_ in SUBJECTS and _is_said(head):
        return False  # "said *that* was not true"
    return word.lower_ in _CONJUNCTIONS and (word.lower_ == "that" or word.head.dep_ != "advcl" or word.head == head)


def _is_said(clause: Token) -> bool:
    """Whether a clause is the object of a verb, and has no other subject: "said *that* was not true"."""
    is_only = sum(child.dep_ in SUBJECTS for child in clause.children) == 1
    return clause.dep_ == "ccomp" and clause.head.pos_ in VERBAL and is_only and "dobj" not in clause.head.below


def _is_mark(word: Token) -> bool:
    return (word.is_punct or word.is_quote) and word.text != "%"


def sentences(doc: Doc) -> dict[int, Evidence]:
    """Each sentence of a document that has words, as evidence without blanks around, by where it starts."""
    found: dict[int, Evidence] = {}
    for sentence in doc.sents:
        words = _without_blanks(sentence)
        if len(words):
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
