"""Reports from court: who stands trial, who only pleads, judges or tells, and whom they speak of."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text, expected",
    [
        ("For the defence, Ann Moe said she had told nobody.", [("she", None)]),
        ("Ann Moe, for the defence, told the jury that she was ill.", [("she", None)]),
        (
            "Ann Moe, representing Bo Lund, said he was sorry. He had lost his job.",
            [
                ("he", "Bo Lund"),
                ("He", "Bo Lund"),
                ("his", "Bo Lund"),
            ],
        ),
    ],
)
def test_who_pleads_is_not_who_is_told_of(taken_up, text, expected):
    assert taken_up(text) == expected


@pytest.mark.parametrize(
    "text, name",
    [
        ("Paul Lund was jailed on Monday. Judge Ida Moe said the defendant had lied.", "Paul Lund"),
        ("A nurse was jailed on Monday. Ann Moe, 41, stole it. Ida Vik, prosecuting, said the defendant had lied.",
         "Ann Moe"),
        ("Paul Lund went on trial in May. Bo Ek, mitigating, said his client was ill.", "Paul Lund"),
        ("Paul Lund was jailed. His clerk, Bo Ek, was acquitted. The judge said the defendant had lied.", "Paul Lund"),
        ("A nurse was jailed. Ann Moe, 41, stole it. A clerk, Bo Ek, was acquitted. The defendant wept.", "Ann Moe"),
        ("Ann Moe was found guilty of theft. The court acquitted Moe of fraud. The defendant wept.", "Ann Moe"),
        ("Ann Moe was acquitted on Monday. The defendant wept.", "Ann Moe"),
    ],
)  # fmt: skip
def test_who_stands_trial_is_the_defendant(clusters, text, name):
    found = clusters(text, "nominal").get(name, [])
    assert any(word in said for said in found for word in ("defendant", "client"))


@pytest.mark.parametrize(
    "text",
    [
        "Ida Moe gave evidence in May. She told nobody, she said. The defendant had lied.",
        "Detective Bo Ek searched the house. The victim had fled.",
        "Paul Lund and Bo Ek were jailed. The defendant had lied.",
        "Paul Lund was jailed and Ian Moe was fined. The judge said the defendant had lied.",
        "Paul Lund was jailed. Bo Ek was convicted. Ida Vik was acquitted. The defendant had lied.",
    ],
)
def test_who_only_tells_is_no_defendant(clusters, text):
    found = clusters(text, "nominal")
    assert not any("defendant" in said or "victim" in said for all_of in found.values() for said in all_of)
