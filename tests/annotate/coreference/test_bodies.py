"""For whom somebody says "we"."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“We won,” Orlo Rovers manager Ann Berg said.", "Orlo Rovers"),
        ("“We won,” said Ann Berg, the head of the Dockers' Union.", "Dockers' Union"),
        ("The Dockers' Union met. “We won,” said its general secretary, Ann Berg.", "Dockers' Union"),
        ("The Dockers' Association met. The union left. “We won,” union leader Ann Berg said.", "Dockers' Association"),
        ("Siemens grew. “We won,” said Siemens' UK managing director, Ann Berg.", "Siemens"),
        ("The Dockers' Association met. “We won,” union president Ann Berg said.", "Dockers' Association"),
        (
            "Real Barlow lost. Real Barlow won in May. Then Real Barlow drew. “We won,” head coach Ann Berg said.",
            "Real Barlow",
        ),
        ("The Barlow Museum shut. “We lost money,” museum director Ann Berg said.", "Barlow Museum"),
        ("Microsoft lost. A spokeswoman said it would pay. “We ask staff to wait,” she said.", "Microsoft"),
        ("Siemens grew. Siemens won. Siemens paid. “We won,” Chief Executive Ann Berg said.", "Siemens"),
        ("Siemens chief executive Ann Berg left. “Our firm won,” she said.", "Siemens"),
        (
            "Kitano Foods has agreed to buy the biscuit maker Sezgin. Kitano Foods runs 14 mills. “We won,” Chairman "
            "Orhan Sezgin said.",
            "Sezgin",
        ),
    ],
)
def test_who_leads_a_body_speaks_for_it(clusters, text, name):
    assert {"We", "Our"} & {*clusters(text, "pronoun").get(name, [])}


@pytest.mark.parametrize(
    "text",
    [
        "“We won,” said Ann Berg, a nurse at Siemens.",
        "“We won,” said Ann Berg, the former head of Siemens.",
        "“We know each other,” Siemens chief executive Ann Berg said.",
        "Siemens chief executive Ann Berg left. “My husband and I won. We won together,” she said.",
        "Chief executive Ann Berg spoke. “We won,” she said. Siemens owns it. Siemens paid. Siemens grew.",
        "The Dockers' Union met. “Polls only take us so far,” said its general secretary, Ann Berg.",
        "Siemens met Oracle. “We won,” Chief Executive Ann Berg said.",
    ],
)
def test_who_speaks_for_others_too_or_for_nobody_is_left_alone(clusters, text):
    assert not any(word in ("We", "we") for found in clusters(text, "pronoun").values() for word in found)
