"""Open relations: each clause that no curated frame has read, as a relation in the words of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from kg.extract.appositions import is_sure
from kg.extract.bare import is_adjunct, lacks_object, left_behind, says_little, tells_nobody_what, wants_content
from kg.extract.clauses import Clause, ClauseKind, Complement
from kg.extract.contents import contents
from kg.extract.factuality.lexicon import shipped_lexicon
from kg.extract.factuality.negation import quantity_denied
from kg.extract.fillers import Filler, places_of, words_under
from kg.extract.mentions import Mentions
from kg.extract.objects import Slot, camel, is_aside, made_adjectives, slots_of
from kg.extract.open_roles import roles_of, roles_of_state
from kg.extract.proposition import Clausal, Proposition, Words
from kg.extract.roles import is_time, years
from kg.grammar.phrases import COMPARATIVES, COMPARING, NOMINAL, REFLEXIVES
from kg.grammar.verbs import HELPERS, SUBJECTS, has_to
from kg.grammar.wordlists import control_nouns, impersonal_verbs, prepositions, saying, words, words_of
from kg.parse import Token

_OF_VERB = HELPERS | {"neg"}
_EMBEDDED = frozenset({"xcomp", "ccomp", "advcl", "csubj"})
_OF_NOUNS = frozenset({"of", "to", "for", "with", "about", "between"})
_NEGATORS = frozenset({"not", "neither", "nor"})
_ADJECTIVES = frozenset({"JJ", "JJR", "JJS", "RB", "RBR"})
_SOMEWHERE = frozenset({"anywhere", "nowhere", "somewhere"})
_WHEN = frozenset({"when", "since", "until", "before", "after", "while"})
_IMPERSONAL = frozenset({"acomp", "attr", "auxpass"})  # "It is wrong to", "It is said to"


def open_propositions(
    clauses: Iterable[Clause], consumed: frozenset[tuple[int, int]], mentions: Mentions
) -> Iterator[Proposition]:
    """One proposition for each subject and object of a clause, further arguments as roles.

    The object is the direct object, else what is predicated, else the first prepositional argument that is no
    time, else the embedded clause, else nothing. Pairs in `consumed` have been read by a frame.
    """
    for clause in clauses:
        if all(_is_empty(subject, clause) for subject in clause.subjects) or _is_elliptic(clause):
            continue
        if stands_for_tense(clause) is not None or _is_adjective(clause):
            continue
        if clause.kind is ClauseKind.VERB:
            yield from _verb(clause, consumed, mentions)
        else:
            yield from _description(clause, consumed, mentions)


def _is_adjective(clause: Clause) -> bool:
    """ "With the phones *dead*", "made it *better*": no verb."""
    return clause.kind is ClauseKind.VERB and clause.head.tag_ in _ADJECTIVES and not clause.objects


def stands_for_tense(clause: Clause) -> Token | None:
    """The infinitive behind a verb that only tells its tense: "is going to *sell*", "used to *own*"; "he is to
    *appear*", but not "the plan is to sell"."""
    head = clause.head
    if head.lemma_ == "have" and _is_yet_to(clause):
        return next((c.head for c in clause.complements if c.kind == "inf" and has_to(c.head)), None)
    is_semi = head.lower_ in words("semi_auxiliaries", "form") or (head.lemma_ == "be" and _is_to_be(clause))
    if not is_semi or clause.objects or clause.is_passive:
        return None
    return next((c.head for c in clause.complements if c.kind == "inf" and has_to(c.head)), None)


def _is_yet_to(clause: Clause) -> bool:
    """ "Has *yet to decide*": has not decided so far, and nothing that it does not have to do."""
    doc, behind = clause.head.doc, clause.head.i + 1
    following = doc.tokens[behind : behind + 2]
    return [token.lower_ for token in following] == ["yet", "to"]


def _is_to_be(clause: Clause) -> bool:
    """Whether somebody is to do something; a plan, an aim or "what he wants" is not."""
    if clause.attributes or not clause.subjects:
        return False
    return all(noun.pos_ in NOMINAL and not _is_content(noun) for noun in clause.subjects)


def _is_content(noun: Token) -> bool:
    is_aim = noun.lemma_.lower() in control_nouns() or noun.lemma_.lower() in words("aims", "lemma")
    return is_aim or noun.tag_ in ("WP", "WDT", "DT")


def _is_empty(subject: Token, clause: Clause) -> bool:
    """ "It is wrong to sell it", "Who sold it?": a subject that refers to nothing."""
    if subject.tag_ in ("WP", "WDT") or _is_asked_for(subject) or _is_count(subject, clause):
        return True
    if subject.lower_ == "it" and any(_is_cleft(attribute) for attribute in clause.attributes):
        return True
    if subject.lower_ not in ("it", "there") or _is_of_a_thing(subject, clause) or _does_not_say(clause):
        return False
    if clause.subject_source == "control":  # not the "it" of "accused it of hiding a fault", "It plans to sell"
        return subject.dep_ in SUBJECTS and any(c.dep_ in _IMPERSONAL for c in subject.head.children)
    return any(c.head.i > clause.head.i and not _is_told_by(clause, c) for c in clause.complements)


def _is_count(subject: Token, clause: Clause) -> bool:
    """ "The *number* killed rose": how many were, and a number is not."""
    is_of_people = clause.head.lemma_.lower() in words("done_to_people", "lemma") | words_of("counted by")
    return subject.lower_ == "number" and clause.head.dep_ == "acl" and clause.head.head == subject and is_of_people


def _is_told_by(clause: Clause, complement: Complement) -> bool:
    """ "It *showed* that prices rose": a study or the like, which may be "it"; "it seems that" is nobody."""
    lemma = clause.head.lemma_.lower()
    is_saying = lemma in saying() and lemma not in impersonal_verbs() and not clause.is_passive
    return is_saying and complement.kind == "that" and not clause.attributes


def _does_not_say(clause: Clause) -> bool:
    """ "It did not say how long": a firm, which may be "it"."""
    is_asking = any(complement.kind == "wh" for complement in clause.complements)
    return is_asking and not clause.is_passive and clause.head.lemma_.lower() in words("asking_when", "lemma")


def _is_asked_for(subject: Token) -> bool:
    """ "*How many people* were hurt", "*which firm* won"."""
    if subject.dep_ not in SUBJECTS:
        return False
    first = subject.left_edge
    is_asking = first.tag_ in ("WRB", "WDT") and first.lower_ != "that"
    return is_asking and first.i < subject.i and subject in (first.head, first.head.head)


def _is_of_a_thing(subject: Token, clause: Clause) -> bool:
    """ "It is expected to reopen", "It is likely to rain on it": a thing that will; "It is planned to sell it" has no
    such thing."""
    verb = clause.head if clause.subject_source != "control" else subject.head
    is_raised = any(c.dep_ == "xcomp" and has_to(c) for c in verb.rights)
    is_open = verb.lemma_.lower() in words("raising", "lemma") and any(c.dep_ == "auxpass" for c in verb.lefts)
    return subject.lower_ == "it" and is_raised and is_open


def _is_cleft(attribute: Token) -> bool:
    """ "It was a clerk who told them", "It was her money they wanted": said of the clerk, and nothing of it."""
    clauses = [c for t in (attribute, *(c for c in attribute.rights if c.dep_ == "appos")) for c in t.rights]
    is_known = attribute.pos_ == "PROPN" or "poss" in attribute.below
    is_bare = is_known and any(c.dep_ == "relcl" and c.left_edge.dep_ in SUBJECTS for c in clauses)
    return is_bare or any(c.dep_ == "relcl" and c.left_edge.lower_ in ("who", "that") for c in clauses)


def _is_elliptic(clause: Clause) -> bool:
    """ "They said that it would", "It has done so", "as they are": a verb that stands for another one and says nothing
    itself."""
    if (made := made_adjectives(clause)) and [token.lower_ for token in clause.objects] == ["it"]:
        below = (child for token in (*made, clause.head) for child in token.rights)
        return any(child.dep_ in _EMBEDDED for child in below)  # "made it harder to sell"
    complements = [c for c in clause.complements if not _is_pointed_to(c.head, clause)]
    told = bool(clause.objects or clause.agents or clause.attributes or complements)
    if clause.head.lemma_ == "have" and any(
        word.lower_ in _SOMEWHERE for word in clause.head.doc[clause.head.i + 1 : clause.head.i + 2]
    ):
        return True  # "had nowhere to sleep"
    if clause.head.tag_ == "NNS" and not told and any(_is_part_of_them(subject) for subject in clause.subjects):
        return True  # "40 people, most of them women"
    if clause.head.tag_ == "VBG" and clause.head.is_sent_start and not told and not clause.obliques:
        return True  # "Defending, Ann Lund said"
    stands_for = clause.head.lemma_ == "do" or (clause.head.lemma_ == "be" and not clause.obliques)
    return clause.head.tag_ == "MD" or (stands_for and not told and clause.subject_source != "existential")


def _is_pointed_to(said: Token, clause: Clause) -> bool:
    """ "This is *what she wanted*": nothing is told of what she wanted."""
    return said.left_edge.tag_ == "WP" and any(subject.lower_ in ("this", "that") for subject in clause.subjects)


def _is_part_of_them(subject: Token) -> bool:
    return any(c.lower_ == "them" for preposition in subject.rights for c in preposition.rights)


def _verb(clause: Clause, consumed: frozenset[tuple[int, int]], mentions: Mentions) -> Iterator[Proposition]:
    doers, things = (clause.agents, clause.subjects) if clause.agents else (clause.subjects, clause.objects)
    is_given = bool(clause.agents and clause.objects) and clause.head.lemma_.lower() in words_of("given two things")
    things = clause.objects if is_given else things
    is_passive = clause.is_passive and not clause.agents
    slots, used = slots_of(clause, things)
    roles = tuple(roles_of(clause, used, mentions))
    if is_given:  # "the nurses were promised *a rise* by the town"
        roles = (*(("recipient", whom) for whom in clause.subjects), *roles)
    if not slots and ((not roles and says_little(clause)) or (wants_content(clause) and _tell_when(roles))):
        return
    if lacks_object(clause, used):
        return
    if not roles and (not slots or (things and things == clause.objects)) and tells_nobody_what(clause):
        return
    dates = [t.i for oblique in clause.obliques if is_time(oblique) for t in years(oblique)]
    for subject, slot in product(doers, slots or [Slot(None)]):
        told = dates if slot.filler is None else places_of(slot.filler)  # "was born *in 1978*"
        if any((clause.head.i, i) in consumed for i in told) or subject == slot.filler:
            continue
        yield Proposition(
            subject=subject,
            predicate=_predicate(clause, slot, is_passive=is_passive),
            relation=_relation(clause, slot),
            object=slot.filler,
            anchor=clause.head,
            rule=_rule(clause, slot),
            roles=tuple(pair for pair in roles if pair[1] not in _of_others(clause, slot.filler)),
            backing=(clause.subject_source,),
        )


def _tell_when(roles: tuple[tuple[str, Filler], ...]) -> bool:
    return all(role == "time" for role, _ in roles)


def _of_others(clause: Clause, thing: Filler | None) -> tuple[Filler, ...]:
    """ "Signed Lund *from Orlo* and Moe": what hangs on one of several objects is no role beside the others; what
    stands behind the last may be all the others', as in "sold the mill and the land *to a fund*"."""
    if not isinstance(thing, Token) or len(clause.objects) < 2:
        return ()
    last = clause.objects[-1]
    said = tuple(
        Clausal(c) for other in clause.objects if other != thing for c in contents(other)
    )  # "a plan *to sell*"
    before = [o for o in clause.obliques if clause.objects[0].i < o.marker[0].i < last.i]
    hosts = ((o, max((noun for noun in clause.objects if noun.i < o.marker[0].i), key=_place)) for o in before)
    return (*said, *(head for oblique, host in hosts if host != thing for head in oblique.heads))


def _place(token: Token) -> int:
    return token.i


def _predicate(clause: Clause, slot: Slot, *, is_passive: bool) -> str:
    """`kgo:` and the lemma with its particle and preposition: kgo:keepUpWith, kgo:beComparedWith."""
    if clause.subject_source == "existential":
        return f"kgo:exist{slot.name}"
    verb = clause.head.lower_ if is_passive else clause.head.lemma_.lower()
    particle = camel(_particles(clause))
    stem = f"be{verb.capitalize()}" if is_passive else verb
    name = f"{stem}{particle}{slot.name[:1].upper()}{slot.name[1:]}"
    if not name.isalnum():
        name = "".join(filter(str.isalnum, name))
    return f"kgo:{name or 'do'}"


def _relation(clause: Clause, slot: Slot) -> tuple[Token, ...]:
    helpers = () if _OF_VERB.isdisjoint(clause.head.below) else clause.head.lefts
    told = {clause.head, *(t for t in helpers if t.dep_ in _OF_VERB), *_particles(clause), *slot.words}
    return tuple(sorted(told, key=_place)) if len(told) > 1 else (clause.head,)


def _particles(clause: Clause) -> tuple[Token, ...]:
    """ "Set *up*"; of adverbs those right behind verb or object that are half of its meaning: "brings *together*"."""
    if clause.particle is not None:
        return (clause.particle,)
    if bare := left_behind(clause):
        return bare
    if not clause.adverbs:
        return ()
    ends = (end for thing in clause.objects for end in (thing.i, thing.right_edge.i))  # "left the row over pay *aside*"
    beside = {clause.head.i + 1, *(end + 1 for end in ends)}
    beside |= {t.i + 1 for t in clause.adverbs if t.i in beside and t.lower_.endswith("ly")}  # "walked slowly *out*"
    adverbs = (t for t in clause.adverbs if t.i in beside and t.lower_ in words("particles", "word") and not _leads(t))
    own = (t for t in adverbs if t.text_before != ",")  # "expects a loss, *down* from 9m euros"
    return tuple(t for t in own if all(child.dep_ != "npadvmod" for child in t.children))[:1]


def _leads(adverb: Token) -> bool:
    """ "*Ahead* of the vote": half of a preposition."""
    return any(child.lower_ == "of" and f"{adverb.lower_} of" in prepositions() for child in adverb.rights[:1])


def _rule(clause: Clause, slot: Slot) -> str:
    if slot.filler is None:
        return "open/intransitive"
    if isinstance(slot.filler, Clausal):
        return "open/clause"
    return "open/preposition" if slot.words else "open/object"


def _is_denial(word: Token, noun: Token) -> bool:
    """The no of "is no way to treat guests"; "is no higher than it was" denies nothing."""
    if noun.tag_ in COMPARATIVES:
        return False
    return word.lower_ == "no" and quantity_denied(noun, shipped_lexicon()) == word


def _predicated(clause: Clause, attribute: Token, aside: frozenset[str]) -> tuple[Token, ...]:
    """The words of what is predicated, with a phrase right behind that the parser hung on the copula: "is good *at
    chess*", "is a threat *to ships*", "was the first *since 1987*", "is a point *from defeat*"."""
    told = words_under(attribute, aside)
    if clause.kind is not ClauseKind.COPULA or attribute == clause.head.head:
        return told
    before = told[0].nbor(-1) if told[0].i else told[0]
    if before.lower_ == "less" and before.head is clause.verb and any(t.lower_ == "than" for t in told):
        told = (before, *told)  # "is *less a loan than a gift*"
    for oblique in clause.obliques:
        is_next = oblique.marker[0].i == told[-1].i + 1 and not oblique.is_on_noun
        is_counted = any(c.dep_ == "nummod" for c in attribute.lefts)
        is_away = oblique.words == "from" and is_counted  # "two points from defeat"
        is_its_own = attribute.pos_ == "ADJ" or oblique.words in _OF_NOUNS or is_away
        is_record = attribute.ent_type_ == "ORDINAL" or any(t.tag_ in ("JJS", "RBS") for t in told)
        is_timeless = not is_time(oblique) or (oblique.words == "since" and is_record)
        if is_next and is_its_own and is_timeless and not is_aside(oblique):
            told = (*told, *oblique.marker, *words_under(oblique.heads[0]))
    return (*told, *_since_when(clause, told))


def _since_when(clause: Clause, told: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Is the largest *since records began*": of what time a record is one."""
    if not any(token.tag_ in ("JJS", "RBS") or token.ent_type_ == "ORDINAL" for token in told):
        return ()
    hosts = (clause.verb, *told)
    behind = (c for t in hosts for c in t.rights if c.dep_ == "advcl" and c.left_edge.i == told[-1].i + 1)
    return next((tuple(c.subtree) for c in behind if c.left_edge.lower_ == "since" and c.is_unbroken), ())


def _is_another(subject: Token, attribute: Token, mentions: Mentions) -> bool:
    """Two names side by side: what the parser takes for an apposition is another thing, or the same one named; "the
    owner, Orlo" is told to be the owner."""
    one, other = mentions.span_of(subject), mentions.span_of(attribute)
    if one is None or other is None:
        return False
    return one.id_ != other.id_ or {one.kb_id_, other.kb_id_} != {"name", "nominal"}


def _is_measure_only(clause: Clause) -> bool:
    """ "No lower than they *were before the war*": when they were so, and not what."""
    marks = {child.lower_ for child in clause.verb.lefts if child.dep_ == "mark"}
    return not clause.attributes and not marks.isdisjoint(COMPARING)


def _is_age_then(clause: Clause, attribute: Token) -> bool:
    """ "Has fished since she was *17*": her age then, and not now."""
    is_bare = attribute.tag_ == "CD" and not any(attribute.rights)
    marks = {child.lower_ for child in clause.verb.lefts if child.dep_ in ("mark", "advmod")}
    return is_bare and clause.verb.dep_ in ("advcl", "relcl") and not marks.isdisjoint(_WHEN)


def _description(clause: Clause, consumed: frozenset[tuple[int, int]], mentions: Mentions) -> Iterator[Proposition]:
    """ "The dam is safe", "Mia Torres, a judge": described as, in the words of the text."""
    others = tuple(word for word in clause.attributes if word.lower_ not in REFLEXIVES)  # "is *himself* a judge"
    described = others or clause.attributes or (clause.head,)
    copula = tuple(t for t in clause.head.children if t.lemma_ == "be")
    for subject, attribute in product(clause.subjects, described):
        read = {(clause.head.i, attribute.i), (attribute.i, subject.i), (subject.i, attribute.i)}
        if consumed & read or subject == attribute or subject.pos_ == "VERB":
            continue  # "They met, among them Lund": the meeting is nobody
        if _is_another(subject, attribute, mentions):
            continue
        if clause.kind is ClauseKind.APPOSITION and not is_sure(subject, clause.head, attribute):
            continue
        if clause.kind is ClauseKind.COPULA and (_is_age_then(clause, attribute) or _is_measure_only(clause)):
            continue
        aside: frozenset[str] = frozenset()
        if clause.kind is ClauseKind.APPOSITION and subject.pos_ == "NOUN" and attribute.pos_ == "PROPN":
            if subject.tag_ == "NNS":
                continue  # "two firms, Orlo and Tarn": neither is two firms
            subject, attribute = attribute, subject  # "its owner, Calvin Roake"
            aside = frozenset({"appos"})
        told = _predicated(clause, attribute, aside)
        if is_adjunct(attribute, told):
            continue
        if len(told) == 1 and (told[0].tag_ == "IN" or told[0].lower_ == "worth"):
            continue  # "is *for* when it rains", "were *in* or near the market", "more than it was *worth*"
        if told[0].tag_ == "WP$":
            if not aside:
                continue  # "Orlo, whose boats fish there": Orlo is no boat
            told = told[1:]  # "Lund, whose novel The Salt Road": The Salt Road is a novel
        if len(told) > 1 and (told[0].lower_ in _NEGATORS or _is_denial(told[0], attribute)):
            negator = {*told[0].subtree}  # "is rich but not famous": famous is denied; "not only safe": safe
            told = tuple(token for token in told if token not in negator)
        yield Proposition(
            subject=subject,
            predicate="kg:describedAs",
            relation=copula,
            object=Words(told),
            anchor=clause.head,
            rule=f"open/{clause.kind}",
            roles=tuple(roles_of_state(clause, told, mentions)) if clause.kind is ClauseKind.COPULA else (),
            label="is",
            backing=(clause.subject_source,),
        )
