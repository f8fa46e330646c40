"""The word lists of `ontology/lexicon/` that tell how clauses are built: control, long prepositions and such."""

from __future__ import annotations

from functools import cache

from kg import tables

_TO_COME = frozenset({"f", "o", "d"})  # codes: it will be, may be, is wished
_OF_SPEECH = ("speech-claim", "reported")  # "was found to own" has a patient; nobody finds to own


@cache
def rows(name: str) -> tuple[tables.Row, ...]:
    """The lines of a lexicon file by column name."""
    return tables.rows(tables.lexicon(name))


@cache
def words(name: str, column: str) -> frozenset[str]:
    """One column of a lexicon file."""
    return tables.column(tables.lexicon(name), column)


@cache
def values(name: str, key: str, value: str) -> dict[str, str]:
    """One column of a lexicon file by another; of rows with the same key the first counts."""
    return {row[key]: row[value] for row in reversed(rows(name))}


def words_of(name: str) -> frozenset[str]:
    """The words of a list of words.tsv, such as "offspring"."""
    return _words_by_list().get(name, frozenset())


@cache
def _words_by_list() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows("words"):
        found.setdefault(row["list"], set()).add(row["word"])
    return {name: frozenset(words) for name, words in found.items()}


def class_told_by(lemma: str) -> str:
    """The class of what a common noun in lower case describes; "" where the lexicon does not tell."""
    return values("description_types", "word", "class").get(lemma, "")


@cache
def controllers() -> dict[tuple[str, str], str]:
    """Who does what an embedded verb says, by governing verb and complement: ("stop", "from") -> "object"."""
    return {(row["lemma"], row["complement"]): row["controller"] for row in rows("control")}


@cache
def patient_infinitives() -> frozenset[str]:
    """Verbs that have their patient before an infinitive: "ordered to pay" is passive, "asked to pay" may not be."""
    own = {row["lemma"] for row in rows("verbs") if row["complement"] == "inf" and row["class"] not in _OF_SPEECH}
    asking = {lemma for (lemma, complement), who in controllers().items() if (complement, who) == ("objinf", "object")}
    return frozenset(asking - own)


@cache
def taking_infinitives() -> frozenset[str]:
    """Verbs behind which an infinitive is theirs: "designed to track"."""
    return frozenset(row["lemma"] for row in rows("verbs") if row["complement"] in ("inf", "objinf"))


def control_nouns() -> frozenset[str]:
    """Nouns whose infinitive is done by their owner: "X's plan to V"."""
    return words("control_nouns", "lemma")


@cache
def addressed_nouns() -> frozenset[tuple[str, str]]:
    """Nouns with the preposition that names the doer of their infinitive: "pressure on X to V"."""
    return frozenset((row["lemma"], row["preposition"]) for row in rows("addressed_nouns"))


def judging() -> frozenset[str]:
    """Verbs and prepositions that take somebody else's plan: "oppose a plan to V"."""
    return words("judging", "word")


@cache
def saying() -> frozenset[str]:
    """Verbs whose clause is what somebody says, thinks or shows; after others a clause is the parser's slip."""
    clausal = (row for row in rows("verbs") if row["complement"] in ("that", "wh"))
    return words("saying", "lemma").union(row["lemma"] for row in clausal if row["class"] != "copula")


@cache
def telling_people() -> frozenset[str]:
    """Verbs that take whom they tell something: "told the court that"."""
    return words("telling", "lemma") | words("addressing", "lemma")


def naming() -> frozenset[str]:
    """Verbs such as "appoint": "appointed Lund director"."""
    return words("naming", "lemma")


def impersonal() -> frozenset[str]:
    """Adjectives such as "easy": "It is easy to sell data"."""
    return words("impersonal_adjectives", "lemma")


def impersonal_verbs() -> frozenset[str]:
    """Verbs such as "seem": "It seems to rain"."""
    return words("impersonal_verbs", "lemma")


def prepositions() -> frozenset[str]:
    """Prepositions of several words, lower case."""
    return words("long_prepositions", "words")


@cache
def preposition_openers() -> frozenset[tuple[str, str]]:
    """The first two words of prepositions of several words: elsewhere none need be looked for."""
    return frozenset((first, second) for first, second, *_ in map(str.split, prepositions()))


@cache
def content_nouns() -> frozenset[str]:
    """Nouns that take a that-clause: "the claim that"."""
    return frozenset(row["lemma"] for row in rows("nouns") if row["complement"] == "that")


@cache
def demand_nouns() -> frozenset[str]:
    """Nouns whose that-clause is wanted: "the order that they leave"."""
    found = (row for row in rows("nouns") if row["complement"] == "that" and row["if_positive"] == "d")
    return frozenset(row["lemma"] for row in found)


@cache
def gerund_compounds() -> dict[tuple[str, str], bool]:
    """Kinds of things that look like a deed: ("cooking", "oil"); and whether they are no deed behind a preposition."""
    return {(row["gerund"], row["noun"]): not row["only"] for row in rows("gerund_compounds")}


@cache
def kinds_in_ing() -> frozenset[str]:
    """Words in -ing that tell kinds of things: "housing"."""
    return frozenset(gerund for gerund, _ in gerund_compounds())


@cache
def known_verbs() -> frozenset[str]:
    """Verbs that the lexicon tells something of, by their lemmas."""
    return frozenset({row["lemma"] for row in (*rows("verbs"), *rows("headline_verbs"))}) | words_of("deed in a list")


@cache
def verb_compounds() -> frozenset[tuple[str, str]]:
    """Kinds of things whose first word may be a verb too: ("screw", "caps")."""
    return frozenset((row["word"], row["noun"]) for row in rows("verb_compounds"))


@cache
def nouns_to_do() -> frozenset[str]:
    """Nouns that take an infinitive: "plan to"."""
    return frozenset(row["lemma"] for row in rows("nouns") if row["complement"] == "inf")


@cache
def noun_verbs() -> dict[str, str]:
    """Lemmas of third persons that look like plural nouns: "detects"."""
    return {row["form"]: row["lemma"] for row in rows("noun_verbs")}


@cache
def verb_prepositions() -> frozenset[tuple[str, str]]:
    """Verbs with the prepositions they ask for behind their object: ("accuse", "of")."""
    return own_prepositions().union(pair for pair in controllers() if pair[1] != "objinf")


@cache
def own_prepositions() -> frozenset[tuple[str, str]]:
    """Of these the ones behind which a noun stands: ("blame", "on")."""
    return frozenset((row["lemma"], row["preposition"]) for row in rows("verb_prepositions"))


@cache
def asked_roles() -> dict[tuple[str, str], str]:
    """The roles of prepositions that verbs ask for: ("blame", "on") -> "topic"."""
    lines = rows("verb_prepositions")
    return {(row["lemma"], row["preposition"]): row["role"] for row in lines if row["role"] != "-"}


@cache
def noun_prepositions() -> frozenset[tuple[str, str]]:
    """Nouns with the prepositions they ask for: ("access", "to")."""
    return frozenset((row["lemma"], row["preposition"]) for row in rows("noun_prepositions"))


@cache
def states_of_patients() -> frozenset[tuple[str, str]]:
    """Verbs with what somebody is when it is done to him: ("report", "missing")."""
    return frozenset((row["lemma"], row["adjective"]) for row in rows("states_of_patients"))


@cache
def occasions() -> frozenset[tuple[str, str]]:
    """Prepositions and nouns that tell how often: ("for", "time")."""
    return frozenset((row["preposition"], row["lemma"]) for row in rows("occasions"))


@cache
def phrases() -> frozenset[tuple[str, str]]:
    """Verbs with the noun and preposition that belong to them: ("put", "end to"), ("put", "at risk")."""
    return frozenset((row["lemma"], row["phrase"]) for row in rows("phrases"))


@cache
def phrase_verbs() -> frozenset[str]:
    """Verbs with which such phrases stand."""
    return frozenset(verb for verb, _ in phrases())


@cache
def gerund_takers() -> frozenset[str]:
    """Verbs that take a gerund as complement: "avoid paying"."""
    kinds = ("ger", "pger", "objger")
    return frozenset(row["lemma"].split()[0] for row in rows("verbs") if row["complement"] in kinds)


@cache
def clause_takers() -> frozenset[tuple[str, str]]:
    """Verbs with the kinds of clause that they take: ("go", "inf")."""
    return frozenset((row["lemma"], row["complement"]) for row in rows("verbs") if row["class"] != "purpose")


@cache
def adjectives_to_come() -> frozenset[str]:
    """Adjectives whose infinitive tells what somebody may or will do: "due to open"; not "able to", "hard to"."""
    of_infinitives = (row for row in rows("adjectives") if row["complement"] == "inf")
    listed = frozenset(row["lemma"] for row in of_infinitives if row["if_positive"] in _TO_COME)
    return listed - impersonal() - words_of("hard to do")


@cache
def ordering() -> frozenset[str]:
    """Verbs that want, order or promise what an infinitive behind their object says; not "sent him to pay"."""
    kinds = ("inf", "objinf")
    lines = (row for row in rows("verbs") if row["complement"] in kinds and row["class"] != "purpose")
    listed = frozenset(row["lemma"] for row in lines)
    return listed.intersection(lemma for lemma, complement in controllers() if complement in kinds)


@cache
def asking_infinitives() -> frozenset[str]:
    """Verbs that have an infinitive among their arguments, with or without an object before it: "plan", "go on"."""
    kinds = ("inf", "objinf")
    own = (row["lemma"] for row in rows("verbs") if row["complement"] in kinds and row["class"] != "purpose")
    return frozenset({*own, *(lemma for lemma, complement in controllers() if complement in kinds)})
