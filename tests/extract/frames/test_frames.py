"""What the frames of the ontology read, construction by construction; every sentence was written for this table."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.annotate.pipeline import annotate
from kg.extract.clauses import clauses
from kg.extract.frames import frame_propositions
from kg.extract.proposition import Clausal, Proposition, Words
from kg.extract.statements import extract
from kg.extract.times import times
from kg.model import Document
from kg.ontology import Ontology, load

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load()


def read(nlp: Language, ontology: Ontology, sentence: str) -> list[Proposition]:
    ((_, doc),) = annotate([Document(sentence, "t", "t")], nlp)
    return list(frame_propositions(doc, list(clauses(doc)), times(doc, None), ontology))


def told(proposition: Proposition) -> tuple[str, str, str]:
    return proposition.predicate.removeprefix("kg:"), proposition.subject.text, words(proposition.object)


def words(filler: object) -> str:
    if isinstance(filler, Words):
        return " ".join(token.text for token in filler.tokens)
    return filler.head.text if isinstance(filler, Clausal) else getattr(filler, "text", "")


@pytest.mark.parametrize(
    ("sentence", "relation", "subject", "obj"),
    [
        ("The founder of Orlo, Ivan Marsh, lives in Geneva.", "residesIn", "Marsh", "Geneva"),
        ("The killer of Anna Holm, Victor Sand, was born in Oslo.", "bornIn", "Sand", "Oslo"),
        ("The town of Salem lies in Ohio.", "locatedIn", "Salem", "Ohio"),
        # verbs: voice, particles, prepositions
        ("The council approved the tram.", "permits", "council", "tram"),
        ("The tram was approved by the council.", "permits", "council", "tram"),
        ("The agency looked into the fire.", "investigates", "agency", "fire"),
        ("The two farms teamed up with Brixby College.", "alliesWith", "farms", "College"),
        ("Otto and his brother set up Velden Brewing Ltd. in 1990.", "founderOf", "Otto", "Ltd."),
        ("The thaw led to a flood.", "causes", "thaw", "flood"),
        ("The mill relies on a single canal.", "dependsOn", "mill", "canal"),
        ("Nurses put pressure on the minister.", "pressures", "Nurses", "minister"),
        # embedded propositions
        ("The mayor argued that the tram was late.", "argues", "mayor", "was"),
        ("Nurses oppose closing the ward.", "opposes", "Nurses", "closing"),
        # brackets, and what the parser makes of them
        ("Ada Finch (born 4 May 1951) is the chief executive of Hallam Mills.", "chiefExecutiveOf", "Finch", "Mills"),
        ("Otto Roth (died 1687) was a painter.", "deathDate", "Roth", "1687"),
        ("Otto Roth (born 1950 in Oslo; died 1990 in Bonn) was a painter.", "deathDate", "Roth", "1990"),
        ("Tarn Robotics (founded 1899) makes pumps.", "foundedOn", "Robotics", "1899"),
        ("The board met after the death of Otto Roth in 1937.", "deathDate", "Roth", "1937"),
        # companions, couples, parts and wholes
        ("Ada Finch lives in Leeds with her husband Karl and son Peter.", "residesIn", "Peter", "Leeds"),
        ("Ada Finch founded Hallam Mills with Otto Roth.", "founderOf", "Roth", "Mills"),
        ("Ada Finch is married to Karl Roth; they live in Leeds.", "residesIn", "Roth", "Leeds"),
        ("Ada Finch joined the faculty of Brixby College.", "employedBy", "Finch", "College"),
        ("Ada Finch studied at the Brixby Law School, Dunmore University.", "educatedAt", "Finch", "University"),
        ("Ada Finch was promoted to chairman and CEO of Hallam Mills.", "chiefExecutiveOf", "Finch", "Mills"),
        ("Ada Finch of the Labour Party resigned.", "memberOfParty", "Finch", "Party"),
        ("The union called on Norvik on Tuesday to raise pay.", "asksToAct", "union", "Norvik"),
        ("Ada Finch, a human rights lawyer, sings.", "holdsPosition", "Finch", "human rights lawyer"),
        (
            "The Danish short story writer Ada Finch won the prize.",
            "holdsPosition",
            "Finch",
            "Danish short story writer",
        ),
        ("Ada Finch, 44, left. The 44-year-old said that the farm was old.", "said", "old", "was"),
        # names that are no names to the tagger, firms that say we, places in a row
        ("Vraa joined the Labour Party in 1998.", "memberOfParty", "Vraa", "Party"),
        ("We are based in Auckland.", "headquarteredIn", "We", "Auckland"),
        ("Velden Lamps is a Turku based firm.", "headquarteredIn", "Lamps", "Turku"),
        ("Hallam Mills is headquartered in Tulsa Oklahoma.", "headquarteredIn", "Mills", "Tulsa"),
        ("Dunmore University is located in Turku.", "headquarteredIn", "University", "Turku"),
        ("Mount Etna is located in Sicily.", "locatedIn", "Etna", "Sicily"),
        (
            "Otto Roth is the founder of Hallam Mills, which is a subsidiary of Norvik.",
            "subsidiaryOf",
            "Mills",
            "Norvik",
        ),
        # nouns: apposition, title, copula, "as", coordination, owner
        ("Ada Finch, chair of the Harbour Council, resigned.", "headOf", "Finch", "Council"),
        ("Ada Finch is the founder and chief executive of Velden Brewing Ltd.", "chiefExecutiveOf", "Finch", "Ltd."),
        ("Ada Finch is the founder and chief executive of Velden Brewing Ltd.", "founderOf", "Finch", "Ltd."),
        ("Its chief executive is Ada Finch.", "chiefExecutiveOf", "Finch", "Its"),
        ("Ada Finch worked as a nurse at Dunmore Hospital.", "employedBy", "Finch", "Hospital"),
        ("Ada Finch is one of the founders of Velden Brewing Ltd.", "founderOf", "Finch", "Ltd."),
        ("A unit of Velden Brewing Ltd., Corran Malt Inc. sells barley.", "subsidiaryOf", "Inc.", "Ltd."),
        ("Ada Finch is a member of the board of Velden Brewing Ltd.", "memberOf", "Finch", "Ltd."),
        # kin
        ("Ada Finch and her husband Otto live in Leeds.", "spouseOf", "Otto", "her"),
        ("Pia Roth is the daughter of Karl Roth.", "childOf", "Roth", "Roth"),
        ("They have two children, Pia and Otto.", "childOf", "Otto", "They"),
        ("Ada Finch and Otto Roth married in 1990.", "spouseOf", "Finch", "Roth"),
        # dates
        ("Ada Finch was born in Leeds on 3 March 1950.", "birthDate", "Finch", "3 March 1950"),
        ("Ada Finch (3 March 1950 - 7 May 2010) was a baker.", "deathDate", "Finch", "7 May 2010"),
        ("Founded in 1901, Velden Brewing Ltd. makes beer.", "foundedOn", "Ltd.", "1901"),
        ("He was forgotten after his death in 2010.", "deathDate", "He", "2010"),
        # places
        ("Ada Finch was born in Salem, Oregon.", "bornIn", "Finch", "Oregon"),
        ("Police in Salem, Oregon, closed a bridge.", "locatedIn", "Salem", "Oregon"),
        ("Police in Salem, Oregon closed a bridge.", "locatedIn", "Salem", "Oregon"),
        ("In Bergen, Norway, trawlers blocked the port.", "locatedIn", "Bergen", "Norway"),
        ("Norvik Power is based in Spokane, WA and makes pumps.", "locatedIn", "Spokane", "WA"),
        ("Norvik is a firm based in Tempe, Arizona founded in 1976.", "locatedIn", "Tempe", "Arizona"),
        ("In Lagos, Nigeria's largest city, traffic stopped.", "locatedIn", "Lagos", "Nigeria"),
        ("Ada Finch grew up in the small town of Salem.", "residesIn", "Finch", "Salem"),
        ("Velden Brewing Ltd. is a maker of beer based in Leeds.", "headquarteredIn", "Ltd.", "Leeds"),
        ("Based in Leeds, England, Velden Brewing Ltd. makes beer.", "headquarteredIn", "Ltd.", "England"),
        # peoples, parties, symbols
        ("Ada Finch is a Danish chemist.", "nationality", "Finch", "Danish"),
        ("Clara Boone (Labour) asked for a vote.", "memberOfParty", "Boone", "Labour"),
        ("Shares of Hallam Mills (HLMM) fell.", "tickerSymbol", "Mills", "HLMM"),
        # repaired attachment
        ("The head of Velden Brewing Ltd., based in Leeds, spoke.", "headquarteredIn", "Ltd.", "Leeds"),
        # whom a noun behind a comma describes
        ("Otto Roth was born in Turku, the son of Karl Roth.", "childOf", "Roth", "Roth"),
        ("Pia Lund ran Tarn Works, a unit of Hallam Mills Ltd.", "subsidiaryOf", "Works", "Ltd."),
        ("He was the son of Ada Finch and music hall singer Otto Lund.", "childOf", "He", "Lund"),
        ("Otto Roth is survived by his wife, Eva, and their sons, Jan and Emil.", "childOf", "Emil", "Roth"),
        # places told in other ways
        ("Ada Finch, 58, of Salem, Oregon, was fined.", "residesIn", "Finch", "Salem"),
        ("Ada Finch died in Leeds, where she had moved in 1990.", "residesIn", "she", "Leeds"),
        ("Ada Finch returned to her native Leeds.", "bornIn", "her", "Leeds"),
        ("Born in Leeds in 1951, the daughter of a miner, she ran a mill and a bank.", "bornIn", "she", "Leeds"),
        # courts, contests, firms
        ("The clerk was charged with fraud.", "chargedWith", "clerk", "fraud"),
        ("The clerk was jailed for nine years.", "sentencedTo", "clerk", "nine years"),
        ("Pia Lund lost the final to Nadia Roos.", "defeats", "Roos", "Lund"),
        ("Elm Bank bought a 9 percent stake in Tarn Robotics Inc.", "investsIn", "Bank", "Inc."),
        ("Hallam Mills employs 300 people.", "employs", "Mills", "people"),
        ("Her novel was published by Elmgate Press.", "publishes", "Press", "novel"),
        ("Sen. Otto Roth, a Democrat from Ohio, resigned.", "memberOfParty", "Roth", "Democrat"),
        ("Norvik is led by director Otto Roth and chief executive Pia Lund.", "chiefExecutiveOf", "Lund", "Norvik"),
        ("Ada Finch sits on the board of trustees of the Larkfield Theatre.", "memberOf", "Finch", "Theatre"),
        ("Nadia Roos replaced Piet Maas as coach.", "holdsPosition", "Roos", "coach"),
        ("The court found Lena Vogt and Jan Stein guilty of trespass.", "convictedOf", "Stein", "trespass"),
        ("Otto Roth was expelled from the Green party in 2022.", "memberOfParty", "Roth", "party"),
        ("Pia Lund joined Norvik Inc. from Tarn Foods Inc. in 2018.", "employedBy", "Lund", "Inc."),
        ("Otto Roth lived in the Pittsburgh area until 1961.", "residesIn", "Roth", "Pittsburgh"),
        ("Ada Finch attended graduate school at Brixby College.", "educatedAt", "Finch", "College"),
        ("Otto Roth was the MP for Salem.", "represents", "Roth", "Salem"),
        ("The MP for Salem, Otto Roth, has resigned.", "represents", "Roth", "Salem"),
        ("The CEO of Norvik Inc., Otto Roth, resigned.", "chiefExecutiveOf", "Roth", "Inc."),
        ("Capital Group president Ada Finch resigned.", "headOf", "Finch", "Group"),
        ("Otto Roth and his wife, the soprano Nele Lund, left.", "spouseOf", "Lund", "his"),
        ("Norvik's owner, the trading firm Elm Partners, left.", "owns", "Partners", "Norvik"),
        ("Ada Finch was a judge at Elm Bank and an analyst at Corran Capital.", "employedBy", "Finch", "Capital"),
        (
            "Ada Finch was born in Leeds, the second of five children of the painter Otto Roth.",
            "childOf",
            "Finch",
            "Roth",
        ),
        ("Norvik's subsidiaries include Kontia Ltd. and Belmo Ltd.", "subsidiaryOf", "Ltd.", "Norvik"),
        ("He was survived by his wife of 40 years, Ada, and two cats.", "spouseOf", "Ada", "He"),
        ("She has a degree in law from Brixby College and an MBA from Tolle College.", "educatedAt", "She", "College"),
        ("Prior to co-founding Norvik, Ada Finch was a baker.", "founderOf", "Finch", "Norvik"),
        ("In 1975 he wed the actress Clara Boone.", "spouseOf", "he", "Boone"),
        ("The Labour Party's Clara Boone won.", "memberOfParty", "Boone", "Party"),
        ("Otto Roth, leader of the Green Alliance, resigned.", "memberOfParty", "Roth", "Alliance"),
        ("Ada Finch, a lawyer at Brixby Partners, resigned.", "employedBy", "Finch", "Partners"),
        ("Otto Roth of the Morena party resigned.", "memberOfParty", "Roth", "party"),
        ("Ada Finch dropped out of Brixby College.", "educatedAt", "Finch", "College"),
        ("Ada Finch divides her time between Leeds and Oslo.", "residesIn", "Finch", "Oslo"),
        ("The Larkfield Museum is a museum of art in Salem.", "locatedIn", "Museum", "Salem"),
        ("The clerk was jailed for six years and three months.", "sentencedTo", "clerk", "six years and three months"),
        ("The judge ordered the clerk to repay the money.", "orders", "judge", "clerk"),
    ],
)
def test_it_is_read(nlp: Language, ontology: Ontology, sentence: str, relation: str, subject: str, obj: str) -> None:
    assert (relation, subject, obj) in map(told, read(nlp, ontology, sentence))


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("Ada Finch moved the shop to Leeds.", "residesIn"),
        ("As a child Ada Finch was taken to Otto Roth.", "childOf"),
        ("Ada Finch was found dead in 2004.", "foundedOn"),
        ("The striker gave up.", "gives"),
        ("Rebels fired rockets at the port.", "dismisses"),
        ("Ada Finch is vice chair of the Harbour Council.", "chiefExecutiveOf"),
        ("Ada Finch is a professor of physics.", "employedBy"),
        ("Ada Finch (Danish: Ada Finke) sings.", "nationality"),
        ("Ada Finch, the wife of a baker, sings.", "holdsPosition"),
        ("The National Power Company (PHCN) closed.", "tickerSymbol"),
        ("Ada Finch met him after her move in 2004.", "deathDate"),
        ("The mill met its target.", "meetsWith"),
        ("Ada Finch was released in May 2023.", "introducedOn"),
        ("The inquiry was launched in May 2023.", "introducedOn"),
        ("Otto Roth is a member of the Harbour Council.", "subsidiaryOf"),
        ("Otto Roth is survived by his wife, Eva, and two cats.", "childOf"),
        ("Scotland's business minister, Otto Roth, spoke.", "headOf"),
        ("The club's director of football, Otto Roth, spoke.", "headOf"),
        ("Wexcombe's mayor, Sue Hallett, spoke.", "employedBy"),
        ("Labor Secretary Clara Boone resigned.", "memberOfParty"),
        ("Otto Roth took over the pub from his parents.", "acquires"),
        ("He called for tougher checks on knives.", "pressures"),
        ("She was sued in 2022 by a man whose wife died in a fire.", "deathDate"),
        ("Otto Roth is the third player to join the club.", "holdsPosition"),
        ("Otto Roth was never a clerk who shouted.", "holdsPosition"),
        ("Otto Roth named the welder as acting chair.", "holdsPosition"),
        ("As a student Otto Roth worked in a mill.", "holdsPosition"),
        ("Kate Roe trained as a chef at Brixby College.", "employedBy"),
        ("Ada Finch is a director of Norvik Shipping Inc.", "headOf"),
        ("It cost the mill's owner a lot of trouble.", "amount"),
        ("The novel sold 200,000 copies.", "sells"),
        ("Robin Swann, of the Labour Party, is the minister.", "employedBy"),
        ("A law firm in Amsterdam, Hausman, is preparing a suit.", "locatedIn"),
        ("The clinic has wards in the Western Cape, KwaZulu-Natal and Eastern Cape.", "locatedIn"),
        ("Police Lt. Ada Finch resigned.", "employedBy"),
        ("Ada Finch, the attorney general of Ohio, resigned.", "headOf"),
        ("Ada Finch, a European commissioner, resigned.", "nationality"),
        ("The Journeyman Tailors Union of America (JTU) closed.", "tickerSymbol"),
        ("Otto Roth, a politician of the Labour Party, resigned.", "employedBy"),
        ("Otto Roth had been a member of the Northern Society of Botany.", "subsidiaryOf"),
        ("The collector lent two maps to the museum.", "gives"),
        ("The envoy called the port a lifeline for traders.", "asksFor"),
        ("The railway ordered 48 trains to replace its old fleet.", "orders"),
        ("Norvik is a Swedish developer of games.", "nationality"),
        ("Its owners include Ada Finch and Otto Roth.", "holdsPosition"),
        ("Delta Rovers host Elm City on Sunday.", "organizes"),
        ("The Leeds side lead the Premiership by two points.", "headOf"),
        ("Ada Finch, director of the Green Ridge Trust, resigned.", "memberOfParty"),
        ("The publisher rejected it.", "opposes"),
        ("Ada Finch left the Dutch brewer Van Houten.", "nationality"),
        ("Ada Finch left the Dutch brewer Van Houten.", "holdsPosition"),
        ("Otto Roth, president of the Trucking Alliance, resigned.", "memberOfParty"),
        ("Norvik's lawyer, Ada Finch, resigned.", "employedBy"),
        ("Transportation Secretary Ada Finch resigned.", "employedBy"),
        ("X-rays revealed a second figure.", "announces"),
        ("Norvik ended its contract with Delta Ferries Ltd.", "hasAgreementWith"),
        ("The party withdrew its support for the mayor.", "supports"),
        ("Hezbollah lawmaker Otto Roth resigned.", "employedBy"),
        ("Ada Finch is a fellow of the Royal Society of Botany.", "employedBy"),
        ("At talks in Geneva, Norway promised 40 million euros.", "locatedIn"),
        ("During a visit to Ankara, Iran's president signed a deal.", "locatedIn"),
        ("Under pressure from Brussels, Poland dropped the charges.", "locatedIn"),
        ("Backed by Moscow, Syria rejected the plan.", "locatedIn"),
        ("The mother of Otto Roth lives in Leeds.", "residesIn"),
        ("The founder of Norvik lives in Leeds.", "residesIn"),
        ("The capital of Norvania, Sorel, was shelled.", "locatedIn"),
        ("The capital of Norway lies on a fjord near Moss.", "locatedIn"),
    ],
)
def test_it_is_not_read(nlp: Language, ontology: Ontology, sentence: str, relation: str) -> None:
    assert relation not in {told(p)[0] for p in read(nlp, ontology, sentence)}


@pytest.mark.parametrize(
    ("sentence", "relation", "role", "value"),
    [
        ("Hallam Mills sells flour to Dover County.", "sells", "recipient", "County"),
        ("Nurses accused him of fraud.", "accuses", "topic", "fraud"),
        ("The party struck a deal on taxes with its rivals.", "hasAgreementWith", "topic", "taxes"),
        ("Ada Finch works at Dunmore Hospital as a nurse.", "employedBy", "asRole", "nurse"),
        ("The fund invested $4 million in Tarn Robotics.", "investsIn", "quantity", "$ 4 million"),
        ("The charity supplied the clinic with masks.", "provides", "recipient", "clinic"),
        (
            "The agency fined the owner of a mill in Rumbrook $1.4 million for a spill.",
            "sanctions",
            "quantity",
            "$ 1.4 million",
        ),
    ],
)
def test_roles_are_filled_by_their_markers(
    nlp: Language, ontology: Ontology, sentence: str, relation: str, role: str, value: str
) -> None:
    found = [p for p in read(nlp, ontology, sentence) if p.predicate == f"kg:{relation}"]
    assert (role, value) in [(name, words(filler)) for p in found for name, filler in p.roles]


@pytest.mark.parametrize(
    ("sentence", "posts"),
    [
        ("Ada Finch, a former nurse, won.", ["former nurse"]),
        ("Ada Finch, a former Norvik nurse, won.", ["former nurse"]),
        ("Ada Finch, the former chair and chief executive of Norvik, won.", ["former chair", "former chief executive"]),
        ("Ada Finch, a former nurse and the chair of Norvik, won.", ["former nurse", "chair"]),
        ("The then mayor, Ada Finch, won.", ["then mayor"]),
        ("Ada Finch was most recently finance director of Norvik.", ["finance director"]),
        ("The side was coached by former Norvik captain Ada Finch.", ["former captain"]),
        ("Its co-founders, Ada Finch and Otto Roth, won.", ["co-founder", "co-founder"]),
        ("Ada Finch was named nurse of the year.", []),
        ("Transportation Secretary Ada Finch resigned.", ["Transportation Secretary"]),
        ("Ada Finch, a retired Norvik chair, won.", ["retired chair"]),
        ("Assistant U.S. Attorney Ada Finch won.", ["Assistant U.S. Attorney"]),
        ("Ada Finch was earlier dean of Brixby College.", ["dean"]),
        ("Secretary of State Ada Finch won.", ["Secretary of State"]),
        ("Norvik's longtime chair, Ada Finch, won.", ["chair"]),
        ("Ada Finch, once a nurse, won.", ["once nurse"]),
        ("Ada Finch, twice mayor of Leeds, won.", ["mayor"]),
    ],
)
def test_a_post_says_what_it_is_and_whether_it_is_over(
    nlp: Language, ontology: Ontology, sentence: str, posts: list[str]
) -> None:
    found = [p.object for p in read(nlp, ontology, sentence) if p.predicate == "kg:holdsPosition"]
    assert [post.value or words(post) for post in found if isinstance(post, Words)] == posts


def test_a_sale_with_a_buyer_projects_a_relation_between_the_two(nlp: Language, ontology: Ontology) -> None:
    found = read(nlp, ontology, "Hallam Mills sells flour to Dover County and Port Varn.")
    projected = [p for p in found if p.predicate == "kg:sellsTo"]
    assert [words(p.object) for p in projected] == ["County", "Varn"]
    assert {p.derived_from.predicate for p in projected if p.derived_from} == {"kg:sells"}


@pytest.mark.parametrize(
    ("sentence", "relation", "subject", "obj"),
    [
        ("Currently Otto Lund is managed by his wife, Ada Finch.", "spouseOf", "Ada Finch", "Otto Lund"),
        ("She met Otto Lund and his daughter Pia.", "childOf", "Pia", "Otto Lund"),
        ("Velden Brewing Ltd. was sold by its founder, Ada Finch.", "founderOf", "Ada Finch", "Velden Brewing Ltd."),
        ("Karl Roth and his wife Edda live with their son Otto.", "childOf", "Otto", "Edda"),
    ],
)
def test_owners_are_found_nearby(
    nlp: Language, ontology: Ontology, sentence: str, relation: str, subject: str, obj: str
) -> None:
    document = Document(sentence, "t", "t")
    ((_, doc),) = annotate([document], nlp)
    found = extract(document, doc, ontology).statements
    assert (f"kg:{relation}", subject, obj) in {
        (s.predicate.name, s.subject.name, getattr(s.object, "name", "")) for s in found
    }


def test_a_symmetric_relation_is_read_both_ways(nlp: Language, ontology: Ontology) -> None:
    found = set(map(told, read(nlp, ontology, "Ada Finch married Otto Roth.")))
    assert {("spouseOf", "Finch", "Roth"), ("spouseOf", "Roth", "Finch")} <= found


def test_one_verb_sense_gives_one_relation_for_one_pair(nlp: Language, ontology: Ontology) -> None:
    found = read(nlp, ontology, "Norvik Shipping Inc. bought Delta Ferries Ltd.")
    told_of = [p.predicate for p in found if p.subject.text == "Inc." and p.derived_from is None]
    assert told_of == ["kg:acquires"]


def test_a_relation_gives_way_to_one_below_it(nlp: Language, ontology: Ontology) -> None:
    found = {p.predicate for p in read(nlp, ontology, "Ada Finch, chief executive of Hallam Mills, spoke.")}
    assert "kg:chiefExecutiveOf" in found and "kg:headOf" not in found


def test_what_a_frame_has_read_is_consumed(nlp: Language, ontology: Ontology) -> None:
    (sale,) = [p for p in read(nlp, ontology, "Hallam Mills sells flour.") if p.predicate == "kg:sells"]
    assert (sale.anchor.i, sale.object.i) in sale.consumed  # type: ignore[union-attr]


def test_every_rule_has_a_name(nlp: Language, ontology: Ontology) -> None:
    found = read(nlp, ontology, "Ada Finch, a Danish chemist at Hallam Mills, was born in Salem, Oregon, in 1950.")
    assert len(found) >= 5
    assert all("/" in p.rule for p in found)


def test_no_statement_comes_twice(nlp: Language, ontology: Ontology) -> None:
    found = read(nlp, ontology, "Ada Finch, founder and head of Hallam Mills, leads Hallam Mills and lives in Leeds.")
    keys = [(p.predicate, p.subject.i, words(p.object), p.anchor.i) for p in found]
    assert len(keys) == len(set(keys))


# ---- other senses of the words of frames, told by kind and construction


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        # a common noun for a thing does nothing that only agents do, and nobody does such things to it
        ("The survey revealed a split in the party.", "announces"),
        ("The data suggest that the economy slowed.", "argues"),
        ("Evidence suggests that the gate was open.", "argues"),
        ("The plan met resistance.", "meetsWith"),
        ("The reform arrested the decline.", "arrests"),
        ("Ada Finch pressed the button.", "pressures"),
        ("Ada Finch hurt her knee.", "injures"),
        ("The delay gave them hope.", "gives"),
        # nobody is given to anybody, nor taken on by being called something
        ("The magazine sent her to Salem in 1951.", "gives"),
        ("Ada Finch and Otto Roth named their daughter Pia.", "hires"),
        # who joins a person joins no employer, and who joins a march no ally
        ("Otto Roth joined Nora Beck on stage.", "employedBy"),
        ("Otto Roth joined the rally in Leeds.", "alliesWith"),
        # "each other" is no third
        ("The two towns opposed each other.", "opposes"),
        # several things that one name is told to be, and names that are no person's
        ("Harbour Homes, the building's owners, paid for the repairs.", "holdsPosition"),
        ("London Tourist Board became the regional promoter.", "holdsPosition"),
        ("Otto Roth, leader of the Labour Party, spoke in Leeds.", "employedBy"),
        ("Ada Finch returned to Leeds on Monday.", "residesIn"),
        ("Ada Finch directs Glasgow Life, which runs the city's museums.", "headOf:Life"),
        ("Ada Finch offered a reward for information leading to an arrest.", "causes"),
        ("Otto Roth, who was based at Leeds, resigned.", "headquarteredIn"),
        ("He is survived by a son, Emil; and a brother, Robert, of Leeds.", "relativeOf:Leeds"),
        ("The money went through an exchange based in Dubai, Kovex, which closed.", "locatedIn"),
        ("The club should check who builds the ships.", "produces"),
        ("Ada Finch is vice-president of Norvik.", "headOf"),
        ("Market leader Elmgate lost 900 readers.", "holdsPosition"),
        ("The former British Airways executive Lucy Harding resigned.", "nationality"),
        ("The vote came after a campaign in which the firm hired lawyers to stop the union.", "opposes:vote"),
    ],
)
def test_another_sense_is_not_read(nlp: Language, ontology: Ontology, sentence: str, relation: str) -> None:
    name, _, subject = relation.partition(":")
    found = {(p.predicate, p.subject.text if subject else "") for p in read(nlp, ontology, sentence)}
    assert (f"kg:{name}", subject) not in found


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("Voters backed the plan.", "supports"),
        ("Dozens of farmers joined Green Alliance in a lawsuit.", "alliesWith"),
        ("The electorate rejected the deal.", "opposes"),
        ("Campaigners accused the council of neglect.", "accuses"),
        ("The fund holds a stake in Tarn Robotics Inc.", "investsIn"),
        ("Vraa joined the Labour Party.", "memberOfParty"),
        ("The king awarded her a medal.", "gives"),
        ("The council appointed Nora Beck as treasurer.", "hires"),
        ("Ada Finch was appointed to the library board.", "memberOf"),
    ],
)
def test_the_sense_meant_is_read(nlp: Language, ontology: Ontology, sentence: str, relation: str) -> None:
    assert f"kg:{relation}" in {proposition.predicate for proposition in read(nlp, ontology, sentence)}


def test_a_price_is_no_role_of_what_belongs_to_whom(nlp: Language, ontology: Ontology) -> None:
    found = read(nlp, ontology, "Norvik Shipping Inc. bought Delta Ferries Ltd. in 2015 for 80 million euros.")
    roles = {proposition.predicate: proposition.roles for proposition in found}
    assert roles["kg:acquires"] and not roles["kg:subsidiaryOf"]


def test_what_the_object_is_coordinated_with_plays_no_role(nlp: Language, ontology: Ontology) -> None:
    found = read(nlp, ontology, "Otto Roth played for Delta Rovers and Porto in 1990.")
    played = [proposition for proposition in found if proposition.predicate in ("kg:employedBy", "kg:memberOf")]
    assert played and not any(proposition.roles for proposition in played)


def test_deeds_told_together_are_one_topic(nlp: Language, ontology: Ontology) -> None:
    (praise,) = [p for p in read(nlp, ontology, "Nurses praised him for raising pay and closing the ward.") if p.roles]
    assert [(role, words(filler)) for role, filler in praise.roles] == [("topic", "raising")]


def test_a_sum_given_is_the_quantity(nlp: Language, ontology: Ontology) -> None:
    (given,) = read(nlp, ontology, "The collector gave $5 million to the museum.")
    assert given.predicate == "kg:givesTo" and [role for role, _ in given.roles] == ["quantity"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Finch is not the woman who killed Otto Roth.",
        "Ada Finch may be the woman who killed Otto Roth.",
        "Police asked whether Ada Finch was the woman who killed Otto Roth.",
        "Otto Roth hopes that Ada Finch is the woman who killed Karl Roth.",
        "Ada Finch denied being the woman who killed Otto Roth.",
        "Ada Finch is not one of the women who killed Otto Roth.",
        "Is Ada Finch the woman who killed Otto Roth?",
        '"Is Ada Finch the woman who killed Otto Roth?" he asked.',
    ],
)
def test_who_is_not_told_to_be_the_one_has_not_done_it(nlp: Language, ontology: Ontology, sentence: str) -> None:
    killers = {subject for relation, subject, _ in map(told, read(nlp, ontology, sentence)) if relation == "kills"}
    assert killers in ({"woman"}, {"women"})
