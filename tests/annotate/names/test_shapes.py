"""Names that their form shows."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Zemla Sp. z o.o. makes lamps.", "Zemla Sp. z o.o."),
        ("Havn Lys A/S said profit fell.", "Havn Lys A/S"),
        ("The Velora 240 uses a different buckle.", "Velora 240"),
        ("The recall covers the Velora X3 of 2019.", "Velora X3"),
        ("The Tram and Ferry Workers' Union voted to strike.", "Tram and Ferry Workers' Union"),
        ("The Bill and Ada Moe Foundation paid for it.", "Bill and Ada Moe Foundation"),
        ("The charity Warm in Winter feeds nine families.", "Warm in Winter"),
        ("He wrote the novel Smoke on the Hill.", "Smoke on the Hill"),
        ("Her memoir, The Price of It, was praised.", "Price of It"),
        ("The Nordic Fund for Peace and Justice sued.", "Nordic Fund for Peace and Justice"),
        ("Dr Imran Sheikh-Moe left.", "Imran Sheikh-Moe"),
        ("Outside Parliament House Ms Moe said she would resign.", "Moe"),
        ("Drivers on County Road 88 were stuck.", "County Road 88"),
        ("The judge fined Lund 600 pounds.", "Lund"),
        ("The club paid Lund 3 million pounds a year.", "Lund"),
        ("Senators passed Title 9 in May.", "Title 9"),
    ],
)
def test_a_form_shows_a_name(text, name, read):
    assert name in [span.text for span in read(text).spans["mentions"] if span.kb_id_ == "name"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The charity Shelter in London helped her.", "Shelter"),
        ("The March 14 vote was delayed.", "March 14"),
        ("The Senate and the Coast Guard met.", "Senate"),
    ],
)
def test_two_names_are_not_one(text, name, read):
    spans = [span.text for span in read(text).spans["mentions"] if span.kb_id_ == "name"]
    assert all(span in (name, "London", "Coast Guard") for span in spans)
