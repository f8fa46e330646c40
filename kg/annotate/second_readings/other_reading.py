"""What other readings of the same words found, under the words as they stand."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.language import Language
from spacy.tokens import Doc, Token

_RECOGNISER = "ner"
Told = Mapping[int, tuple[str, str]]
_POS = {"NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "VBZ": "VERB", "VBP": "VERB", "VBN": "VERB", ",": "PUNCT"}


def read_words(words: list[str], spaces: list[bool], nlp: Language) -> Doc:
    """The tags and arcs of words; no entities are looked for, as those of the first reading stay."""
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    for name, read in nlp.pipeline:
        doc = read(doc) if name != _RECOGNISER else doc
    return doc


def taken_over(doc: Doc, other: Doc, told: Told) -> Doc:
    """The words and entities of `doc` with the tags, lemmas and arcs of `other`, which may go on behind them.

    `told` has the tag and the lemma of each word that another stood for; such a word begins no entity.
    """
    read = list(other[: len(doc)])
    deps = ["punct" if i in told and told[i][0] == "," else token.dep_ for i, token in enumerate(read)]
    return _under(doc, read, [token.head.i for token in read], deps, told)


def joined(doc: Doc, first: Doc, second: Doc, told: Told) -> Doc:
    """The words and entities of `doc` with what was read of its two clauses, which a mark parts; `told` as above."""
    mark = len(first)
    read = [*first, doc[mark], *second]
    start, after = first[:].root.i, mark + 1
    heads = [*(t.head.i for t in first), start, *(t.head.i + after for t in second)]
    main = second[:].root.i + after
    heads[main] = start
    deps = [token.dep_ for token in read]
    deps[mark], deps[main] = "punct", "conj"
    if told.get(main, ("",))[0] == "VBN":  # "no damage *reported*"
        deps = [f"{dep}pass" if dep == "nsubj" and heads[i] == main else dep for i, dep in enumerate(deps)]
    return _under(doc, read, heads, deps, told)


def _under(doc: Doc, read: list[Token], heads: list[int], deps: list[str], told: Told) -> Doc:
    """The words and entities of `doc` over the tags and lemmas that were read, and these arcs."""
    tags = [told[i][0] if i in told else token.tag_ for i, token in enumerate(read)]
    entities = [f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ and t.i not in told else "O" for t in doc]
    return Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        tags=tags,
        pos=[_POS.get(tag, t.pos_) if i in told else t.pos_ for i, (t, tag) in enumerate(zip(read, tags, strict=True))],
        morphs=[str(token.morph) for token in read],
        lemmas=[told[i][1] if i in told else token.lemma_ for i, token in enumerate(read)],
        heads=heads,
        deps=deps,
        ents=_mended(entities),
    )


def _mended(entities: list[str]) -> list[str]:
    """Entity tags without a name that goes on where none began."""
    for i, tag in enumerate(entities):
        if tag.startswith("I-") and (i == 0 or entities[i - 1] == "O"):
            entities[i] = f"B-{tag[2:]}"
    return entities
