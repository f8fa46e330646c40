"""Arcs that are set right: sentences with one word and the head it must have, and others that must stay as they are."""

from __future__ import annotations

import pytest

from kg.extract.attachment import reattach

pytestmark = pytest.mark.model

HEADS = [  # sentence, word, its label and head
    ("Shares of Orlo Works, which also faces a suit, fell.", "faces", "relcl Works"),
    ("Shares of the bank, which were sold in May, fell.", "sold", "relcl Shares"),
    ("The town hired a team of four divers and two pilots.", "pilots", "conj divers"),
    ("The firm owns a fleet of 12 ships and sells boats.", "sells", "conj owns"),
    ("The club wronged people of color, immigrants and tenants.", "immigrants", "conj people"),
    ("The mill sold sacks of flour, sugar and salt.", "sugar", "conj flour"),
    ("The union accused the tenants of lying.", "of", "prep accused"),
    ("He blamed the delay on the union.", "on", "prep blamed"),
    ("She read a book on ships.", "on", "prep book"),
    ("A clerk said outside the court that the firm would appeal.", "appeal", "ccomp said"),
    ("They painted the court that the firm had built.", "built", "relcl court"),
    ("The firm runs a reservoir that supplies drinking water to homes.", "water", "dobj supplies"),
    ("The bank avoided paying taxes.", "paying", "xcomp avoided"),
    ("The jury ordered the firm to pay $48 million to 212 tenants.", "tenants", "pobj to"),
    ("The baby spent all her energy fighting the disease.", "fighting", "advcl spent"),
    ("Police seized a pistol, 40 coins and a vase.", "coins", "conj pistol"),
    ("Lund, a judge and poet, left.", "judge", "appos Lund"),
    ("ANTWERP, Belgium - A painting stolen in Lyon has been found.", "painting", "nsubjpass found"),
    ("The states fought a war from 1994 to 1997 in which thousands died.", "died", "relcl war"),
    ("He accused the republic of Duran of shelling a village.", "of", "prep republic"),
    ("The chairman will step down when the deal closes and be replaced by Lars Eide.", "replaced", "conj step"),
    ("He said the firm that owns the mine would sell it and pay its debt.", "pay", "conj sell"),
    ("The firm said the mine would close if prices fell and that workers would be paid.", "paid", "conj close"),
    ("A report warned that the dam was weak and recommended that it be emptied.", "recommended", "conj warned"),
    ("The minister said that the panel had met and recommended that it be sold.", "recommended", "conj met"),
    ("The strike ended after the union, which had lost members, accepted the offer.", "accepted", "advcl ended"),
    ("The strike ended after the union, which had lost members, accepted the offer.", "union", "nsubj accepted"),
    ("He left after lunch, sold the car and went home.", "sold", "conj left"),
    ("Oakes was held in May after an auditor, Wendy Cho, noticed that he had lied.", "noticed", "advcl held"),
    ("The dam broke after a storm, Lund, an engineer, said.", "broke", "ccomp said"),
    ("Lang, said to be the owner of Orlo Works, resigned on Monday.", "said", "acl Lang"),
    ("Lund, a clerk, rose, walked out and left.", "walked", "conj rose"),
    ("He won the match with a shot from 20 metres that left the keeper rooted to the spot.", "left", "relcl shot"),
    ("The council named Andrea Cole as police chief, succeeding Bill Hanrahan.", "council", "nsubj named"),
    ("Osei, a young forward, levelled from close range in May and won the match.", "Osei", "nsubj levelled"),
    ("The mayor declared war, cut short a visit to Oslo and promised help.", "cut", "conj declared"),
    ("The bank left hundreds waiting for their pay.", "hundreds", "dobj left"),
    ("The clerk said hundreds were waiting for their pay.", "hundreds", "nsubj waiting"),
    ("Two members of her party, Ray Delgado and Simone Achebe, voted no.", "Delgado", "appos members"),
    ("The firm will pay owners 412 pence a share, a premium of 3 percent to its price.", "premium", "appos pence"),
    ("Langford beat Porthaven 1-0 on Friday thanks to a goal from Danny Webb.", "thanks", "prep beat"),
    ("Langford beat Porthaven 1-0 on Friday thanks to a goal from Danny Webb.", "0", "npadvmod 1"),
    ("The museum sold a painting by Ann Lund that hangs in Oslo.", "hangs", "relcl painting"),
    ("It bought a portrait by the Danish painter Ann Lund that was lost.", "lost", "relcl portrait"),
    ("They thanked the nurse that found him.", "found", "relcl nurse"),
    ("Ann Lee, an expert on law at Larkfield College, who wrote the report, left.", "wrote", "relcl expert"),
    ("The fan of Larkfield Rovers, who were relegated in May, left.", "relegated", "relcl Rovers"),
    ("The delay could cost exporters up to 30 million crowns a day.", "exporters", "dative cost"),
    ("The delay cost the exporters dearly.", "exporters", "dobj cost"),
    ("The club owes £27m to Kazmi.", "27", "nummod m"),
    ("The club owes 27 men to Kazmi.", "men", "dobj owes"),
    ("He said thanks to the crew.", "thanks", "npadvmod said"),
    ("The chair of the CEI (Elm Church Council), Ann Lee, left.", "Council", "appos CEI"),
    ("Belin said the clinic had closed and fired its staff.", "fired", "conj closed"),
    ("The paper said that Orlo had sold the data, a claim that Orlo denies.", "claim", "npadvmod sold"),
    ("Boyle said he had followed the rules and blamed the clerk.", "blamed", "conj said"),
    ("Boyle said he had followed the rules and sold the boat.", "sold", "conj followed"),
    ("The town shut its schools as a fire that began at a mill reached the port.", "fire", "nsubj reached"),
    ("Hagen rejected demands by the opposition that he resign.", "resign", "acl demands"),
    ("The state dropped claims against a bank that it fined.", "fined", "relcl bank"),
    ("The board ignored warnings by its advisers that the price was low.", "was", "acl warnings"),
    ("The board told the court that the price was low.", "was", "ccomp told"),
    ("PORT ARDEN - Health officials closed four schools on Wednesday.", "officials", "nsubj closed"),
    ("OSLO, March 4 (Nordwire) - The mill said on Monday it would close.", "mill", "nsubj said"),
    ("They have found a planet the size of Neptune that orbits two stars.", "orbits", "relcl planet"),
    ("They have found a planet the size of Neptune that orbits two stars.", "size", "npadvmod planet"),
    ("Lund said the subsidy removed a risk but doubted that the mill would open.", "doubted", "conj said"),
    ("Lund said the board removed a risk but doubted that the mill would open.", "doubted", "conj removed"),
    ("The heat had made such fires in the north twice as likely.", "likely", "oprd made"),
    ("The jury found Karl Holm, 58, and his wife, Ann Holm, 55, guilty on two counts.", "guilty", "oprd found"),
    ("They were convicted Friday of wire fraud.", "fraud", "pobj of"),
    ("They were convicted Friday of wire fraud.", "of", "prep convicted"),
    ("Prosecutors showed jurors photos of a boat.", "jurors", "dative showed"),
    ("The firm sells sports cars.", "sports", "compound cars"),
    ("Signal failure blamed for crash that injured 27 near Salem.", "injured", "relcl crash"),
    ("A firm owned by the bank that sells lamps grew.", "sells", "relcl bank"),
    ("The depot employs 410 people and supplies fuel to airports.", "supplies", "conj employs"),
    ("The depot employs 410 people and supplies fuel to airports.", "people", "dobj employs"),
    ("He sells cars and ships parts to Oslo.", "ships", "conj sells"),
    ("It buys books and records from collectors.", "records", "conj books"),
    ("The owner promised workers that the mill was safe and shut it a year later.", "shut", "conj promised"),
    ("The union said the offer was fair and accepted it.", "accepted", "conj said"),
    ("The clerk said the firm rejected the offer and sold it.", "sold", "conj rejected"),
    ("Ann Lee of Brixby College, who was not there, wrote it.", "was", "relcl Lee"),
    ("They met the mother of Ann Lee, who was there.", "was", "relcl Lee"),
    ("It rests on a study of 40 patients published in May.", "published", "acl study"),
    ("It rests on a study of 40 patients treated in May.", "treated", "acl patients"),
    ("Lund, whose novel The Salt Road won the prize, left.", "novel", "nsubj won"),
    ("Lund, whose novel the jury gave a prize, left.", "jury", "nsubj gave"),
    ("A barge carrying 20 passengers and 12 sailors sank on Monday.", "sailors", "conj passengers"),
    ("The board ordered the arrest of the guard, a young man who had fled.", "man", "appos guard"),
    ("The head of the mill, a young man from Oslo, left.", "man", "appos head"),
    ("A panel led by a retired judge, Ann Lund, met on Monday.", "Lund", "appos judge"),
    ("Shares in rivals Orlo and Tarn fell.", "Orlo", "appos rivals"),
    ("She opened a school in Lyon for young actors, among them Ann Lund and Bo Roth.", "Lund", "pobj among"),
    (
        "The council approved a plan to turn the mill into homes, despite protests.",
        "despite",
        "prep approved",
    ),
    ("The court froze the licence for a mine that would feed two mills, in a blow to farmers.", "in", "prep froze"),
    ("The town opened a mine that feeds two mills in Oslo.", "in", "prep mills"),
    ("The video shows a man in a grey coat entering the shop.", "entering", "acl man"),
    ("Lund has led a team studying owls since 2014.", "since", "prep led"),
    ("Mayor Ann Lund called on voters to reject the plan and offered her help.", "and", "cc called"),
    ("He was being held without bail in the Franklin County jail.", "in", "prep held"),
    ("The plan would cut the cost of moving grain by 40 percent.", "by", "prep cut"),
    ("The nurse was given ten times the intended dose of the drug.", "times", "npadvmod dose"),
    ("Students already enrolled will be able to finish.", "enrolled", "acl Students"),
    ("Rovers have sacked manager Ann Lund after a defeat.", "sacked", "ROOT sacked"),
    ("Rovers have sacked manager Ann Lund after a defeat.", "Lund", "dobj sacked"),
    ("Kesh, which has about 900 residents, lies between a lake and a wood.", "lies", "ROOT lies"),
    ("Norway, the largest exporter of cod, ships most of its catch through two ports.", "ships", "ROOT ships"),
    ("Norway, the largest exporter of cod, ships most of its catch through two ports.", "most", "dobj ships"),
    ("Ann Lund, who took over from Per Holm in May, left.", "Holm", "pobj from"),
    ("A fee of 9 dollars was paid by phone.", "by", "prep paid"),
    ("The panel said the firm aimed to sell the mill.", "aimed", "ccomp said"),
    ("The men, aged between 24 and 31, set off from Salem station and were last seen near a loch.", "set", "ROOT set"),
    ("One of the climbers, named locally as Per Holm, is a clerk who won a race.", "is", "ROOT is"),
    ("One of the climbers, named locally as Per Holm, is a clerk who won a race.", "Holm", "pobj as"),
    ("She said the group had taken tents, food for two days and a satellite phone.", "phone", "conj tents"),
    ("The state fined the carrier for leaving passengers stuck on planes.", "stuck", "acl passengers"),
    ("Ann Lund, 52, noticed smoke coming from a car, Kent Sheriff Tom Hall said.", "noticed", "ccomp said"),
    ("Ann Lund, 52, noticed smoke coming from a car, Kent Sheriff Tom Hall said.", "Hall", "nsubj said"),
    ("The bakery makes 2,000 loaves a day.", "2,000", "nummod loaves"),
    ("Mr Lund plans to install a new oven, bought from a factory in Italy, that uses less gas.", "bought", "acl oven"),
    ("Mr Lund plans to install a new oven, bought from a factory in Italy, that uses less gas.", "uses", "relcl oven"),
    ("They have found traces of a lake the size of Belgium that existed long ago.", "existed", "relcl lake"),
    ("They had plans to hide the age of the pipe.", "age", "dobj hide"),
    ("A jury heard that he robbed customers in their 80s, many of whom had dementia.", "had", "relcl customers"),
    ("The judge ordered him to repay the money and barred him from office.", "barred", "conj ordered"),
    ("The town asked them to buy the mill and sell the boat.", "sell", "conj buy"),
    ("The zoo in Antwerp, its director Ann Lund said on Monday, has sold the bears.", "said", "ROOT said"),
    ("He was to have signed a pact and met the king.", "met", "conj signed"),
    (
        "A fire swept through one of the oldest theatres on Friday, destroying its stage, officials said.",
        "swept",
        "ccomp said",
    ),
    ("The firm will pass on some of the cost to buyers.", "on", "prt pass"),
    ("Analysts at Peel Hunt, who rate the stock, said sales would fall.", "rate", "relcl Analysts"),
    ("The clinic treated her younger brother Sam Holt.", "her", "poss Holt"),
    ("He was accused of exposing tenants to lead paint and mold.", "paint", "pobj to"),
    ("Trucks will deliver food and fuel to remote villages in the north.", "villages", "pobj to"),
    ("The nurse asked them to clean windows.", "clean", "xcomp asked"),
    ("Lund dismissed the claim as baseless.", "as", "prep dismissed"),
    ("He said that the price would be set by a board and reviewed every year.", "reviewed", "conj set"),
    ("He left the squad for the tour of Norway, which begins in May.", "begins", "relcl tour"),
    ("He left the squad for the tour of Norway, which has two ports.", "has", "relcl Norway"),
    ("The court convicted her of organizing actions that broke the law.", "organizing", "pcomp of"),
    ("The mayor offered the company tax credits.", "company", "dative offered"),
    ('"It is done," said co-founder and chief engineer Ann Lund.', "Lund", "nsubj said"),
    ("They shared the lead before bad light ended play early.", "play", "dobj ended"),
    ("Shares of Orlo were up 4.7% at noon.", "up", "acomp were"),
]


@pytest.mark.parametrize(("sentence", "word", "expected"), HEADS)
def test_a_word_hangs_where_a_reader_would_hang_it(parse, sentence, word, expected):
    doc = reattach(parse(sentence))
    token = next(t for t in doc if t.text == word)
    assert f"{token.dep_} {token.head.text}" == expected


def test_a_second_run_changes_nothing(parse):
    doc = reattach(parse(" ".join(sentence for sentence, _, _ in HEADS)))
    before = [(t.dep_, t.head.i, t.lemma_) for t in doc]
    assert [(t.dep_, t.head.i, t.lemma_) for t in reattach(doc)] == before


def test_sentences_stay_as_they_are(parse):
    text = "Lund urged the house to pass a bill, sponsored by Moe, that would ban it. The firm's tool detects faces."
    doc = parse(text)
    bounds = [(s.start, s.end) for s in doc.sents]
    assert [(s.start, s.end) for s in reattach(doc).sents] == bounds


@pytest.mark.parametrize(
    ("sentence", "word", "lemma"),
    [
        ("The city fined the owner.", "fined", "fine"),
        ("The army staged a coup.", "staged", "stage"),
        ("The bank barred the clerk.", "barred", "bar"),
        ("The firm hopped on the train.", "hopped", "hop"),
        ("She hopes that it will end.", "hopes", "hope"),
        ("The firm stages plays.", "stages", "stage"),
    ],
)
def test_a_lemma_that_is_cut_short_is_mended(parse, sentence, word, lemma):
    doc = reattach(parse(sentence))
    assert next(t for t in doc if t.text == word).lemma_ == lemma
