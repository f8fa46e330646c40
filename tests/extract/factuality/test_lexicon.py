"""The lexicon of status: its own rules, and that every line has an example of its own words."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from kg import shipped
from kg.errors import InvalidOntology
from kg.extract.factuality.lexicon import LISTS, SIGNATURES, load, shipped_lexicon

LEXICON = shipped.folder("ontology") / "lexicon"
HEADER = "lemma\tcomplement\tif_positive\tif_negative\tclass\texample\n"
IRREGULAR = {"be", "go"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (*SIGNATURES, *LISTS):
        shutil.copy(LEXICON / f"{name}.tsv", tmp_path)
    return tmp_path


def test_a_line_is_found_by_its_first_known_form():
    found = shipped_lexicon().signature("verbs", ("zzz", "refuse"), "inf")
    assert found is not None and (found.code(False), found.code(True)) == ("-", "+")


def test_words_stand_in_lists():
    assert shipped_lexicon().has("speech", ("say",)) and not shipped_lexicon().has("speech", ("eat",))


@pytest.mark.parametrize(
    "line, complaint",
    [
        ("sing\tinf\t+\t-\tx", "6 cells"),
        ("sing\tinf\t+\t\tx\tThey sing.", "6 cells"),
        ("sing\tdance\t+\t-\tx\tThey sing.", "complement 'dance'"),
        ("sing\tinf\t+\tz\tx\tThey sing.", "code 'z'"),
        ("Sing\tinf\t+\t-\tx\tThey sing.", "lower case"),
        ("sing\tinf\t+\t-\tx\tThey sing.\nsing\tinf\t+\t-\tx\tThey sing.", "two lines"),
    ],
)
def test_a_bad_line_is_named_with_its_file_and_number(folder, line, complaint):
    (folder / "verbs.tsv").write_text(f"# verbs\n{HEADER}{line}\n", encoding="utf-8")
    with pytest.raises(InvalidOntology, match=rf"verbs\.tsv:[34]: .*{complaint}"):
        load(folder)


def test_wrong_columns_and_a_missing_file_are_errors(folder):
    (folder / "nouns.tsv").write_text("lemma\texample\nplan\tA plan.\n", encoding="utf-8")
    with pytest.raises(InvalidOntology, match=r"nouns\.tsv:2: the columns"):
        load(folder)
    (folder / "nouns.tsv").unlink()
    with pytest.raises(InvalidOntology, match="cannot be read"):
        load(folder)


def lines() -> list[tuple[str, str, str]]:
    found = []
    for name in (*SIGNATURES, *LISTS):
        rows = [x for x in (LEXICON / f"{name}.tsv").read_text(encoding="utf-8").splitlines() if not x.startswith("#")]
        found += [(name, row.split("\t")[0], row.split("\t")[-1]) for row in rows[1:]]
    return found


def test_every_example_uses_the_words_it_is_for():
    """A word of the example begins like each word of the entry; verbs bend, so the first letter is enough."""
    strange = []
    for name, lemma, example in lines():
        initials = {word[0] for word in re.findall(r"\w+|[\'’]\w+", example.lower())}
        if not all(word in IRREGULAR or word[0] in initials for word in lemma.split()):
            strange.append((name, lemma))
    assert strange == []


def test_files_are_sorted_so_that_changes_are_easy_to_read():
    for name in (*SIGNATURES, *LISTS):
        lemmas = [lemma for other, lemma, _ in lines() if other == name]
        assert lemmas == sorted(lemmas), name
