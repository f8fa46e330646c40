"""What can go wrong that a user can do something about. Messages say what, where and what to do."""


class KgError(Exception):
    """Base of every error that kg reports in one line instead of a traceback."""


class Stopped(KgError):
    """A run that Ctrl-C ended: what is kept of it, and how to go on."""


class UnreadableDocument(KgError):
    """A file that holds no article that can be read; the run goes on without it."""


class InvalidOntology(KgError):
    """The ontology, a lexicon or a query file breaks one of its own rules."""


class ModelMissing(KgError):
    """The spaCy pipeline that was asked for is not installed."""


class QueryError(KgError):
    """A query that cannot be parsed, is not allowed, or ran out of its limits."""


class QueryLimit(QueryError):
    """A query that is good but took too long, needed too much memory, or found no free worker."""


class StoreError(KgError):
    """An output folder that holds no graph, or one that cannot be opened."""


class NotFound(KgError):
    """A name, relation or query that the graph or the library does not know."""


class InvalidConfig(KgError):
    """A `kg.toml` that cannot be read or holds an option that does not exist."""


class InvalidLedger(KgError):
    """A ledger of published names that is damaged or cannot be read."""


class InvalidJudgement(KgError):
    """A judgement that cannot be read, or that contradicts another one."""


class PushError(KgError):
    """An endpoint that cannot be reached, refuses what it is sent, or holds something else than it was sent."""
