"""Evidence for a presupposition: does the document assert the same doing of the same doer in another place?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from kg.extract.clauses.subjects import subjects
from kg.extract.factuality.state import State
from kg.grammar.phrases import VERBAL
from kg.grammar.verbs import HELPERS
from kg.parse import Doc, Token


class Evidence:
    """Which verbs stand elsewhere in a document, and who does what they say."""

    def __init__(self, doc: Doc, state_of: Callable[[Token], State]) -> None:
        self._state_of = state_of
        self._searching: set[int] = set()
        self._verbs_by_lemma: defaultdict[str, list[Token]] = defaultdict(list)
        for token in doc:
            if token.pos_ in VERBAL and token.dep_ not in HELPERS and token.dep_ != "amod":
                self._verbs_by_lemma[token.lemma_.lower()].append(token)
        self._cluster_at = {span.root.i: span.id_ for span in doc.spans.get("mentions") or () if span.id_}

    def supports(self, verb: Token) -> bool:
        """Whether another verb of the same lemma and doer is asserted. A search inside a search finds nothing."""
        doers = self._doers(verb)
        if not doers or verb.i in self._searching:
            return False
        self._searching.add(verb.i)
        found = any(
            doers & self._doers(other) and self._state_of(other).is_asserted
            for other in self._verbs_by_lemma[verb.lemma_.lower()]
            if other.i not in self._searching
        )
        self._searching.discard(verb.i)
        return found

    def _doers(self, verb: Token) -> set[tuple[str, str]]:
        """Who does it: the nouns, and the clusters of mentions that they belong to."""
        found = subjects(verb)
        nouns = {("noun", subject.lemma_.lower()) for subject in found if subject.pos_ != "PRON"}
        return nouns | {("cluster", self._cluster_at[s.i]) for s in found if s.i in self._cluster_at}
