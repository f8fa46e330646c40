"""Descriptions of what the article is about."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "description", "name"),
    [
        ("Oracle's software, called Gatewise, reads plates. Police bought the software.", "the software", "Gatewise"),
        ("Microsoft cut jobs in May. Staff sued the company.", "the company", "Microsoft"),
        ("Greenpeace opposes the dam. The group went to court.", "The group", "Greenpeace"),
        ("Home Secretary Ann Berg spoke. Then the Home Secretary left.", "the Home Secretary", "Ann Berg"),
        ("Colonel Ann Berg met Bo Ek. The colonel left.", "The colonel", "Ann Berg"),
        ("Microsoft cut jobs in May. Staff sued the company, which runs the port.", "the company", "Microsoft"),
        ("Bo Ek sold the club Barlow Rovers to Orlo Sports. The club lost.", "The club", "Barlow Rovers"),
        ("Ann Berg, 44, met Bo Ek. The 44-year-old is a dentist.", "The 44-year-old", "Ann Berg"),
        ("Ann Berg won in Oslo. The 44-year-old is a dentist.", "The 44-year-old", "Ann Berg"),
        (
            "Staff of Siemens struck. Siemens paid. Barlow Steel, the mill's owner, grew. The company won.",
            "The company",
            "Barlow Steel",
        ),
    ],
)
def test_a_description_with_one_bearer_is_that_bearer(clusters, text, description, name):
    assert description in clusters(text, "nominal").get(name, [])


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("Oracle met Siemens in Bonn. Later Siemens met Oracle. Staff sued the company.", "the company"),
        ("Oracle cut jobs in May. Staff sued the other company.", "the other company"),
        ("Oracle cut jobs in May. Staff sued the company that runs the port.", "the company"),
        ("Staff sued the company.", "the company"),
        ("Microsoft grew. The firm bought tools from the company in May.", "the company"),
        ("Head teacher Ann Berg spoke. They praised the teacher, who was not named.", "the teacher"),
        ("Microsoft made the tool. The contractor is Halden Works.", "The contractor"),
        ("Bo Ek sold the club Barlow Rovers to the club Elm Athletic. The club lost.", "The club"),
        ("Friends of Ashford Park met. They sued the city.", "the city"),
        ("Oracle and Barlow Bank grew. The bank paid.", "The bank"),
        ("Crown Prince Olav spoke. It was said by the Crown.", "the Crown"),
        ("Ann Berg met Bo Ek. The 44-year-old is a dentist.", "The 44-year-old"),
        ("Ann Berg won in Oslo. The 44-year-old bridge fell.", "The 44-year-old"),
    ],
)
def test_a_description_of_two_things_or_of_none_stays_open(clusters, text, description):
    assert all(description not in found for found in clusters(text, "nominal").values())
