"""When it was: expressions of time, their days, and the predicate they belong to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from parses import plain
from spacy.lang.en import English

from kg.extract.times import TimeExpression, time_of, times
from kg.extract.times.forms import compiled, forms
from kg.grammar.wordlists import rows
from kg.parse import Doc

MONDAY = "2018-06-18"
LEMMAS = ("realised", "planned")  # their examples have them inflected


def read(parse, text: str, published: str | None = MONDAY) -> list[tuple[str, str | None, str | None]]:
    return [(e.time.text, e.time.start_date, e.time.end_date) for e in times(parse(text), published)]


@pytest.mark.parametrize("row", [r for r in rows("times") if r["class"] == "form"], ids=lambda r: r["word"][:40])
def test_every_form_reads_its_own_example(row):
    assert compiled(row["word"]).search(row["example"])


@pytest.mark.parametrize(
    "row", [r for r in rows("times") if r["class"] not in ("form", *LEMMAS)], ids=lambda r: r["word"]
)
def test_every_word_stands_in_its_own_example(row):
    ends = [part for part in row["word"].split(" … ") if part not in ("…", "")]
    assert all(part.strip("… ").lower() in row["example"].lower() for part in ends)


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence, expected",
    [
        ("The bridge opened on 5 May 2021.", ("5 May 2021", "2021-05-05", "2021-05-05")),
        ("The bridge opened on May 5, 2021.", ("May 5, 2021", "2021-05-05", "2021-05-05")),
        ("The bridge opened on Monday, May 5, 2021.", ("Monday, May 5, 2021", "2021-05-05", "2021-05-05")),
        ("The bridge opened on 2021-05-05.", ("2021-05-05", "2021-05-05", "2021-05-05")),
        ("The bridge opened on 5/5/2021.", ("5/5/2021", "2021-05-05", "2021-05-05")),
        ("The bridge opened on 5/6/2021.", ("5/6/2021", None, None)),
        ("The bridge opened on 25.5.2021.", ("25.5.2021", "2021-05-25", "2021-05-25")),
        ("The pier has been shut since about 2014.", ("since about 2014", "2014-01-01", None)),
        ("The rule was kept until about 2014.", ("until about 2014", None, "2014-12-31")),
        ("The road will not open until 2031.", ("until 2031", None, "2031-01-01")),
        ("Work ended in the last quarter of 2021.", ("the last quarter of 2021", "2021-10-01", "2021-12-31")),
        ("She was deaf for the last two years of her life.", ("the last two years of her life", None, None)),
        ("The bridge opened on 13/6/2021.", ("13/6/2021", "2021-06-13", "2021-06-13")),
        ("The bridge opened in April 2018.", ("April 2018", "2018-04-01", "2018-04-30")),
        ("The bridge opened in 2016.", ("2016", "2016-01-01", "2016-12-31")),
        ("The fair ran May 5-7, 2021.", ("May 5-7, 2021", "2021-05-05", "2021-05-07")),
        ("The firm has made steel since 2011.", ("since 2011", "2011-01-01", None)),
        ("The firm made steel until 2020.", ("until 2020", None, "2020-12-31")),
        ("The shop is open from 9 a.m. to 8 p.m.", ("from 9 a.m. to 8 p.m.", None, None)),
        ("Profit fell in the six months to June.", ("the six months to June", None, None)),
        ("The men came up after nearly seven hours.", ("after nearly seven hours", None, None)),
        ("He must leave by 5 p.m.", ("by 5 p.m.", None, None)),
        ("She had queued since four o'clock.", ("since four o'clock", None, None)),
        ("The rocket rose at 3:46 p.m., they said.", ("3:46 p.m.", None, None)),
        ("Prices fell in 2022 and 2023.", ("2022 and 2023", "2022-01-01", "2023-12-31")),
        ("He wed in 1982 and 1997.", ("1982 and 1997", None, None)),
        ("It will open in December of that year.", ("December of that year", None, None)),
        ("It will open in the second quarter of next year.", ("the second quarter of next year", None, None)),
        ("He led the club from 2011 to 2014.", ("from 2011 to 2014", "2011-01-01", "2014-12-31")),
        ("She taught there between 1990 and 1994.", ("between 1990 and 1994", "1990-01-01", "1994-12-31")),
        ("It was built between March and May 2020.", ("between March and May 2020", "2020-03-01", "2020-05-31")),
        ("It was checked between 15 and 30 May 2019.", ("between 15 and 30 May 2019", "2019-05-15", "2019-05-30")),
        ("They met on 3 and 4 May 2019.", ("3 and 4 May 2019", "2019-05-03", "2019-05-04")),
        ("They met on May 3 and 7, 2019.", ("May 3 and 7, 2019", None, None)),
        ("He swam it in two hours, 9 minutes and 3 seconds.", ("in two hours, 9 minutes and 3 seconds", None, None)),
        ("She sang until the age of 80.", ("until the age of 80", None, None)),
        (
            "He led it from 1998 until his death in 2004.",
            ("from 1998 until his death in 2004", "1998-01-01", "2004-12-31"),
        ),
        (
            "He led it until his death on 4 May 2004.",
            ("until his death on 4 May 2004", None, "2004-05-04"),
        ),
        ("The mill closed in the 1990s.", ("the 1990s", "1990-01-01", "1999-12-31")),
        ("The mill closed in the late 1990s.", ("the late 1990s", "1997-01-01", "1999-12-31")),
        ("The church was built in the 19th century.", ("the 19th century", "1801-01-01", "1900-12-31")),
        ("Profit fell in the second quarter of 2019.", ("the second quarter of 2019", "2019-04-01", "2019-06-30")),
        ("The mill closed in early 2019.", ("early 2019", "2019-01-01", "2019-04-30")),
        ("The bridge opened in spring 2020.", ("spring 2020", "2020-03-01", "2020-05-31")),
        ("Profit fell in fiscal 2020.", ("fiscal 2020", None, None)),
        ("He hiked in the winter of 2010-11.", ("the winter of 2010-11", "2010-12-01", "2011-02-28")),
        ("The firm had 40 shops as of 31 December 2019.", ("31 December 2019", "2019-12-31", "2019-12-31")),
        ("A 2015 study praised the dam.", ("2015", "2015-01-01", "2015-12-31")),
        ("The mill was built in 1290.", ("1290", "1290-01-01", "1290-12-31")),
        ("The mill was built in about 1290 and sold.", ("1290", "1290-01-01", "1290-12-31")),
        ("He works from Monday to Friday.", ("from Monday to Friday", None, None)),
        ("Two days after 5 May 2021, the court ruled.", ("Two days after 5 May 2021", "2021-05-07", "2021-05-07")),
    ],
)
@pytest.mark.parametrize("published", [None, MONDAY])
def test_absolute_times_need_no_date_of_the_document(parse, sentence, expected, published):
    assert read(parse, sentence, published) == [expected]


RELATIVE = [
    ("The shareholders delivered a letter late Friday.", ("late Friday", "2018-06-15", "2018-06-15")),
    ("The council will vote on Friday.", ("Friday", "2018-06-22", "2018-06-22")),
    ("The mayor agreed to meet the union on Thursday.", ("Thursday", "2018-06-21", "2018-06-21")),
    ("The hearing is scheduled for Tuesday.", ("Tuesday", "2018-06-19", "2018-06-19")),
    ("The mayor resigned on Monday afternoon.", ("Monday afternoon", "2018-06-18", "2018-06-18")),
    ("The mayor resigned yesterday.", ("yesterday", "2018-06-17", "2018-06-17")),
    ("The firm cut jobs earlier this month.", ("earlier this month", "2018-06-01", "2018-06-18")),
    ("The firm cut jobs in April.", ("April", "2018-04-01", "2018-04-30")),
    ("The firm will cut jobs in April.", ("April", "2019-04-01", "2019-04-30")),
    ("The firm cut jobs in mid-June.", ("mid-June", "2018-06-11", "2018-06-20")),
    ("The firm cut jobs last month.", ("last month", "2018-05-01", "2018-05-31")),
    ("The law will change next year.", ("next year", "2019-01-01", "2019-12-31")),
    ("The firm cut jobs this week.", ("this week", "2018-06-18", "2018-06-24")),
    ("The firm cut jobs last April.", ("last April", "2018-04-01", "2018-04-30")),
    ("The firm cut jobs in April last year.", ("April last year", "2017-04-01", "2017-04-30")),
    ("The firm was founded a decade ago.", ("a decade ago", "2007-01-01", "2009-12-31")),
    ("The bridge fell nearly 20 years ago.", ("nearly 20 years ago", "1998-01-01", "2000-12-31")),
    ("The bridge fell more than 20 years ago.", ("more than 20 years ago", None, "1998-12-31")),
    ("The bridge fell three weeks ago.", ("three weeks ago", "2018-05-28", "2018-06-03")),
    ("Rents rose over the past two years.", ("the past two years", "2016-06-18", "2018-06-18")),
    ("They will meet in two weeks.", ("in two weeks", "2018-07-02", "2018-07-08")),
    ("The two met this past weekend.", ("this past weekend", "2018-06-16", "2018-06-17")),
    ("The fire broke out before midnight on Saturday.", ("midnight on Saturday", "2018-06-16", "2018-06-16")),
    ("The alert holds until 11 p.m. Tuesday.", ("until 11 p.m. Tuesday", None, "2018-06-19")),
    ("Drivers will walk out from 3am on Friday.", ("from 3am on Friday", "2018-06-22", None)),
    ("It sat until late on Wednesday evening.", ("until late on Wednesday evening", None, "2018-06-13")),
    ("The shop closed at Christmas.", ("Christmas", "2017-12-25", "2017-12-25")),
    ("A clerk has been bailed until August.", ("until August", None, "2018-08-31")),
    ("The talks were put off until August.", ("until August", None, "2018-08-31")),
    ("The hall was full until August.", ("until August", None, None)),
    ("The boats will go in two lots starting in September.", ("starting in September", "2018-09-01", None)),
    ("The fee will go within a decade.", ("within a decade", None, None)),
    ("The fee will go before the end of the year.", ("before the end of the year", None, "2018-12-31")),
    ("The firm will cut jobs over the next two years.", ("the next two years", "2018-06-18", "2020-06-18")),
    ("Rents have risen in the past two years.", ("the past two years", "2016-06-18", "2018-06-18")),
]


@pytest.mark.model
@pytest.mark.parametrize("sentence, expected", RELATIVE)
def test_relative_times_are_resolved_from_the_date_of_the_document(parse, sentence, expected):
    assert read(parse, sentence) == [expected]


@pytest.mark.model
@pytest.mark.parametrize("sentence, expected", RELATIVE)
@pytest.mark.parametrize("published", [None, "", "soon"])
def test_nothing_is_invented_when_the_date_of_the_document_is_unknown(parse, sentence, expected, published):
    assert read(parse, sentence, published) == [(expected[0], None, None)]


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence, expected",
    [
        ("Two days before the vote, the mayor resigned.", "Two days before the vote"),
        ("Shells hit the town hours before truce talks\n\nThe mayor left.", "hours before truce talks"),
        ("Two years later, the firm was sold.", "Two years later"),
        ("He led the club for ten years.", "for ten years"),
        ("The ferry sails every day.", "every day"),
        ("The ferry sails every day except Monday.", "every day except Monday"),
        ("The ferry sails on Sunday mornings.", "on Sunday mornings"),
        ("The ferry sails on the last Friday of each month.", "on the last Friday of each month"),
        ("The mill reopened the following year.", "the following year"),
        ("He spent the next three days in bed.", "the next three days"),
        ("She found the letter next morning.", "next morning"),
        ("The two met on a wet Wednesday.", "Wednesday"),
        ("He told them on the Friday that he had won.", "Friday"),
        ("Police told residents to leave on Friday.", "Friday"),
        ("Trains are halted until after Christmas.", "until after Christmas"),
        ("He was jailed for nine years and four months.", "for nine years and four months"),
        ("The queue had gone by half past six.", "by half past six"),
        ("The queue had gone by dusk.", "by dusk"),
        ("She left school at the age of 14.", "at the age of 14"),
        ("The jab is given at age five.", "at age five"),
        ("The roof fell within hours of the storm.", "within hours of the storm"),
        ("He joined the rival club within two months of leaving Hull.", "within two months of leaving Hull"),
        ("The boats came within a quarter of an hour.", "within a quarter of an hour"),
        ("The hall was full in half an hour.", "in half an hour"),
        ("The guard rang 40 minutes after the theft.", "40 minutes after the theft"),
        ("The lake dried up 12 million years before the ice.", "12 million years before the ice"),
        ("The caves were painted tens of thousands of years ago.", "thousands of years ago"),
        ("The crew felt ill as little as two hours after the meal.", "as little as two hours after the meal"),
        ("The ring was not found until the next morning.", "until the next morning"),
        ("Nobody has seen the boat since that summer.", "since that summer"),
        ("The pool was shut in the summers of 2017 and 2019.", "the summers of 2017 and 2019"),
        ("The pass is closed in winter.", "in winter"),
        ("The lorries come at night.", "at night"),
        ("The well is tested twice a month.", "twice a month"),
        ("The well is tested as many as four times a week.", "as many as four times a week"),
        ("He rang at three in the morning.", "at three in the morning"),
        ("The clerk later apologised.", "later"),
        ("Hours and 20 minutes later they met.", "20 minutes later"),
        ("Three hours and 20 minutes later, they met.", "Three hours and 20 minutes later"),
        ("The tower was at first a prison.", "at first"),
    ],
)
def test_durations_frequencies_and_times_told_from_other_events_have_no_days(parse, sentence, expected):
    assert read(parse, sentence) == [(expected, None, None)]


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence",
    [
        "The 44-year-old was fined.",
        "A man aged 44 was fined.",
        "Clara May sued the paper.",
        "Police march through the town.",
        "The Sunday Times paid the fine.",
        "The hall has 2016 seats.",
        "The union signed a two-year deal.",
        "The firm paid $2016 for it.",
        "The player of the year moved abroad.",
        "They came home from Friday prayers.",
        "Serbs mark Christmas with a feast.",
        "The guards earn nine euros for every hour.",
        "The champion was within two minutes of Lund.",
        "The pump failed sooner and not later than planned.",
    ],
)
def test_ages_names_counts_and_verbs_are_no_times(parse, sentence):
    assert read(parse, sentence) == []


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence, predicate, expected",
    [
        ("The bank announced in April that it had sold the mill in 2016.", "announced", "April"),
        ("The bank announced in April that it had sold the mill in 2016.", "sold", "2016"),
        ("She lost the 2016 election to a nurse.", "lost", None),
        ("In 2016, he sold the firm and bought a farm.", "sold", "2016"),
        ("In 2016, he sold the firm and bought a farm.", "bought", "2016"),
        ("He sold the firm and bought a farm in 2016.", "sold", None),
        ("The worst flood since 1953 killed 40 people.", "killed", None),
        ("The win gave the town its first cup in ten years.", "gave", None),
        ("The mayor, who resigned on Friday, sued the paper.", "sued", None),
        ("The mayor, who resigned on Friday, sued the paper.", "resigned", "Friday"),
        ("The sale of the unit in 2014 angered the owners.", "sale", "2014"),
        ("The sale of the unit in 2014 angered the owners.", "angered", None),
        ("She has been chair of the bank since March.", "chair", "since March"),
        ("The workers sent a letter to the owner on Friday.", "sent", "Friday"),
        ("The ferry sailed daily in 2016.", "sailed", "2016"),
        ("She won the cup for the second time in three years.", "won", None),
        ("Growth slowed to 2 percent from 4 percent a year earlier.", "slowed", None),
        ("The firm relied on maps from the 1950s.", "relied", None),
        ("The mill was built in the 1950s.", "built", "the 1950s"),
        ("He has played there from the 1950s on.", "played", "from the 1950s"),
        ("The owner moved to a 1960s tower.", "moved", None),
        ("It felt like the worst slump of 1986.", "felt", None),
        ("He won the election of 1986.", "won", "1986"),
        ("The report showed a loss, against a profit in 2016.", "showed", None),
        ("She knew of the leak as early as 2016.", "knew", "as early as 2016"),
        ("The drivers were promised a meeting next week.", "promised", None),
        ("The drivers were to meet next week.", "meet", "next week"),
        ("The clerk was accused of theft on Friday.", "accused", "Friday"),
        ("Orlo reported a loss of 9 million euros for the first half of the year.", "reported", None),
        ("Orlo reported a loss for the first half of the year on Friday.", "reported", "Friday"),
        ("Orlo rented a hall for the first half of the year.", "rented", "the first half of the year"),
        ("Orlo has made losses for three years.", "made", "for three years"),
        ("The coach said later he had sent a letter.", "said", "later"),
        ("The coach said he had later sent a letter.", "sent", "later"),
        ("The barge sank in ten minutes at noon on Friday.", "sank", "noon on Friday"),
    ],
)
def test_a_predicate_has_the_time_of_its_own_clause(parse, sentence, predicate, expected):
    doc = parse(sentence)
    found = time_of(next(token for token in doc if token.text == predicate), times(doc, MONDAY))
    assert (found.text if found else None) == expected


_ENGLISH = English()


def untagged(text: str) -> Doc:
    """The words, of which nothing is known but how they are written."""
    return plain(_ENGLISH(text))


VOCABULARY = """
Friday May 5 2016 last next year the of in since until to - from April two weeks ago early late mid- , . 1990s between
and 31 02 Christmas quarter first century 20th at 5 p.m. a nearly 0 99 9999 2021-02-30 weekend third half spring days
"""
WORDS = st.sampled_from([*VOCABULARY.split(), "\n\n", "after", "past", "Sunday", "before"])


@given(st.lists(WORDS, max_size=12), st.sampled_from([None, MONDAY, "0001-01-01", "9999-12-31", "x"]))
def test_any_text_gives_ordered_days_exact_offsets_and_the_same_again(words, published):
    doc = untagged(" ".join(words))
    found = times(doc, published)
    assert str(found) == str(times(untagged(doc.text), published))
    for expression in found:
        time = expression.time
        assert doc.text[time.start : time.end] == time.text
        assert not (time.start_date and time.end_date) or time.start_date <= time.end_date
    starts = [expression.time.start for expression in found]
    assert starts == sorted(set(starts))


def test_every_form_is_compiled_once():
    assert forms() is forms()
    assert all(form.pattern is form.pattern for form in forms())
    assert isinstance(times(untagged("In 2016."), None)[0], TimeExpression)
