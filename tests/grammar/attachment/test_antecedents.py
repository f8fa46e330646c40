"""Whom and what a relative clause tells of, as the model parses the sentence."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "verb", "noun"),
    [
        ("The 26-year-old from Malmö, who trains in Leeds, won the bout.", "trains", "old"),
        ("Bill Orton, Tarn's chief executive since 2016, who stands to receive a bonus, left.", "stands", "executive"),
        ("From April, anyone aged between 55 and 74 who has smoked will be scanned.", "smoked", "anyone"),
        ("One guard, a woman in her twenties who had been in the job for weeks, was hurt.", "been", "woman"),
        ("Observers from the Baltic Island Forum, who visited nine towns, praised the vote.", "visited", "Observers"),
        ("Dockers at the nearby port of Kesh, who had threatened to walk out, went home.", "threatened", "Dockers"),
        ("He took the stone to a teacher in Kavelo, who sent it to a museum.", "sent", "teacher"),
        ("A farmer near Tuvora, who found the bones, called the police.", "found", "farmer"),
        ("The fans believe in Moe, who scored twice.", "scored", "Moe"),
        ("The figures cover children under the age of five who were treated at 64 clinics.", "treated", "children"),
        ("Among the dead were a couple in their eighties who were found in a cellar.", "found", "couple"),
        ("The mayor of Kesh, who had threatened to walk out, went home.", "threatened", "mayor"),
        ("A table of six nurses from Lewisham, who had saved up since June, were singing.", "saved", "nurses"),
        ("Shares of the company, which had fallen as much as 4 percent, recovered.", "fallen", "Shares"),
        ("Shares in Tarn Group, which had lost a third of their value since May, rose.", "lost", "Shares"),
        ("The part of the village that is still standing will be emptied.", "standing", "part"),
        ("A strike at the BBC that began in May ended.", "began", "strike"),
        ("A trial in Leeds that begins in May will last a month.", "begins", "trial"),
        ("The 1805 organ at Velmu, which had been used as a henhouse, was saved.", "used", "organ"),
        ("The city has high rents, low wages and shrinking services that have yet to recover.", "have", "services"),
        ("A court revived the claim of a Honduran who missed a hearing.", "missed", "Honduran"),
        ("Talks between the union and the railway, which broke off in May, will resume.", "broke", "Talks"),
        ("It was a row over parking that ended his career.", "ended", "row"),
        ("A report on the crash, which runs to 40 pages, blames the pilot.", "runs", "report"),
        ("Talks with the bank, which lent the money, failed.", "lent", "bank"),
        ("I have a dealer in 40 territories who has told me so.", "told", "dealer"),
        ("The inquiry into the crash, which killed 40 people, will open in May.", "killed", "crash"),
        ("A nurse at the clinic, which closed in May, said so.", "closed", "clinic"),
        ("Guests in the room who had paid got a refund.", "paid", "Guests"),
        ("Anyone at the table who disagrees should say so.", "disagrees", "Anyone"),
        ("Officers in the unit who fired were suspended.", "fired", "Officers"),
        ("The firm has a plant in Gdansk, where 300 people work.", "work", "plant"),
        ("Mourners met at the chapel in Lund, where poems were read.", "read", "chapel"),
        ("They met at the club on Tuesday, where a band played.", "played", "club"),
        ("She sat in the House of Lords from 2015, where she spoke often.", "spoke", "House"),
        ("A fine of £2m that the bank will not pay was doubled.", "pay", "fine"),
        # what is its own
        ("She has a flat in Spain, where taxes are low.", "are", "Spain"),
        ("He worked in a mill in Ohio, where he grew up.", "grew", "Ohio"),
        ("They fought on Friday, when it rained, in the capital, where tens died.", "died", "capital"),
        ("The road was shut by strong gales and heavy snow that felled trees.", "felled", "gales"),
        ("She is part of a group that would ban fur.", "ban", "group"),
        ("It is a sign of a Europe that is free.", "is", "Europe"),
        ("Its owners include a pension fund and a large bank that owns 4% of it.", "owns", "bank"),
        ("Hundreds of residents who fled the fire came back.", "fled", "Hundreds"),
        ("The leader of the party, who was ill, resigned.", "was", "leader"),
        ("Shares in Tarn Group, which makes tents, rose.", "makes", "Group"),
        ("Shares in Tarn Group, which lost a contract in May, rose.", "lost", "Group"),
        ("The mayor of Lyon, who studied law, said so.", "studied", "mayor"),
        ("Jan Lund, a granddaughter of the founder who speaks for the owners, left.", "speaks", "founder"),
    ],
)
def test_a_relative_clause_tells_of_what_it_can(tree, text, verb, noun):
    doc = tree(text)
    clause = next(token for token in doc if token.text == verb and token.dep_ == "relcl")
    assert clause.head.text == noun


@pytest.mark.parametrize(
    ("text", "verb", "noun"),
    [
        ("A letter found in a drawer, dated May 1987 and signed by Lund, was sold.", "dated", "letter"),
        ("A study of 900 twins carried out in Cork suggests so.", "carried", "study"),
        ("The museum sold a portrait of a duke, painted in 1790.", "painted", "portrait"),
        ("The group will review the records of 40 patients seen in May.", "seen", "patients"),
        ("A fire at the mill, owned by Orlo, killed two men.", "owned", "mill"),
    ],
)
def test_a_participle_tells_of_what_is_written_or_goes_on(token_of, text, verb, noun):
    token = token_of(text, verb)
    assert (token.head.text, token.dep_) == (noun, "acl")
