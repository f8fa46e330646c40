"""Names in a parsed text: where they stand, what they are, which are one."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from marks import parse_marked

pytestmark = pytest.mark.model
MARKED = Path(__file__).parent / "marked"


@pytest.mark.parametrize(
    "text, name, mentions",
    [
        ("Ann Berg runs Velmar. Berg founded it in May.", "Ann Berg", ["Ann Berg", "Berg"]),
        ("Senator Ann Berg spoke. Mrs. Berg left.", "Ann Berg", ["Ann Berg", "Berg"]),
        ("The Harbour Watch League (HWL) met. The HWL voted.", "Harbour Watch League", ["HWL", "HWL"]),
        ("Furious Ann Berg complained. Berg wept.", "Ann Berg", ["Ann Berg", "Berg"]),
        ("Grateful Kelly Marsh thanked the crew.", "Kelly Marsh", ["Kelly Marsh"]),
        ("Minister of Health Nora Berg resigned.", "Nora Berg", ["Nora Berg"]),
        ("Lonely Planet praised the town.", "Lonely Planet", ["Lonely Planet"]),
        ("Velmar Inc. grew. Velmar hired staff.", "Velmar Inc.", ["Velmar"]),
        ("The U.S. signed. Leaders in the United States cheered.", "United States", ["U.S.", "United States"]),
        ("They sued the Ministry of Works. The Works Ministry paid.", "Ministry of Works", ["Works Ministry"]),
        ("Shares of Velmar (VLMR) rose. Velmar makes lamps.", "Velmar", ["VLMR", "Velmar"]),
        ("Investors sold Orlo (ORL). Orlo makes lamps.", "Orlo", ["Orlo", "ORL", "Orlo"]),
        ("Brix AB, formerly known as Velmar, makes lamps. Velmar was small.", "Brix AB", ["Velmar", "Velmar"]),
        ("The U.S. Federal Trade Commission sued. The FTC won.", "U.S. Federal Trade Commission", ["FTC"]),
        ("Norland Metals grew. Then Norland fell.", "Norland Metals", ["Norland"]),
        ("Danforth College lost money. Staff at Danforth left.", "Danforth College", ["Danforth"]),
        (
            "FCRS (For Clean Rivers and Seas) met. FCRS won.",
            "For Clean Rivers and Seas",
            ["FCRS", "For Clean Rivers and Seas", "FCRS"],
        ),
        ("He joined the Movement for Clean Rivers (MCR). MCR won.", "Movement for Clean Rivers", ["MCR", "MCR"]),
        ("The International Chess Council met. ICC members voted.", "International Chess Council", ["ICC"]),
        ("The Ministry of Energy and Mines paid.", "Ministry of Energy and Mines", ["Ministry of Energy and Mines"]),
        ("Hanna Okoro spoke. In a speech at Barlow Centre, Ms Okoro wept.", "Hanna Okoro", ["Hanna Okoro", "Okoro"]),
        ("Judge Lena Farrow KC sat down. Farrow left.", "Lena Farrow", ["Lena Farrow", "Farrow"]),
        ("Sporting KC won the cup.", "Sporting KC", ["Sporting KC"]),
        (
            "It hangs in the Gallery of Honour. Then the National Gallery bought it.",
            "Gallery of Honour",
            ["Gallery of Honour"],
        ),
        ("The Halden Journal of Medicine wrote.", "Halden Journal of Medicine", ["Halden Journal of Medicine"]),
        ("Dame Street was shut.", "Dame Street", ["Dame Street"]),
        ("They use the Google Assistant.", "Google Assistant", ["Google Assistant"]),
        ("They saw Pieter Holm the Elder sing.", "Pieter Holm the Elder", ["Pieter Holm the Elder"]),
        ("The charity Rivers UK sued.", "Rivers UK", ["Rivers UK"]),
        ("They gave it to Refugee Voices Scotland.", "Refugee Voices Scotland", ["Refugee Voices Scotland"]),
        ("Environment Canada said no frost was expected.", "Environment Canada", ["Environment Canada"]),
        ("Cycling New Zealand apologised.", "Cycling New Zealand", ["Cycling New Zealand"]),
        ("Environment Agency Wales fined the dairy.", "Environment Agency Wales", ["Environment Agency Wales"]),
        ("Universities Australia opposed the cap.", "Universities Australia", ["Universities Australia"]),
        ("Opponents Costa Rica scored twice.", "Costa Rica", ["Costa Rica"]),
        ("Papua New Guinea banned logging.", "Papua New Guinea", ["Papua New Guinea"]),
        ("Deputy Premier Jordan said so.", "Jordan", ["Jordan"]),
        (
            "Public transport is late. Transport Scotland said it was sorry.",
            "Transport Scotland",
            ["Transport Scotland"],
        ),
        (
            '"We failed," Bae Ji-hwan, the chief executive of Hanip, said. Bae denied it.',
            "Bae Ji-hwan",
            ["Bae Ji-hwan", "Bae"],
        ),
        ("Critics of Ha Jun-seo left.", "Ha Jun-seo", ["Ha Jun-seo"]),
        ("The Kim Dae-jung Library shut.", "Kim Dae-jung Library", ["Kim Dae-jung Library"]),
        ("Ann Lund-led rebels left.", "Ann Lund", ["Ann Lund"]),
        ("They went to St Luke's Hospital.", "St Luke's Hospital", ["St Luke's Hospital"]),
        ("Luis Alves da Costa sang. Then Costa left.", "Luis Alves da Costa", ["Costa"]),
        ("The BKD (Danish Teachers Union) paid. The BKD left.", "Danish Teachers Union", ["BKD", "BKD"]),
        ("Ida Roth-Lund spoke. Roth-Lund left.", "Ida Roth-Lund", ["Roth-Lund"]),
        ("Lydia Buchmann spoke. Ms. Bauchmann left.", "Lydia Buchmann", ["Bauchmann"]),
        ("The Swedishcaptain Bo Ek ran. Ek won. Ekalso sang.", "Bo Ek", ["Bo Ek", "Ek"]),
        ("Orlando Velmar won. Velmaralso sang.", "Orlando Velmar", ["Velmar"]),
        ("Karin von Thaden spoke. Von Thaden left.", "Karin von Thaden", ["Von Thaden"]),
        ("Juan del Moro Alba spoke. Del Moro left.", "Juan del Moro Alba", ["Del Moro"]),
        ('Ronald "Ronnie" Ek left. "Ronnie is here," she said.', 'Ronald "Ronnie" Ek', ["Ronnie"]),
        ("Margaret Thorn died. Maggie was loved.", "Margaret Thorn", ["Maggie"]),
        ("The court cleared Yoon Jae-suk of fraud. Yoon, 55, left.", "Yoon Jae-suk", ["Yoon"]),
        ("The frigate Admiral Golov left. The Golov is old.", "Admiral Golov", ["Golov"]),
        ("Leeds United won. In May, Leeds beat Lund 2-1.", "Leeds United", ["Leeds"]),
        (
            "Police freed Saturno Quilla Mamani. Quilla wept. Then Quilla left.",
            "Saturno Quilla Mamani",
            ["Quilla", "Quilla"],
        ),
        ("Taoiseach Ronan Ek-Lund left.", "Ronan Ek-Lund", ["Ronan Ek-Lund"]),
        (
            "Graham Tarvell, 61, left. Tarvell, who was a partner at Tarvell and Ost, paid. Ann Lund saw Tarvell.",
            "Graham Tarvell",
            ["Tarvell", "Tarvell"],
        ),
        ("The Halden Workers' Party, or HWKP, met. HWKP won.", "Halden Workers' Party", ["HWKP", "HWKP"]),
        ("Orlund beat Napapaa 5-3 on Saturday.", "Napapaa", ["Napapaa"]),
        (
            "He leads the Institut de Recherche en Sciences de la Mer in Lund.",
            "Institut de Recherche en Sciences de la Mer",
            ["Institut de Recherche en Sciences de la Mer"],
        ),
        ("Rival Velmar rose. Promoter Orlo Nation fell.", "Velmar", ["Velmar"]),
        ("Harwell Rovers won in Lund. Rovers had lost there in May.", "Harwell Rovers", ["Rovers"]),
        (
            'The author of Those Who Left spoke. "Those Who Left is sad," she said.',
            "Those Who Left",
            ["Those Who Left", "Those Who Left"],
        ),
        ("Sen. Ann Berg, D-Ohio, spoke in Ohio.", "Ohio", ["Ohio", "Ohio"]),
        (
            "They read the Barlow Institute for Ocean Health (BIOHealth). BIOHealth paid.",
            "Barlow Institute for Ocean Health",
            ["BIOHealth"],
        ),
        ("Tarnwell Foods cut its forecast. Tarnwell raised prices in May.", "Tarnwell Foods", ["Tarnwell"]),
        ("Grupo Belmar bought two hotels. Belmar paid $40 million.", "Grupo Belmar", ["Belmar"]),
        (
            "Tarn Valley Savings Bank is small. Tarn Valley lost $3 million.",
            "Tarn Valley Savings Bank",
            ["Tarn Valley"],
        ),
        (
            "The University of Corrin is old. Corrin's vice-chancellor, Ann Berg, said so.",
            "University of Corrin",
            ["Corrin"],
        ),
        ("Leo Brandt and Ida Brandt were hurt. Leo's mother, Vera Brandt, wept.", "Leo Brandt", ["Leo"]),
        ("The former GP Simon Tarn left. Tarn is ill.", "Simon Tarn", ["Simon Tarn", "Tarn"]),
        (
            "Deputies arrested Robert Dane in May. Dane sued the county. It apologized to Dane. Other Danes agreed.",
            "Robert Dane",
            ["Robert Dane", "Dane", "Dane"],
        ),
        (
            "The Elmira Otters beat Lund 4-2 on Friday. The Otters led twice. Then Elmira won again.",
            "Elmira Otters",
            ["Otters", "Elmira"],
        ),
        ("He saw Finn Prentice and Bo Ek. Then Prentice left.", "Finn Prentice", ["Finn Prentice", "Prentice"]),
        ("They sued the 6th U.S. Circuit Court of Appeals.", "6th U.S. Circuit Court of Appeals", []),
        ("The Lund Fire and Rescue Service came.", "Lund Fire and Rescue Service", []),
        ("Ann Berg is head of the Ohio Division of Public Works.", "Ohio Division of Public Works", []),
        ("Friends of the Arvo River, a charity, sued.", "Friends of the Arvo River", []),
        ("They closed St Oswald's Primary in May.", "St Oswald's Primary", []),
        ("Ida Tarn runs Local 536.", "Local 536", []),
        ("Norfolk and Suffolk Police said so.", "Norfolk and Suffolk Police", []),
        ("It was led by barrister Imran Sheikh KC.", "Imran Sheikh", ["Imran Sheikh"]),
        (
            "Margaret Olden died in May. Born Margaret Ann Tveit in Oslo, Olden sang. She married Henrik Olden.",
            "Margaret Olden",
            ["Margaret Ann Tveit", "Olden"],
        ),
        ("It lies near the village of Wrenbury.", "Wrenbury", []),
        ("Judge Pieter van Dam ruled. Van Dam gave Orlo six weeks.", "Pieter van Dam", ["Van Dam"]),
        ("It was read in Garrison County Common Pleas Court.", "Garrison County Common Pleas Court", []),
        ("He left the Office of the Keeper of the Coast.", "Office of the Keeper of the Coast", []),
        ("A pottery in Barlow-on-Trent closed.", "Barlow-on-Trent", []),
        ("Barlow rival Lund & Stone cut 90 jobs.", "Lund & Stone", []),
        ("The Danish Unity Party met. He said Unity was weak.", "Danish Unity Party", ["Unity"]),
        ("LUND, Ohio (Newswire) - Rain fell. The Lund Post wrote.", "Lund", ["LUND"]),
        ("By Ida Tarn, Barlow Courier\n\nThe port closed on Monday.", "Barlow Courier", []),
    ],
)
def test_variants_of_a_name_are_one(clusters, text, name, mentions):
    found = clusters(text, "name")
    assert name in found
    assert not Counter(mentions) - Counter(found[name])


@pytest.mark.parametrize(
    "text, names",
    [
        ("Mia Torres met Ana Torres in Oslo.", {"Mia Torres", "Ana Torres"}),
        ("Eleanor Vance Whitcomb, a novelist, died.", {"Eleanor Vance Whitcomb"}),
        ("The Ford Foundation is no part of Ford.", {"Ford Foundation", "Ford"}),
        ("She left Barlow University for Barlow Hospital.", {"Barlow University", "Barlow Hospital"}),
        ("France beat Germany.", {"France", "Germany"}),
        ("Barlow Courier reported it. Floods in Barlow rose.", {"Barlow Courier", "Barlow"}),
        ("It was built by Strabex and Lund & Sons.", {"Strabex", "Lund & Sons"}),
        ("It closed its mill in Oslo and sold Binfold to Orlo Group.", {"Oslo", "Binfold", "Orlo Group"}),
        ("Karl Roth is a member of the Right to Repair Coalition.", {"Karl Roth", "Right to Repair Coalition"}),
        ("They own the schools Santa Clara and Benedetta in Lund.", {"Santa Clara", "Benedetta"}),
        ("A Lund-based firm grew in Oslo.", {"Lund", "Oslo"}),
        ("They wrote #SaveTheMill in Oslo.", {"#SaveTheMill", "Oslo"}),
        ("Tolland was founded by Ezra Tolland in 1890. Tolland sells lamps.", {"Tolland", "Ezra Tolland"}),
        ("Karl Roth, a doctor, left. Dr. Roth is married to Pia Roth.", {"Karl Roth", "Pia Roth"}),
        ("Brix Ltd., a subsidiary of Brix Holdings, paid.", {"Brix Ltd.", "Brix Holdings"}),
        ("The head of the Council on Dutch Trade Alia Salem spoke.", {"Council on Dutch Trade", "Alia Salem"}),
        ("Tarnholm Chief Executive Annelies de Wit told analysts so.", {"Tarnholm", "Annelies de Wit"}),
        ("Bristol West MP Carys Lloyd urged them to act.", {"Bristol West", "Carys Lloyd"}),
        ("Ida Hansen spoke. Mr. Hanson left.", {"Ida Hansen", "Hanson"}),
        ("Staff met in Ombria. The trust was set up by Percy Ombria in 1871.", {"Ombria", "Percy Ombria"}),
        ("Peter Lund and Anna Lund sang. Then Mrs Lund left.", {"Peter Lund", "Anna Lund"}),
        ("Emil Lund was hurt. Mr Lund had met his sister, Ida. Then Miss Lund left.", {"Emil Lund", "Ida"}),
        ("Emil Vane-Lund fell. His wife, Ida, ran. Then Mrs Vane-Lund left.", {"Emil Vane-Lund", "Ida"}),
        ("Peter Lund sang. Mr Lund left. Then Mrs Lund left.", {"Peter Lund", "Lund"}),
        ("The ACLU of Ohio sued. Then the ACLU left.", {"ACLU of Ohio", "ACLU"}),
        ("The chairman, Gerry Holm, called Coinbay a casino.", {"Gerry Holm", "Coinbay"}),
        ("The New Zealand Herald wrote about New Zealand.", {"New Zealand Herald", "New Zealand"}),
        ("It was sold by Tarnco Chief Executive Annelies Holm.", {"Tarnco", "Annelies Holm"}),
        ("Harlow Chief Executive Mark Selby will lead the company.", {"Harlow", "Mark Selby"}),
        ("Harlow Chief Financial Officer Mark Selby resigned.", {"Harlow", "Mark Selby"}),
        ("Peter Halvers founded Halvers Foods. Halvers raised three sons.", {"Peter Halvers", "Halvers Foods"}),
        ("Marsh Island Brewing opened. Ferries to Marsh Island were full.", {"Marsh Island Brewing", "Marsh Island"}),
        ("The University of Corrin is old. Trains to Corrin were late.", {"University of Corrin", "Corrin"}),
        ("The House passed it. The White House said so. The House met again.", {"House", "White House"}),
        ("Chicago sued the Chicago Bears. The Bears left.", {"Chicago", "Chicago Bears"}),
        ("The Elmira Otters won 4-2. Elmira won again. A crowd met in Elmira.", {"Elmira Otters", "Elmira"}),
        ("Ohio Democrats won 54-43. The Senate praised Ohio.", {"Ohio"}),
        ("Friends of Ann Berg wept.", {"Ann Berg"}),
        ("St Louis's Mayor Bo Ek left.", {"St Louis", "Bo Ek"}),
        ("Boston and Harvard University signed a deal.", {"Boston", "Harvard University"}),
        ("Barlow County District Attorney Holly Tarn spoke.", {"Barlow County", "Holly Tarn"}),
    ],
)
def test_different_things_stay_apart(clusters, text, names):
    assert names <= set(clusters(text))


@pytest.mark.parametrize(
    "text, absent",
    [
        ("A Danish court ruled on Monday.", {"Danish", "Monday"}),
        ("The French minister met a Swede in May.", {"French", "Swede", "May"}),
        ("Shares rose sharply. Analysts cheered.", {"Shares", "Analysts"}),
        ("The Prime Minister spoke. The President listened.", {"Prime Minister", "President"}),
        ("She holds a PhD and an MBA.", {"PhD", "MBA"}),
        ("He is a Democrat.", {"Democrat"}),
        ("Image: Bo Ek.", {"Image"}),
        ("Magnitude 6.3 was measured in Oslo.", {"Magnitude"}),
        ("The Company must pay. Iodine deficiency is known.", {"Company", "Iodine"}),
        ("They signed an English treaty in English boats.", {"English"}),
        ("Lund's Labour Minister left.", {"Labour"}),
        ("He is a Member of Parliament.", {"Parliament"}),
        ('"Or Halden," he said.', {"Or Halden"}),
        ("Halden is a firm. Farmers' groups sued it.", {"Farmers"}),
        ("They ran. Flash floods killed nine.", {"Flash"}),
        ("They saw the Chief Mechanical Engineer of Halden.", {"Mechanical Engineer"}),
        ('"Everybody knew Sheila," he said.', {"Everybody knew Sheila"}),
        ("Senate Majority Leader Bo Ek spoke.", {"Majority", "Majority Leader"}),
        ("Skills minister Bo Ek said so.", {"Skills"}),
        ("They saw Chief Nursing Officer Bo Ek.", {"Nursing"}),
        ("By Jo Lund, Staff Writer\n\nThe port closed on Monday.", {"Staff Writer"}),
    ],
)
def test_capitalised_words_that_name_nothing(clusters, text, absent):
    assert not absent & set(clusters(text))


@pytest.mark.parametrize(
    "text, name, type_",
    [
        ("They use a tool called Velora.", "Velora", "Product"),
        ("The retailer Parcela cut jobs.", "Parcela", "Company"),
        ("She studied at the University of Barlow.", "University of Barlow", "EducationalOrganization"),
        ("They met on Lake Arvo.", "Lake Arvo", "Place"),
        ("The Salt Party won.", "Salt Party", "PoliticalParty"),
        ("He is the author of “The Salt Road”.", "The Salt Road", "Work"),
        ("Judge Ebba Strand ruled.", "Ebba Strand", "Person"),
        ("They live in Denmark.", "Denmark", "GeopoliticalEntity"),
        ("Shares in Orlo fell.", "Orlo", "Company"),
        ("A hospital in Orlo closed.", "Orlo", "GeopoliticalEntity"),
        ("VARN, March 3 (Newswire) - The port closed.", "VARN", "GeopoliticalEntity"),
        ("They live in Lagos.", "Lagos", "GeopoliticalEntity"),
        ("Floods crossed the Merem river.", "Merem", "Place"),
        ("The Clean Harbours Act passed.", "Clean Harbours Act", "Policy"),
        ("He speaks English.", "English", "Concept"),
        ("It was translated into Danish by a friend.", "Danish", "Concept"),
        ("Boats crossed the Channel at night.", "Channel", "Place"),
        ("Her lawyers said the Crown had no case.", "Crown", "GovernmentBody"),
        ("Rain fell in Washington state on Monday.", "Washington", "GeopoliticalEntity"),
        ("The study was published in Velora on Monday.", "Velora", "MediaOutlet"),
        ("A former member of Torvia spoke. A Torvia member wept.", "Torvia", "Organization"),
        ("They fled aboard the Velora.", "Velora", "Product"),
        ("They drove from Ombria to Velmar.", "Ombria", "GeopoliticalEntity"),
        ("The Diocese of Ombria met.", "Diocese of Ombria", "Organization"),
        ("They saw the New Zealander Brad Holm.", "Brad Holm", "Person"),
        ("The French Senate met on Monday.", "French Senate", "GovernmentBody"),
        ("It shows what the State and Home Departments do.", "State", "GovernmentBody"),
        ("His side meet Rangers at home on Sunday.", "Rangers", "Organization"),
        ("They sank ships such as the Ombrelle.", "Ombrelle", "Product"),
        ("She moved to the airport at Tokuva.", "Tokuva", "GeopoliticalEntity"),
        ("It was built by Strabor in 1999.", "Strabor", "Company"),
        ("They read the Halden Zeitung.", "Halden Zeitung", "MediaOutlet"),
        ("Orlo was paid by VNTX.", "VNTX", "Organization"),
        ("They met al-Noor Party leaders.", "al-Noor Party", "PoliticalParty"),
        ("The bill is before Congress.", "Congress", "GovernmentBody"),
        ("The Greens voted no.", "Greens", "PoliticalParty"),
        ("It was built by NovaX. Nobody paid.", "NovaX", "Company"),
        ("The 90-foot Velora sank.", "Velora", "Product"),
        ("They watched the frigate Admiral Golov.", "Admiral Golov", "Product"),
        ("A baker from Buxton won.", "Buxton", "GeopoliticalEntity"),
        ("Tenants of the Labour Party voted.", "Labour Party", "PoliticalParty"),
        ("ST. LUND, Minn. (Newswire) — The port closed.", "ST. LUND", "GeopoliticalEntity"),
        ("Insurer Halden Velmar said it had paid.", "Halden Velmar", "Company"),
        ("Ferry Orlo Ost sank. Nobody on the Orlo Ost was hurt.", "Orlo Ost", "Product"),
        ("Life is short. She worked for Life magazine in her life.", "Life", "Organization"),
        ("Finnish nickel miner Kallimaa is for sale.", "Kallimaa", "Company"),
        ("On Monday Volvex fell 3%.", "Volvex", "Company"),
        ("Some drivers at Northline went on strike.", "Northline", "Organization"),
        ("The mill closed. Passengers First, a charity, sued.", "Passengers First", "Organization"),
        ("They met the staff of Lund City Schools.", "Lund City Schools", "EducationalOrganization"),
        ("It is owned by Castell Games.", "Castell Games", "Company"),
        ("He won gold at the Commonwealth Games.", "Commonwealth Games", "Event"),
        ("Glen Orran Mountain Rescue Team sent nine men.", "Glen Orran Mountain Rescue Team", "Organization"),
        ("By Ombrelia Tarn\n\nThe port closed on Monday.", "Ombrelia Tarn", "Person"),
        ("They are backed by Ombry Lunt of law firm Tarn Vell.", "Ombry Lunt", "Person"),
        ("Its Vardox software counts cars.", "Vardox", "Product"),
        ("They will face Orlo or Velmar Town in May.", "Velmar Town", "Organization"),
        ("Then the River Arvo rose.", "River Arvo", "Place"),
        ("Velmar Mill burned.", "Velmar Mill", "Facility"),
        ("By Bo Ek, Orlo Ledger\n\nThe port closed on Monday.", "Orlo Ledger", "MediaOutlet"),
        ("Velmar Against the Prison marched.", "Velmar Against the Prison", "AdvocacyGroup"),
        ("Orlo's mother wept.", "Orlo", "Person"),
        ("She studies law at Ombria.", "Ombria", "EducationalOrganization"),
    ],
)
def test_the_words_around_a_name_tell_its_class(read, text, name, type_):
    doc = read(text)
    assert (name, f"kg:{type_}") in {(doc.user_data["names"][s.id_], s.label_) for s in doc.spans["mentions"]}


def test_another_of_the_name_is_somebody_else(read):
    doc = read("Peter Lang, a lawyer, left. Another Peter Lang, a baker, was not there. Lang was angry.")
    one, other, surname = (span.id_ for span in doc.spans["mentions"] if span.kb_id_ == "name")
    assert one != other
    assert surname == one


def test_a_role_before_a_name_is_a_mention_of_its_own(read):
    doc = read("It was led by referee Joel Aguilar.")
    assert [(span.text, span.kb_id_) for span in doc.spans["mentions"]] == [
        ("referee", "nominal"),
        ("Joel Aguilar", "name"),
    ]


def test_a_name_inside_a_name_is_marked_nested(read):
    doc = read("The Bank of Denmark raised rates. Banks in Denmark followed.")
    nested = [span.text for span in doc.spans["mentions"] if span.kb_id_ == "name+nested"]
    assert nested == ["Denmark"]


def test_a_name_in_capitals_in_a_heading_is_the_name_of_the_text(clusters):
    text = "VELMAR SUES LAMP MAKERS AGAIN\n\nThe company Velmar sued two rivals in Oslo on Monday."
    assert clusters(text, "name")["Velmar"] == ["VELMAR", "Velmar"]


def test_no_two_clusters_share_an_identifier(read):
    doc = read("Barlow Stadium is in Barlow. Denmark's Bank of Denmark is in Denmark. Velmar Denmark left Denmark.")
    heads = defaultdict(set)
    for span in doc.spans["mentions"]:
        heads[span.id_].add(doc.user_data["names"][span.id_])
    assert all(len(names) == 1 for names in heads.values())


def test_offsets_are_those_of_the_text(read):
    text = "  Ann Berg\n\nof   Velmar,\tsaid  so."
    doc = read(text)
    assert doc.text == text
    assert all(text[s.start_char : s.end_char] == s.text for s in doc.spans["mentions"])


def score(read, path):
    """Counts over one marked article: entities, entities that are one cluster, mentions found, classes right."""
    text, mentions, kinds = parse_marked(path.read_text(encoding="utf-8"))
    doc = read(text)
    at = {s.end_char: s for s in doc.spans["mentions"] if "nested" not in s.kb_id_}
    ours, theirs = defaultdict(set), defaultdict(set)
    count = Counter(entities=len(kinds), mentions=len(mentions))
    for _, end, entity in mentions:
        if end in at:
            ours[entity].add(at[end].id_)
            theirs[at[end].id_].add(entity)
            count["found"] += 1
            count["typed"] += at[end].label_ == f"kg:{kinds[entity]}"
    count["one"] = sum(len(x) == 1 and len(theirs[min(x)]) == 1 for x in ours.values())
    return count


@pytest.mark.parametrize("folder", [MARKED, MARKED / "news"], ids=["all", "names"])
def test_marked_articles_are_read_as_marked(read, folder):
    """A floor, not a goal: raise it when the program gets better, never lower it without a reason."""
    total = Counter()
    for path in sorted(folder.glob("*.txt")):
        total.update(score(read, path))
    figures = {
        "one": total["one"] / total["entities"],
        "found": total["found"] / total["mentions"],
        "typed": total["typed"] / total["found"],
    }
    floor = json.loads((folder / "floor.json").read_text(encoding="utf-8"))
    assert all(figures[key] >= floor[key] for key in floor), figures
