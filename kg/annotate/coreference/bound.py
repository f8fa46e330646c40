"""What a pronoun stands for where its own sentence leaves no choice: "told *them* they would be safe", "ordered *Orlo*
to change its plans", "the *ship* was the last of its kind"."""

from __future__ import annotations

from kg.annotate.coreference.around import verb_of
from kg.annotate.coreference.referent import is_subject
from kg.grammar.kinds import means_people
from kg.grammar.wordlists import words_of
from kg.naming import small_words, telling_verbs
from kg.parse import Token


def made_to(pronoun: Token) -> Token | None:
    """Who is to do it to what is its own: "ordered *Orlo* to change its plans", "ordered *it* to change its plans"."""
    verb = verb_of(pronoun)
    if pronoun.dep_ != "poss" or verb.dep_ != "xcomp" or pronoun.head.head is not verb:
        return None
    is_told = verb.head.lemma_ in telling_verbs("urge") | telling_verbs("command") and any(
        t.lower_ == "to" for t in verb.lefts
    )
    objects = [t for t in verb.head.rights if t.dep_ == "dobj" and t.i < verb.i]
    return objects[0] if is_told and len(objects) == 1 else None


def left_so(pronoun: Token) -> Token | None:
    """Who is left, made or found fit or unfit to do it: "left *owners* unable to repay their loans"."""
    verb, state = verb_of(pronoun), verb_of(pronoun).head
    if pronoun.dep_ != "poss" or verb.dep_ != "xcomp" or pronoun.head.head is not verb or state.pos_ != "ADJ":
        return None
    if state.dep_ not in {"oprd", "ccomp"}:
        return None
    own = [t for t in state.lefts if is_subject(t)]
    found = own or [t for t in state.head.rights if t.dep_ == "dobj" and t.i < state.i]
    is_one = len(found) == 1 and found[0].pos_ == "NOUN" and "conj" not in found[0].below
    return found[0] if is_one and found[0].tag_.endswith("S") == pronoun.lower_.startswith("the") else None


def told_so(pronoun: Token) -> Token | None:
    """To whom it is said that they would do something: "Guards told *them* they would be safe", "Guards warned *hikers*
    that they could fall"."""
    verb = pronoun.head
    if pronoun.lower_ != "they" or verb.dep_ != "ccomp":
        return None
    told = [t for t in verb.head.rights if t.dep_ in {"dobj", "dative"} and t.i < pronoun.i]
    is_warned = verb.head.lemma_ in small_words("warning")
    return next((t for t in told if t.lower_ == "them" or (is_warned and t.tag_ == "NNS" and means_people(t))), None)


def judged_for(pronoun: Token) -> Token | None:
    """Whom somebody praises or blames for what is his own: "praised the *nurse* for her patience", "fined *it* for its
    silence", "*Lund* was jailed for his part"."""
    link = pronoun.head.head
    if pronoun.dep_ != "poss":
        return None
    if pronoun.head.dep_ == "dobj" and link.lemma_ == "cost":  # "cost the *bank* its licence"
        return next((t for t in link.rights if t.dep_ == "dative" and t.i < pronoun.i), None)
    verb = link.head.head if link.head.dep_ == "dobj" else link.head
    is_judging = link.lower_ in {"for", "over"} and verb.lemma_ in telling_verbs("judged")
    is_depriving = link.lower_ == "of" and verb.lemma_ in telling_verbs("depriving")
    if pronoun.head.dep_ != "pobj" or not (is_judging or is_depriving):
        return None
    found = [t for t in verb.rights if t.dep_ == "dobj" and t.i < pronoun.i]
    found = found or [t for t in verb.lefts if t.dep_ == "nsubjpass"]
    return found[0] if len(found) == 1 and "conj" not in found[0].below else None


def told_its_own(pronoun: Token) -> Token | None:
    """The boy or girl who tells or shows something to a relative: "said a *girl* showed the letter to her mother"."""
    noun = pronoun.head
    if pronoun.dep_ != "poss" or noun.lemma_.lower() not in words_of("kin"):
        return None
    is_to = noun.dep_ == "pobj" and noun.head.lower_ == "to"
    verb = noun.head.head if is_to else noun.head
    is_told = noun.dep_ in {"dobj", "dative"} and verb.lemma_ in telling_verbs("speech")
    is_given = is_to and any(t.dep_ == "dobj" for t in verb.rights)
    subjects = [verb.head if t.lower_ == "who" and verb.dep_ == "relcl" else t for t in verb.lefts if is_subject(t)]
    if not (is_told or is_given) or len(subjects) != 1 or "conj" in subjects[0].below:
        return None
    return subjects[0] if subjects[0].tag_ == "NN" and subjects[0].lemma_.lower() in words_of("once young") else None


def said_before(pronoun: Token) -> Token | None:
    """The same pronoun in the clause before of what somebody says: "said *it* was sorry and that it would pay"."""
    verb = pronoun.head
    if not is_subject(pronoun) or verb.dep_ != "conj" or verb.head.dep_ != "ccomp":
        return None
    return next((t for t in verb.head.lefts if is_subject(t) and t.lower_ == pronoun.lower_), None)


def asked_before(pronoun: Token) -> Token | None:
    """Who answers what he was asked to do: "asked *Moe* to go, but he would not", "asked *Moe* to go. He refused"."""
    verb = pronoun.head
    if not is_subject(pronoun) or not _answers(verb):
        return None
    asking = verb.head if verb.dep_ == "conj" else _root_before(verb) if verb.dep_ == "ROOT" else None
    if asking is None or asking.lemma_ not in telling_verbs("urge") | telling_verbs("command"):
        return None
    asked = [t for t in asking.rights if t.dep_ == "dobj" and t.i < pronoun.i]
    is_deed = any(t.dep_ in {"xcomp", "ccomp"} and any(c.lower_ == "to" for c in t.lefts) for t in asking.rights)
    return asked[0] if len(asked) == 1 and is_deed else None


def _answers(verb: Token) -> bool:
    """Whether a verb tells no more than that somebody would, or would not: "he *refused*", "he would not"."""
    has_more = any(t.dep_ in {"dobj", "ccomp", "attr", "acomp", "prep"} for t in verb.rights)
    is_bare = verb.tag_ == "MD" or (any(t.tag_ == "MD" for t in verb.lefts) and verb.lemma_ in {"do", "not"})
    is_so = verb.lemma_ == "do" and any(t.lower_ in {"so", "not", "n't"} for t in verb.rights)
    return not has_more and (verb.lemma_ in telling_verbs("answering") or is_bare or is_so)


def _root_before(verb: Token) -> Token | None:
    """The verb of the sentence before."""
    before = verb.sent.start - 1
    while before > 0 and verb.doc[before].is_space:
        before -= 1
    return verb.doc[before].sent.root if before > 0 else None


def of_its_kind(pronoun: Token) -> Token | None:
    """What is said to be "the last of *its* kind"."""
    noun = pronoun.head
    if pronoun.dep_ != "poss" or noun.lemma_ not in small_words("kind") or noun.dep_ != "pobj":
        return None
    said = noun.head.head
    beside = [t for t in said.head.lefts if is_subject(t)] if said.dep_ == "attr" else []
    return beside[0] if len(beside) == 1 else None
