"""Requests of the SPARQL protocol, and what is wrong with others."""

from __future__ import annotations

import pytest

from kg.serve.protocol import FORM, QUERY, UPDATE, Operation, Refusal, operation

ASK = Operation("query", "ASK {}")


@pytest.mark.parametrize(
    ("method", "kind", "parameters", "body", "expected"),
    [
        ("GET", "", "query=ASK%20%7B%7D", b"", ASK),
        ("HEAD", "", "query=ASK%20%7B%7D", b"", ASK),
        ("POST", FORM, "", b"query=ASK+%7B%7D", ASK),
        ("POST", QUERY, "", b"ASK {}", ASK),
        ("POST", UPDATE, "", b"CLEAR ALL", Operation("update", "CLEAR ALL")),
        ("POST", FORM, "", b"update=CLEAR+ALL", Operation("update", "CLEAR ALL")),
        (
            "GET",
            "",
            "query=ASK%20%7B%7D&default-graph-uri=urn:a&named-graph-uri=urn:b&named-graph-uri=urn:c",
            b"",
            Operation("query", "ASK {}", ("urn:a",), ("urn:b", "urn:c")),
        ),
        ("POST", QUERY, "default-graph-uri=urn:a", b"ASK {}", Operation("query", "ASK {}", ("urn:a",))),
        ("POST", UPDATE, "using-graph-uri=urn:a", b"X", Operation("update", "X", ("urn:a",))),
    ],
)
def test_an_operation_is_found(method, kind, parameters, body, expected):
    assert operation(method, kind, parameters, body) == expected


@pytest.mark.parametrize(
    ("method", "kind", "parameters", "body", "status"),
    [
        ("PUT", QUERY, "", b"ASK {}", 405),
        ("GET", "", "", b"", 400),
        ("GET", "", "update=CLEAR+ALL", b"", 400),
        ("GET", "", "query=A&query=B", b"", 400),
        ("POST", FORM, "", b"query=A&update=B", 400),
        ("POST", FORM, "", b"", 400),
        ("POST", "text/plain", "", b"ASK {}", 415),
        ("POST", "", "", b"ASK {}", 415),
        ("POST", QUERY, "", b"\xff\xfe", 400),
        ("POST", QUERY, "query=A", b"ASK {}", 400),
    ],
)
def test_what_is_no_operation_is_refused_with_its_status(method, kind, parameters, body, status):
    with pytest.raises(Refusal) as caught:
        operation(method, kind, parameters, body)
    assert caught.value.status == status
