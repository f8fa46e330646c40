"""The open-IE view: rows in the sentence's own words."""

from __future__ import annotations

import pytest

from kg.extract.clauses import clauses
from kg.extract.rows import RANKS, binary_rows, nary_rows

BINARY = [  # sentence as a benchmark writes it, rows that must come out (subject | relation | object)
    (
        "The museum lent two sketches of the queen to a gallery in Oslo in 2003 .",
        [
            "The museum | lent | two sketches of the queen",
            "The museum | lent two sketches of the queen to | a gallery",
            "The museum | lent two sketches of the queen to a gallery in | Oslo",
            "The museum | lent two sketches of | the queen",
            "The museum | lent two sketches of the queen in | 2003",
        ],
    ),
    ("In 1990 the firm opened a branch .", ["the firm | opened | a branch", "the firm | opened a branch In | 1990"]),
    (
        "The firm plans to lend a portrait to Orlo .",
        ["The firm | plans to lend | a portrait", "The firm | plans to lend a portrait to | Orlo"],
    ),
    ("Moe became curator in 2003 .", ["Moe | became | curator", "Moe | became curator in | 2003"]),
    ("She was the only curator to buy the work .", ["She | was the only curator to buy | the work"]),
    (
        "The mill was built by Lund in 1920 .",
        ["The mill | was built by | Lund", "The mill | was built by Lund in | 1920"],
    ),
    ("The cloth was cut and washed with soap .", ["The cloth | was washed with | soap"]),
    ("The team was able to open and close the safe .", ["The team | was able to close | the safe"]),
    ("Lund did not set up a school .", ["Lund | did not set up | a school"]),
    ("The mayor said that the dam broke and that the town flooded .", ["The mayor | said | that the dam broke"]),
    ("There are two bridges in the town .", ["There | are | two bridges", "There | are two bridges in | the town"]),
    ("He left after giving a speech .", ["He | left after | giving a speech", "He | left after giving | a speech"]),
    ("The firm sold the mill to pay its debt .", ["The firm | sold the mill to pay | its debt"]),
    (
        "Police urged tenants to leave the house .",
        ["Police | urged tenants to leave | the house", "tenants | to leave | the house"],
    ),
    (
        "The bank wants the firm to sell the mill in Graz .",
        [
            "The bank | wants the firm to sell | the mill",
            "The bank | wants the firm to sell the mill in | Graz",
            "the firm | to sell | the mill",
        ],
    ),
    ("The plan relies on taxes , not on loans .", ["The plan | relies not on | loans"]),
    ("Aside from the fine , the firm paid the costs .", ["the firm | paid the costs Aside from | the fine"]),
    ("They argued about whether the firm owed the bank money .", ["the firm | owed | the bank money"]),
    ("With each club choosing its rules , the league lost .", ["each club | choosing | its rules"]),
    ("She remained loyal to the king .", ["She | remained loyal to | the king"]),
    ("It is clear that the mayor lied .", ["It | is clear | that the mayor lied"]),
    ("The treaty ended the war between Oslo and Bonn .", ["The treaty | ended the war between | Oslo and Bonn"]),
    ("Trains run between Leeds , York and Hull .", ["Trains | run between | Leeds , York and Hull"]),
    ("The boats were built there .", ["The boats | were built | there"]),
    ("Shares rose 3 percent to $12 .", ["Shares | rose | 3 percent", "Shares | rose 3 percent to | $12"]),
    (
        "The band has three members : a drummer and two singers .",
        ["The band | has | three members", "The band | has | a drummer", "The band | has | two singers"],
    ),
    ("The mayor will shut the school and put guards in it .", ["The mayor | will put | guards"]),
    ("The city rejected a plan to build homes .", ["The city | rejected a plan to build | homes"]),
    ("The bank made an offer to be paid by Orlo .", ["The bank | made an offer to be paid by | Orlo"]),
    ("She won a prize for her efforts to save it .", ["She | won a prize for her efforts to save | it"]),
    ("The town bought buses rather than trams .", ["The town | bought | buses"]),
    ("The dealer sold vases , not coins .", ["The dealer | sold | vases"]),
    ("The club held the title for all but six years .", ["The club | held the title for | all but six years"]),
    (
        "Neither the mayor nor the clerk signed it .",
        ["Neither the mayor | signed | it", "nor the clerk | signed | it"],
    ),
    (
        "Holm said the firm expects 100 marks ( $ 54 ) and employs us .",
        ["Holm | said | the firm expects 100 marks ( $ 54 )"],
    ),
    ("He led the firm from 1922 to 2004 .", ["He | led the firm from | 1922", "He | led the firm to | 2004"]),
    ("The shop is open from Monday to Friday .", ["The shop | is open to | Friday"]),
    ("He served in the navy between 1940 and 1945 .", ["He | served between | 1940 and 1945"]),
    ("It is necessary to climb the wall .", ["It | is necessary to climb | the wall"]),
    ("She referred to the town as a fort .", ["She | referred to the town as | a fort"]),
    ("The country is well behind Japan in trade .", ["The country | is behind Japan in | trade"]),
    ("In May the team was at the port .", ["the team | was at the port In | May"]),
    ("People familiar with the plan left .", ["People | familiar with | the plan"]),
    ("He wore a mask similar to a shield .", ["a mask | similar to | a shield"]),
    ("Turnout, officials say, has been low.", ["officials | say | Turnout has been low"]),
    ("The plant handles production and export of oil .", ["The plant | handles | export of oil"]),
    ("The union defended workers ' rights .", ["The union | defended | workers ' rights"]),
    ("The bank paid him $2 million .", ["The bank | paid him | $2 million"]),
    ("The law covers both public and private schools .", ["The law | covers | public schools"]),
    ("It made the town attractive to both .", ["It | made the town | attractive"]),
    (
        "Shares closed up 3 points on Monday .",
        ["Shares | closed up | 3 points", "Shares | closed up 3 points on | Monday"],
    ),
    ("Unions have called on the firm to freeze pay .", ["Unions | have called on the firm to freeze | pay"]),
    ("The guide helped us find the hut .", ["The guide | helped us find | the hut", "us | find | the hut"]),
    ("Voters elected Ana Koval mayor on Sunday .", ["Voters | elected Ana Koval | mayor"]),
    ("The firm sold the mill last year .", ["The firm | sold the mill | last year"]),
    ("The club cut limits , including limits on rents .", ["limits | including | limits"]),
    (
        "The fund pays poets and painters from Oslo .",
        ["The fund | pays poets from | Oslo", "The fund | pays painters from | Oslo"],
    ),
]


def _text(row):
    return " | ".join((row.subject, row.relation, *row.objects))


@pytest.mark.model
@pytest.mark.parametrize(("sentence", "expected"), BINARY)
def test_short_rows(parse, sentence, expected):
    parsed = parse(sentence)
    found = [_text(row) for row in binary_rows(parsed, clauses(parsed))]
    assert set(expected) <= set(found), found
    assert len(found) == len(set(found))


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "unwanted"),
    [
        ("The firm that makes lamps sold a mill .", "that"),  # relative pronouns
        ("The shop , for example , sells maps .", "for"),  # discourse phrases
        ("The firm plans to lend a portrait .", "to lend"),  # a second row of the infinitive alone
        ("Lund quit in order to save the firm .", "in order"),
        ("She remained loyal to the king .", "loyal"),
        ("They argued about whether the firm owed the bank money .", "argued about owed"),
        ("It is clear that the mayor lied .", "clear"),
        ("The treaty ended the war between Oslo and Bonn .", "Oslo"),
        ("The crew left the port there .", "there"),
        ("It is necessary to climb the wall .", "necessary"),
        ("The guide helped us find the hut .", "us find the hut"),
        ("The firm uses tongues such as Greek .", "such as"),
        ("The town bought buses rather than trams .", "trams"),
        ("The sect grows by birth rather than conversion .", "conversion"),
        ("He made a promise to the mayor to leave the town .", "to leave"),
    ],
)
def test_what_no_row_says(parse, sentence, unwanted):
    parsed = parse(sentence)
    for row in binary_rows(parsed, clauses(parsed)):
        assert unwanted not in (row.subject, row.relation, *row.objects)


NARY = [
    (
        "The museum lent two sketches of the queen to a gallery in Oslo in 2003 .",
        "The museum | lent | two sketches of the queen | to a gallery in Oslo | in 2003",
    ),
    ("Moe works for Orlo as a keeper .", "Moe | works for | Orlo | as a keeper"),
    ("The report showed that the dam leaks .", "The report | showed that | the dam leaks"),
    ("Lund and Moe were officially thanked .", ""),
    ("Mia Torres , a judge , spoke in Graz .", "Mia Torres | is | a judge"),
    ("The mill was built by Lund .", "The mill | was built by | Lund"),
    ("In Graz , Moe works for Orlo .", "Moe | works for | Orlo | In Graz"),
    ("The poet is known in 1950 as a farmer .", "The poet | is known as | a farmer | in 1950"),
]


@pytest.mark.model
@pytest.mark.parametrize(("sentence", "expected"), NARY)
def test_long_rows(parse, sentence, expected):
    parsed = parse(sentence)
    found = [_text(row) for row in nary_rows(parsed, clauses(parsed))]
    assert expected in found if expected else not found


@pytest.mark.model
def test_rows_are_words_of_their_sentence_and_ranked(parse):
    parsed = parse(
        "The mayor of Graz , Ana Koval , said on Tuesday that she would sell two-storey houses to Orlo Bank ."
    )
    for rows in (binary_rows, nary_rows):
        for row in rows(parsed, clauses(parsed)):
            words = f"{row.subject} {row.relation} {' '.join(row.objects)}".split()
            assert set(words) <= set(row.sentence.text.split()) | {"is"}
            assert row.confidence == RANKS[row.rule]


def test_a_blank_document_has_no_rows():
    import spacy

    parsed = spacy.blank("en")("No parse here.")
    assert list(binary_rows(parsed, [])) == list(nary_rows(parsed, [])) == []
