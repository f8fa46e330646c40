"""Sentences whose main verb the parser missed, because their subject is a clause or ends in one."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc, subject_arc
from kg.grammar.attachment.sites import PAST, at
from kg.grammar.phrases import ADNOMINAL, NOMINAL, NOUNS, VERBAL
from kg.grammar.verbs import FINITE, HELPERS, SUBJECTS, ends_with_stop, finite_part, has_subject, is_without_passive
from kg.grammar.wordlists import words_of
from kg.parse import Token

_NOW = frozenset({"MD", "VBP", "VBZ"})
_OPENING = frozenset({"that", "whether"})
_STANDING = frozenset({"neither", "either", "both", "none", "each", "all"})  # alone, for those told of
_TURNING = frozenset({"nor", "never", "neither", "rarely", "seldom", "only"})
_SECOND = frozenset({"conj", "dep", "advcl", "xcomp", "ccomp"})
_OPENED = frozenset({"expl", "mark", *SUBJECTS})
_BY_WHOM = frozenset({"agent", *HELPERS, *SUBJECTS})


@at(any_below="acl relcl ccomp")
def missed_main(root: Token) -> Iterator[Arc]:
    """ "The theory that the crew abandoned the ship *is* popular", "Whether he knew the donor *is* disputed"."""
    if root.dep_ != "ROOT" or not ends_with_stop(root):
        return
    inner = _clause_on(root)
    if inner is None or not (inner is root or inner.tag_ == "VBG" or _opens_with(inner, _OPENING)):
        return
    behind = [c for c in inner.rights if c.i > inner.i and not c.is_punct]
    if not behind:
        return
    yield from _as_complement(root, inner, behind[-1])
    yield from _as_participle(root, inner, behind[0])


@at(tags="NN NNS NNP NNPS", any_below="acl")
def second_participle(root: Token) -> Iterator[Arc]:
    """ "The bus hired by the choir *overturned* near Bath": a sentence has a verb; no choir is overturned."""
    if root.dep_ != "ROOT" or not ends_with_stop(root) or root.left_edge.i != root.sent.start:
        return
    first = next((c for c in root.rights if not c.is_punct), root)
    if first.dep_ != "acl" or first.tag_ != "VBN" or first.i != root.i + 1:
        return
    main = next((t for t in first.subtree if t.dep_ == "acl" and t.tag_ in PAST and t.i > first.i), None)
    if main is None or main.i != main.head.i + 1 or not _may_be_past(main):
        return  # "A house built by men *paid* by the state."
    called = [c for c in main.rights if c.dep_ == "oprd" and c.pos_ in NOMINAL]
    if any(c.pos_ == "PROPN" for c in called):
        return  # "A bust carved by a man *named* Cole."
    main.tag_ = "VBD"
    yield from _raised(root, main, is_passive=False)
    yield from ((c, main, "dobj") for c in called)


@at(tags="NN NNS NNP NNPS", any_below="acl", none_below="nsubj cop")
def by_itself(root: Token) -> Iterator[Arc]:
    """ "The bill *stalled* in committee", "a deal signed in May *expired*": what nobody can do to it, it did."""
    last = next((c for c in reversed(root.rights) if not c.is_punct), root)
    if root.dep_ != "ROOT" or not ends_with_stop(root) or last.dep_ != "acl" or last.tag_ not in PAST:
        return
    lemma = last.lemma_.lower()
    names = (lemma, *(f"{lemma} {t.lower_}" for t in last.doc.tokens[last.i + 1 : last.i + 2]))
    own = wordlists.words("intransitive", "lemma") | wordlists.words_of("by itself")
    is_own = any(name in own for name in names)  # "A man *hacked into* the system."
    if is_own and _may_be_past(last) and not any(t.tag_ in FINITE and t.dep_ != "relcl" for t in root.children):
        last.tag_ = "VBD"
        yield from _raised(root, last, is_passive=False)


@at(tags=PAST, below="nsubj", none_below="aux auxpass neg dobj prt mark cc")
def reduced_first(root: Token) -> Iterator[Arc]:
    """ "Letters *obtained* under the law show the cost": no "and" parts it from the finite verb, so it is a participle
    on the subject; "filed in May, ... have" if the second verb is of another tense; "a fault, *reported* in May, was
    ignored" between two commas."""
    noun = next((c for c in root.lefts if c.dep_ == "nsubj"), None)
    if root.dep_ != "ROOT" or noun is None or is_without_passive(root):
        return
    is_aside = _is_set_off(root, noun)
    main = next((c for c in root.rights if c.dep_ in _SECOND and c.pos_ in VERBAL), None)
    if main is None or noun.pos_ not in NOUNS or not (is_aside or noun.right_edge.i == root.i - 1):
        return
    if not _is_second_finite(main, root, is_aside=is_aside):
        return
    yield from _reduced(root, noun, main)


def _is_set_off(participle: Token, noun: Token) -> bool:
    """Whether a comma, and no other one, parts a subject from what stands behind it."""
    between = participle.doc.tokens[noun.i + 1 : participle.i]
    return bool(between) and between[-1].text == "," and sum(token.is_punct for token in between) == 1


def _reduced(root: Token, noun: Token, main: Token) -> Iterator[Arc]:
    root.tag_ = "VBN"
    yield from _raised(root, main, is_passive=False)
    yield from ((c, main, c.dep_) for c in list(root.rights) if c.i > main.i)
    yield from ((c, main, c.dep_) for c in list(root.lefts) if c.i < noun.left_edge.i)
    yield noun, main, subject_arc(main)
    yield root, noun, "acl"


def _is_second_finite(main: Token, first: Token, *, is_aside: bool) -> bool:
    """Whether a finite verb without a subject stands behind another one with nothing that joins the two."""
    opening = finite_part(main)
    if opening.tag_ not in FINITE or not _OPENED.isdisjoint(main.below):
        return False  # "said *there* was a leak" too
    if main.left_edge.lower_ in _STANDING or (first.lemma_ == "say" and _BY_WHOM.isdisjoint(first.below - {"nsubj"})):
        return False  # "said *neither* had paid", "said among the dead were two boys"
    before = main.left_edge.nbor(-1)
    is_joined = any(t.dep_ == "cc" and not t.nbor().like_num for t in first.doc.tokens[first.i : main.i])
    if is_joined or (before.text == "," and not is_aside and first.lemma_.lower() in wordlists.saying()):
        return False
    is_open = any(c.tag_ in ("WRB", "WDT", "WP", "TO") for c in main.lefts) or before.is_quote
    is_other_tense = opening.tag_ in ("VBZ", "VBP", "MD")
    if is_aside:
        return not is_open and before.text == ","
    return not is_open and (before.text != "," or is_other_tense)


def _may_be_past(participle: Token) -> bool:
    """Whether a participle may be a past tense with the same form; not "written", nor "paid by the state"."""
    is_other_form = participle.lower_.endswith("n")
    return participle.tag_ in PAST and not is_other_form and not _BY_WHOM & participle.below


def _clause_on(root: Token) -> Token | None:
    """The finite clause that is, or ends, what stands at the root."""
    if root.pos_ in VERBAL:
        is_what = root.left_edge.lower_ == "what" and root.left_edge.dep_ == "nsubj" and root.tag_ in PAST
        return root if is_what or _opens_with(root, frozenset({"whether"})) else None  # "*What caused* it is known"
    gerund = next((c for c in root.rights if c.dep_ == "acl" and c.tag_ == "VBG"), None)
    if gerund is not None and gerund.i == root.i + 1 and root.left_edge.i == root.sent.start:
        return gerund  # "A gunman wearing a mask *opened* fire"
    if root.pos_ != "NOUN" or root.lemma_.lower() not in wordlists.content_nouns():
        return None
    return next((c for c in root.rights if c.dep_ in ADNOMINAL and c.pos_ in VERBAL), None)


def _opens_with(verb: Token, words: frozenset[str]) -> bool:
    return any(child.lower_ in words and child.dep_ not in SUBJECTS for child in verb.lefts)


def _as_complement(root: Token, inner: Token, main: Token) -> Iterator[Arc]:
    """The object of the inner verb was taken for the subject of what is said in it."""
    subject = next((c for c in main.lefts if c.dep_ in SUBJECTS), None)
    if main.dep_ != "ccomp" or main.pos_ not in VERBAL or subject is None or subject.left_edge.i != inner.i + 1:
        return
    is_finite = main.tag_ in FINITE or any(c.tag_ in FINITE for c in main.lefts if c.dep_ in HELPERS)
    says = inner.lemma_.lower() in wordlists.saying() and root != inner
    if not is_finite or says or any(c.dep_ in ("mark", "dobj") for c in (*inner.rights, *main.lefts)):
        return
    yield from _raised(root, main, is_passive=subject.dep_ == "nsubjpass")
    yield subject, inner, "dobj"


def _as_participle(root: Token, inner: Token, thing: Token) -> Iterator[Arc]:
    """ "The claim that the captain sank the yacht *puzzled* insurers": no insurers are sunk."""
    main = next((c for c in thing.lefts if c.dep_ == "amod" and c.tag_ in PAST), None)
    if thing.dep_ != "dobj" or main is None or root.pos_ in VERBAL:
        return
    taken = main.nbor(-1)
    if (
        taken.head not in (thing, main)
        or taken.pos_ not in NOMINAL
        or not any(t.dep_ == "det" for t in (*thing.lefts, *taken.lefts))
    ):
        return
    main.tag_, main.pos_ = "VBD", "VERB"
    yield from _raised(root, main, is_passive=False)
    yield taken, inner, "dobj"
    yield from ((c, taken, c.dep_) for c in list(thing.lefts) if c.i < taken.i)
    yield thing, main, "dobj"
    yield from ((c, main, c.dep_) for c in list(inner.rights) if c.i > thing.i)


def _raised(root: Token, main: Token, *, is_passive: bool) -> Iterator[Arc]:
    """The main verb at the root, with the old root as its subject."""
    yield main, main, "ROOT"
    yield from ((c, main, c.dep_) for c in list(root.rights) if c.is_punct and c.i > main.i)
    clause = "csubj" if root.pos_ in VERBAL else "nsubj"
    yield root, main, f"{clause}pass" if is_passive else clause


@at(below="amod", above="ROOT", is_behind=True)
def named_things(noun: Token) -> Iterator[Arc]:
    """ "The office for trade *named* firms in Oslo.", "The firm, facing a strike, *cut* pay.": a sentence has a verb;
    no office is a named firm."""
    root, main = noun.head, noun.left_edge
    if noun.pos_ not in NOMINAL or root.pos_ not in NOMINAL or main.tag_ not in PAST or main.head != noun:
        return
    before = main.nbor(-1) if main.i else main
    is_sentence = root.left_edge.i == root.sent.start and ends_with_stop(root)
    is_aside = before.text == "," and any(c.dep_ in ADNOMINAL and c.i < before.i for c in root.rights)
    if (before.is_punct and not is_aside) or not is_sentence or before.tag_ in ("DT", "PRP$", "CD", "POS", "IN", "CC"):
        return
    if any(t.tag_ in ("VBZ", "VBP", "MD") for t in noun.sent if t.head == root):
        return
    main.tag_, main.pos_ = "VBD", "VERB"
    yield from _raised(root, main, is_passive=False)
    yield noun, main, "dobj"
    yield from ((c, main, c.dep_) for c in [*root.rights] if c.i > noun.i and not c.is_punct)


@at(tags=PAST, below="oprd", none_below=HELPERS | SUBJECTS, is_behind=True)
def called_things(main: Token) -> Iterator[Arc]:
    """ "The Office for Trade *named* firms in Oslo.": no office is called firms."""
    root = main.head
    things = next((c for c in main.rights if c.dep_ == "oprd"), main)
    is_sentence = root.left_edge.i == root.sent.start and ends_with_stop(root)
    if main.dep_ == "acl" and root.dep_ == "ROOT" and root.pos_ == "PROPN" and things.tag_ == "NNS" and is_sentence:
        main.tag_, main.pos_ = "VBD", "VERB"
        yield from _raised(root, main, is_passive=False)
        yield things, main, "dobj"
        yield from ((c, main, c.dep_) for c in [*root.rights] if c.i > main.right_edge.i and not c.is_punct)


@at(tags="VBZ VBP VBD", below="dobj")
def has_done(have: Token) -> Iterator[Arc]:
    """ "Has twice *recommended* refusal": a perfect, and nothing that somebody has."""
    thing = next((c for c in have.rights if c.dep_ == "dobj"), have)
    main = next((c for c in thing.lefts if c.dep_ == "amod" and c.tag_ in PAST), None)
    if have.lemma_ != "have" or main is None or any(c.dep_ in ("det", "poss") for c in thing.lefts):
        return
    between = have.doc.tokens[have.i + 1 : main.i]
    if len(between) != 1 or between[0].lower_ not in words_of("between have and participle"):
        return
    main.tag_, main.pos_ = "VBN", "VERB"
    yield main, main if have.dep_ == "ROOT" else have.head, have.dep_
    yield from ((c, main, c.dep_) for c in [*have.children] if c not in (thing, main))
    yield thing, main, "dobj"
    yield between[0], main, "advmod"
    yield have, main, "aux"


@at(tags=FINITE, any_below="attr nsubj")
def not_done(verb: Token) -> Iterator[Arc]:
    """ "Nor *was* the loan disclosed to them", "never *were* the files found", "was not shut, nor *was* the road
    mended": a passive turned round by its "nor"."""
    noun = next((c for c in verb.rights if c.dep_ in ("attr", "nsubj")), verb)
    done = next((c for c in noun.rights if c.dep_ == "acl" and c.tag_ == "VBN"), None)
    opening = verb.sent[0]
    is_turned = verb.dep_ == "ROOT" and opening.lower_ in _TURNING and opening.head == verb
    is_turned |= verb.dep_ == "conj" and verb.lower_before == "nor"
    is_next = (noun.left_edge.i, noun.i) == (verb.i + 1, (done or verb).i - 1)
    if done is None or verb.lemma_ != "be" or not (is_turned and is_next):
        return
    yield done, done if verb.dep_ == "ROOT" else verb.head, verb.dep_
    yield noun, done, "nsubjpass"
    yield from ((c, done, c.dep_) for c in [*verb.children] if c not in (noun, done))
    yield verb, done, "auxpass"


@at(below="nsubj", any_below="expl nsubj")
def said_there_was(root: Token) -> Iterator[Arc]:
    """ "The judge *accepted* that there was no fraud but rejected": a clause has one subject, so what was taken for a
    participle on the first of two is the verb."""
    noun = next((c for c in root.lefts if c.dep_ == "nsubj"), root)
    said = next((c for c in noun.rights if c.dep_ == "acl"), root)
    if root.dep_ != "ROOT" or said.tag_ not in PAST or said.i != noun.i + 1 or not _BY_WHOM.isdisjoint(said.below):
        return
    behind = [c for c in root.lefts if c.i > said.i and c.dep_ in _OPENED]
    opens = {c.dep_ for c in behind if c.left_edge.i == said.i + 1}
    may_say = wordlists.saying() | wordlists.words("personal", "lemma")  # "accepted"
    if said.lemma_.lower() not in may_say or "expl" not in {c.dep_ for c in behind} or not opens:
        return
    said.tag_ = "VBD"
    yield said, said, "ROOT"
    yield noun, said, "nsubj"
    yield from ((c, said, c.dep_) for c in [*root.lefts] if c.i < said.i and c != noun)
    yield root, said, "ccomp"
    second = next(
        (c for c in root.rights if c.dep_ == "conj" and c.tag_ == "VBD" and c.below.isdisjoint(_OPENED)), None
    )
    moved = () if second is None else (c for c in [*root.rights] if c.dep_ == "cc" and c.i < second.i)
    yield from ((c, said, c.dep_) for c in moved)
    yield from ((c, said, c.dep_) for c in [*root.rights] if c == second or (c.is_punct and c.i == root.right_edge.i))


@at(tags="NNS", any_below="acl xcomp ccomp pcomp")
def risks_doing(root: Token) -> Iterator[Arc]:
    """ "The bank *risks* choking off growth": a sentence has a verb, and no other stands there."""
    forms = [c for c in root.rights if c.tag_ == "VBG" or any(t.lower_ == "being" for t in c.lefts)]
    doing = next((c for c in forms if c.left_edge.i == root.i + 1), None)
    doer = next((c for c in root.lefts if c.dep_ in ("compound", "nsubj") and c.i == root.i - 1), None)
    if root.dep_ != "ROOT" or root.lower_ != "risks" or doing is None or doer is None or not ends_with_stop(root):
        return
    if doer.tag_ not in ("NN", "NNP"):
        return
    root.tag_, root.pos_, root.lemma_ = "VBZ", "VERB", "risk"
    yield from ((c, doer, c.dep_) for c in [*root.lefts] if c is not doer and c.i < doer.i and c.dep_ != "punct")
    yield doer, root, "nsubj"
    yield doing, root, "xcomp"


@at(below="amod", above="acl", above_tags="VB", is_behind=True)
def decided_things(noun: Token) -> Iterator[Arc]:
    """ "A plan to raise fares *angered* commuters.": a sentence has a verb; nobody raises angered commuters."""
    deed = noun.head
    root = deed.head
    main = next((c for c in noun.lefts if c.dep_ == "amod" and (c.tag_ in PAST or c.lower_.endswith("ed"))), noun)
    thing = main.nbor(-1)
    is_sentence = root.dep_ == "ROOT" and root.left_edge.i == root.sent.start and ends_with_stop(root)
    if noun.dep_ != "dobj" or main is noun or not is_sentence or root.pos_ not in NOUNS or has_subject(root):
        return
    is_next = thing.i == deed.i + 1 and thing.head in (noun, deed) and thing.tag_ in ("NN", "NNS", "VB")
    lemma = next((form for form in (main.lower_[:-2], main.lower_[:-1]) if form in wordlists.known_verbs()), "")
    if not is_next or not (lemma or main.tag_ in PAST) or any(t.tag_ in _NOW for t in root.children):
        return
    main.lemma_ = main.lemma_ if main.tag_ in PAST else lemma
    main.tag_, main.pos_ = "VBD", "VERB"
    if thing.tag_ == "VB":
        thing.tag_, thing.pos_ = "NN", "NOUN"
    yield thing, deed, "dobj"
    yield from _raised(root, main, is_passive=False)
    yield noun, main, "dobj"
