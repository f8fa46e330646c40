"""Relative clauses and participles: what is so whatever is planned, and what there is not."""

from __future__ import annotations

import pytest

from kg.model import Polarity, Status, status_of

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("The council must decide whether to repay bonds issued under the previous mayor.", "issued", "asserted"),
        ("The bank could refund payments made to his firms in Cyprus.", "made", "asserted"),
        ("The firm should do more to protect a brand known for its gloves.", "known", "asserted"),
        ("The union may collect the toys already lying in drawers.", "lying", "asserted"),
        ("The mayor did not answer questions sent to his office.", "sent", "asserted"),
        ("The flats will be let by a fund that is paying for the work.", "paying", "asserted"),
        ("The mayor hopes to save a theatre that is being torn down.", "torn", "asserted"),
        ("The lock will ease the passage of ships that bring timber.", "bring", "asserted"),
        ("Nurses employed by the county will get a bonus.", "employed", "asserted"),
        ("The ministry will hire an engineer who is living in Oslo.", "living", "unrealised"),
        ("The state will fine shops that are selling it.", "selling", "unrealised"),
        ("The state will build a road that links two towns.", "links", "unrealised"),
        ("The firm could face suits brought by the victims.", "brought", "unrealised"),
        ("Leaders hope to sign a deal brokered by Qatar.", "brokered", "unrealised"),
        ("The state may ban cars made in secret.", "made", "unrealised"),
        ("What they lack is a witness who saw her there.", "saw", "unrealised"),
        ("What we do not have is a form that proves it.", "proves", "unrealised"),
        ("A rule which, had it been in force earlier, would have stopped him, was passed.", "been", "unrealised"),
        ("The chief pointed out that had the law been in force, the hotel would have been shut.", "been", "unrealised"),
    ],
)
def test_what_is_tied_to_somebody_known_is_so(status_at, sentence, verb, expected):
    assert status_at(sentence, verb) is Status(expected)


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("Curators suspect that the vase was bought by a merchant who gave it away.", "gave", "unrealised"),
        ("Curators suspect that the vase was bought by a merchant, who gave it away.", "gave", "unrealised"),
        ("Police fear that the boys met a man, who took them to a barn.", "took", "unrealised"),
        ("Historians think the letters were burned by a maid, who kept one for herself.", "kept", "claimed"),
        ("Detectives suspect that he drove to Kiel, where he boarded a ferry.", "boarded", "unrealised"),
        ("The parcel may have been opened by a clerk who had a key.", "had", "unrealised"),
        ("The bird was probably shot by a farmer who mistook it for a crow.", "mistook", "unrealised"),
        ("It is unclear whether the girl met a stranger who offered her a lift.", "offered", "unrealised"),
        ("The mill may have been sold to a fund, which stripped it.", "stripped", "unrealised"),
        ("If he hired a cook who stole spoons, he was careless.", "stole", "unrealised"),
        ("The mill was allegedly sold to a fund that stripped it.", "stripped", "claimed"),
        ("The van was reportedly stolen by two men, who burned it.", "burned", "claimed"),
        # what is so whatever is guessed
        ("Historians think the letters, which covered forty years, were burned.", "covered", "asserted"),
        ("Detectives suspect that he hid in the brewery, which burned down in May.", "burned", "asserted"),
        ("Detectives think he hid in Kiel, where his sister lives.", "lives", "asserted"),
        ("Experts suspect the wreck was the Anna, which sank in 1844.", "sank", "asserted"),
        ("The club fears that a fan who threw a flare in May will return.", "threw", "asserted"),
        ("She would have hired a cook who had worked in Lyon.", "worked", "asserted"),
        ("Nine might have lived had the crew heeded warnings that were given at noon.", "given", "asserted"),
        ("The family hopes to meet a nurse who cared for the boy.", "cared", "asserted"),
        ("The bank reportedly sold the mine after the owner died.", "died", "asserted"),
    ],
)
def test_who_is_only_brought_in_by_a_guess_is_part_of_it(status_at, sentence, verb, expected):
    assert status_at(sentence, verb) is Status(expected)


def test_there_should_not_be_anyone_who_does(state_at):
    state = state_at("There shouldn't be anyone sleeping on the streets in a city like this.", "sleeping")
    assert state.polarity is Polarity.NEGATIVE


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("Farmers fear the quarry will poison wells that supply three hamlets.", "supply", "asserted"),
        ("Residents worry that the tower would overshadow gardens that belong to the almshouse.", "belong", "asserted"),
        ("The bypass would cut the number of lorries that rumble past the school.", "rumble", "asserted"),
        ("The mine could contaminate a lake that feeds the town's taps.", "feeds", "asserted"),
        ("The reactor would reduce the region's dependence on gas piped from Norway.", "piped", "asserted"),
        ("The subsidy would ease pressure on nurses who work nights.", "work", "asserted"),
        ("Critics say the law will hurt bakers who sell from vans.", "sell", "unrealised"),
        ("The dam would drown hamlets that stand along the upper valley.", "stand", "asserted"),
        (
            "Doctors warned that clinics could run out of vaccine as cold weather sends more children to hospital.",
            "sends",
            "claimed",
        ),
        ("The chief warned that crews might be stretched as drought dries out the moors.", "dries", "claimed"),
        ("The airline said fares would rise as demand returns.", "returns", "unrealised"),
        ("She may be among those injured in the crash.", "injured", "asserted"),
        ("Her sister could be among those arrested.", "arrested", "asserted"),
        ("Two pilots were feared to be among those killed.", "killed", "asserted"),
        ("He hopes to be among those chosen for the choir.", "chosen", "unrealised"),
        ("The village will be among those connected to the grid next year.", "connected", "unrealised"),
        ("The state will build a tunnel that joins two valleys.", "joins", "unrealised"),
        ("The museum wants a curator who speaks Welsh.", "speaks", "unrealised"),
        ("The council may fund clubs that teach chess.", "teach", "unrealised"),
        ("The town will ban stoves that burn coal.", "burn", "unrealised"),
        ("The group hopes to found a school that teaches weaving.", "teaches", "unrealised"),
        ("The board will fine landlords who ignore the rules.", "ignore", "unrealised"),
        ("The bill would protect tenants who complain.", "complain", "unrealised"),
        ("The plan calls for pumps powered by tides.", "powered", "unrealised"),
        ("The firm would make engines powered by hydrogen.", "powered", "unrealised"),
        ("The fund could help families who lose their homes.", "lose", "unrealised"),
        ("The treaty would limit ships that carry waste.", "carry", "unrealised"),
        ("The tax would raise the price of phones imported from Asia.", "imported", "asserted"),
        ("The project will lead to the construction of a bridge that spans the gorge.", "spans", "unrealised"),
        ("The ministry plans the introduction of buses that run on biogas.", "run", "unrealised"),
        ("The union fears the merger will close canteens that feed 2,000 dockers.", "feed", "asserted"),
        ("The pipeline would cross a forest that shelters the last lynx.", "shelters", "asserted"),
        ("Campaigners say the airport would wreck marshes that host forty kinds of duck.", "host", "claimed"),
        ("The landslide could sever a cable that links the island to Kesh.", "links", "asserted"),
        ("A storm could damage roofs that lack bolts.", "lack", "unrealised"),
        ("Frost may spoil crops that stand in water.", "stand", "unrealised"),
        ("Fire could destroy sheds that hold straw.", "hold", "unrealised"),
        ("A virus could disrupt pumps that run on the network.", "run", "unrealised"),
        ("The council wants lamps that flood the square with light.", "flood", "unrealised"),
        ("The barrage might drown an islet that houses the last terns.", "houses", "asserted"),
        ("The state wants to build a dam that would drown farms.", "drown", "unrealised"),
        ("The ferry will cross waters that border Kesh.", "border", "asserted"),
        ("The army could block ships that carry arms.", "carry", "unrealised"),
    ],
)
def test_what_is_harmed_or_leant_on_is_there_already(status_at, sentence, verb, expected):
    assert status_at(sentence, verb) is Status(expected)


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("It is not the first time the fungus has appeared in the valley.", "appeared", "asserted"),
        ("It was not the first time that the bridge had been hit by a barge.", "hit", "asserted"),
        ("This isn't the first time Orlo has missed a payment.", "missed", "asserted"),
        ("It is not the first time that the club has sacked a coach in May.", "sacked", "asserted"),
        ("That was not the only time the mayor had met the builder.", "met", "asserted"),
        ("It is not the only factory that dumps ash in the creek.", "dumps", "asserted"),
        ("It was not the last time she saw him.", "saw", "asserted"),
        ("He is not the first minister who has lied about it.", "lied", "asserted"),
        ("Lund is not the only doctor who works there.", "works", "asserted"),
        ("It is the first time the river has frozen.", "frozen", "asserted"),
        ("This is not the version that is taught in schools.", "taught", "asserted"),
        ("It is not the bank that owns the mill.", "owns", "denied"),
        ("It was not the driver who rang the police.", "rang", "denied"),
        ("It was not in May that the mill closed.", "closed", "asserted"),
        ("There is not a clerk who knows the code.", "knows", "denied"),
        ("He is not a man who forgives.", "forgives", "unrealised"),
        ("It is not the first time that a storm has cut the cable, the ministry said.", "cut", "claimed"),
        ("Nor was it the first time the ferry had run aground.", "run", "asserted"),
        ("It was hardly the first time that Orr had been late.", "been", "asserted"),
        ("This is not the most that the state has ever paid.", "paid", "asserted"),
        ("It would be the first time a woman has led the bank.", "led", "unrealised"),
        ("He said it was not the first time the roof had leaked.", "leaked", "claimed"),
        ("It is not the only time the port has closed this year.", "closed", "asserted"),
        ("It was not the mayor but the clerk who signed.", "signed", "asserted"),
        ("It was not the wine that made them ill.", "made", "denied"),
        ("It is not the same as the law that bans fur.", "bans", "asserted"),
        ("It is not the only country that wants the cup.", "wants", "asserted"),
        ("It is not only the bank that owns mills.", "owns", "asserted"),
    ],
)
def test_not_the_first_time_tells_that_it_happened(status_at, sentence, verb, expected):
    assert status_at(sentence, verb) is Status(expected)


@pytest.mark.parametrize(
    ("sentence", "verb", "expected", "is_negative"),
    [
        ("The trust had no member who could be shown to live there.", "shown", "unrealised", True),
        ("The trust had no member who could be shown to live there.", "live", "unrealised", True),
        ("The report named a firm with no owner who could be traced.", "traced", "unrealised", True),
        ("The contract contains no clause that obliges the firm to repair the roof.", "obliges", "denied", True),
        ("The law has no rule that forbids the sale of eels.", "forbids", "denied", True),
        ("The town has no doctor who works at night.", "works", "denied", True),
        ("There was no nurse who could sign the form.", "sign", "unrealised", True),
        ("No clause in the lease requires the tenant to pay.", "requires", "denied", True),
        ("The firm, which had no office that could be found, was struck off.", "found", "unrealised", True),
        ("It is a company with no phone number that works.", "works", "denied", True),
        ("The town has no plans to sell the mill that it owns.", "owns", "asserted", False),
        ("The clerk had no key that fitted the lock.", "fitted", "denied", True),
        ("The town has a doctor who works at night.", "works", "asserted", False),
        ("The treaty contains no article that lets a state leave.", "lets", "denied", True),
        ("The hall has no lift that works.", "works", "denied", True),
        ("They left with no money that was theirs.", "was", "denied", True),
        ("She bought a flat with no window that opens.", "opens", "denied", True),
        ("He met no clerk who spoke Welsh.", "spoke", "unrealised", False),
        ("The town has no school and no bus that stops there.", "stops", "denied", True),
        ("There is no proof that the pump failed.", "failed", "unrealised", False),
        ("There was no doubt that the pump had failed.", "failed", "asserted", False),
        ("The town has no idea that the mill is for sale.", "is", "asserted", False),
        ("The treasurer never read the leases he signed.", "signed", "asserted", False),
        ("The mayor never opened the letters that she received.", "received", "asserted", False),
        ("She never wore the hat her aunt knitted.", "knitted", "asserted", False),
        ("Lund never met the clerks who forged the deeds.", "forged", "asserted", False),
        ("He never wrote a book that sold.", "sold", "unrealised", False),
        ("She never signed contracts that bound the town.", "bound", "unrealised", False),
        ("Orr never read contracts he signed.", "signed", "asserted", False),
        ("He never saw a horse that limped.", "limped", "unrealised", False),
        ("Orr admitted that he never checked invoices he approved.", "approved", "claimed", False),
        ("He never found the letter that she wrote.", "wrote", "asserted", False),
    ],
)
def test_what_none_does_is_denied_and_what_never_is_done_to_them_is_not(
    state_at, sentence, verb, expected, is_negative
):
    state = state_at(sentence, verb)
    status = status_of(state.mode, state.polarity, state.is_attributed)
    assert (status, state.is_negative) == (Status(expected), is_negative)


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("The engine made a noise like a nail scraped along a pan.", "scraped", "unrealised"),
        ("The hail sounded like gravel thrown at a window.", "thrown", "unrealised"),
        ("He spoke like a man reading a will.", "reading", "unrealised"),
        ("It looked like a ship seen from below.", "seen", "unrealised"),
        ("The roof fell like a cake dropped on the floor.", "dropped", "unrealised"),
        ("The cloud rose as if a bomb had gone off.", "gone", "unrealised"),
        ("It was like a town that had lost its river.", "lost", "unrealised"),
        ("A hum like that of bees trapped in a jar rose from the box.", "trapped", "unrealised"),
        ("Towns like Kesh, built on sand, are sinking.", "built", "asserted"),
        ("A firm like Orlo, which makes lamps, will close.", "makes", "asserted"),
        ("Birds like the crane seen there on Monday are rare.", "seen", "asserted"),
        ("Drugs like those sold in Spain are banned.", "sold", "asserted"),
        ("He looks like his brother, who died in May.", "died", "asserted"),
        ("The lamp, like one found in Kesh, is made of tin.", "found", "asserted"),
        ("From the shaft came a wail like a saw pulled through ice.", "pulled", "unrealised"),
        ("The gull has a cry like a door swinging on a rusty hinge.", "swinging", "unrealised"),
        ("They heard a crack like a branch snapped in two.", "snapped", "unrealised"),
        ("There was a smell like a match struck in a damp room.", "struck", "unrealised"),
        ("She has a laugh like a kettle coming to the boil.", "coming", "unrealised"),
        ("A glow like that of coals raked at dawn lit the bay.", "raked", "unrealised"),
        ("A town like the one destroyed in May will be built.", "destroyed", "asserted"),
        ("Police found a van like the one stolen in Bonn.", "stolen", "asserted"),
        ("Men like those jailed in May work there.", "jailed", "asserted"),
        ("A firm like Tarn, founded in 1980, needs cash.", "founded", "asserted"),
        ("In towns like Kesh, where the mill closed, shops are empty.", "closed", "asserted"),
        ("Rivers like the Tarrow, which floods each spring, need dykes.", "floods", "asserted"),
        ("The seed, like others gathered there, is small.", "gathered", "asserted"),
        ("He has hands like a man who mends nets.", "mends", "unrealised"),
        ("She sang like a bird that had lost its mate.", "lost", "unrealised"),
        ("They live in a house like a ship that has run aground.", "run", "unrealised"),
        ("He drives a car like a model sold in Bonn.", "sold", "unrealised"),
        ("The law is like one passed in Kesh in May.", "passed", "asserted"),
        ("Banks like one closed in May need help.", "closed", "asserted"),
        ("Gull Wharf, a charter firm, is scheduled to launch in May.", "firm", "asserted"),
        ("Orlo, a maker of lamps, is due to report on Monday.", "maker", "asserted"),
        ("The hearing against Orlo Boats, a hire company, is scheduled for Monday.", "company", "asserted"),
        ("A case brought by Tarn Cruises, a ferry operator, is scheduled to be heard in June.", "operator", "asserted"),
        ("The yacht's owner, Blue Tern, a hire firm, is expected to appeal.", "firm", "asserted"),
        ("Ann Lund, a dentist from Bonn, is to marry in June.", "dentist", "asserted"),
        ("Orr, who runs a bakery, is due in court on Friday.", "runs", "asserted"),
        ("The port, which handles grain, is set to close.", "handles", "asserted"),
        ("The inquest into Tarn Mills, once the largest in Kesh, is due to open.", "largest", "asserted"),
        ("A lawsuit against Gull Holidays, a tour operator, is scheduled for 9 June.", "operator", "asserted"),
        ("Lund is due to become a judge in May.", "judge", "unrealised"),
        (
            "A suit against the captain of the tug, a salvage firm called Red Kite, is scheduled to be heard in June.",
            "called",
            "asserted",
        ),
        ("A claim by the tug's owner, a salvage firm based in Kesh, is due to be heard in June.", "based", "asserted"),
        ("A new hall, a copy of one burned in May, is planned.", "burned", "asserted"),
        ("The yard's buyer, a fund run by Lund, is set to close it.", "run", "asserted"),
        ("A study, covering 40 towns, is planned.", "covering", "unrealised"),
        ("A stadium seating 9,000 will be built.", "seating", "unrealised"),
        ("Three boats, none of them insured, sank.", "sank", "asserted"),
        ("The firm had no staff, no office and, in May, no owner who could be found.", "found", "unrealised"),
        (
            "It was sold to two firms that had no staff, no office and, in one case, no owner who could be found.",
            "found",
            "unrealised",
        ),
        ("He has a boat, two sons and a dog that bites.", "bites", "asserted"),
        ("Then, from the pit, a cry like a hinge turned in the dark.", "turned", "unrealised"),
        ("Tarn is buying a mill when cotton has never been more expensive.", "been", "asserted"),
        ("The state will pay when the dam has been mended.", "mended", "unrealised"),
        ("There wasn't a road that the farmers did not block.", "block", "unrealised"),
        ("There isn't a clerk who knows the code.", "knows", "denied"),
        ("There wasn't a house left that had a roof.", "had", "denied"),
    ],
)
def test_what_is_only_likened_is_no_fact(status_at, sentence, verb, expected):
    assert status_at(sentence, verb) is Status(expected)
