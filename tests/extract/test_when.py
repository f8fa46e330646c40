"""When things happen: by what happened before or after, where no date is told."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.extract.statements import extract
from kg.model import Document, Literal
from kg.ontology import load


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "relation", "time"),
    [
        ("The council closed the pier after a beam broke.", "kgo:close", "after a beam broke"),
        ("After a beam broke, the council closed the pier.", "kgo:close", "After a beam broke"),
        ("The crew waited until the storm passed.", "kgo:wait", "until the storm passed"),
        ("The council closed the pier in May after a beam broke.", "kgo:close", "May"),
        ("The council closed the pier shortly after the fire.", "kgo:close", "shortly after the fire"),
        ("The ferry sank two hours after the storm hit.", "kgo:sink", "two hours after the storm hit"),
        ("It rained two weeks after a flood blocked the road to the dam.", "kgo:block", None),
        ("A flood came a year after he opened the mill.", "kgo:come", "a year after he opened the mill"),
        ("The referee called the match off 20 minutes before the break.", "kgo:callOff", "20 minutes before the break"),
        ("The council closed the pier after a fire.", "kgo:close", "after a fire"),
        ("The mayor promised cuts in May, when the town votes.", "kgo:promise", "May"),
        ("The council closed the pier because a beam broke.", "kgo:close", None),
        ("Ada Finch (1921 - 1999) was a Danish baker.", "kg:holdsPosition", None),
        ("The crew waited until after the storm.", "kgo:wait", "until after the storm"),
        ("The board told the crew to wait after a pump failed.", "kgo:wait", None),
        ("The court ordered Orlo Shipping to pay after a pump failed.", "kg:orders", "after a pump failed"),
        ("The court ordered Orlo Shipping to pay after finding a leak.", "kgo:pay", None),
        ("Orlo Shipping has tried to sell the tug since May.", "kg:sells", None),
        ("Orlo Shipping has tried to sell the tug since May.", "kgo:tryTo", "since May"),
        ("Police are investigating three fires in the town since May.", "kg:investigates", None),
        ("The mayor called an election for 14 May.", "kgo:call", None),
        ("The vote was scheduled for Monday.", "kgo:beScheduledFor", None),
        ("The ship had enough fuel for three weeks.", "kgo:have", None),
        ("The ship had fuel for three weeks.", "kgo:have", "for three weeks"),
        ("The board picked its third leader in two years.", "kgo:pick", None),
        ("The board has cut a third of its staff since May.", "kgo:cut", "since May"),
        ("The guard must serve two years before he can leave.", "kgo:serve", "before he can leave"),
        ("The union wants raises of 15% over three years.", "kgo:want", None),
        ("The union has wanted a rise for years.", "kgo:want", "for years"),
        ("Brokers expect a cut in May.", "kgo:expect", None),
        ("Nurses accepted a rise of 9 per cent over two years.", "kgo:accept", None),
        ("The audit examined 40 deaths between 2006 and 2011.", "kgo:examine", None),
        ("The bank trimmed its forecast for growth this year.", "kgo:trim", None),
        ("The board trimmed its forecast on Monday.", "kgo:trim", "Monday"),
        ("The crew is running a lamp from 1998.", "kgo:run", None),
        ("They were offered 5 per cent now and another 2 per cent in May.", "kgo:beOffered", None),
        ("The envoy was invited to talks in Oslo on Monday.", "kgo:beInvitedTo", None),
        ("The vicar had been expected to win until a letter came to light.", "kgo:win", None),
        ("Thieves broke the door between 2 and 5 a.m. on Monday.", "kgo:break", "between 2 and 5 a.m. on Monday"),
        ("The mill has been shut since the week before Easter.", "kgo:beShut", "since the week before Easter"),
        ("The crew crossed the lake in five hours and 20 minutes.", "kgo:cross", "in five hours and 20 minutes"),
        ("The board picked its leader in two weeks.", "kgo:pick", "in two weeks"),
        ("Orlo Shipping has been fined twice, most recently in 2021.", "kgo:beFined", None),
        ("Fewer guests came than in 2016.", "kgo:come", None),
        ("Nobody has paid the rent since Easter.", "kgo:pay", "since Easter"),
        ("The mill has sold no flour since burning down.", "kg:sells", "since burning down"),
        ("Orders have doubled since the launch of the van.", "kgo:double", "since the launch of the van"),
        ("Her wait was the longest for a decade.", "kg:describedAs", None),
        ("Her uncle was the tallest man in town for ten years.", "kg:describedAs", "for ten years"),
        ("Ada Finch sold the mill in 2004 and has held no post since.", "kgo:hold", "since"),
        ("Ships were waiting to unload on Monday.", "kgo:unload", None),
        ("Ships were waiting to unload on Monday.", "kgo:waitTo", "Monday"),
        ("Ships were expected to unload on Monday.", "kgo:unload", "Monday"),
        ("MPs debated the bill now before parliament.", "kgo:debate", None),
        ("The deal raises wages by 4% this year and 6% in 2027.", "kgo:raise", None),
        ("Orlo Shipping lost $4 million for the year ended June 30.", "kgo:lose", "for the year ended June 30"),
    ],
)
def test_a_clause_tells_when(sentence, relation, time, nlp):
    [(document, doc)] = annotate([Document(sentence, "", "a.txt")], nlp)
    [found] = [s for s in extract(document, doc, load()).statements if s.predicate.name == relation]
    assert (found.time.text if found.time else None) == time


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "relation", "start", "end"),
    [
        ("Ada Finch left Norvik Shipping Inc. in 2004.", "kg:employedBy", None, "2004-12-31"),
        ("Ada Finch joined Norvik Shipping Inc. in 2004.", "kg:employedBy", "2004-01-01", "2004-12-31"),
        ("Karl Roth divorced Eva Lund in 1988.", "kg:spouseOf", None, "1988-12-31"),
        ("Ada Finch (12 May 1921 - 3 June 1999) was a Danish baker.", "kg:birthDate", "1921-05-12", "1921-05-12"),
        ("Ada Finch (12 May 1921 - 3 June 1999) was a Danish baker.", "kg:deathDate", "1999-06-03", "1999-06-03"),
        ("Ada Finch (1921 - 1999) was a Danish baker.", "kg:deathDate", "1999-01-01", "1999-12-31"),
        ("Ada Finch resigned as chief of Norvik Shipping Inc. in 2004.", "kg:headOf", None, "2004-12-31"),
        ("Ada Finch (born 12 May 1921) is a Danish baker.", "kg:birthDate", "1921-05-12", "1921-05-12"),
    ],
)
def test_what_ends_lasts_until_then(sentence, relation, start, end, nlp):
    [(document, doc)] = annotate([Document(sentence, "", "a.txt")], nlp)
    found = [s.time for s in extract(document, doc, load()).statements if s.predicate.name == relation]
    assert {(time.start_date, time.end_date) for time in found if time} == {(start, end)}


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "relation", "time"),
    [
        ("Ada Finch, a former manager of Norvik Shipping Inc., spoke.", "kg:employedBy", "former"),
        ("Norvik's former chief executive, Ada Finch, spoke.", "kg:chiefExecutiveOf", "former"),
        ("Ada Finch, the then head of Norvik Shipping Inc., spoke.", "kg:headOf", "then"),
        ("Ada Finch, head of Norvik Shipping Inc., spoke.", "kg:headOf", None),
        ("Ada Finch, a former Labour Party politician, spoke.", "kg:memberOfParty", None),
        ("Ada Finch left Norvik Shipping Inc. in 2004.", "kg:employedBy", "left Norvik Shipping Inc. in 2004"),
        ("Ada Finch quit Norvik Shipping Inc. over the leak.", "kg:employedBy", "quit Norvik Shipping Inc."),
        ("Ada Finch has been removed as head of Norvik.", "kg:headOf", "has been removed as head"),
        ("Ada Finch stepped down as head of Norvik.", "kg:holdsPosition", "stepped down as head"),
        ("Ada Finch will step down as head of Norvik.", "kg:headOf", "will step down as head"),
        ("Ada Finch refused to resign as head of Norvik.", "kg:headOf", None),
        ("Bo Ek was replaced as head of Norvik by Ada Finch.", "kg:headOf", None),
        ("Norvik has stopped making lamps since May.", "kg:produces", "has stopped making lamps since May"),
        ("Norvik has not stopped making lamps.", "kg:produces", None),
        ("Ada Finch, once the head of Norvik Shipping Inc., spoke.", "kg:headOf", "once"),
        (
            "Ada Finch, previously head of Norvik Shipping Inc. and now head of Orlo Bank, spoke.",
            "kg:headOf",
            "one of two",
        ),
        ("Formerly head of Norvik Shipping Inc., Ada Finch owns a farm.", "kg:headOf", "Formerly"),
        ("Ada Finch was once director of the Orlo Museum.", "kg:headOf", "once"),
        ("Ada Finch became head of Norvik Shipping Inc. once she had a degree.", "kg:headOf", "once she had a degree"),
        ("Once she was head of Norvik Shipping Inc., Ada Finch sold it.", "kg:headOf", None),
        ("Ada Finch, now head of Norvik Shipping Inc., spoke.", "kg:headOf", None),
        ("Ada Finch, a former member of the Labour Party, spoke.", "kg:memberOfParty", "former"),
        ("Ada Finch, a member of the Labour Party, spoke.", "kg:memberOfParty", None),
        ("Orlo Mill, formerly owned by Norvik Shipping Inc., closed.", "kg:owns", "formerly"),
        ("Orlo Mill, owned by Norvik Shipping Inc., closed.", "kg:owns", None),
    ],
)
def test_what_is_over_says_so(sentence, relation, time, nlp):
    [(document, doc)] = annotate([Document(sentence, "", "a.txt")], nlp)
    found = [s for s in extract(document, doc, load()).statements if s.predicate.name == relation]
    times = {statement.time.text if statement.time else None for statement in found}
    assert times == ({"previously", None} if time == "one of two" else {time})
    assert {statement.status.name for statement in found} == {"ASSERTED"}


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "times"),
    [
        ("Finch won the Orlo Cup in 2009 and the Kesh Shield in 2012.", ["2009", "2012"]),
        ("Finch won the Orlo Cup and the Kesh Shield in 2012.", ["2012", "2012"]),
        ("Finch won the Orlo Cup in 2009 and the Kesh Shield.", ["2009", "2009"]),
    ],
)
def test_each_of_two_has_its_own_time(sentence, times, nlp):
    [(document, doc)] = annotate([Document(sentence, "", "a.txt")], nlp)
    found = [s.time for s in extract(document, doc, load()).statements if s.predicate.name == "kg:wins"]
    assert [time.text for time in found if time] == times


@pytest.mark.model
def test_what_happened_before_a_date_is_kept(nlp):
    [(document, doc)] = annotate([Document("Boot painted the mill in 1956, before her death.", "", "a.txt")], nlp)
    [found] = [s for s in extract(document, doc, load()).statements if s.predicate.name == "kgo:paint"]
    assert found.time is not None and found.time.text == "1956"
    assert [(role, filler.value) for role, filler in found.roles] == [("circumstance", "before her death")]


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        ("The strike ended on Friday after three days of talks.", [("circumstance", "after three days of talks")]),
        ("The strike ended on Friday after three days.", [("circumstance", "after three days")]),
        ("The mill burned for 14 hours on Sunday.", [("circumstance", "for 14 hours")]),
        ("The mill burned for 14 hours.", []),
        ("The river froze for the first time since 1963.", [("circumstance", "for the first time since 1963")]),
        ("She was arrested for the third time.", [("circumstance", "for the third time")]),
        ("The hall flooded on nine occasions.", [("circumstance", "on nine occasions")]),
        (
            "The port opened for the first time since the war ended.",
            [("circumstance", "for the first time since the war ended")],
        ),
        ("Kesh won the match 3-0.", [("quantity", "3-0")]),
        ("The rate fell to 4 percent from 5 percent.", [("circumstance", "from 5 percent")]),
    ],
)
def test_what_a_date_does_not_tell_is_kept(sentence, roles, nlp):
    [(document, doc)] = annotate([Document(sentence, "", "a.txt")], nlp)
    found = extract(document, doc, load()).statements
    assert [
        (role, filler.value if isinstance(filler, Literal) else filler.text) for role, filler in found[0].roles
    ] == roles


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "time"),
    [
        ("The fund's profit fell to 3 million dollars from 5 million in 2019.", None),
        ("The party won with 40 percent in 2019.", "2019"),
        ("The house sold for more than 90,000 dollars in 2019.", "2019"),
    ],
)
def test_the_time_of_the_figure_before_is_not_the_time_of_the_change(sentence, time, nlp):
    [(document, doc)] = annotate([Document(sentence, "", "a.txt")], nlp)
    [found] = extract(document, doc, load()).statements
    assert (found.time.text if found.time else None) == time


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "relation", "days"),
    [
        ("In 2016, when the pier burned, the club lost its boats.", "kgo:burn", ("2016-01-01", "2016-12-31")),
        ("The club lost its boats on 4 May 2016, when the pier burned.", "kgo:burn", ("2016-05-04", "2016-05-04")),
        ("Rents have risen since 2016, when the pier burned.", "kgo:burn", ("2016-01-01", "2016-12-31")),
        ("Rents have risen since 2016, when the pier burned.", "kgo:rise", ("2016-01-01", None)),
        ("The club owned the pier until 2016, when it burned.", "kgo:burn", ("2016-01-01", "2016-12-31")),
        ("The club owned the pier for two years, when it burned.", "kgo:burn", None),
        ("Ada Finch worked at the mill until she fell ill in 2009.", "kgo:workAt", (None, "2009-12-31")),
        (
            "Ada Finch worked at the mill from 2001 until she fell ill in 2009.",
            "kgo:workAt",
            ("2001-01-01", "2009-12-31"),
        ),
        ("Ada Finch was a nurse until she fell ill in 2009.", "kg:holdsPosition", (None, "2009-12-31")),
        ("Ada Finch was head of Orlo Mills until her death in 2009.", "kg:headOf", (None, "2009-12-31")),
        ("Ada Finch led Orlo Mills until her death in 2009.", "kg:deathDate", ("2009-01-01", "2009-12-31")),
        ("Ada Finch served as director of the zoo from 2003 to 2011.", "kg:headOf", ("2003-01-01", "2011-12-31")),
        ("The mill has been empty since a flood hit it in 2009.", "kg:describedAs", ("2009-01-01", None)),
        ("The mill closed when a flood hit it in 2009.", "kgo:close", ("2009-01-01", "2009-12-31")),
        ("The mill closed before a flood hit it in 2009.", "kgo:close", (None, None)),
        ("It is the worst loss since the mill opened in 1990.", "kgo:open", ("1990-01-01", "1990-12-31")),
        ("Ada Finch resigned in May 2018.", "kgo:resign", ("2018-05-01", "2018-05-31")),
        ("The club kept the news until after the vote in May 2009.", "kgo:keep", (None, None)),
    ],
)
def test_what_happened_then_has_the_days_and_gives_them(nlp, sentence, relation, days):
    [(document, doc)] = annotate([Document(sentence, "", "a.txt")], nlp)
    statements = extract(document, doc, load()).statements
    told = next(s.time for s in statements if s.predicate.name == relation)
    assert (told and (told.start_date, told.end_date)) == days
