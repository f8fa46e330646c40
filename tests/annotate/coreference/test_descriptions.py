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
        ("Silas Kiprono won. The 26-year-old Kenyan was pleased.", "The 26-year-old Kenyan", "Silas Kiprono"),
        ("Delia Marsh won. The unseeded 22-year-old was pleased.", "The unseeded 22-year-old", "Delia Marsh"),
        ("Mikkel Lund won in May. The Dane was pleased.", "The Dane", "Mikkel Lund"),
        ("Mikkel Lund of Denmark met Bo Ek of Leeds. Then the Dane fell ill.", "the Dane", "Mikkel Lund"),
        (
            "Emil Strand left in May. “It is over,” said the 29-year-old center.",
            "the 29-year-old center",
            "Emil Strand",
        ),
        ("Ann Berg told a clerk that it was late. The ten-year veteran left.", "The ten-year veteran", "Ann Berg"),
        (
            "Siemens makes pumps. Analysts at Barclays cut their forecast. The company grew.",
            "The company",
            "Siemens",
        ),
        ("The Oslo Film Festival opened. Crowds left the festival.", "the festival", "Oslo Film Festival"),
        ("Ann Lee sang in Leeds. The Dublin-born star was glad.", "The Dublin-born star", "Ann Lee"),
        ("Ms Ek's mother, Rita, said her daughter was well. Ann Ek left.", "daughter", "Ann Ek"),
        ("Ann Lee fled. Her brother Emil said his sister was safe.", "sister", "Ann Lee"),
        (
            "Staff of Siemens struck. Siemens paid. Barlow Steel, the mill's owner, grew. The company won.",
            "The company",
            "Barlow Steel",
        ),
        ("Leeds Royal Infirmary shut. Staff left the hospital.", "the hospital", "Leeds Royal Infirmary"),
        ("The Department for Transport paid. The department was late.", "The department", "Department for Transport"),
        ("Police Scotland made an arrest. The force gave no names.", "The force", "Police Scotland"),
        ("The River Tarn flooded. Boats left the river.", "the river", "River Tarn"),
        ("Bo Ek wrote “The Salt Road”, a novel. The novel, his first, sold well.", "The novel", "The Salt Road"),
        ("Siemens won the order, the German group said.", "the German group", "Siemens"),
        ("Oslo-based Orlo Works came to Leeds. Staff said the city was cold.", "the city", "Leeds"),
        ("Siemens won in May. The Munich company said it grew.", "The Munich company", "Siemens"),
        ("Siemens won in May. The company, based in Munich, grew.", "The company", "Siemens"),
        ("The Dockers' Union met Siemens. Staff sued the company.", "the company", "Siemens"),
        (
            "Siemens met the owners of Oracle. Oracle offered cash, valuing the company at a billion.",
            "the company",
            "Siemens",
        ),
        ("Emil Strand was jailed. His lawyer, Susan Keough, said her client was sorry.", "client", "Emil Strand"),
        ("Siemens won in May. The Munich-based company said it grew.", "The Munich-based company", "Siemens"),
        ("Ohio and Iowa met. John Hale sued Iowa. Denver paid. The city won.", "The city", "Denver"),
        ("Staff in Ohio met. They sued the state.", "the state", "Ohio"),
        ("Lawyers met. A spokesman for Siemens told Oracle that the company had paid.", "the company", "Siemens"),
        ("Orlo Rovers manager Ann Berg said the club had won.", "the club", "Orlo Rovers"),
        ("Microsoft paid Dutch rival Orlo Works. The Dutch firm is old.", "The Dutch firm", "Orlo Works"),
        (
            "Microsoft met Oracle. Later it rained. Shares in Oracle fell. Staff sued the company.",
            "the company",
            "Oracle",
        ),
        ("NASA built a telescope. The agency spent a billion.", "The agency", "NASA"),
        ("Orlo Wing has grounded its TX-4 fleet after a crash, the firm disclosed.", "the firm", "Orlo Wing"),
        (
            "Siemens grew. Siemens met staff. Siemens paid. Oracle lost a case. The company paid.",
            "The company",
            "Oracle",
        ),
        (
            "Siemens grew. Siemens met staff. Siemens paid. Siemens won.\n\nOracle sold shares.\n\nThe company grew.",
            "The company",
            "Siemens",
        ),
        ("Orlo Airways met Halden Bank. The airline cut jobs.", "The airline", "Orlo Airways"),
        (
            "The chief of the French club Brix Rovers met Orlo Rovers. The French club won.",
            "The French club",
            "Brix Rovers",
        ),
        (
            "Microsoft grew. Microsoft won. Microsoft paid.\n\nOracle fell.\n\nIt rained. Staff left the company.",
            "the company",
            "Microsoft",
        ),
        (
            "Microsoft grew. Microsoft won. Microsoft paid. Ann Berg, chief executive, met Oracle. "
            "Berg said the company would shut shops.",
            "the company",
            "Microsoft",
        ),
        (
            "Staff of Barlow General and Orlo Medical Center met. Leaks shut Barlow General. The hospital paid.",
            "The hospital",
            "Barlow General",
        ),
        (
            "Siemens grew. Siemens won. Ann Berg stepped down as chief executive. Staff sued the company.",
            "the company",
            "Siemens",
        ),
        (
            "Barlow Shipyard grew. Staff met a shipyard in Ohio. Ann Berg, chief of Barlow, said the shipyard paid.",
            "the shipyard",
            "Barlow Shipyard",
        ),
        (
            "Real Barlow lost. Real Barlow won in May. Then Real Barlow drew. Fans left the club.",
            "the club",
            "Real Barlow",
        ),
        ("A fire swept the island of Thessos. Ships left the island.", "the island", "Thessos"),
        (
            "Council sacks chief. Barlow Council met. Ann Berg said the authority had paid.",
            "the authority",
            "Barlow Council",
        ),
        ("Staff of Orlo Medical Center met. They left the hospital.", "the hospital", "Orlo Medical Center"),
        (
            "Orlo Works shut a yard in Ohio. Orlo spokesman Bo Ek said the company had moved it to a firm in Iowa.",
            "the company",
            "Orlo Works",
        ),
        (
            "Regulators fined the app Zuvo in May. Zuvo is owned by the media company Gorlan. "
            "Zuvo said it was sorry. The company has a month to pay.",
            "The company",
            "Zuvo",
        ),
        ("LUND, March 3 — Staff met at the Barlow County jail. Then they sued the city.", "the city", "LUND"),
        (
            "A strike was called by the Bakers' Union. Rules of the European Union allow it. The union wants a rise.",
            "The union",
            "Bakers' Union",
        ),
        (
            "The deputy governor, Ida Abe, left. The governor, Ken Ito, won. The governor wept.",
            "The governor",
            "Ken Ito",
        ),
        ("Deputy Mayor Ida Abe left. Staff praised the deputy mayor.", "the deputy mayor", "Ida Abe"),
        ("Finance Minister Ida Abe resigned. The minister had lied.", "The minister", "Ida Abe"),
        (
            "Postmen walked out after their union, PostVrij, called a vote. Rules of the African Union allow it. The "
            "union left.",
            "The union",
            "PostVrij",
        ),
        (
            "The European Union fined a tyre maker. Rivals praised it. The union may fine others.",
            "The union",
            "European Union",
        ),
        (
            "Sunjin Motors will buy the lift maker Vandaele. Sunjin Motors wants its patents. Chairwoman Lotte "
            "Vandaele said the firm would stay in Aalst.",
            "the firm",
            "Vandaele",
        ),
        (
            "Kitano Foods has agreed to buy the biscuit maker Sezgin. Kitano Foods runs 14 mills. Chairman Orhan "
            "Sezgin said the company could not grow alone.",
            "the company",
            "Sezgin",
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
        (
            "The app Zuvo was fined in May. The app is owned by the media company Gorlan. It has users in Oslo. "
            "Ann Berg said the firm had ignored the law.",
            "the firm",
        ),
        ("The state Supreme Court met. A union sued the state.", "the state"),
        ("German firm Oracle cut jobs in May. Staff sued the Dutch firm.", "the Dutch firm"),
        ("Microsoft met Oracle. The Oslo-based company grew.", "The Oslo-based company"),
        ("Staff in the United States met. They sued the state.", "the state"),
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
        ("Coast guard spokesman Bo Ek spoke. Ships met the coast guard.", "the coast guard"),
        ("Barlow School closed. The town opened a school in May. The school is small.", "The school"),
        ("Siemens opened a plant in Lund. The railway runs past it.", "The railway"),
        ("Leeds Royal Infirmary and the Orlo Clinic closed. Staff left the hospital.", "the hospital"),
        ("Siemens grew. Siemens met staff. A lender lost a case. Staff sued the company.", "the company"),
        ("Siemens met Oracle. The engine maker paid.", "The engine maker"),
        ("Friends of the Theatre met. Then it rained. Staff left the theatre.", "the theatre"),
        ("Ships left Leeds for Lund. Orlo Ltd moved its boats to Oslo. Ann Berg flew to the town.", "the town"),
        ("Orlo Rovers met Brix Rovers. The French club won.", "The French club"),
        ("The club Orlo Rovers met Ann Berg. She will coach the national team.", "the national team"),
        (
            "Microsoft grew. Microsoft won. Microsoft paid. Sales at Oracle rose. It rained. The airline grew.",
            "The airline",
        ),
        ("The National Union won the vote. The electoral commission counted.", "The electoral commission"),
        ("The International Monetary Fund met. The finance ministry paid.", "The finance ministry"),
        ("Staff of Siemens left. Ann Berg, chief of Siemens, got into the business.", "the business"),
        (
            "Orlo General grew. Orlo General won. Orlo General paid. Barlow Trust chief executive Ann Berg spoke. "
            "The company left.",
            "The company",
        ),
        ("She stood on the bank. Barlow Bank paid. They sat on the bank.", "the bank"),
        ("Microsoft, the company's biggest customer, paid.", "the company"),
        ("Ann Berg stood by the River Tarn. She wept on the bank.", "the bank"),
        ("Bo Ek was taken to hospital. The five-storey building burned.", "The five-storey building"),
        ("Staff met in Barlow County. Then they sued the city.", "the city"),
        ("Trade Commissioner Ann Berg left for Washington, D.C. Then the state paid.", "the state"),
        ("Ann Berg spoke of her son. The 14-year-old was hurt.", "The 14-year-old"),
        ("Ann Berg, 51, won in Oslo. The 44-year-old is a dentist.", "The 44-year-old"),
        ("The regulator fined Siemens in May. Siemens appealed. The regulator said it was late.", "The regulator"),
        ("The bank's chief left. He had met the head of Barlow Bank. Ann Berg will lead the bank.", "the bank"),
        ("Siemens agreed to buy Halden Foods. Halden has two mills. The company plans to keep both.", "The company"),
        ("The Quiet Mills Project sued. Ann Berg called the proposal a gift.", "the proposal"),
        ("Ann Berg met Bo Ek. The 46-year-old former banker was pleased.", "The 46-year-old former banker"),
        ("Bo Ek won. His mother, Ida, said her daughter was ill.", "daughter"),
        ("Police held a 26-year-old man. Ann Berg spoke. The 26-year-old was hurt.", "The 26-year-old"),
        ("The developer Orlo Works grew in May. The bank paid.", "The bank"),
        ("It broke away from Norway in 1905. It rained. It snowed. Troops left the country.", "the country"),
        ("Vice President Lena Orth opened the fair. The president was in Rome.", "The president"),
        ("Deputy minister Ida Abe told reporters of the exam. A lawmaker blamed the minister.", "the minister"),
        ("Assistant coach Dirk Maas led the team. The coach was ill.", "The coach"),
        ("Prime Minister Karl Ude spoke. The minister has resigned.", "The minister"),
        (
            "Weavers met in Ghent. Their union spoke. The mill sells to the European Union. The union will vote.",
            "The union",
        ),
        ("A weavers' union branch met. The mill sells to the European Union. The union will vote.", "The union"),
    ],
)
def test_a_description_of_two_things_or_of_none_stays_open(clusters, text, description):
    assert all(description not in found for found in clusters(text, "nominal").values())


@pytest.mark.parametrize(
    ("text", "later", "earlier"),
    [
        ("A plane crashed near Lund. The aircraft was old.", "aircraft", "plane"),
        ("A mill burned down. Nobody was in the plant.", "plant", "mill"),
        ("A wildfire began on Friday. The blaze grew.", "blaze", "wildfire"),
        ("A truce was signed in Lund. Both sides broke the deal.", "deal", "truce"),
        ("A scanner was bought in May. The machine was old.", "machine", "scanner"),
        ("Two nurses filed a suit against the clinic. The case began with a leak.", "case", "suit"),
        ("A man was shot in Lund. The man, Bo Ek, died.", "man", None),
    ],
)
def test_another_noun_may_take_up_a_thing_without_a_name(read, text, later, earlier):
    doc = read(text)
    found = {doc[i].text: doc[noun].text for i, noun in doc.user_data["antecedents"].items()}
    assert found.get(later) == (earlier or later)


@pytest.mark.parametrize(
    "text",
    [
        "A plane met another plane near Lund. The aircraft was old.",
        "Two planes crashed near Lund. The aircraft was old.",
        "The second match ended late. The game was poor.",
        "A plane crashed near Lund. The drill was old.",
        "The cafe had no phone. It failed by a single vote. The ballot is in May.",
        "Norwegian vessels fish there. It rained. It snowed. The boats left.",
        "The council met in May. He led the opposition group.",
        "Lund, wearing a grey suit, said nothing. The case began with a leak.",
        "A man in a dark suit said nothing. The case began with a leak.",
    ],
)
def test_another_noun_is_left_alone_where_it_may_be_another_thing(read, text):
    assert read(text).user_data["antecedents"] == {}


def test_who_is_named_later_was_spoken_of_before(read):
    doc = read("A man was shot in Lund. The man, Bo Ek, died.")
    (earlier, later), *rest = doc.user_data["antecedents"].items()
    ident = next(span.id_ for span in doc.spans["mentions"] if span.start <= later < span.end)
    assert (doc[earlier - 1].text, doc.user_data["names"][ident], rest) == ("A", "Bo Ek", [])


@pytest.mark.parametrize(
    ("text", "description", "noun"),
    [
        ("Researchers in Lund met. The team found a bone.", "team", "Researchers"),
        ("A team dug in Lund. The researchers found a bone.", "researchers", "team"),
        ("The museum sold a statue. The life-size figure is old.", "figure", "statue"),
        ("Documents were found in May. Investigators said the papers were old.", "papers", "Documents"),
        (
            "An election was held in May. " + "It rained in Lund. " * 8 + "Observers praised the vote.",
            "vote",
            "election",
        ),
        ("Police held a 34-year-old man on Sunday. The suspect was hurt.", "suspect", "man"),
        ("A man, 26, was held on Sunday. Ann Berg spoke. The 26-year-old was hurt.", "old", "man"),
    ],
)
def test_a_description_may_take_up_what_has_no_name(read, text, description, noun):
    doc = read(text)
    described = next(token.i for token in doc if token.text == description)
    assert doc[doc.user_data["antecedents"][described]].text == noun


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("Visitors saw the night side. The team left.", "team"),
        ("Nurses met doctors. The team left.", "team"),
        ("Police held a man and a boy on Sunday. The suspect was hurt.", "suspect"),
        ("Two elections were held. Observers praised the vote.", "vote"),
    ],
)
def test_what_it_may_not_take_up_is_left_alone(read, text, description):
    doc = read(text)
    assert next(token.i for token in doc if token.text == description) not in doc.user_data["antecedents"]


def test_a_firm_without_a_name_may_be_far_back(read):
    text = "Moe paid a catering firm. Rain fell. Snow fell. Wind blew. He slept late. The business owed him money."
    assert read(text).text == text
