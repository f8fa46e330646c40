"""The words of names, and the form under which two spellings of a name are one."""

from __future__ import annotations

import pytest

from kg.naming import acronyms, class_nouns, has_company_suffix, normal_form, place_called, roles, titles


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Halden Systems", "HALDEN SYSTEMS"),
        ("Halden Systems Inc.", "Halden Systems"),
        ("the Orlo Fund", "Orlo Fund"),
        ("U.N.", "UN"),
        ("Orlo's", "Orlo"),
    ],
)
def test_spellings_of_a_name_are_one(one, other):
    assert normal_form(one) == normal_form(other)


@pytest.mark.parametrize(("one", "other"), [("Orlo Bank", "Orlo Fund"), ("Ann Holt", "Ann Hold")])
def test_different_names_stay_two(one, other):
    assert normal_form(one) != normal_form(other)


def test_acronyms_are_made_of_capitals():
    assert "CLP" in acronyms("Civic Liberty Project")
    assert not acronyms("Siemens")


def test_company_suffixes_are_known():
    assert has_company_suffix("Halden Systems Inc.")
    assert not has_company_suffix("Halden Systems")


def test_places_have_a_usual_name():
    found = place_called("Norway")
    assert found is not None
    assert found[0] == "Norway"
    assert place_called("Halden Systems") is None


def test_tables_are_read():
    assert class_nouns()["company"] == "kg:Company"
    assert "lawyer" in roles()
    assert titles()
