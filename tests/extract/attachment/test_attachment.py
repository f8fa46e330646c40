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
    ("Belin said clinics were running out of blood and appealed for donors.", "appealed", "conj said"),
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
