"""Bare surnames that two of one text bear: two people, or somebody and a firm."""

from __future__ import annotations

import pytest

LUNDS = "Anna Lindqvist founded the firm in 1998. Her brother, Erik Lindqvist, joined it in 2004. "


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (f"{LUNDS}Lindqvist resigned on Friday.", "Erik Lindqvist"),
        (f"{LUNDS}Anna Lindqvist sold it in May. Lindqvist resigned on Friday.", "Anna Lindqvist"),
        (f"{LUNDS}Ms Lindqvist resigned on Friday.", "Anna Lindqvist"),
        ("Maria Ortega won. Ortega beat her cousin Lucia Ortega by two strokes. Ortega wept.", "Maria Ortega"),
        (
            "Henry Byrne was charged on Monday. Henry Byrne had paid no tax. President Joe Byrne declined to comment. "
            "Henry Byrne said he would fight. Byrne has denied any wrongdoing.",
            "Joe Byrne",
        ),
        ("Walt J. Lund opened a shop. Walt Lund sold it in May. Lund died in June.", "Walt J. Lund"),
    ],
)
def test_a_bare_surname_is_of_whom_the_last_sentence_was_about(read, text, whole):
    doc = read(text)
    names = [span for span in doc.spans["mentions"] if span.kb_id_ == "name"]
    assert doc.user_data["names"][names[-1].id_] == whole


def test_a_bare_surname_beside_both_full_names_is_neither(read):
    doc = read("Lindqvist is the son of Erik Lindqvist and Anna Lindqvist.")
    assert doc.user_data["names"][doc.spans["mentions"][0].id_] == "Lindqvist"


FIRM = "Corley Farms sells milk in Wales. Its founder, Anne Corley, met ministers. "


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (f"{FIRM}Corley said it had sold its herd in 2019 and would close its dairy.", "Corley Farms"),
        (f"{FIRM}Corley said it would spend a million on stalls.", "Corley Farms"),
        (f"{FIRM}Corley cut its workforce by half.", "Corley Farms"),
        (f"{FIRM}Corley said she would spend a million on stalls.", "Anne Corley"),
        (f"{FIRM}Corley said it was a good day.", "Anne Corley"),
        (f"{FIRM}Corley said it was time to go.", "Anne Corley"),
        (f"{FIRM}Corley said it had bitten a guard.", "Anne Corley"),
        (f"{FIRM}Corley said the milk was safe.", "Anne Corley"),
        (f"{FIRM}Ms Corley said it would spend a million on stalls.", "Anne Corley"),
    ],
)
def test_a_bare_surname_with_it_is_the_firms(read, text, whole):
    doc = read(text)
    names = [span for span in doc.spans["mentions"] if span.kb_id_ == "name"]
    assert doc.user_data["names"][names[-1].id_] == whole
