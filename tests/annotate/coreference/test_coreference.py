"""Pronouns and descriptions: whom they join, and when they are better left alone."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from marks import parse_marked

from kg.annotate.pipeline import annotate
from kg.model import Document

ANAPHORA = Path(__file__).parent / "anaphora"
pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text, name, pronouns",
    [
        ("Judge Ann Berg ruled on Friday. She was appointed in 2015.", "Ann Berg", ["She"]),
        ("Julio Baez, a lawyer, said that he would appeal.", "Julio Baez", ["he"]),
        ("Julio Baez, a lawyer, lost his case.", "Julio Baez", ["his"]),
        ("During his studies, Emil Strand worked in a mill.", "Emil Strand", ["his"]),
        ("Strand was born in Oslo, where he went to school.", "Strand", ["he"]),
        ("Emil Strand and his wife sing.", "Emil Strand", ["his"]),
        ("Velmar AB said it would sell its mill.", "Velmar AB", ["it", "its"]),
        ("The museum praised Halden Ltd and its founder.", "Halden Ltd", ["its"]),
        ("Emil Strand joined Halden Ltd in 1990 as its president.", "Halden Ltd", ["its"]),
        ('Clerk Paul Olsen said Peter Varn lied. "It was cruel," he added.', "Paul Olsen", ["he"]),
        ("It rained.\n\nOlo Vikk, who owns a farm, said he had lost two cows.", "Olo Vikk", ["who", "he"]),
        ("Halden Ltd sold the mill. It owns two ships.", "Halden Ltd", ["It"]),
        ("Peter married Anna Berg in 1990, and in 1995 he moved to Oslo.", "Peter", ["he"]),
        ("Karl Berg praised Emil Strand. “He never rests,” he said.", "Karl Berg", ["he"]),
        ("Karl Berg praised Emil Strand. “He never rests,” he said.", "Emil Strand", ["He"]),
        ("Emil Strand said Karl Berg had gone. “He left in May,” he said. “He was tired.”", "Karl Berg", ["He", "He"]),
        (
            "Emil Strand is ill. His father drank and his mother taught him to read.",
            "Emil Strand",
            ["His", "his", "him"],
        ),
        ("Ann Berg hit a guard. Her lawyer, Ida Holm, said she was sorry.", "Ann Berg", ["Her", "she"]),
        ("Ann Berg pleaded guilty. Ida Holm spoke for her.\n\nThen the judge jailed her.", "Ann Berg", ["her", "her"]),
        ("Emil Strand died on May 2. His son Paul drowned. He is survived by two cats.", "Emil Strand", ["His", "He"]),
        ("Emil Strand died. Paul Strand drowned. Besides his wife, he leaves a son.", "Paul Strand", ["his", "he"]),
        (
            "Emil Strand was born in May. His father baked and his mother sang. He left.",
            "Emil Strand",
            ["His", "his", "He"],
        ),
        ("Emil Strand fled. A critic called it brave.\n\nHe taught in Oslo.", "Emil Strand", ["He"]),
        ("A woman was hit. The woman, identified as Ann Berg, died. She was 68.", "Ann Berg", ["She"]),
        ("The victim was identified as Ann Berg. She was 68.", "Ann Berg", ["She"]),
        ("Governor Janet Pope vetoed it. She was sorry.", "Janet Pope", ["She"]),
        (
            "Emil Strand left Oslo, where his father Paul ran a mill, and came home. He sings.",
            "Emil Strand",
            ["his", "He"],
        ),
        (
            "Ms Marsh sang. Her father, Bo, drove and her mother taught. She left.",
            "Marsh",
            ["Her", "her", "She"],
        ),
        ("Della Marsh sang. She rang Emil Strand, but he was out.", "Emil Strand", ["he"]),
        ("The son of a miner, Emil Strand left school at 14. He sang.", "Emil Strand", ["He"]),
        ("Tamsa Okoro, 39, had left her camp.", "Tamsa Okoro", ["her"]),
        ("Ida Berg won. “It rained. The road was wet. The wind was cold,” she said.", "Ida Berg", ["she"]),
        (
            "Emil Strand was jailed.\n\nBo Lund, prosecuting, said a film showed him running off. He never stopped.",
            "Emil Strand",
            ["him", "He"],
        ),
        (
            "It worried Emil Strand, who was asked to repeat a test that had made his boss famous. He tried for weeks.",
            "Emil Strand",
            ["who", "his", "He"],
        ),
        (
            "Peter Holm was stabbed on Friday. Mr Holm had gone to a shop.\n\nMrs Holm said she was too upset.",
            "Holm",
            ["she"],
        ),
    ],
)
def test_a_clear_pronoun_joins_its_name(clusters, text, name, pronouns):
    assert clusters(text, "pronoun").get(name) == pronouns


@pytest.mark.parametrize(
    "text",
    [
        "Emil Strand met Karl Berg. He was tired.",
        "Emil Strand sold Halden Ltd to Velmar AB and praised its president.",
        "He married Ann Berg in 1990 after he had left school.",
        "Emil Strand saw him.",
        "A dentist phoned Emil Strand. Then he left.",
        "It rained in Oslo.",
        "It is clear that Velmar AB lost.",
        "Velmar AB must approve it.",
        "“They left,” Emil Strand told us. “One of them thought he was ill.”",
        "“Has he left?” Emil Strand asked.",
        "Emil Strand and Karl Berg spoke. He was tired.",
        "Emil Strand kept a seat, but Karl Berg lost his.",
        "Emil Strand sold a boat to Karl Berg. He was tired.",
        "Oslo banned it. The day was long. Nobody spoke to Emil Strand. It rained. It snowed. Then he left.",
    ],
)
def test_a_doubtful_pronoun_is_left_alone(clusters, text):
    assert clusters(text, "pronoun") == {}


_LIFE = """Ada Kessler, potter, dies at 90

Ada Kessler, who taught a generation of potters to dig their own clay, died on Friday at her home in Kent.

Kessler was born in Lund in 1931, the child of a baker. Her sister Ruth stayed in Sweden and sold hats.

She came to London in 1950 and found work in a mill. Pupils of the mill, who included the weaver Jane Moss, were poor.

{she} gave her last bowl to a museum. Kessler never sold one to a shop."""


def test_a_text_goes_on_about_its_hero_past_a_relative_and_past_whom_it_touches_on(clusters):
    told = clusters(_LIFE.format(she="She"), "pronoun")
    assert told["Ada Kessler"][-2:] == ["She", "her"]
    assert not told.keys() & {"Ruth", "Jane Moss"}


def test_a_hero_is_not_meant_where_somebody_else_was_just_told_of(clusters):
    text = _LIFE.format(she="Jane Moss sings. She").replace("her last bowl", "a song")
    assert clusters(text, "pronoun")["Jane Moss"][-1] == "She"


@pytest.mark.parametrize("noun", ["glazier", "kazoo player", "repairman", "churchwarden"])
def test_a_noun_with_who_is_a_person(nlp, noun):
    ((_, doc),) = annotate([Document(f"A {noun} who fell was taken to a clinic after he fainted.", "t", "t.txt")], nlp)
    assert [doc[i].text for i in doc.user_data["antecedents"].values()] == [noun.split()[-1]]


@pytest.mark.parametrize(
    "text, name, descriptions",
    [
        (
            "The Ostrander Museum lost a painting. Thieves broke into the museum at night.",
            "Ostrander Museum",
            ["the museum"],
        ),
        ("Mayor Ann Berg spoke. Then the mayor left.", "Ann Berg", ["the mayor"]),
        ("Gov. Ann Berg spoke. Then the governor left.", "Ann Berg", ["the governor"]),
        ("Mrs Justice Berg ruled. Then the judge left.", "Berg", ["the judge"]),
        (
            "Mia Moe heard the prime minister, Emil Strand. Then the prime minister left.",
            "Emil Strand",
            [
                "the prime minister",
                "the prime minister",
            ],
        ),
        ("Velmar AB cut jobs. The company makes lamps.", "Velmar AB", ["The company"]),
        ("Denmark voted on Sunday. The country has a new leader.", "Denmark", ["The country"]),
        ("Ida Berg sang and in 1951 married Emil Hart. Her husband died in 1989.", "Emil Hart", ["husband"]),
    ],
)
def test_a_plain_description_joins_the_one_thing_it_can_mean(clusters, text, name, descriptions):
    assert clusters(text, "nominal").get(name) == descriptions


@pytest.mark.parametrize(
    "text",
    [
        "Denmark and Norway voted. The country chose well.",
        "Velmar AB sued the other company.",
        "Defence Minister Emil Strand spoke. Then the prime minister left.",
        "Their son died. The gunman fled.",
        "The Fishing Council met once in May. It rained in Oslo. A choir sang. The organization plans a trip.",
        "The Dockers' Union met. Its branch in Oslo voted on Sunday. The union will strike.",
        "Emil Hart married Ida Berg in 1950. His first wife was dead.",
        "Ann Berg was hit by a car. The driver fled. Berg, a retired bus driver, was walking home.",
        "A man was shot. Emil Strand said so. “The victim fled,” he said.",
        "Velmar AB is the company that makes lamps.",
        "The Ostrander Museum and the Barlow Museum closed. The museum was small.",
    ],
)
def test_a_doubtful_description_is_left_alone(clusters, text):
    assert clusters(text, "nominal") == {}


@pytest.mark.parametrize(
    "text, name, pronouns",
    [
        ("As its profits fell, Velmar AB closed two mills.", "Velmar AB", ["its"]),
        ("Velmar AB will cut 40 jobs, it said on Monday.", "Velmar AB", ["it"]),
        ("Greenpeace opposes the dam. Its lawyers went to court.", "Greenpeace", ["Its"]),
        ("Velmar AB lost a case. It plans to appeal.", "Velmar AB", ["It"]),
        ("Holm & Berg Ltd runs two mills. It was founded in 1871.", "Holm & Berg Ltd", ["It"]),
        ("Velmar AB settled the case. A spokeswoman said it had changed.", "Velmar AB", ["it"]),
        ("Two owners of Velmar AB met. They urged it to pay.", "Velmar AB", ["it"]),
        ("Velmar AB hired Ann Berg as its chief engineer. She left.", "Ann Berg", ["She"]),
    ],
)
def test_a_pronoun_may_look_ahead_or_back_to_the_topic(clusters, text, name, pronouns):
    assert clusters(text, "pronoun").get(name) == pronouns


@pytest.mark.parametrize(
    "text",
    [
        "Velmar AB lost a ship. It sank off Malta.",
        "Velmar AB hopes to sell it.",
        "Velmar AB recalled the Vista because its brakes fail.",
        "Nadia Holt left the bank. Its lawyers went to court.",
        "When it rained, Velmar AB closed two mills.",
        "Velmar AB rejected the offer, saying it was too low.",
        "Velmar AB reached the yacht, but it had begun to sink.",
        "Velmar AB wants a battery. The battery would double the range of its cars.",
        "Velmar AB gave Halden Ltd a prize for its brakes.",
        "Velmar AB talked to Halden Ltd about its plans.",
        "Velmar AB took Halden Ltd to court, saying it had lied.",
        "Velmar AB welcomed the suit. The firm said it would encourage others.",
    ],
)
def test_it_is_left_alone_where_it_may_be_another_thing(clusters, text):
    assert not any(word.lower() in ("it", "its") for found in clusters(text, "pronoun").values() for word in found)


def kind_of(words: str) -> str:
    """The group that a marked mention is counted in; "name" if it is none."""
    by_word = {
        **dict.fromkeys(["he", "him", "his", "himself", "she", "her", "hers", "herself"], "person"),
        **dict.fromkeys(("it", "its", "itself"), "neuter"),
        **dict.fromkeys(["i", "me", "my", "mine", "we", "us", "our", "ours"], "speaker"),
        **dict.fromkeys(("they", "them", "their"), "plural"),
    }
    first, _, rest = words.partition(" ")
    is_described = first.lower() == "the" and rest.islower()
    return by_word.get(words.lower(), "description" if is_described else "name")


def test_the_marked_passages_are_read_as_well_as_before(read):
    """A floor for precision and recall by kind of word: raise it, never lower it without a reason."""
    count: dict[str, Counter[str]] = defaultdict(Counter)
    for passage in passages():
        for kind, is_marked, is_tried, is_right in judged(read, passage):
            count[kind].update(marked=is_marked, tried=is_tried, right=is_right)
    floor = json.loads((ANAPHORA / "floor.json").read_text(encoding="utf-8"))
    figures = {
        kind: {
            "precision": count[kind]["right"] / count[kind]["tried"],
            "recall": count[kind]["right"] / count[kind]["marked"],
        }
        for kind in floor
    }
    assert all(figures[kind][key] >= value for kind in floor for key, value in floor[kind].items()), figures


def passages():
    """The short passages, and the articles."""
    for path in sorted(ANAPHORA.glob("*.txt")):
        yield from path.read_text(encoding="utf-8").strip().split("\n\n")
    for path in sorted((ANAPHORA / "articles").glob("*.txt")):
        yield path.read_text(encoding="utf-8").strip()


def judged(read, passage):
    """Of each marked pronoun and description: its kind, whether it refers, was resolved, and rightly so."""
    text, marks, _ = parse_marked(passage)
    doc = read(text)
    by_end = {span.end_char: span for span in doc.spans["mentions"] if "nested" not in span.kb_id_}
    antecedents = doc.user_data["antecedents"]
    number_by_token = {t.i: number for start, end, number in marks for t in doc.char_span(start, end)}
    named = {
        (by_end[end].id_, number)
        for start, end, number in marks
        if end in by_end and kind_of(text[start:end]) == "name"
    }
    spoken_of: set[int] = set()
    for start, end, number in marks:
        kind, is_first = kind_of(text[start:end]), number not in spoken_of
        spoken_of.add(number)
        if kind == "name" or (kind == "description" and is_first):
            continue
        token = doc.char_span(start, end).root
        if token.i in antecedents:
            yield kind, number > 0, True, number == number_by_token.get(antecedents[token.i], -1)
        else:
            yield kind, number > 0, end in by_end, end in by_end and (by_end[end].id_, number) in named


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Ann Elm, a judge, died.\n\nBorn Ann Ruth Oak in Lund, Ohio, in 1937, she studied law.", "Ann Elm"),
        ("Lea Star sang.\n\nBorn Maria Elena Ruiz in Lima in 1950, Lea Star moved to Spain.", "Lea Star"),
    ],
)
def test_a_name_at_birth_is_a_name_of_who_bears_another(nlp, text, called):
    ((_, doc),) = annotate([Document(text, "t", "t.txt")], nlp)
    persons = {span.id_ for span in doc.spans["mentions"] if span.label_ == "kg:Person"}
    assert len(persons) == 1
    assert [doc.user_data["names"][ident] for ident in persons] == [called]


def test_a_name_at_birth_is_no_other_name_without_a_sign(nlp):
    text = "Ann Elm, a judge, died.\n\nBorn Eva Oak in Lund, she studied law. Ida Elm left."
    ((_, doc),) = annotate([Document(text, "t", "t.txt")], nlp)
    assert len({span.id_ for span in doc.spans["mentions"] if span.text in {"Ann Elm", "Eva Oak"}}) == 2


@pytest.mark.parametrize("place", ["LUND, March 3 -", "LUND (Newswire) -", "LUND -", "PORT ARDEN —"])
def test_where_a_report_was_written_is_nothing_that_it_speaks_of(clusters, place):
    text = f"Bank grows\n\n{place} Barlow Bank said on Monday it had bought the mill.\n\nStaff were told."
    assert "it" in clusters(text, "pronoun").get("Barlow Bank", [])


@pytest.mark.parametrize(
    "text",
    [
        "Asked whether he would stand again, Piers Holm said that there was no hurry.",
        "Pressed on Monday on whether he would resign, Piers Holm declined to answer.",
    ],
)
def test_who_was_asked_is_the_subject_behind(clusters, text):
    assert "he" in clusters(text, "pronoun").get("Piers Holm", [])


def test_who_was_asked_of_another_is_not_meant(clusters):
    text = "Asked whether she would stand again, Piers Holm said that there was no hurry."
    assert "she" not in clusters(text, "pronoun").get("Piers Holm", [])


@pytest.mark.parametrize(
    "text",
    [
        "The Barlow Bank was in trouble. Nobody was hurt, as one guest put it, but for the owners.",
        "The Barlow Bank lost its licence. The staff sat it out.",
        "The Barlow Bank grew. Lund took it as a compliment.",
    ],
)
def test_it_of_an_idiom_is_left_alone(clusters, text):
    assert "it" not in clusters(text, "pronoun").get("Barlow Bank", [])
