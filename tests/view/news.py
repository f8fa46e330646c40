"""An invented harbour town in the news: sixty and more entities, quarrels, claims, denials and fears, for the page."""

from __future__ import annotations

from graphs import Say, article, graph, say
from pyoxigraph import Store

from kg.model import Literal, Reading

TYPES = {
    "kg:Company": "Halden Marine|Skerry Lines|Norrbank|Tidewater Cables|"
    "Volta Cells|Brandt Yards|Aster Insurance|Osprey Ventures",
    "kg:Person": "Mara Linde|Tomas Aker|Ines Okafor|Jonas Weir|Petra Salm|Ruben Haas|"
    "Lena Forsberg|Idris Kane|Silvia Moreau|Erik Dahl|Nadia Rahman|Oskar Lund",
    "kg:Product": "Skylark|Gannet|Lodestar|Petrel",
    "kg:GovernmentBody": "Port Marrow Council|Ministry of Transport|Maritime Safety Board|"
    "Coast Guard|District Court|Competition Office",
    "kg:AdvocacyGroup": "Harbour Watch|Clean Fjord Alliance|Passengers' League",
    "kg:GeopoliticalEntity": "Port Marrow|Norvik|Ferrow County|Eastholm|Kestra",
    "kg:Facility": "North Quay|Brandt Dock|Marrow Bridge",
    "kg:Place": "Marrow Sound|Grey Strait",
    "kg:Group": "dock workers|fishermen|passengers|small shareholders|residents of Eastholm|investors",
    "kg:Organization": "Seafarers' Union|Fishermen's Association|Chamber of Commerce",
    "kg:EducationalOrganization": "Norvik University|Institute of Naval Design",
    "kg:MediaOutlet": "Marrow Courier|Channel Eight",
    "kg:PoliticalParty": "Coast Party|Civic List",
    "kg:Work": "Salm report|open letter|Lighthouse study",
    "kg:Policy": "Quiet Harbour Act|safety code",
    "kg:Event": "Grey Strait collision|August strike|October vote",
    "kg:Concept": "crew jobs|underwater noise|battery fires|herring stocks|ticket prices",
}


def stores() -> Store:
    """The store of all articles."""
    kinds = {name: kind for kind, names in TYPES.items() for name in names.split("|")}
    return graph(*articles(), types=kinds, aliases=ALIASES, unnamed=tuple(TYPES["kg:Group"].split("|")))


ALIASES = {
    "Halden": "Halden Marine",
    "the council": "Port Marrow Council",
    "the union": "Seafarers' Union",
    "Linde": "Mara Linde",
}


def articles() -> list[Reading]:
    """Twelve articles of one summer."""
    return [
        _contract(),
        _union(),
        _collision(),
        _report(),
        _court(),
        _strike(),
        _money(),
        _fish(),
        _rivals(),
        _vote(),
        _university(),
        _prices(),
    ]


def _contract() -> Reading:
    sale = say("Halden Marine", "kg:sells", "Skylark", 0, recipient="Port Marrow", cue="")
    return article(
        "Port Marrow buys ferries without a crew",
        "Halden Marine is selling four of its Skylark ferries to Port Marrow. "
        "The contract was signed at North Quay by Mara Linde, the chief executive of Halden Marine. "
        "Skylark runs on cells made by Volta Cells and is steered by Lodestar, a navigation system. "
        "Lodestar was developed at the Institute of Naval Design. "
        "Harbour Watch opposes the sale. "
        "The ferries will replace the Gannet boats of Skerry Lines on Marrow Sound, Tomas Aker said. "
        "Tomas Aker is mayor of Port Marrow and a member of the Civic List. "
        "Residents fear that Skylark may endanger small boats, the group wrote.",
        sale,
        say("Halden Marine", "kg:sellsTo", "Port Marrow", 0, of=sale, words="selling"),
        say("Mara Linde", "kg:headOf", "Halden Marine", 1, words="chief executive"),
        say("Mara Linde", "kgo:signAt", "North Quay", 1, words="signed"),
        say("Skylark", "kg:uses", "Lodestar", 2, words="steered by"),
        say("Volta Cells", "kg:supplies", "Skylark", 2, words="made by"),
        say("Institute of Naval Design", "kg:develops", "Lodestar", 3, words="developed"),
        say("Harbour Watch", "kg:opposes", sale, 4, words="opposes"),
        say(
            "Skylark",
            "kg:replaces",
            "Gannet",
            5,
            mode="future",
            by="Tomas Aker",
            cue="will",
            place="Marrow Sound",
            words="replace",
        ),
        say("Skerry Lines", "kg:uses", "Gannet", 5, words="of"),
        say("Tomas Aker", "kg:headOf", "Port Marrow", 6, words="mayor"),
        say("Tomas Aker", "kg:memberOf", "Civic List", 6, words="member"),
        say(
            "Skylark",
            "kgo:endanger",
            Literal("small boats"),
            7,
            mode="possible",
            by="?",
            cue="fear, may",
            words="endanger",
        ),
        published="2031-05-04",
        url="https://courier.example/ferries",
        site="Marrow Courier",
        author="Nadia Rahman",
    )


def _union() -> Reading:
    loss = say(
        "Skylark",
        "kg:causes",
        Literal("the loss of 140 crew jobs"),
        1,
        mode="possible",
        by="Ines Okafor",
        cue="warned, would",
        words="cost",
    )
    return article(
        "Union calls the ferries a threat",
        "The Seafarers' Union is against the plan of Port Marrow Council. "
        "Ines Okafor, who leads the Seafarers' Union, warned that Skylark would cost 140 crew jobs. "
        "Mara Linde denied that Halden Marine plans to dismiss anybody in Port Marrow. "
        "The Passengers' League supports the Seafarers' Union. "
        "The Chamber of Commerce welcomes Skylark. "
        "Ines Okafor accused Tomas Aker of hiding a report from the public. "
        "Tomas Aker rejects that. "
        "The Seafarers' Union demands that Port Marrow Council stop the purchase. "
        "Ruben Haas advises the Seafarers' Union and teaches at Norvik University.",
        say("Seafarers' Union", "kg:opposes", "Port Marrow Council", 0, words="against"),
        say("Ines Okafor", "kg:headOf", "Seafarers' Union", 1, words="leads"),
        loss,
        say("Ines Okafor", "kg:argues", loss, 1, words="warned"),
        say(
            "Halden Marine",
            "kgo:dismissIn",
            "Port Marrow",
            2,
            negative=True,
            by="Mara Linde",
            cue="denied",
            words="dismiss",
        ),
        say("Passengers' League", "kg:supports", "Seafarers' Union", 3, words="supports"),
        say("Chamber of Commerce", "kg:supports", "Skylark", 4, words="welcomes"),
        say("Ines Okafor", "kg:accuses", "Tomas Aker", 5, words="accused"),
        say("Tomas Aker", "kgo:hide", Literal("a report"), 5, by="Ines Okafor", cue="accused", words="hiding"),
        say(
            "Port Marrow Council",
            "kg:stops",
            Literal("the purchase"),
            7,
            mode="desired",
            by="Seafarers' Union",
            cue="demands",
            words="stop",
        ),
        say("Seafarers' Union", "kgo:demandOf", "Port Marrow Council", 7, words="demands"),
        say("Ruben Haas", "kg:advises", "Seafarers' Union", 8, words="advises"),
        say("Ruben Haas", "kg:employedBy", "Norvik University", 8, words="teaches"),
        published="2031-05-11",
        url="https://eight.example/union",
        site="Channel Eight",
    )


def _collision() -> Reading:
    cause = say("Lodestar", "kg:causes", "Grey Strait collision", 2, by="Petra Salm", cue="said", words="caused")
    return article(
        "Two boats collide in the Grey Strait",
        "The Grey Strait collision of 2 June damaged a Petrel, a test boat of Halden Marine. "
        "The Coast Guard rescued six fishermen near Eastholm. "
        "A fault in Lodestar caused the Grey Strait collision, said Petra Salm of the Maritime Safety Board. "
        "Halden Marine disputes that Lodestar caused the Grey Strait collision. "
        "The Maritime Safety Board is investigating Halden Marine. "
        "Erik Dahl, a captain of the Coast Guard, praised the fishermen. "
        "Harbour Watch called on the Ministry of Transport to ban Petrel.",
        say(
            "Grey Strait collision",
            "kgo:damage",
            "Petrel",
            0,
            words="damaged",
            time=("2 June", "2031-06-02", "2031-06-02"),
        ),
        say("Halden Marine", "kg:produces", "Petrel", 0, words="of"),
        say("Coast Guard", "kgo:rescue", "fishermen", 1, place="Eastholm", words="rescued"),
        cause,
        say("Petra Salm", "kg:argues", cause, 2, words="said"),
        say("Petra Salm", "kg:employedBy", "Maritime Safety Board", 2, words="of"),
        say(
            "Lodestar",
            "kg:causes",
            "Grey Strait collision",
            3,
            negative=True,
            by="Halden Marine",
            cue="disputes",
            words="caused",
        ),
        say("Maritime Safety Board", "kg:investigates", "Halden Marine", 4, words="investigating"),
        say("Erik Dahl", "kg:employedBy", "Coast Guard", 5, words="captain"),
        say("Erik Dahl", "kg:praises", "fishermen", 5, words="praised"),
        say(
            "Ministry of Transport",
            "kg:bans",
            "Petrel",
            6,
            mode="desired",
            by="Harbour Watch",
            cue="called",
            words="ban",
        ),
        say("Harbour Watch", "kg:urges", "Ministry of Transport", 6, words="called on"),
        published="2031-06-03",
        url="https://courier.example/collision",
        site="Marrow Courier",
        author="Oskar Lund",
    )


def _report() -> Reading:
    return article(
        "What the Salm report found",
        "The Salm report was written by Petra Salm for the Ministry of Transport. "
        "It says that Lodestar had not been tested in the Grey Strait. "
        "According to the Salm report, Halden Marine knew of two earlier faults. "
        "The Ministry of Transport published the Salm report on 20 June. "
        "Jonas Weir, the minister at the Ministry of Transport, promised that "
        "the Maritime Safety Board would revise the safety code. "
        "The Coast Party criticised Jonas Weir. "
        "Lena Forsberg leads the Coast Party. "
        "Halden Marine said that Skylark meets the safety code.",
        say("Petra Salm", "kg:authorOf", "Salm report", 0, words="written"),
        say("Salm report", "kgo:writeFor", "Ministry of Transport", 0, words="for"),
        say(
            "Lodestar", "kgo:testIn", "Grey Strait", 1, negative=True, by="Salm report", cue="says, not", words="tested"
        ),
        say(
            "Halden Marine",
            "kgo:knowOf",
            Literal("two earlier faults"),
            2,
            by="Salm report",
            cue="According to",
            words="knew of",
        ),
        say(
            "Ministry of Transport",
            "kg:publishes",
            "Salm report",
            3,
            words="published",
            time=("20 June", "2031-06-20", "2031-06-20"),
        ),
        say("Jonas Weir", "kg:headOf", "Ministry of Transport", 4, words="minister"),
        say(
            "Maritime Safety Board",
            "kgo:revise",
            "safety code",
            4,
            mode="future",
            by="Jonas Weir",
            cue="promised, would",
            words="revise",
        ),
        say("Coast Party", "kg:criticizes", "Jonas Weir", 5, words="criticised"),
        say("Lena Forsberg", "kg:headOf", "Coast Party", 6, words="leads"),
        say("Skylark", "kgo:meet", "safety code", 7, by="Halden Marine", cue="said", words="meets"),
        published="2031-06-21",
        url="https://eight.example/report",
        site="Channel Eight",
    )


def _court() -> Reading:
    sale = say("Halden Marine", "kg:sells", "Skylark", 1, words="sells")
    return article(
        "Harbour Watch goes to court",
        "Harbour Watch sued Port Marrow Council before the District Court. "
        "The group wants to stop Halden Marine, which sells Skylark, from delivering in August. "
        "Silvia Moreau represents Harbour Watch and founded the Clean Fjord Alliance. "
        "The Clean Fjord Alliance joined Harbour Watch. "
        "Silvia Moreau argues that the council broke the Quiet Harbour Act. "
        "Port Marrow Council did not break the Quiet Harbour Act, Tomas Aker said. "
        "The District Court in Norvik will hear the case in September.",
        sale,
        say("Harbour Watch", "kg:sues", "Port Marrow Council", 0, place="District Court", words="sued"),
        say("Harbour Watch", "kg:opposes", sale, 1, words="stop"),
        say("Silvia Moreau", "kg:represents", "Harbour Watch", 2, words="represents"),
        say("Silvia Moreau", "kg:founded", "Clean Fjord Alliance", 2, words="founded"),
        say("Clean Fjord Alliance", "kg:alliesWith", "Harbour Watch", 3, words="joined"),
        say("Port Marrow Council", "kgo:break", "Quiet Harbour Act", 5, by="Silvia Moreau", cue="", words="break"),
        say(
            "Port Marrow Council",
            "kgo:break",
            "Quiet Harbour Act",
            5,
            negative=True,
            by="Tomas Aker",
            cue="not, said",
            words="break",
        ),
        say("District Court", "kg:locatedIn", "Norvik", 6, words="in"),
        say(
            "District Court",
            "kgo:hear",
            Literal("the case"),
            6,
            mode="future",
            cue="will",
            words="hear",
            time=("September", "2031-09-01", "2031-09-30"),
        ),
        published="2031-07-02",
        url="https://courier.example/court",
        site="Marrow Courier",
        author="Nadia Rahman",
    )


def _strike() -> Reading:
    return article(
        "Dock workers down tools",
        "The August strike began at Brandt Dock, where 300 dock workers stayed away. "
        "The Seafarers' Union organised the August strike. "
        "Brandt Yards owns Brandt Dock and builds Skylark for Halden Marine. "
        "Idris Kane, a manager at Brandt Yards, called the August strike illegal. "
        "The August strike may delay Skylark by three months, according to Idris Kane. "
        "The dock workers want a pay rise, Ines Okafor said. "
        "Port Marrow lies on Marrow Sound in Ferrow County. "
        "Marrow Bridge was closed during the August strike.",
        say("August strike", "kgo:beginAt", "Brandt Dock", 0, words="began"),
        say("dock workers", "kgo:stayAwayFrom", "Brandt Dock", 0, words="stayed away"),
        say("Seafarers' Union", "kg:organizes", "August strike", 1, words="organised"),
        say("Brandt Yards", "kg:owns", "Brandt Dock", 2, words="owns"),
        say("Brandt Yards", "kg:produces", "Skylark", 2, recipient="Halden Marine", words="builds"),
        say("Idris Kane", "kg:employedBy", "Brandt Yards", 3, words="manager"),
        say("Idris Kane", "kg:criticizes", "August strike", 3, words="called"),
        say(
            "August strike",
            "kgo:delay",
            "Skylark",
            4,
            mode="possible",
            by="Idris Kane",
            cue="may, according to",
            words="delay",
            quantity=Literal("by three months"),
        ),
        say("dock workers", "kgo:want", Literal("a pay rise"), 5, by="Ines Okafor", cue="said", words="want"),
        say("Port Marrow", "kg:locatedIn", "Ferrow County", 6, words="in"),
        say("Port Marrow", "kgo:lieOn", "Marrow Sound", 6, words="lies on"),
        say("Marrow Bridge", "kgo:closeDuring", "August strike", 7, words="closed"),
        published="2031-08-09",
        url="https://eight.example/strike",
        site="Channel Eight",
    )


def _money() -> Reading:
    return article(
        "Who pays for the ferries",
        "Norrbank lends Port Marrow the money for Skylark. "
        "Osprey Ventures owns a third of Halden Marine. "
        "Norrbank also invests in Volta Cells and in Tidewater Cables. "
        "Small shareholders of Halden Marine asked Mara Linde to publish the costs. "
        "Aster Insurance insures Skylark. "
        "Aster Insurance may withdraw from Skylark after the collision, Channel Eight reported. "
        "Osprey Ventures considers selling Halden Marine to Brandt Yards. "
        "Osprey Ventures has its seat in Kestra. "
        "Norrbank has its seat in Norvik. "
        "The investors are worried about battery fires.",
        say("Norrbank", "kg:funds", "Port Marrow", 0, purpose="Skylark", words="lends"),
        say("Osprey Ventures", "kg:owns", "Halden Marine", 1, words="owns"),
        say("Norrbank", "kg:investsIn", "Volta Cells", 2, words="invests in"),
        say("Norrbank", "kg:investsIn", "Tidewater Cables", 2, words="invests in"),
        say(
            "Mara Linde", "kg:publishes", Literal("the costs"), 3, mode="desired", by="?", cue="asked", words="publish"
        ),
        say("Aster Insurance", "kgo:insure", "Skylark", 4, words="insures"),
        say(
            "Aster Insurance",
            "kgo:withdrawFrom",
            "Skylark",
            5,
            mode="possible",
            by="Channel Eight",
            cue="may, reported",
            words="withdraw",
        ),
        say(
            "Osprey Ventures",
            "kg:sells",
            "Halden Marine",
            6,
            mode="possible",
            cue="considers",
            recipient="Brandt Yards",
            words="selling",
        ),
        say("Osprey Ventures", "kg:headquarteredIn", "Kestra", 7, words="seat"),
        say("Norrbank", "kg:headquarteredIn", "Norvik", 8, words="seat"),
        say("investors", "kgo:worryAbout", "battery fires", 9, words="worried"),
        published="2031-06-15",
        url="https://courier.example/money",
        site="Marrow Courier",
    )


def _fish() -> Reading:
    return article(
        "Fishermen fear for the herring",
        "The Fishermen's Association is against Skylark. "
        "Underwater noise from Skylark could drive away the herring stocks, the Fishermen's Association fears. "
        "The Lighthouse study found no underwater noise above the limit. "
        "Norvik University published the Lighthouse study. "
        "Halden Marine paid for the Lighthouse study, Marrow Courier wrote. "
        "Norvik University denies that Halden Marine paid for it. "
        "The fishermen of Eastholm signed an open letter. "
        "The open letter criticises Port Marrow Council. "
        "The Clean Fjord Alliance supports the Fishermen's Association.",
        say("Fishermen's Association", "kg:opposes", "Skylark", 0, words="against"),
        say(
            "Skylark",
            "kgo:driveAway",
            "herring stocks",
            1,
            mode="possible",
            by="Fishermen's Association",
            cue="could, fears",
            words="drive away",
        ),
        say("Lighthouse study", "kgo:find", "underwater noise", 2, negative=True, cue="no", words="found"),
        say("Norvik University", "kg:publishes", "Lighthouse study", 3, words="published"),
        say("Halden Marine", "kg:funds", "Lighthouse study", 4, by="Marrow Courier", cue="wrote", words="paid for"),
        say("Norvik University", "kg:publishes", "Lighthouse study", 3, words="published", confidence=0.6),
        say("fishermen", "kg:basedIn", "Eastholm", 6, words="of"),
        say("fishermen", "kgo:sign", "open letter", 6, words="signed"),
        say("open letter", "kg:criticizes", "Port Marrow Council", 7, words="criticises"),
        say("Clean Fjord Alliance", "kg:supports", "Fishermen's Association", 8, words="supports"),
        published="2031-06-28",
        url="https://courier.example/herring",
        site="Marrow Courier",
        author="Oskar Lund",
    )


def _rivals() -> Reading:
    sale = say("Halden Marine", "kg:sells", "Skylark", 3, words="sells", recipient="Norvik")
    return article(
        "Skerry Lines fights back",
        "Skerry Lines competes with Halden Marine. "
        "Skerry Lines complained about Port Marrow to the Competition Office. "
        "The Competition Office is investigating Port Marrow Council. "
        "Halden Marine also sells Skylark to Norvik. "
        "Skerry Lines employs 220 seafarers in Eastholm. "
        "Skerry Lines wants to buy Gannet boats from Brandt Yards. "
        "The residents of Eastholm support Skerry Lines. "
        "Tidewater Cables supplies Norvik with charging stations.",
        say("Skerry Lines", "kg:competesWith", "Halden Marine", 0, words="competes with"),
        say("Skerry Lines", "kg:accuses", "Port Marrow", 1, recipient="Competition Office", words="complained about"),
        say("Competition Office", "kg:investigates", "Port Marrow Council", 2, words="investigating"),
        sale,
        say("Halden Marine", "kg:sellsTo", "Norvik", 3, of=sale, words="sells"),
        say("Skerry Lines", "kgo:employIn", "Eastholm", 4, words="employs"),
        say("Skerry Lines", "kg:buys", "Gannet", 5, mode="desired", cue="wants", source="Brandt Yards", words="buy"),
        say("residents of Eastholm", "kg:supports", "Skerry Lines", 6, words="support"),
        say("Tidewater Cables", "kg:sellsTo", "Norvik", 7, words="supplies"),
        published="2031-07-15",
        url="https://eight.example/rivals",
        site="Channel Eight",
    )


def _vote() -> Reading:
    return article(
        "Port Marrow votes in October",
        "The October vote in Port Marrow will decide about Skylark. "
        "The Coast Party is against Skylark, the Civic List is for it. "
        "Lena Forsberg challenges Tomas Aker in the October vote. "
        "Lena Forsberg said Tomas Aker had taken money from Osprey Ventures. "
        "Tomas Aker has not taken money from Osprey Ventures, the Civic List said. "
        "The Marrow Courier supports Lena Forsberg. "
        "Harbour Watch advises residents of Eastholm to vote. "
        "If the Coast Party wins, Port Marrow would sell Skylark to Norvik.",
        say("October vote", "kg:locatedIn", "Port Marrow", 0, words="in"),
        say("October vote", "kgo:decideAbout", "Skylark", 0, mode="future", cue="will", words="decide"),
        say("Coast Party", "kg:opposes", "Skylark", 1, words="against"),
        say("Civic List", "kg:supports", "Skylark", 1, words="for"),
        say("Lena Forsberg", "kgo:challenge", "Tomas Aker", 2, words="challenges"),
        say("Lena Forsberg", "kg:accuses", "Tomas Aker", 3, words="said"),
        say("Osprey Ventures", "kg:funds", "Tomas Aker", 3, by="Lena Forsberg", cue="said", words="money"),
        say(
            "Osprey Ventures",
            "kg:funds",
            "Tomas Aker",
            4,
            negative=True,
            by="Civic List",
            cue="not, said",
            words="money",
        ),
        say("Marrow Courier", "kg:supports", "Lena Forsberg", 5, words="supports"),
        say("Harbour Watch", "kg:advises", "residents of Eastholm", 6, words="advises"),
        say(
            "Port Marrow",
            "kg:sells",
            "Skylark",
            7,
            mode="conditional",
            cue="If, would",
            recipient="Norvik",
            words="sell",
        ),
        published="2031-09-20",
        url="https://courier.example/vote",
        site="Marrow Courier",
        author="Nadia Rahman",
    )


def _university() -> Reading:
    return article(
        "A laboratory for quiet boats",
        "Norvik University opened a laboratory with Halden Marine. "
        "The Institute of Naval Design is part of Norvik University. "
        "Norvik University is in Norvik. "
        "Halden Marine was founded by Mara Linde in 2019. "
        "Mara Linde studied at Norvik University. "
        "Volta Cells developed a cell that prevents battery fires, it says. "
        "Ruben Haas criticised Halden Marine.",
        say("Norvik University", "kg:alliesWith", "Halden Marine", 0, words="opened"),
        say("Institute of Naval Design", "kg:partOf", "Norvik University", 1, words="part of"),
        say("Norvik University", "kg:locatedIn", "Norvik", 2, words="in"),
        say("Mara Linde", "kg:founded", "Halden Marine", 3, words="founded", time=("2019", "2019-01-01", "2019-12-31")),
        say("Halden Marine", "kg:foundedOn", Literal("2019", "xsd:gYear"), 3, words="founded"),
        say("Mara Linde", "kg:educatedAt", "Norvik University", 4, words="studied"),
        say("Volta Cells", "kg:prevents", "battery fires", 5, by="Volta Cells", cue="says", words="prevents"),
        say("Ruben Haas", "kg:criticizes", "Halden Marine", 6, words="criticised"),
        published="2031-04-18",
        url="https://eight.example/laboratory",
        site="Channel Eight",
    )


def _prices() -> Reading:
    return article(
        "Will a crossing cost more?",
        "The Passengers' League expects ticket prices to rise. "
        "Port Marrow Council has not raised ticket prices since 2026. "
        "Passengers of Skerry Lines pay less than passengers of Halden Marine. "
        "The Chamber of Commerce said ticket prices would fall. "
        "The Passengers' League asked the Competition Office to look at ticket prices. "
        "Halden Marine ordered cables from Tidewater Cables. "
        "Volta Cells sells cells to Brandt Yards. "
        "The Ministry of Transport funds Norvik University.",
        say("Passengers' League", "kgo:expect", "ticket prices", 0, words="expects"),
        say("Port Marrow Council", "kgo:raise", "ticket prices", 1, negative=True, cue="not", words="raised"),
        say("Passengers' League", "kgo:ask", "Competition Office", 4, topic="ticket prices", words="asked"),
        say(
            "Chamber of Commerce", "kgo:expect", "ticket prices", 3, by="Chamber of Commerce", cue="said", words="fall"
        ),
        say("Halden Marine", "kg:buys", Literal("cables"), 5, source="Tidewater Cables", words="ordered"),
        say("Halden Marine", "kg:customerOf", "Tidewater Cables", 5, words="ordered"),
        say("Volta Cells", "kg:sellsTo", "Brandt Yards", 6, words="sells"),
        say("Ministry of Transport", "kg:funds", "Norvik University", 7, words="funds"),
        published="2031-05-25",
        url="https://eight.example/prices",
        site="Channel Eight",
    )


__all__ = ["Say", "articles", "stores"]
