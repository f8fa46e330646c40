"""What a person's name and occupation tell: short forms, rarity, fields of work."""

from __future__ import annotations

from functools import cache, lru_cache

from kg.naming import given_names, rows, small_words, words


@cache
def _formal_names() -> dict[str, frozenset[str]]:
    """The given names that a short form stands for, in lower case: "bob" is "robert"."""
    found: dict[str, set[str]] = {}
    for row in rows("nicknames"):
        for short in row["short"].split("|"):
            found.setdefault(short.casefold(), set()).add(row["name"].casefold())
    return {short: frozenset(names) for short, names in found.items()}


@lru_cache(maxsize=100_000)
def initials(word: str) -> frozenset[str]:
    """The first letters under which a given name may be found, its own and those of what it is short for."""
    return frozenset(name[0] for name in {word, *_formal_names().get(word, ())})


def is_same_given_name(one: str, other: str) -> bool:
    """Whether two given names in lower case may be one person's.

    >>> is_same_given_name("bob", "robert"), is_same_given_name("bob", "bert"), is_same_given_name("b", "robert")
    (True, True, False)
    """
    formal = _formal_names()
    return one == other or not {one, *formal.get(one, ())}.isdisjoint({other, *formal.get(other, ())})


@lru_cache(maxsize=200_000)
def is_short_form(short: str, long: str) -> bool:
    """Whether a person's name is another without a middle name, with an initial, or with a short given name.

    >>> is_short_form("m torres", "mia torres"), is_short_form("bob dorn", "robert dorn")
    (True, True)
    """
    a, b = ([w for w in key.split() if w not in small_words("generation")] for key in (short, long))
    if len(a) < 2 or len(b) < len(a) or a == b or a[-1] != b[-1]:
        return False
    middle = all(any(_may_be(w, v) for v in b[1:-1]) for w in a[1:-1])
    return middle and (_may_be(a[0], b[0]) or is_same_given_name(a[0], b[0]))


def _may_be(short: str, long: str) -> bool:
    return short == long or (len(short) == 1 and long[0] == short)


@cache
def _surnames() -> frozenset[str]:
    return frozenset(word for row in rows("surnames") for word in words(row["name"]))


@cache
def _frequent_given_names() -> frozenset[str]:
    return frozenset(name.casefold() for name in given_names())


def is_common_name(key: str) -> bool:
    """Whether many people bear a name: a frequent given name and a frequent surname.

    >>> is_common_name("maria garcia"), is_common_name("maria quill")
    (True, False)
    """
    found = key.split()
    return len(found) == 2 and found[0] in _frequent_given_names() and found[1] in _surnames()


@cache
def _fields() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """The fields of work that a role shows, and the fields that go with a field."""
    by_role: dict[str, set[str]] = {}
    near: dict[str, set[str]] = {}
    for row in rows("role_fields"):
        field = row["field"]
        for role in row["roles"].split("|"):
            by_role.setdefault(role, set()).add(field)
        for other in {field, *filter(None, row["near"].split("|"))}:
            near.setdefault(field, set()).add(other)
            near.setdefault(other, set()).add(field)
    return ({role: frozenset(f) for role, f in by_role.items()}, {f: frozenset(n) for f, n in near.items()})


@lru_cache(maxsize=10_000)
def fields(roles: frozenset[str]) -> frozenset[str]:
    """The fields of work that some roles show; none for "leader" or "resident"."""
    by_role, _ = _fields()
    return frozenset(field for role in roles for field in by_role.get(role, ()))


@lru_cache(maxsize=100_000)
def may_be_one_career(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one person may well have roles of both: a lawyer and a senator, but no striker and judge."""
    near = _fields()[1]
    mine, theirs = fields(one), fields(other)
    return not mine or not theirs or any(not near[field].isdisjoint(theirs) for field in mine)
