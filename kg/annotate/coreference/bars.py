"""Whom grammar forbids "he" and "she" to stand for: who is beside them at one verb, who speaks, who speaks for them."""

from __future__ import annotations

from kg.annotate.coreference.around import (
    is_at,
    is_fronted,
    is_just_before,
    is_main,
    is_said_of,
    subjects_around,
    tells,
    tells_on_of,
    verb_of,
)
from kg.annotate.coreference.referent import GENDERS, Referent, is_subject
from kg.annotate.coreference.referents import Referents
from kg.grammar.phrases import VERBAL
from kg.naming import acting_verbs, description_words, quoting_verbs, small_words, telling_verbs
from kg.parse import Span, Token

_AT = frozenset({"at", "to", "for", "with", "towards"})
_MENTIONS = 6  # the latest, of which none may be what grammar forbids


def is_barred(pronoun: Token, referent: Referent, referents: Referents) -> bool:
    """Whether grammar forbids it: "Lund saw him" is not Lund, nor is "Lund is his deputy"; who is quoted says "I"."""
    if _is_speaker(pronoun, referent, referents) or _is_counsel(pronoun, referent, referents):
        return True
    if _is_speaking_on(pronoun, referent, referents):
        return True
    if any(is_said_of(pronoun, token) or is_fronted(pronoun, token) for token in referent.met[-3:]):
        return True
    if any(tells_on_of(pronoun, span.root) for span in referent.names) or _is_young_animal(pronoun):
        return True
    for token in referent.met[-_MENTIONS:]:
        if _is_beside(pronoun, token) or _is_who(pronoun, token) or _is_doer(pronoun, token):
            return True
        is_spoken_of = referents.is_quoted(token) and not referents.is_quoted(pronoun) and is_subject(pronoun)
        if is_spoken_of and referents.sentences_between(token, pronoun) == 0:
            return True
    return False


def _is_beside(pronoun: Token, token: Token) -> bool:
    """Whether both belong to one verb, so that they are two: "Lund saw him", "Lund spoke for him"."""
    if pronoun.dep_ == "pobj":
        verb = verb_of(pronoun)
        is_reaching = verb is pronoun.head.head or not any(t.dep_ == "dobj" and not t.ent_type_ for t in verb.rights)
        is_reaching |= pronoun.head.lower_ == "about" and pronoun.head.head.dep_ == "dobj"  # "raised doubts about him"
        return is_subject(token) and token.head is verb and is_reaching  # "saw a snake near him"
    if pronoun.dep_ == "poss" and pronoun.head.lemma_ in small_words("dead"):
        return is_subject(token) and token.head is pronoun.head.head
    is_same = token.head is pronoun.head and is_subject(token) != is_subject(pronoun)
    return is_same and pronoun.dep_ in {"dobj", "dative", "nsubj"}


def _is_doer(pronoun: Token, token: Token) -> bool:
    """Whether who does one thing would do the next to himself: "Lund met Moe and offered *him* tea"."""
    is_object = pronoun.dep_ in {"dobj", "dative"} or (pronoun.dep_ == "pobj" and pronoun.head.lower_ in _AT)
    is_made = pronoun.lower_ == "him" and is_subject(pronoun)  # "make *him* captain", "make *him* train"
    if not is_subject(token) or not (is_object or is_made):
        return False
    verb = verb_of(pronoun.head) if is_made and pronoun.head.pos_ in VERBAL else verb_of(pronoun)
    while verb.dep_ in {"xcomp", "conj"} and not any(map(is_subject, verb.lefts)):
        if verb.dep_ == "xcomp" and any(t.dep_ in {"dobj", "dative"} for t in verb.head.rights):
            return False  # "told Moe to help *him*"
        verb = verb.head
    return token.head is verb


def _is_young_animal(pronoun: Token) -> bool:
    """Whether it is said to be or to have been a cub."""
    said = (t for t in pronoun.head.rights if t.dep_ == "attr") if is_subject(pronoun) else ()
    return any(t.lemma_.lower() in small_words("animal") for t in said)


def _is_speaker(pronoun: Token, referent: Referent, referents: Referents) -> bool:
    speaker = referents.speaker_of(pronoun)
    if speaker is None:
        return _is_before_colon(pronoun, referent, referents)
    said = referents.foreseen.get(speaker.i) or referents.at(speaker)
    return said is referent


def _is_before_colon(pronoun: Token, referent: Referent, referents: Referents) -> bool:
    """Whether somebody's words follow on a colon: "*Lund* hit back: “*He* knew it”"."""
    if not referents.is_quoted(pronoun):
        return False
    start = pronoun.i
    while start > 0 and referents.quotation_of(pronoun.doc[start - 1]) == referents.quotation_of(pronoun):
        start -= 1
    marks = pronoun.doc.tokens[max(start - 2, 0) : start + 1]
    if not any(t.text == ":" for t in marks):
        return False
    last = next((t for t in reversed(referent.met) if t.i < start), None)
    before = (t for t, _ in reversed(referents.met) if t.i < start and is_subject(t))
    return last is not None and next(before, None) is last


def _is_speaking_on(pronoun: Token, referent: Referent, referents: Referents) -> bool:
    """Whether it is somebody else who speaks on: "Moe argues that it fell. “*She* errs,” he said" is not Moe."""
    speaker = referents.speaker_of(pronoun)
    if speaker is None or GENDERS.get(speaker.lower_, "") in ("", GENDERS[pronoun.lower_]):
        return False
    return any(is_teller(t, quoting_verbs()) and is_just_before(t, pronoun) for t in referent.met[-_MENTIONS:])


def _is_counsel(pronoun: Token, referent: Referent, referents: Referents) -> bool:
    """Whether somebody speaks for another, whom the pronoun may mean: "Her lawyer, Ann Moe, said *she* was sorry"."""
    if pronoun.head.lemma_ == "client":
        return False
    if is_pleading(referent):
        return not _is_telling(pronoun) and (
            pronoun.sent is not referent.met[-1].sent or _is_told_by(pronoun, referent, referents)
        )
    if not speaks_for(referent):
        return False
    owner = referents.owner_of(referent)
    client = referents.at(owner) if owner is not None else None
    gender = client.gender if client is not None else GENDERS.get(owner.lower_, "") if owner is not None else "none"
    is_told = _is_told_by(pronoun, referent, referents) or _is_told_on_by(pronoun, referent)
    return gender in ("", GENDERS[pronoun.lower_]) and is_told


def _is_told_on_by(pronoun: Token, teller: Referent) -> bool:
    """Whether a sentence goes on about a client: "Her lawyer, Ann Moe, said she was ill. *She* had lost her job"."""
    before = (t for t in teller.met[-3:] if is_just_before(t, pronoun))
    is_lawyer = bool({teller.name, *teller.offices} & description_words("counsel") - description_words("spokesman"))
    return is_lawyer and not _is_telling(pronoun) and any(tells(t) and is_main(t) for t in before)


def _is_telling(pronoun: Token) -> bool:
    """Whether a pronoun may be for who speaks for another: "The film showed it, *she* said"; "*She* told officers" may
    be for who is accused."""
    verb = pronoun.head
    is_behind = any(t.dep_ == "ccomp" and t.i < verb.i for t in verb.lefts) or verb.dep_ == "parataxis"
    is_pleading = is_main(pronoun) and verb.lemma_ in acting_verbs() - telling_verbs("testifying")
    return is_subject(pronoun) and verb.lemma_ in acting_verbs() | quoting_verbs() and (is_behind or is_pleading)


def _is_told_by(pronoun: Token, teller: Referent, referents: Referents) -> bool:
    return any(tells(t) and referents.at(t) is teller for t in subjects_around(pronoun))


def is_pleading(referent: Referent) -> bool:
    """Whether somebody speaks in court of another: "Ann Moe, prosecuting, said the film showed *her*", "For the
    defence, Ann Moe said", "Ann Moe said her client"."""
    return any(_is_pleading_at(span) for span in referent.names)


def _is_pleading_at(name: Span) -> bool:
    """Whether words around a name tell that it pleads: "Ann Moe, prosecuting,", "In mitigation, Ann Moe"."""
    after = [t.lower_ for t in name.doc.tokens[name.end : name.end + 4]]
    if after[:1] == [","] and ((after[1:2] and after[1] in small_words("pleading")) or _is_plea(after[1:])):
        return True
    before = [t.lower_ for t in name.doc[name.sent.start : name.start] if not t.is_space]
    is_opening = "," in before and (before[0] in small_words("pleading") or _is_plea(before[: before.index(",")]))
    return is_subject(name.root) and (is_opening or _tells_of_client(name.root))


def _is_plea(words: list[str]) -> bool:
    """Whether words begin with "for the defence" or "in mitigation" and end there."""
    said = words[1:3] if words[1:2] == ["the"] else words[1:2]
    return words[:1] in (["for"], ["in"]) and bool(said) and said[-1] in small_words("plea")


def _tells_of_client(teller: Token) -> bool:
    """Whether somebody speaks of "her client"."""
    clients = (t for t in teller.head.subtree if t.lemma_ == "client" and t.i > teller.i)
    return tells(teller) and any(word.lower_ in GENDERS for client in clients for word in client.lefts)


def _is_who(pronoun: Token, noun: Token) -> bool:
    """Whether a noun is who does it to somebody else: "a teacher who told *him*"."""
    verb = next((t for t in pronoun.ancestors if t.dep_ == "relcl" and t.head is noun), None)
    is_done = verb is not None and any(t.lower_ in {"who", "that"} and is_subject(t) for t in verb.lefts)
    return verb is not None and is_done and not is_subject(pronoun) and is_at(pronoun, verb)


def speaks_for(referent: Referent) -> bool:
    """Whether somebody is a lawyer."""
    return bool({referent.name, *referent.offices} & description_words("counsel"))


def is_teller(token: Token, verbs: frozenset[str]) -> bool:
    """Whether somebody says something in a main clause."""
    verb = token.head
    return is_subject(token) and verb.dep_ == "ROOT" and verb.lemma_ in verbs
