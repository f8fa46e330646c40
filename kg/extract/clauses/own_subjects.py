"""The subject beside a verb, when there are two or a clause of speech cuts in, and what relative pronouns stand for."""

from __future__ import annotations

from kg.grammar.kinds import PLACE_CLASSES, class_of_noun, is_measure, is_people, means_people
from kg.grammar.phrases import AMOUNTS, TIMES, VERBAL, and_conjuncts, conjuncts, follows_comma
from kg.grammar.quotation_marks import is_behind_quoted
from kg.grammar.verbs import FINITE, OBJECTS, SUBJECTS, finite_part, has_subject, has_to, helpers
from kg.grammar.wordlists import content_nouns, control_nouns, words_of
from kg.naming import roles
from kg.parse import Token

Found = tuple[tuple[Token, ...], str]  # subjects, and the rule that found them
NOBODY: Found = ((), "none")
QUESTION_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})  # also of relative pronouns
_OPENINGS = frozenset({"csubj", "advcl"})
_LONGEST_BRACKETS = 20
_NEAR = 8  # words between people and a clause that tells of them
_MUTE = frozenset({"kg:Place", "kg:Facility", "kg:Event", "kg:Policy", "kg:Product", "kg:Work"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_AGAIN = frozenset({"each", "all", "both", "either", "neither", "none", "some", "most", "many", "few"})
_PLACING = frozenset(
    {"behind", "beside", "besides", "among", "beneath", "under", "underneath", "above", "inside", "between"}
)
_TOLD = frozenset({"kg:Event", "kg:Policy", "kg:Work"})
_CUT = frozenset({"conj", "dep"})  # what the parser makes of a clause that another cuts in two


def own(verb: Token) -> Found | None:
    """The subjects that hang on a verb, or by a slip of the parser on its auxiliary, and the rule that found them:
    "own", "relative" or "existential"; None where they have to be looked for elsewhere."""
    subject = nearest_subject(verb)
    if subject is None:
        subject = next((c for helper in helpers(verb) for c in helper.children if c.dep_ in SUBJECTS), None)
    is_empty = verb.lemma_ == "be" and any(child.tag_ == "EX" for child in verb.lefts)
    if is_empty and (there_is := _existential(verb)) is not None:
        return there_is  # "They came, 40 of them, and there *was* no road"
    if (name := named_within(verb, subject)) is not None:
        return and_conjuncts(name), "own"
    if subject is None or (subject.tag_ == "EX"):
        is_empty = any(child.tag_ == "EX" for child in verb.children)  # "there *are thought* to be 40"
        return _existential(verb) or (NOBODY if is_empty else None)
    is_elliptic = any(child.tag_ == "POS" for child in subject.rights)
    if is_elliptic and not any(child.dep_ in OBJECTS for child in verb.rights):
        return NOBODY  # "Orlo's shares fell, Tarn's rose": the shares of Tarn; but "Moody's cut its rating"
    if has_to(verb) and any(child.tag_ in ("WDT", "WP") for child in subject.lefts):
        return NOBODY  # "knew which shelves to go to"
    if is_relative(subject):
        noun = antecedent(subject)
        if noun is None or _is_of_clause(verb) or any(child.tag_ == "POS" for child in noun.rights):
            return NOBODY  # "Oslo's, which grew": something of Oslo's
        if _is_of_whole(verb, noun):
            return NOBODY
        return antecedents(noun, verb), "relative"
    return and_conjuncts(subject), "own"


def _is_of_clause(verb: Token) -> bool:
    """ "Both paid, which *is how* it ended": that they did."""
    told = (child for child in verb.rights if child.dep_ in ("ccomp", "advcl", "pcomp", "acomp", "advmod"))
    asked = (t for child in told for t in (child, *child.lefts))
    return verb.lemma_ == "be" and any(t.lower_ in ("how", "why") and t.i <= verb.i + 2 for t in asked)


def _is_of_whole(verb: Token, noun: Token) -> bool:
    """ "Froze her account, which *meant* that she could not pay": that it was frozen, and no account; "passed a law
    which means that", "blamed a fire, which forced them out" tell of the noun, that names what was said or goes on."""
    which = next((c for c in verb.lefts if c.lower_ == "which" and c.dep_ in SUBJECTS), None)
    if which is None or not follows_comma(which):
        return False
    if noun.ent_type_ == "DATE" and noun.dep_ == "pobj" and "dobj" in verb.below:
        return verb.lemma_.lower() not in words_of("what days do")  # "banned until 4 May, which rules her out"
    if verb.lemma_.lower() not in words_of("said of a whole clause"):
        return False
    if verb.lemma_ == "mean" and "ccomp" not in verb.below:
        return False  # "Moel, which means hill"
    is_within = noun.dep_ in ("dobj", "pobj", "conj", "npadvmod", "attr", "oprd")
    return is_within and _brings_nothing_about(noun, verb)


def _brings_nothing_about(noun: Token, verb: Token) -> bool:
    """Whether a noun is one for people, a place, a span, a sum, or another that tells of nothing said or done; of what
    is made or is a body of people only where a clause is said to follow."""
    if noun.ent_type_ in TIMES | AMOUNTS | _PLACES or noun.tag_ == "CD" or is_measure(noun):
        return True
    if noun.pos_ != "NOUN" or noun.lemma_.lower() in content_nouns() | control_nouns() | words_of("goings-on"):
        return False
    if is_people(noun) or class_of_noun(noun) in PLACE_CLASSES:
        return True
    is_told = class_of_noun(noun) in _TOLD or noun.lemma_.lower() in words_of("writings")
    return not is_told and verb.lemma_.lower() in words_of("following from a clause")


def _existential(verb: Token) -> Found | None:
    """The thing that there is: "There are two bridges in the town", "There seems to be a fault", "Among them was X"."""
    phrases = [c for c in verb.lefts if c.dep_ == "prep"] if verb.lemma_ == "be" else []
    is_place = any(c.lower_ in _PLACING for c in phrases)  # "and behind it was a door"
    is_inverted = bool(phrases) and (verb.dep_ == "ROOT" or (verb.dep_ == "conj" and is_place))
    if not is_inverted and not any(child.tag_ == "EX" for child in verb.children):
        governor = verb.head
        if verb.dep_ != "xcomp" or not any(child.tag_ == "EX" for child in governor.children):
            return None
    thing = next((child for child in verb.rights if child.dep_ in ("attr", "dobj", "nsubj")), None)
    return (and_conjuncts(thing), "existential") if thing is not None else None


def nearest_subject(verb: Token) -> Token | None:
    """Its subject; of two the one beside the verb: "The dam, an engineer told the court, broke", "Minister: Does the
    fund own it?", "By order of its chief, Ali Amin, the club was sold"."""
    found = [child for child in verb.children if child.dep_ in SUBJECTS] if has_subject(verb) else []
    clause = next((child for child in found if child.dep_ == "csubj"), None)
    if clause is not None and verb.lemma_ == "be" and any(child.lower_ == "what" for child in verb.lefts):
        return clause  # "What she and a friend *found* is that it leaks"
    if len(found) > 1 and (inserted_in(verb) is not None or _before_colon(found[0]) or all(map(_after_comma, found))):
        return found[1]
    if len(found) > 1 and (_stands_alone(found[1], found[0], verb) or is_behind_quoted(verb, found[0])):
        return found[1]  # '"We had the doors shut," said Lund', where the doors were taken for a subject
    return bracketed_by(found[0]) or found[0] if found else None


def _stands_alone(noun: Token, first: Token, verb: Token) -> bool:
    """ "Once the tide *turned* at noon, a boat sank", "After the war her *shop* was shut": what stands beside the verb
    is its subject, but for what only counts the first or says it again: "The twins each left"."""
    before = noun.doc[noun.left_edge.i - 1] if noun.left_edge.i else noun
    is_again = noun.lower_ in _AGAIN or noun.lower_.endswith(("self", "selves")) or noun.tag_ in QUESTION_TAGS
    is_opened = any(child.dep_ == "mark" and child.i == first.left_edge.i - 1 for child in verb.lefts)
    is_apart = before.text in (",", ":") or noun.tag_ == "PRP" or is_opened
    is_aside = finite_part(verb).text_before == ","  # "rescuers, many of them nurses, came"
    return noun.i < verb.i and is_apart and not is_again and not is_aside


def bracketed_by(token: Token) -> Token | None:
    """ "Mira Holm (born 1951) is": the name before the brackets, where the parser takes "born" for the subject."""
    if not token.doc.has("("):
        return None
    before = token.doc.tokens[max(token.i - _LONGEST_BRACKETS, token.sent.start) : token.i]
    opening = next((t for t in before if t.text == "("), None)
    if opening is None or opening.i == token.sent.start:
        return None
    closing = next((t.i for t in token.doc[opening.i : token.head.i] if t.text == ")"), 0)
    name = token.doc[opening.i - 1]
    return name if closing > token.i and name.pos_ == "PROPN" else None


def inserted_in(verb: Token) -> Token | None:
    """The verb whose clause is cut by this verb of saying, when the parser hung the one on the other."""
    if len(verb.lefts) < 2:
        return None
    found = [child for child in verb.lefts if child.dep_ in SUBJECTS]
    if len(found) < 2 or not _after_comma(found[1]):
        return None
    return next((c for c in verb.rights if c.dep_ in _CUT and c.pos_ in VERBAL and not has_subject(c)), None)


def named_within(verb: Token, subject: Token | None) -> Token | None:
    """The subject that the parser put into the participle before it: "Speaking in court, Lund, a lawyer, said"."""
    if _OPENINGS.isdisjoint(verb.below):
        return None
    opening = next((child for child in verb.lefts if child.dep_ in _OPENINGS and child.tag_ == "VBG"), None)
    if opening is None or (subject is not None and subject != opening):
        return None
    names = [c for c in opening.rights if c.pos_ == "PROPN" and c.dep_ in ("npadvmod", "appos", "dobj")]
    inner = (t for t in opening.subtree if t.pos_ == "PROPN" and t.dep_ in ("appos", "conj", "pobj"))
    names += [t for t in inner if t.ent_type_ == "PERSON" and t not in names and t.right_edge.i == opening.right_edge.i]
    return next((name for name in names if _after_comma(name)), None)


def _after_comma(noun: Token) -> bool:
    """Whether a comma parts a noun phrase from what stands before."""
    return noun.left_edge.i > 0 and noun.doc[noun.left_edge.i - 1].text == ","


def _before_colon(noun: Token) -> bool:
    """Whether a noun only says who speaks: "Minister: Does the fund own it?"."""
    end = noun.right_edge.i
    return end + 1 < len(noun.doc) and ":" in (noun.nbor(1).text, noun.doc[end + 1].text, noun.doc[end].text)


# ---- relative pronouns


def is_relative(token: Token) -> bool:
    """Whether a token is a relative pronoun or adverb within a relative clause."""
    if token.lower_ == "what":
        return False
    if token.tag_ in QUESTION_TAGS or (token.lower_ == "that" and token.dep_ not in ("mark", "det")):
        return antecedent(token) is not None
    return False


def relative_without_pronoun(verb: Token) -> Token | None:
    """The boat of "a boat he knew *was* unsafe": who does what is said of it, where no pronoun stands for it."""
    says = verb.head
    is_within = says.dep_ == "relcl" or (says.dep_ == "acl" and says.tag_ in FINITE)
    if verb.dep_ != "ccomp" or not is_within or verb.i < says.i or says.head.i > says.i or has_subject(verb):
        return None
    is_bare = not any(t.tag_ in QUESTION_TAGS and t.dep_ != "mark" for t in (*says.lefts, *verb.lefts))
    return says.head if is_bare and has_subject(says) and finite_part(verb).tag_ in FINITE else None


def antecedent(token: Token) -> Token | None:
    """The noun that the relative clause around a token describes."""
    second = next((t for t in token.ancestors if t.dep_ == "conj" and t.pos_ in VERBAL and has_subject(t)), None)
    for ancestor in token.ancestors:
        if ancestor.dep_ == "relcl" or (ancestor.dep_ == "acl" and ancestor.tag_ in FINITE):
            is_second = second is not None and ancestor.is_ancestor(second)  # "who leads it and *whose* farm grew"
            opens = min(t.i for t in (second if second is not None and is_second else ancestor).subtree)
            return _which(token, ancestor.head) if token.i - opens <= 4 and ancestor.head.i < token.i else None
    return None


def _which(pronoun: Token, noun: Token) -> Token:
    """ "The founder of Norvik, which": Norvik, the name right before it, and not the person; "workers at a plant who":
    the workers; "growers in Spain, where": Spain."""
    if pronoun.lower_ == "who" and class_of_noun(noun) in _MUTE:
        near = reversed(pronoun.doc.tokens[max(noun.i - _NEAR, noun.sent.start) : noun.i])
        return next((t for t in near if t.pos_ == "NOUN" and means_people(t)), noun)
    if pronoun.lower_ == "where" and means_people(noun):
        within = pronoun.doc.tokens[noun.i + 1 : pronoun.i]
        return next((t for t in within if t.ent_type_ in _PLACES and t.dep_ == "pobj"), noun)
    before = pronoun.doc[max(pronoun.i - 2 if pronoun.text_before == "," else pronoun.i - 1, 0)]
    is_person = noun.lemma_.lower() in roles()
    return before if pronoun.lower_ == "which" and is_person and before.pos_ == "PROPN" else noun


def antecedents(noun: Token, verb: Token) -> tuple[Token, ...]:
    """All conjuncts if the verb is plural and the noun is not: "a mayor and a judge, who were"; of these no place is
    "who"."""
    group = conjuncts(noun)
    if any(child.lower_ == "who" for child in verb.lefts):
        group = tuple(item for item in group if item.ent_type_ not in _PLACES) or group
        noun = noun if noun in group else group[0]
    finite = finite_part(verb)
    is_plural = finite.tag_ == "VBP" or finite.lower_ == "were"
    return group if is_plural and noun.tag_ in ("NN", "NNP") and len(group) > 1 else (noun,)
