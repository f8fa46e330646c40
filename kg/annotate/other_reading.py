"""What a second reading of the same words found, under the words as they stand."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc


def taken_over(doc: Doc, other: Doc, told: Mapping[int, tuple[str, str]]) -> Doc:
    """The words and entities of `doc` with the tags, lemmas and arcs of `other`, which may go on behind them.

    `told` has the tag and the lemma of each word that another stood for; such a word begins no entity.
    """
    read = other[: len(doc)]
    entities = [f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ and t.i not in told else "O" for t in doc]
    return Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        tags=[told[t.i][0] if t.i in told else t.tag_ for t in read],
        pos=[token.pos_ for token in read],
        morphs=[str(token.morph) for token in read],
        lemmas=[told[t.i][1] if t.i in told else t.lemma_ for t in read],
        heads=[token.head.i for token in read],
        deps=[token.dep_ for token in read],
        ents=_mended(entities),
    )


def _mended(entities: list[str]) -> list[str]:
    """Entity tags without a name that goes on where none began."""
    for i, tag in enumerate(entities):
        if tag.startswith("I-") and (i == 0 or entities[i - 1] == "O"):
            entities[i] = f"B-{tag[2:]}"
    return entities
