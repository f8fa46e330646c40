"""Tags that the model sets wrong: "sieves were found", "wants them to forfeit both"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc, read_as_verb
from kg.grammar.attachment.sites import PAST, at
from kg.grammar.kinds import ACTORS, class_of_noun, is_people
from kg.grammar.phrases import NOUNS, VERBAL, first_of
from kg.grammar.verbs import NOMINAL_SUBJECTS, finite_part, has_subject, has_to
from kg.naming import roles
from kg.parse import Doc, Token

_PREDICATED = frozenset({"attr", "acomp"})
_IS = frozenset({"'s", "\u2019s"})
_HAS = _IS | frozenset({"'ve", "\u2019ve"})
_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_LINKING = frozenset({"be", "feel", "look", "seem", "remain", "become", "appear"})
_CLAUSAL = frozenset({"nsubj", "nsubjpass", "dobj", "aux", "auxpass", "mark", "ccomp", "xcomp"})
_OBJECTS = frozenset({"dobj", "ccomp", "xcomp"})
_OF_NOUN = frozenset({"det", "nummod", "amod", "compound"})


def _mend_verb(token: Token) -> None:
    """What stands like a noun or an adjective is no verb, and a verb behind its subject may be an infinitive."""
    if token.ent_type_ == "ORDINAL":
        _mend_rank(token)
        return
    if token.lower_ in ("owing", "go") and _mend_half(token):
        return
    _mend_comment(token)
    if token.lower_ in wordlists.words("with_object", "form") and "dobj" in token.below:
        token.lemma_ = token.lower_  # "had to cut costs and *lay* off staff", "hens *lay* eggs": nobody lies
    if token.tag_ in PAST and _is_second_infinitive(token):
        token.tag_ = "VB"
    if token.tag_ == "VBP" and (_is_caused(token) or _shares_modal(token)):
        token.tag_ = "VB"  # "helped residents look for it"
    is_second = token.dep_ == "conj" and token.head.pos_ == "ADJ" and token.head.dep_ == "acomp"
    if token.tag_ == "VBN" and is_second and not any(c.dep_ in (*_CLAUSAL, "agent") for c in token.children):
        token.tag_, token.pos_, token.lemma_ = "JJ", "ADJ", token.lower_  # "are overcrowded and poorly guarded"
    if token.lower_ == "missing" and "dobj" not in token.below:
        _mend_missing(token)
    if token.dep_ == "conj" and token.tag_ == "VB" and token.head.pos_ == "NOUN" and not token.children:
        token.tag_, token.pos_ = "NN", "NOUN"  # "a row over hours and pay"
    if token.tag_ == "VBN" and token.dep_ == "attr" and any(c.dep_ == "det" for c in token.lefts):
        token.tag_, token.pos_ = "JJ", "ADJ"  # "was the hardest hit"
    if token.tag_ == "VBN" and token.lower_ == "aged" and not any(c.dep_ == "auxpass" for c in token.lefts):
        token.tag_, token.pos_ = "JJ", "ADJ"
    if token.tag_ == "VBZ" and token.lower_ == "ages" and token.i + 1 < len(token.doc) and token.nbor().is_digit:
        token.tag_, token.pos_, token.lemma_ = "NNS", "NOUN", "age"  # "Three women, ages 21 to 26"
    if token.tag_ == "VBZ" and token.dep_ in _NOMINAL and not any(c.dep_ in _CLAUSAL for c in token.children):
        token.tag_, token.pos_ = "NNS", "NOUN"  # "sieves were found"
    if token.dep_ in ("acomp", "oprd") and token.pos_ == "VERB":
        _mend_state(token)


def _mend_half(word: Token) -> bool:
    """ "Fell, *owing* to rust": half of a preposition; "was let *go*": half of a verb. Whether it is one."""
    above, before, behind = word.head, word.doc.tokens[word.i - 1 : word.i], word.doc.tokens[word.i + 1 : word.i + 2]
    if word.lower_ == "owing" and word.dep_ == "advcl" and any(t.lower_ == "to" and t.head is word for t in behind):
        word.tag_, word.pos_, word.lemma_ = "IN", "ADP", "owing"
        word.doc.hang(word, above, "prep")
        return True
    is_let = above in before and above.lemma_ == "let" and word.dep_ in ("xcomp", "ccomp") and not has_subject(word)
    if word.lower_ != "go" or not is_let:
        return False
    word.tag_, word.pos_ = "RP", "ADP"
    arcs = [(child, above, child.dep_) for child in word.children]
    for child, head, label in [*arcs, (word, above, "prt")]:
        word.doc.hang(child, head, label)
    return True


def _mend_comment(verb: Token) -> None:
    """ "Costs rose, *to be fair*", "*to say the least*": how the speaker puts it, and nothing that anybody does."""
    if verb.tag_ != "VB" or verb.dep_ not in ("xcomp", "advcl", "ccomp") or has_subject(verb):
        return
    told = verb.doc.tokens[verb.left_edge.i : verb.right_edge.i + 1]
    words = " ".join(token.lower_ for token in told if not token.is_punct)
    first = verb.left_edge
    is_beside = first.is_sent_start or first.nbor(-1).is_punct or first.is_punct
    if is_beside and words in wordlists.words_of("in passing"):
        verb.doc.hang(verb, verb.head, "dep")


def _shares_modal(verb: Token) -> bool:
    """ "Will be based in Bonn and *have* sales": it will have them; "was told to pay, apologise and *leave*"."""
    if verb.dep_ != "conj" or not _CLAUSAL.isdisjoint(verb.below - _OBJECTS):
        return False
    first = first_of(verb)
    is_told_to = has_to(first) and finite_part(first.head).tag_ in ("VBD", "VBZ") and verb.head.tag_ == "VB"
    return is_told_to or any(c.tag_ == "MD" for c in verb.head.lefts)


def _is_second_infinitive(verb: Token) -> bool:
    """ "Plans to close a mill and *cut* 90 jobs": a verb whose past looks like its infinitive."""
    if verb.dep_ != "conj" or verb.lower_ != verb.lemma_ or not verb.head.below >= {"aux"} or "aux" in verb.below:
        return False
    is_alone = _CLAUSAL.isdisjoint(verb.below - _OBJECTS)
    return is_alone and any(child.tag_ == "TO" and child.dep_ == "aux" for child in verb.head.lefts)


def _mend_rank(ordinal: Token) -> None:
    """ "Lifted Rovers to *fifth* in the table": a place, and nothing to do."""
    to, head = ordinal.nbor(-1) if ordinal.i else ordinal, ordinal.head
    if to.lower_ == "to" and to.head is ordinal and head is not ordinal:
        ordinal.tag_, ordinal.pos_, ordinal.lemma_ = "NN", "NOUN", ordinal.lower_
        ordinal.doc.hang(to, head, "prep")
        ordinal.doc.hang(ordinal, to, "pobj")


def _mend_missing(word: Token) -> None:
    """ "People *missing* in the mud", "were still *missing*": how they are; whoever misses somebody has an object."""
    be = next((c for c in word.lefts if c.dep_ == "aux" and c.lemma_ == "be"), None)
    word.tag_, word.pos_, word.lemma_ = "JJ", "ADJ", word.lower_
    noun = word.nbor(-1) if word.i else word
    if word.dep_ in ("xcomp", "ccomp") and be is None and noun.dep_ in ("nsubj", "dobj") and noun.i > word.head.i:
        above = word.head
        word.doc.hang(noun, above, "dobj")
        word.doc.hang(word, noun, "acl")  # "left dozens missing"
    if be is not None:
        arcs = [(c, be, c.dep_) for c in word.children if c != be]
        word.doc.hang(be, be if word.dep_ == "ROOT" else word.head, word.dep_)
        for child, head, label in [*arcs, (word, be, "acomp")]:
            word.doc.hang(child, head, label)


def mend_pasts(doc: Doc) -> None:
    """ "The inquest *heard*", "she *rang* twice": a past tense that no noun looks like."""
    pasts = wordlists.values("irregular_pasts", "word", "lemma")
    for word in doc.written(pasts.keys()):
        if word.pos_ in NOUNS and any(c.dep_ in NOMINAL_SUBJECTS for c in word.lefts):
            word.tag_, word.pos_, word.lemma_ = "VBD", "VERB", pasts[word.lower_]


def mend_sayings(doc: Doc) -> None:
    """ "The firm, workers *allege*, sold the mill", "sold the mill, police *claim*": what they do, and no noun of
    theirs; not "a bag, a police *report* and a gun"."""
    for word in doc.written(wordlists.words("speech", "lemma") | wordlists.words_of("thinking so")):
        speaker = word.nbor(-1) if word.i > word.sent.start + 1 else word
        if speaker.dep_ != "compound" or speaker.head is not word or not _is_set_off(word):
            continue
        if not _is_of_several(speaker, word):
            continue
        main = next((t for t in word.ancestors if t.pos_ in VERBAL and t.dep_ not in ("acl", "relcl")), None)
        word.tag_, word.pos_, word.lemma_ = "VBP", "VERB", word.lower_
        for child in [c for c in word.lefts if c.dep_ == "nmod"]:
            doc.hang(child, word.head, word.dep_)  # "sold the mill, police report", taken for one thing
        for child in [c for c in word.lefts if c.dep_ in _OF_NOUN and c is not speaker]:
            doc.hang(child, speaker, child.dep_)
        doc.hang(speaker, word, "nsubj")
        if main is not None:
            doc.hang(word, main, "parataxis")


def mend_headline_sayings(doc: Doc) -> None:
    """ "Pilot slept at controls, *claims* crew": a headline's last words, and no claims of a crew."""
    lemmas = wordlists.noun_verbs()
    for word in doc.written(lemmas.keys()):
        speaker = word.head
        behind = [token for token in doc.tokens[speaker.i + 1 : word.sent.end] if not token.is_space]
        is_voice = is_people(speaker) or class_of_noun(speaker) in ACTORS
        is_last = not behind and word.dep_ == "compound" and word.text_before == ","
        if is_last and is_voice and lemmas[word.lower_] in wordlists.words("speech", "lemma"):
            main = next((token for token in word.ancestors if token.pos_ in VERBAL), None)
            word.tag_, word.pos_, word.lemma_ = "VBZ", "VERB", lemmas[word.lower_]
            if main is not None:
                doc.hang(word, main, "parataxis")
                doc.hang(speaker, word, "nsubj")


def _is_of_several(speaker: Token, saying: Token) -> bool:
    """Whether those before a word that may be a noun are several that speak: workers, two clerks, police."""
    articles = {child.lower_ for child in (*speaker.lefts, *saying.lefts) if child.dep_ == "det"}
    if speaker.lower_ == "police":
        is_noun = saying.lower_ in wordlists.words("nouns", "lemma")
        return not articles or (articles == {"the"} and not is_noun)
    return speaker.tag_ == "NNS" and is_people(speaker) and articles <= {"the", "some", "many"}


def _is_set_off(word: Token) -> bool:
    """Whether a word stands with what seems to belong to it as a noun between a comma and the next one, or the end."""
    behind = word.doc.tokens[word.i + 1 : word.i + 2]
    start = min(child.left_edge.i for child in word.lefts if child.dep_ in _OF_NOUN)
    return word.doc[start].text_before == "," and all(token.is_punct for token in behind)


def _mend_state(word: Token) -> None:
    """ "Five people were *missing*", "called the plan *misguided*": how something is, and nothing that it does."""
    if word.dep_ == "acomp":
        is_verb = any(c.dep_ in (*_CLAUSAL, "prt", "agent", "oprd") for c in word.children)
        is_state = not is_verb and (word.tag_ == "VBG" or word.head.lemma_ in _LINKING)
    else:
        is_state = word.head.lemma_.lower() in wordlists.words("judging_so", "lemma") and not any(word.children)
    if is_state:
        word.tag_, word.pos_, word.lemma_ = "JJ", "ADJ", word.lower_


def _mend_level(word: Token) -> None:
    """ "Shares were *up* 4 percent", "was two months *behind*": what they were."""
    if word.dep_ != "advmod" or word.head.lemma_ != "be" or word.i < word.head.i:
        return
    is_behind = word.lower_ in wordlists.words("behind", "word") and any(c.dep_ == "npadvmod" for c in word.lefts)
    between = word.doc.tokens[word.head.i + 1 : word.left_edge.i]
    is_behind = is_behind and all(other.dep_ == "advmod" for other in between)
    is_up = word.lower_ in ("up", "down") and any(c.dep_ == "npadvmod" for c in word.rights)
    if (is_up or is_behind) and _PREDICATED.isdisjoint(word.head.below):
        word.tag_, word.pos_ = "JJ", "ADJ"
        word.doc.hang(word, word.head, "acomp")


def _mend_preposition(word: Token) -> None:
    """ "Took over from *Per* Holm": a capital letter within a sentence opens a name."""
    name = word.doc[word.i + 1] if word.i + 1 < word.sent.end else word
    is_name = word.is_title and word.dep_ == "prep" and not word.is_sent_start and name.pos_ == "PROPN"
    if is_name and word.head.dep_ == "prep" and word.head.i == word.i - 1 and name.head == word:
        above = word.head
        word.tag_, word.pos_, word.lemma_ = "NNP", "PROPN", word.text
        word.doc.hang(name, above, "pobj")
        word.doc.hang(word, name, "compound")


def _mend_participle(auxiliary: Token) -> None:
    """ "The trip had *been* understaffed": what stands behind "been" is a participle, though it looks like an
    adjective."""
    word = auxiliary.head
    if auxiliary.dep_ == "auxpass" and word.pos_ == "ADJ" and word.i > auxiliary.i:
        word.tag_, word.pos_ = "VBN", "VERB"


def _mend_auxiliary(auxiliary: Token) -> None:
    """ "Everybody*'s* missed it", "she*'s* got a plan", "he*'s* never looked at me": has, and nothing done to them."""
    verb = auxiliary.head
    if auxiliary.dep_ == "auxpass" and auxiliary.lower_ in _IS and _is_perfect(verb):
        auxiliary.lemma_, verb.tag_ = "have", "VBN"
        verb.doc.hang(auxiliary, verb, "aux")
        for subject in [c for c in verb.lefts if c.dep_ == "nsubjpass"]:
            verb.doc.hang(subject, verb, "nsubj")
    if verb.lower_ == "got" and auxiliary.lower_ in _HAS and "dobj" in verb.below:
        verb.lemma_ = "have"  # "I've got a plan"
    _mend_participle(auxiliary)
    _mend_comment(auxiliary)


def _is_perfect(verb: Token) -> bool:
    """Whether a participle behind "'s" tells what somebody has done: of a verb without passive, or with an object that
    no passive has."""
    has_object = any(c.dep_ == "dobj" and c.tag_ == "PRP" for c in verb.rights)
    is_alone = verb.lemma_.lower() in wordlists.words("intransitive", "lemma") and "agent" not in verb.below
    return verb.lower_ == "got" or has_object or (is_alone and verb.lower_ != "gone")


def _mend_name(token: Token) -> None:
    """ "Wants them to *forfeit* both" is a verb; "the local *MP*, Ann Lee" is a post, and no name."""
    if token.dep_ in ("ccomp", "xcomp") and token.i and token.nbor(-1).tag_ == "TO" and token.nbor(-1).head == token:
        read_as_verb(token)
    elif token.lower_ in roles() and not token.ent_type_ and any(c.lower_ == "the" for c in token.lefts):
        is_bare = all(c.pos_ != "PROPN" for c in token.lefts)
        if is_bare and any(c.dep_ == "appos" and c.ent_type_ == "PERSON" for c in token.rights):
            token.tag_, token.pos_ = "NN", "NOUN"


def _mend_done(word: Token) -> None:
    """ "The state will *fine* farms": what stands behind a modal with a subject and an object is a verb."""
    modal = word.nbor(-1) if word.i else word
    if modal.tag_ == "MD" and modal.head is word and has_subject(word) and "dobj" in word.below:
        read_as_verb(word)


def _mend_adposition(token: Token) -> None:
    if token.tag_ == "IN" and token.is_title:
        _mend_preposition(token)
    elif token.dep_ == "advmod":
        _mend_level(token)
    elif token.tag_ == "RP" and token.dep_ == "prep" and not token.children:
        token.doc.hang(token, token.head, "prt")  # "passed *on* the cost"
    elif token.dep_ == "quantmod" and token.i and token.nbor(-1).lemma_.lower() in wordlists.words_of("handing"):
        token.tag_, token.ent_type_ = "RP", ""
        token.doc.hang(token, token.nbor(-1), "prt")  # "handed *over* 90 dollars": no more than 90


def _mend_exclamation(word: Token) -> None:
    """ "*Pike* phoned the police", "the court fined Pike": a name beside its verb, and nothing that is called out."""
    verb = word.head
    if word.dep_ != "intj" or not word.is_title or verb.pos_ != "VERB" or any(c.is_punct for c in word.children):
        return
    is_before = word.i == verb.i - 1 and verb.tag_ in ("VBD", "VBZ") and not has_subject(verb)  # not "Please feed it"
    is_behind = word.i == verb.i + 1 and "dobj" not in verb.below
    if is_before or is_behind:
        word.tag_, word.pos_, word.lemma_ = "NNP", "PROPN", word.text
        word.doc.hang(word, verb, "nsubj" if is_before else "dobj")


def _mend_is(word: Token) -> None:
    """ "Everything*'s* fine": what is a verb is a form of "be", and no mark of a possessor."""
    if word.lower_ in _IS and has_subject(word):
        word.tag_, word.pos_, word.lemma_ = "VBZ", "AUX", "be"


MENDERS: dict[str, Callable[[Token], None]] = {  # what mends a word of each part of speech
    "VERB": _mend_verb,
    "ADJ": _mend_done,
    "PROPN": _mend_name,
    "ADP": _mend_adposition,
    "SCONJ": _mend_adposition,
    "ADV": _mend_level,
    "AUX": _mend_auxiliary,
    "INTJ": _mend_exclamation,
    "PART": _mend_is,
}


def _is_caused(verb: Token) -> bool:
    """Whether a verb of causing stands right before the subject of a verb that looks finite."""
    if verb.dep_ != "ccomp" or verb.head.lemma_.lower() not in wordlists.words("bare_infinitives", "lemma"):
        return False
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    return subject is not None and subject.left_edge.i == verb.head.i + 1 and subject.tag_ in ("NNS", "NNPS", "PRP")


@at(tags="VB VBP NN", below="dobj")
def title(verb: Token) -> Iterator[Arc]:
    """ "Married to *actor* Karl Lund", "by Ann Ray and *co-founder* Karl Lund": a title that passes for a verb."""
    name = next((c for c in verb.rights if c.dep_ == "dobj" and c.pos_ == "PROPN"), None)
    if name is None or name.left_edge.i != verb.i + 1:
        return
    if verb.lower_ not in roles():
        return
    before = [c for c in verb.children if c.i < verb.i]
    to = next((c for c in before if c.lower_ == "to" and c.i == verb.i - 1), None)
    if len(before) > (to is not None):
        return
    if verb.dep_ == "xcomp" and to is not None:
        yield to, verb.head, "prep"
        yield name, to, "pobj"
    elif verb.dep_ == "conj" and to is None and (last := _name_before(verb)) is not None:
        yield name, last, "conj"
    else:
        return
    yield verb, name, "compound"
    if to is not None:
        to.pos_, to.tag_ = "ADP", "IN"
    verb.pos_, verb.tag_, verb.lemma_ = "NOUN", "NN", verb.lower_


def _name_before(verb: Token) -> Token | None:
    """The name right before "and" and the word."""
    before = verb.nbor(-2) if verb.i > 1 and verb.lower_before == "and" else None
    return before if before is not None and before.pos_ == "PROPN" and verb.head.is_ancestor(before) else None
