"""Names that small words join."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text, name, type_",
    [
        ("Halden, Voices for the Valley and two firms sued.", "Voices for the Valley", "AdvocacyGroup"),
        ("They gave it to Mothers Against Noise.", "Mothers Against Noise", "AdvocacyGroup"),
        ("They joined the Right to Water Network.", "Right to Water Network", "Organization"),
        (
            "She runs the Department for Culture, Media and Sport.",
            "Department for Culture, Media and Sport",
            "GovernmentBody",
        ),
        ("They met the Council for the Welfare of Sailors.", "Council for the Welfare of Sailors", "Organization"),
        ("He left the Department of the Interior.", "Department of the Interior", "GovernmentBody"),
        ("She won the Lund Prize for Fiction.", "Lund Prize for Fiction", "Concept"),
        ("Nurses at St Olav's University Hospital left.", "St Olav's University Hospital", "Facility"),
        ("They met at St Catherine of Barlow Church.", "St Catherine of Barlow Church", "Facility"),
        ("She took him to Barlow Children's Hospital.", "Barlow Children's Hospital", "Facility"),
        ("They won the Chairman's Award in May.", "Chairman's Award", "Concept"),
        ("It was insured by Lloyd's of London.", "Lloyd's of London", "Company"),
        ("The ACLU of Ohio sued.", "ACLU of Ohio", "AdvocacyGroup"),
        (
            "The Halden Educational, Cultural and Scientific Organization met.",
            "Halden Educational, Cultural and Scientific Organization",
            "Organization",
        ),
        ("Watchdog Voices for the Valley sued a bank.", "Voices for the Valley", "AdvocacyGroup"),
        ("They met the General Farm Workers' Union.", "General Farm Workers' Union", "Organization"),
        ("The Red Cross of Norway paid.", "Red Cross of Norway", "Organization"),
        ("The group Fight for the Web sued a bank.", "Fight for the Web", "AdvocacyGroup"),
        ("They boarded the Colour of Lund in May.", "Colour of Lund", "Work"),
        ("They gave it to the charity Sailors' Rest.", "Sailors' Rest", "Organization"),
        (
            "The Labourers' International Union of Canada paid.",
            "Labourers' International Union of Canada",
            "Organization",
        ),
        ("She won the National Medal of Science.", "National Medal of Science", "Concept"),
        (
            "She teaches at the University of California, San Diego.",
            "University of California, San Diego",
            "EducationalOrganization",
        ),
    ],
)
def test_a_name_goes_on_over_small_words(read, text, name, type_):
    doc = read(text)
    assert (name, f"kg:{type_}") in {(span.text, span.label_) for span in doc.spans["mentions"]}


@pytest.mark.parametrize(
    "text, names",
    [
        ("He sits on the Executive Committee of the Barlow Farm Board.", {"Executive Committee", "Barlow Farm Board"}),
        ("She is the president of the United States.", {"United States"}),
        ("Ann Berg's Council voted for Barlow.", {"Ann Berg", "Barlow"}),
        ("They paid Credit Suisse of Switzerland.", {"Credit Suisse", "Switzerland"}),
        ("She spoke to the Director of Halden.", {"Halden"}),
        ("They carried St Olav's bones to Lund.", {"Lund"}),
    ],
)
def test_what_only_stands_beside_a_small_word_is_no_part(clusters, text, names):
    assert names <= set(clusters(text, "name"))
