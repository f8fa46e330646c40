"""The words that names are made of, from ontology/lexicon/names/, and the normal form under which two names are one."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from kg import tables

_ACRONYM_DOTS = re.compile(r"^(?:\w\.){1,}\w?\.?$")
_POSSESSIVE = re.compile(r"(?:'s|(?<=s)')$")
_JOINTS = frozenset({"of", "for", "on", "in", "to", "against", "without"})
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "–": "-"})  # noqa: RUF001

CLASS_BY_LABEL = {  # what a label of the recogniser says about a name
    "PERSON": "kg:Person",
    "ORG": "kg:Organization",
    "GPE": "kg:GeopoliticalEntity",
    "LOC": "kg:Place",
    "FAC": "kg:Facility",
    "NORP": "kg:Group",
    "PRODUCT": "kg:Product",
    "WORK_OF_ART": "kg:Work",
    "EVENT": "kg:Event",
    "LAW": "kg:Policy",
}


@dataclass(frozen=True, slots=True)
class HeadWord:
    """A word whose place in a name shows what is named: "University" in "University of Brixby"."""

    type: str
    is_droppable: bool  # "Orbit Magazine" is also called "Orbit"


def rows(table: str) -> tuple[tables.Row, ...]:
    """The lines of a table of name words, by column."""
    return tables.rows(tables.lexicon(f"names/{table}"))


@cache
def titles() -> dict[str, str]:
    """Gender ("m", "f" or "") by word that stands before a person's name: "Mrs." is "f"."""
    return {row["word"]: row["gender"] for row in rows("titles")}


@cache
def title_offices() -> dict[str, str]:
    """The office by title, in lower case, that is short for it: "gov." is a governor."""
    return {row["title"]: row["office"] for row in rows("title_offices")}


@cache
def parts_of_offices() -> frozenset[str]:
    """Words that are a title only with what follows: "Home" in "Home Secretary"."""
    return frozenset(row["word"] for row in rows("titles") if row["kind"] == "part")


@cache
def offices() -> frozenset[str]:
    """Titles that are offices: a capitalised run that ends in one ("Home Secretary") names a post and nothing else."""
    return frozenset(row["word"] for row in rows("titles") if row["kind"] == "office")


@cache
def ranks() -> frozenset[str]:
    """Titles of persons after whom things are called: "Admiral", "Lady", "King"."""
    return frozenset(row["word"] for row in rows("titles") if row["kind"] in {"rank", "noble"}) | {"Lady", "Saint"}


@cache
def honorifics() -> frozenset[str]:
    """Titles that only persons have: "Mr.", "Sir"."""
    return frozenset(row["word"] for row in rows("titles") if row["kind"] in {"address", "honorific", "rank"})


@cache
def forms_of_address() -> frozenset[str]:
    """Titles that stand before nothing but a person's name: "Mr", "Ms."; a street or a ship may begin with "Lady"."""
    return frozenset(row["word"] for row in rows("titles") if row["kind"] == "address")


@cache
def roles() -> dict[str, str]:
    """Gender by noun for what a person is: "actress" is "f", "lawyer" is ""."""
    return {row["word"]: row["gender"] for row in rows("roles")}


@cache
def given_names() -> dict[str, str]:
    """Gender by frequent given name."""
    return {row["name"]: row["gender"] for row in rows("given_names")}


@cache
def calendar() -> frozenset[str]:
    """Months, weekdays and the like, which are capitalised and name no entity."""
    return frozenset(row["word"] for row in rows("calendar"))


@cache
def small_words(kind: str) -> frozenset[str]:
    """Words of a kind ("particle", "joint", "generation", "specific"), in lower case."""
    return frozenset(row["word"] for row in rows("small_words") if row["kind"] == kind)


@cache
def telling_verbs(kind: str) -> frozenset[str]:
    """Lemmas of verbs that tell what stands beside them: a "person", a "place", or no place ("abstract")."""
    return frozenset(row["lemma"] for row in rows("telling_verbs") if row["kind"] == kind)


@cache
def quoting_verbs() -> frozenset[str]:
    """Lemmas of verbs that put their subject's words forward beside a quotation."""
    return tables.column(tables.lexicon("speech"), "lemma")


@cache
def acting_verbs() -> frozenset[str]:
    """Lemmas of verbs whose subject acts on purpose or says something."""
    return telling_verbs("agent") | telling_verbs("speech")


@cache
def telling_nouns(link: str) -> dict[str, str]:
    """Class of a name by noun beside it: "of" and "for" in "member of Orlo", "owner" in "Orlo's headquarters"."""
    return {row["word"]: row["class"] for row in rows("telling_nouns") if row["link"] == link}


@cache
def alias_cues(kind: str) -> frozenset[str]:
    """Words between two names of one thing; one "cue" at least, and any number of "filler" words."""
    return frozenset(row["word"] for row in rows("alias_cues") if row["kind"] == kind)


@cache
def description_words(kind: str) -> frozenset[str]:
    """Words of a kind in descriptions: "foreign" as in "the other company", nouns for a "country" or a "city"."""
    return frozenset(row["word"] for row in rows("descriptions") if row["kind"] == kind)


@cache
def stand_ins() -> dict[str, frozenset[str]]:
    """By noun the nouns whose thing it may take up later: "plant" may be the mill, "hospital" an infirmary."""
    found: dict[str, set[str]] = {}
    for row in rows("stand_ins"):
        found.setdefault(row["word"], set()).add(row["for"])
    return {word: frozenset(nouns) for word, nouns in found.items()}


@cache
def class_nouns() -> dict[str, str]:
    """Class by common noun that says what a name beside it is."""
    return {row["word"]: row["class"] for row in rows("class_nouns")}


@cache
def head_words(position: str) -> dict[str, HeadWord]:
    """Class by word that stands last in a name, first in it, or before its "of", "for", "on" or "in"."""
    return {
        row["word"]: HeadWord(row["class"], row["droppable"] == "yes")
        for row in rows("heads")
        if row["position"] == position
    }


_IN_EVERY_STATE = frozenset({"kg:GovernmentBody", "kg:Place", "kg:GeopoliticalEntity", "kg:MediaOutlet"})


_MEDIA = frozenset({"Radio", "TV", "Television", "News", "Newspaper", "Magazine", "Broadcasting", "Daily", "Weekly"})


@cache
def lone_heads() -> dict[str, str]:
    """Class by word that is a name by itself after "the", though every state or coast has one: "Senate", "Channel"."""
    found = {**head_words("last"), **head_words("alone"), **head_words("bare")}
    return {word: head.type for word, head in found.items() if head.type in _IN_EVERY_STATE and word not in _MEDIA}


@cache
def _lone_keys() -> frozenset[str]:
    teams = (word for word, head in head_words("last").items() if head.type == "kg:Organization" and word[-1] == "s")
    return frozenset(word.casefold() for word in (*lone_heads(), *teams))


def is_unspecific(key: str) -> bool:
    """Whether a normal form is that of a word that tells nobody which one is meant: "senate", but not "bundestag"."""
    return key in _lone_keys() and organization_called(key.title()) is None


@cache
def holdings() -> frozenset[str]:
    """Lemmas of nouns that only a company has: "shareholder", "stock"."""
    return frozenset(row["word"] for row in rows("holdings"))


@cache
def company_suffixes() -> frozenset[str]:
    """Legal forms at the end of a company's name, as normal words: "inc", "gmbh"."""
    return frozenset(row["word"].replace(".", "").replace("/", "").casefold() for row in rows("company_suffixes"))


@cache
def known_places() -> dict[str, tuple[str, str]]:
    """Usual name and class by each name of a country or region."""
    places: dict[str, tuple[str, str]] = {}
    for table in ("regions", "countries"):
        for row in rows(table):
            value = (row["name"], row.get("class") or "kg:GeopoliticalEntity")
            for name in (row["name"], *filter(None, row["also"].split("|"))):
                places[name] = value
    return places


@cache
def known_organizations() -> dict[str, tuple[str, str]]:
    """Usual name and class by each name of a body that news names without introduction."""
    return {
        name: (row["name"], row["class"])
        for row in rows("organizations")
        for name in (row["name"], *filter(None, row["also"].split("|")))
    }


@cache
def countries() -> frozenset[str]:
    """Usual names of countries."""
    return frozenset(row["name"] for row in rows("countries"))


@cache
def cities() -> frozenset[str]:
    """Names of large cities that rarely name anything else."""
    return frozenset(name for row in rows("cities") for name in (row["name"], *filter(None, row["also"].split("|"))))


@cache
def demonyms() -> dict[str, str]:
    """Place by adjective or people: "Danish" and "Danes" are of Denmark; "" by those of a faith or party."""
    return {
        word: row["name"]
        for table in ("regions", "countries")
        for row in rows(table)
        for word in row["demonyms"].split("|")
        if word
    } | {row["word"]: "" for row in rows("adherents")}


def place_called(name: str) -> tuple[str, str] | None:
    """Usual name and class of the country or region that bears a name; short names only in capitals ("US", not "us").

    >>> place_called("the U.K.")
    ('United Kingdom', 'kg:GeopoliticalEntity')
    """
    bare = name.translate(_APOSTROPHES).removeprefix("the ").removeprefix("The ")
    return known_places().get(bare)


def organization_called(name: str) -> tuple[str, str] | None:
    """Usual name and class of the well-known body that bears a name."""
    bare = name.translate(_APOSTROPHES)
    known = known_organizations()
    return known.get(bare) or known.get(bare.removeprefix("the ").removeprefix("The "))


def words(name: str) -> list[str]:
    """The words of a name without case, accents, dots and punctuation.

    >>> words("São Paulo's U.N. Bureau")
    ['sao', 'paulo', 'un', 'bureau']
    """
    return list(_words(name))


@lru_cache(maxsize=100_000)
def _words(name: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKD", name.translate(_APOSTROPHES))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold().replace("&", " and ")
    found = []
    for word in re.split(r"[\s\-]+", plain):
        word = _POSSESSIVE.sub("", word)
        if _ACRONYM_DOTS.match(word):
            word = word.replace(".", "")
        word = re.sub(r"[^\w']+", "", word).replace("'", "")
        if word:
            found.append(word)
    return tuple(found)


@lru_cache(maxsize=100_000)
def normal_form(name: str) -> str:
    """What two spellings of one name share: no case, dots, hyphens, "the", company suffix; usual country name.

    >>> normal_form("The Halden-Brix Co., Inc."), normal_form("U.S.")
    ('halden brix', 'united states')
    """
    if known := place_called(name.strip()) or organization_called(name.strip()):
        return " ".join(word for word in words(known[0]) if word != "the")
    found = words(name)
    if len(found) > 1 and found[0] == "the":
        found = found[1:]
    while len(found) > 1 and found[-1] in company_suffixes():
        found = found[:-1]
    return " ".join(found)


def has_company_suffix(name: str) -> bool:
    """Whether a name ends in a legal form: "Halden Ltd."."""
    found = words(name)
    return len(found) > 1 and found[-1] in company_suffixes()


def head_type(name_words: list[str]) -> HeadWord | None:
    """What the head word of a capitalised name says about it, if anything.

    >>> head_type(["University", "of", "Brixby"]).type
    'kg:EducationalOrganization'
    """
    place = next((i for i, word in enumerate(name_words) if i and word.casefold() in _JOINTS), None)
    if place is not None:
        joint, before = name_words[place].casefold(), name_words[place - 1]
        last = head_words("last").get(name_words[-1])
        is_built = name_words[-1].casefold() in small_words("built") and len(name_words) > place + 2
        if last is not None and is_built and name_words[place + 1] != "the":
            return last  # "Bank of Barlow Stadium", not "Friends of the Barlow Library"
        head = head_words(joint).get(before) or (head_words("last").get(before) if joint != "of" else None)
        head = head or head_words(joint).get("")  # whatever stands before "against"
        return head or _last_head(name_words, frozenset({"kg:Place"}))
    first = head_words("first").get(name_words[0]) if len(name_words) > 1 else None
    return _last_head(name_words) or first


def _last_head(name_words: list[str], unlikely: frozenset[str] = frozenset()) -> HeadWord | None:
    """What the last two words of a name say, or the last: "School Board" says more than "Board"."""
    if len(name_words) < 2:
        return None
    heads = head_words("last")
    found = heads.get(" ".join(name_words[-2:])) or heads.get(name_words[-1])
    return found if found is None or found.type not in unlikely else None


@lru_cache(maxsize=100_000)
def acronyms(name: str) -> frozenset[str]:
    """Initials under which a name of several words may be shortened, with and without its small words.

    >>> sorted(acronyms("Union of Lamp Makers"))
    ['ULM', 'UOLM']
    """
    found = [word for word in re.split(r"[\s\-]+", name) if word and word[0].isalpha()]
    if found and found[0].casefold() == "the":
        found = found[1:]
    capitals = "".join(word[0] for word in found if word[0].isupper())
    every = "".join(word[0].upper() for word in found)
    return frozenset(x for x in (capitals, every) if len(x) >= 2) if len(found) >= 2 else frozenset()
