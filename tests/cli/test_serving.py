"""`kg serve` hands its options on, and fails in one line."""

from __future__ import annotations

import socket

import pytest

from kg.query import Limits


@pytest.fixture
def served(monkeypatch):
    """What the server was started with."""
    from kg.serve import running

    calls = []
    monkeypatch.setattr(running, "serve", lambda *arguments: calls.append(arguments[:4]))
    return calls


def test_options_are_handed_on(kg, output, served):
    assert kg("serve").status == 0
    assert kg("serve", "--port", "0", "--timeout", "2.5", "--rows", "7", "--workers", "3").status == 0
    folder = output.relative_to(output.parent)
    assert served == [(folder, 8765, Limits(), 2), (folder, 0, Limits(seconds=2.5, rows=7), 3)]


def test_no_graph_and_no_port(kg, output):
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = kg("serve", "--port", str(other.getsockname()[1]))
    assert (taken.status, taken.out) == (2, "") and "port" in taken.err
    missing = kg("serve", "--out", "nowhere")
    assert (missing.status, missing.out) == (2, "") and "nowhere" in missing.err
    assert taken.err.count("\n") == missing.err.count("\n") == 1
