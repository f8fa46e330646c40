"""Attribution: whose words a clause is, and what a writer tells beside them."""

from __future__ import annotations

import pytest

from kg.model import Status

pytestmark = pytest.mark.model


AWAY = 'Orr told reporters that on Monday after coming back from Oslo, Lund "walked into a shop" and "bought a hat".'
LATER = "Later, Orr testified, the owner told him that the safe was empty."
PUMPS = "Of the nine pumps, she said, only two ran; the dam had cracked twice; and three gates were stuck."
SHELL = "Prosecutors said the firm had used a shell company, owned by the wife of its founder, to hide the cash."
FLED = "Lund, who fled Oslo in 2016 after, she says, gunmen killed her husband, was due in court on Monday."
LETTER = "In a letter sent on Monday, Orr described the pitch as a swamp."
BID = "Corvane raised its offer, a bid that the board said it would recommend but which has split the family."
SOURCES = "The failure is the largest since 2018, according to two people who advise lenders, although few saw it."
SOONER = "Floods reached Bergen at noon, several hours sooner than engineers had predicted, and cut a road."
FEE = "Corvane said it would levy a fee of $400 per TEU from May."
TENT = "He had a tent that was bought by his wife and, according to his sister, never left its bag."
STAFF = "Rail staff were unhappy: Unite, which has members there, complained of having learned it from a newspaper."
VISIT = 'When a reporter approached him in Bergen last month, he said that "every dollar has been counted".'


@pytest.mark.parametrize(
    "sentence, word, expected",
    [
        (LETTER, "sent", "asserted"),
        (BID, "said", "asserted"),
        (BID, "split", "asserted"),
        (BID, "recommend", "unrealised"),
        (SOURCES, "advise", "asserted"),
        (SOURCES, "is", "claimed"),
        (SOONER, "reached", "asserted"),
        (SOONER, "cut", "asserted"),
        (TENT, "bought", "asserted"),
        (TENT, "left", "denied"),
        (STAFF, "were", "asserted"),
        (STAFF, "learned", "claimed"),
        (VISIT, "approached", "asserted"),
        (VISIT, "counted", "claimed"),
        ("Meanwhile, in west London: Orlo sacked Karl Dahl at noon.", "sacked", "asserted"),
        ("Mayor Karl Dahl: firm sacked nine clerks.", "sacked", "claimed"),
        ("Strong storm kills 46 in eastern Peru; search goes on in snow", "kills", "asserted"),
        ("Four districts have told pupils to stay home, a policy that parents are fighting.", "fighting", "asserted"),
        ('"We have won it," the singer told reporters, clutching a cup.', "clutching", "asserted"),
        ('"We will close two mills," the firm said, cutting 300 jobs.', "cutting", "unrealised"),
        ("Fishers may close the port over a cut which, they claim, will ruin them.", "claim", "asserted"),
        ("The dam leaked and, according to the mayor, flooded two farms.", "flooded", "claimed"),
        ("The dam leaked, the mayor said a day later.", "leaked", "claimed"),
        (AWAY, "coming", "claimed"),
        (LATER, "told", "claimed"),
        (LATER, "testified", "asserted"),
        ("Then, he said, she asked which bus to take.", "asked", "claimed"),
        ('"They told us they had won," she said.', "told", "claimed"),
        (PUMPS, "cracked", "claimed"),
        (PUMPS, "stuck", "claimed"),
        ("The mill shut in May; the union was told late; and the mayor resigned.", "resigned", "asserted"),
        (SHELL, "owned", "claimed"),
        (FLED, "due", "asserted"),
        (FLED, "killed", "claimed"),
        ("She runs an inn, opened at a cost, he says, of £2m, that has no menu.", "runs", "asserted"),
        ("Orr told a meeting of senior clerks that he had written to the king.", "written", "claimed"),
        ("One theory is that she was the widow of a sailor who drowned in the lake.", "drowned", "unrealised"),
        ("It could be a copy of a vase that was stolen in 1990.", "stolen", "asserted"),
        ("The union wants a rise of 9% backdated to April.", "backdated", "unrealised"),
        ("The bank paid a fine of £2 million imposed by the court.", "imposed", "asserted"),
        ("Babies might have lived had they been given care, a panel has found.", "given", "unrealised"),
        ('"I asked when the loans got paid back," Lund said.', "paid", "unrealised"),
        ("She asked when he had left.", "left", "asserted"),
        ("He left before the votes had been counted.", "counted", "unrealised"),
        ("He fled to Oslo before police came.", "came", "asserted"),
        ("Allies of the king wanted the language softened.", "softened", "unrealised"),
        ("The dam leaked, Orr told the court.", "leaked", "claimed"),
        ("Officials said there was a leak in the dam.", "was", "claimed"),
        ("The firm said it would close the pit by May, a date that the unions rejected.", "rejected", "asserted"),
        ("The judge ruled that the levy was void, dealing a blow to the mayor.", "dealing", "asserted"),
        ("Orr denied that he had met her, contradicting a diary.", "contradicting", "asserted"),
        ("Police said the man had hit a wall, killing a boy.", "killing", "claimed"),
        ("A cheer went up that could be heard, one guard said, in the hall itself.", "went", "asserted"),
        ("A cheer went up that was heard, one guard said, in the hall itself.", "heard", "claimed"),
        ("The dam broke, an engineer said, in the rain.", "broke", "claimed"),
        ("The army took the town on Monday, killing, it said, 40 rebels.", "took", "asserted"),
        ("A gang that, police say, stole forty cars was jailed on Monday.", "jailed", "asserted"),
        ("A gang that, police say, stole forty cars was jailed on Monday.", "stole", "claimed"),
        ("Two nurses were freed on Sunday and, officials said, flown to Cairo.", "freed", "asserted"),
        ("The theatre has a play that was seen, its producer claims, by a million people.", "seen", "claimed"),
        ("The cuts, which begin in April, will cost 90 jobs, the union said.", "begin", "asserted"),
        ("The union has 90 members who, it says, sleep in the yard.", "sleep", "claimed"),
        ("Police think the fire, which killed four people, began in a bin.", "killed", "asserted"),
        ("NASA: The probe has landed.", "landed", "claimed"),
        ("NAIROBI: The court freed two men on Monday.", "freed", "asserted"),
        ("Cricket: England lose third match as Root falls early", "lose", "asserted"),
        ("Kenya: Somalia shut border post again", "shut", "claimed"),
        ("The fire spread, which, as one man put it, lit up half the town.", "spread", "asserted"),
        ("Dahl insists he wrote it all himself, although the style differs from his.", "differs", "asserted"),
        ("Vidal said the vineyard had been sold, although she declined to reveal the price.", "declined", "asserted"),
        ("The envoy said the hostages were alive, though he offered no evidence.", "offered", "denied"),
        ("The owners said the workers had left, although they would not say why.", "say", "denied"),
        ("Her lawyer said she had slept badly, although she refused to take pills.", "refused", "claimed"),
        ("The envoy said the hostages were alive, though he had passed them on the road.", "passed", "claimed"),
        ("The engineer said it was too soon to tell, although divers were looking at it.", "looking", "claimed"),
        ("Finch said the road was safe, although police have closed it.", "closed", "asserted"),
        ("Menon said the plant would close, refusing to say when.", "refusing", "asserted"),
        ("The clerk said the tenant had moved out, refusing to pay the last bill.", "refusing", "claimed"),
        ("The guard said the man had gone, refusing to say where.", "refusing", "claimed"),
        ("Falk said a bidder had come forward, declining to identify it.", "declining", "asserted"),
        ("Shand said the council had declared war on cars but continued to subsidise drivers.", "continued", "claimed"),
        ("The teacher said pupils had left and that others started to cry.", "started", "claimed"),
    ],
)
def test_the_writer_tells_what_stands_beside_what_is_said(status_at, sentence, word, expected):
    assert status_at(sentence, word) is Status(expected)


@pytest.mark.parametrize(
    "sentence, word, chain",
    [
        (FEE, "levy", ["Corvane"]),
        ("The club was sold for $4bn per Forbes.", "sold", ["Forbes"]),
        ("Moe's lawyer said the money found in his wife's account was stolen.", "found", ["lawyer"]),
        ("In the mayor's account, the bank robbed widows.", "robbed", ["mayor"]),
        ("Unlike its rivals, the mayor said, the mill does not export.", "export", ["mayor"]),
        ("Without a loan, Moe said, the mill may close, and towns would lose a school.", "lose", ["Moe"]),
        ("Two said that lorries had stopped there.", "stopped", ["Two"]),
        ("One, a nurse, said she had left the ward.", "left", ["nurse"]),
        ("His predecessor but one, Vera Stokes, said the firm had failed.", "failed", ["predecessor"]),
        ("An envoy, asked whether trust could return, said that it had gone.", "gone", ["envoy"]),
        ("Norway fined 22 ships that it accused of moving crude.", "moving", ["it"]),
        ('"We were told the mine had closed," Moe said.', "closed", ["Moe", ""]),
        ("Moe said she was told by her boss that the mine had closed.", "closed", ["Moe", "boss"]),
        ("A report found that Harlow was holding 874, that half felt ill, and that some fled.", "felt", ["report"]),
        ("A report found that Harlow was holding 874, that half felt ill, and that some fled.", "fled", ["report"]),
        ("Told on Monday that the deal was dead, Orr resigned.", "was", []),
        ("Accused of leaking the memo, Orr left.", "leaking", []),
        ('Ministers are tired. "We are losing a seat over a fish," groaned one.', "losing", ["one"]),
        ('Vik says it is "fair to all", but Orr called it "a farce that shames us".', "shames", ["Orr"]),
        ("Ferry 'may not sail until May', councillors told", "sail", []),
        ("Harrow senator charged with taking bribes", "taking", []),
        ("'We heard nothing at all': inquiry finds 31 babies might have lived", "heard", []),
        ('"The sky went dark," said Jo Abay. "I ran to him." His uncle has not been found.', "ran", ["Abay"]),
        ('The war is "noted with great concern", and the envoy is asked to report.', "noted", []),
        ("The council's position is that the study was a draft.", "was", ["council"]),
        ("The ministry's line is that the fish are safe.", "are", ["ministry"]),
        ("It was the view of the board that the offer was too low.", "low", ["board"]),
        ("It is the belief of the villagers that the well is cursed.", "cursed", ["villagers"]),
        ("The truth is that the bridge was closed.", "closed", []),
        ("The clerk's mistake is that she trusted him.", "trusted", []),
        ("Judge Anand accepted that there had been no fraud but rejected the claim that he lied.", "lied", ["Anand"]),
    ],
)
def test_who_says_it(state_at, sentence, word, chain):
    holders = state_at(sentence, word).holders
    assert [" ".join(token.text for token in link) for link in holders] == chain


@pytest.mark.parametrize(
    ("sentence", "deed", "holders"),
    [
        ("Church leaders urged the town to halt the work.", "halt", ["leaders"]),
        ("The panel called on the state to raise pay.", "raise", ["panel"]),
        ("Lang was asked by the court to pay a fine.", "pay", ["court"]),
        ("She said parents had asked the school to drop the trip.", "drop", ["She", "parents"]),
        ("Protesters calling for the mayor to resign blocked the road.", "resign", ["Protesters"]),
        ("Tenants demand that the owner mend the roof.", "mend", ["Tenants"]),
        ("Lang was told to pay a fine.", "pay", []),
        ("The heir wants to sell the castle.", "sell", []),
        ("The mayor urged the firm to mend the bridge, which fell in May.", "fell", []),
        ("Silva said Orr asked her to sell the mill, which leaked.", "leaked", ["Silva"]),
    ],
)
def test_what_is_asked_for_is_the_wish_of_who_asks(state_at, sentence: str, deed: str, holders: list[str]) -> None:
    assert [token.text for link in state_at(sentence, deed).holders for token in link] == holders


@pytest.mark.parametrize(
    ("sentence", "deed", "mode"),
    [
        ("Lang will urge the board to sell the mill.", "sell", "desired"),
        ("The firm plans to ask the court to freeze the sale.", "freeze", "desired"),
        ("If prices fall, farmers will ask the state to pay.", "pay", "conditional"),
        ("The firm plans to sell the mill.", "sell", "future"),
    ],
)
def test_what_will_be_asked_for_is_a_wish(state_at, sentence: str, deed: str, mode: str) -> None:
    assert str(state_at(sentence, deed).mode) == mode


@pytest.mark.parametrize("deed", ["resign", "appeal", "decline", "protest"])
def test_who_calls_for_others_to_say_something_has_not_heard_it(status_at, deed: str) -> None:
    assert status_at(f"Unions called for the minister to {deed}.", deed) is Status.UNREALISED
    assert status_at(f"The minister called his mother to {deed}.", deed) is Status.ASSERTED


BRANDT = "Brandt was dismissed in 2014, a month after she wrote to the port authority, and the court awarded her a sum."
BRIDGE = "The bridge was shut in June, two days after an engineer warned the council, and repairs began in August."
OLD = "The bridge was old, an engineer warned the council on Monday, and repairs began in August."
PERMIT = "Holm denied that the bridge had been built without a permit, as the Greens have claimed."
GUARD = "The guard failed to stop the train, as police had claimed."
RULING = '"The firm knew of the risk," Justice Beata Nowak said in her judgment.'
OPINION = "Ida Kvist wrote in her opinion that the tax was unlawful."
FAMILIES = "Ann Lund said that nine families had told her they would stay and that the group had hired a lawyer."
PILOT = "Ann Lund said that the pilot had told her that he was ill and that he had hired a lawyer."
VACANCIES = "The district filled nine posts, she told the board, while two nearby districts had waiting lists."
ROSE = "Sales fell in May, he told the board, while the mayor said that they rose."
JURY = "Petra Novak, a nurse, told police that she had lost the keys, a jury heard on Monday.\n"
PLEDGE = "The mayor pledged nine million, little of which, critics say, has been spent."
REFUND = "The detour costs the firm £300 a day, none of which, the ministry has said, will be refunded."
EVERYONE = "The band told fans that it would play, and everyone heard."


@pytest.mark.parametrize(
    ("sentence", "word", "expected", "chain"),
    [
        (BRANDT, "dismissed", "asserted", []),
        (BRANDT, "awarded", "asserted", []),
        (BRIDGE, "shut", "asserted", []),
        (BRIDGE, "began", "asserted", []),
        (OLD, "was", "claimed", [["engineer"]]),
        (PERMIT, "built", "denied", [["Holm"]]),
        (GUARD, "stop", "denied", [["police"]]),
        (RULING, "said", "asserted", []),
        (RULING, "knew", "claimed", [["Nowak"]]),
        (OPINION, "wrote", "asserted", []),
        (OPINION, "was", "claimed", [["Kvist"]]),
        ("In her opinion, the tax is unlawful.", "is", "claimed", [["her"]]),
        (FAMILIES, "stay", "unrealised", [["Lund"], ["families"]]),
        (FAMILIES, "hired", "claimed", [["Lund"]]),
        (PILOT, "hired", "claimed", [["Lund"], ["pilot"]]),
        (VACANCIES, "had", "claimed", [["she"]]),
        (ROSE, "said", "asserted", []),
        (JURY, "told", "claimed", []),
        (JURY, "heard", "asserted", []),
        (EVERYONE, "told", "asserted", []),
        (PLEDGE, "spent", "denied", [["critics"]]),
        (REFUND, "refunded", "unrealised", [["ministry"]]),
        ("At Gull House, built at a cost, he says, of £2m, there is no menu.", "is", "denied", []),
        ("The dam, an engineer said, did not break.", "break", "denied", [["engineer"]]),
        ("The firm did not, as guards first said, build the dam.", "build", "denied", []),
    ],
)
def test_what_is_told_of_speaking_itself_is_the_writers(state_at, status_at, sentence, word, expected, chain):
    state = state_at(sentence, word)
    assert status_at(sentence, word) is Status(expected)
    assert [[token.text for token in link] for link in state.holders] == chain
