"""One step, as SPARQL 1.1 Update and the Graph Store Protocol say it; and how many triples a graph has."""

from __future__ import annotations

import json
from collections.abc import Callable
from urllib.parse import urlencode

from kg.errors import PushError
from kg.push.client import Client
from kg.push.steps import Step
from kg.push.target import DEFAULT, Target

_JSON = "application/sparql-results+json"


def update(client: Client, target: Target, step: Step) -> None:
    """Do a step by one SPARQL Update: all of it holds or nothing."""
    place = "DEFAULT" if target.graph == DEFAULT else f"GRAPH <{target.graph}>"
    operations = [f"CLEAR SILENT {place}"] if step.is_replacing else []
    for verb, lines in (("DELETE", step.deleted), ("INSERT", step.inserted)):
        if lines:
            triples = b"".join(lines).decode()
            operations.append(f"{verb} DATA {{\n{triples if target.graph == DEFAULT else f'{place} {{{triples}}}'}}}")
    client.send("POST", target.endpoint, " ;\n".join(operations).encode(), "application/sparql-update")


def graph_store(client: Client, target: Target, step: Step) -> None:
    """Do a step by the Graph Store Protocol, which can replace a graph and add to it, but take nothing away."""
    if step.deleted:
        raise ValueError("the Graph Store Protocol takes nothing away")
    name = "default" if target.graph == DEFAULT else urlencode({"graph": target.graph})
    address = f"{target.endpoint}{'&' if '?' in target.endpoint else '?'}{name}"
    client.send("PUT" if step.is_replacing else "POST", address, b"".join(step.inserted), "application/n-triples")


def count(client: Client, target: Target) -> int:
    """How many triples the graph has at the endpoint."""
    pattern = "{ ?s ?p ?o }" if target.graph == DEFAULT else f"{{ GRAPH <{target.graph}> {{ ?s ?p ?o }} }}"
    body = urlencode({"query": f"SELECT (COUNT(*) AS ?n) {pattern}"}).encode()
    address = target.query_address
    answer = client.send("POST", address, body, "application/x-www-form-urlencoded", _JSON)
    try:
        return int(json.loads(answer)["results"]["bindings"][0]["n"]["value"])
    except (ValueError, LookupError, TypeError) as error:
        raise PushError(f"{address}: does not answer SPARQL queries. Name where to ask with --query-at.") from error


SENDERS: dict[str, Callable[[Client, Target, Step], None]] = {"update": update, "graph-store": graph_store}
