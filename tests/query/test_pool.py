"""Warm workers: asked again, replaced when they die or the graph changes, and never more than allowed."""

from __future__ import annotations

import threading
import time

import pytest
from graphs import article, say, triples

from kg import store
from kg.query.pool import Pool
from kg.rdf import prefixes

RIVER = article("River", "Brightwater sells Gull.", say("Brightwater", "kg:sells", "Gull"))
LAKE = article("Lake", "Ferrow sells Tern.", say("Ferrow", "kg:sells", "Tern"))
SELLERS = "SELECT ?s { ?s kg:sells ?o }"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture
def out(tmp_path):
    store.write(tmp_path, triples(RIVER))
    return tmp_path


@pytest.fixture
def pool(out):
    pool = Pool(out, size=2)
    yield pool
    pool.end()


def ask(pool, query, seconds=10.0):
    request = {"query": query, "prefixes": prefixes(), "max_rows": 100, "is_labelled": False}
    return pool.ask(request, seconds)


def sellers(reply):
    return [iri.decode().rpartition("/")[2].rstrip(">") for iri in reply["rows"].splitlines()[1:]]


def test_the_second_query_finds_its_worker_warm(pool):
    first, again = ask(pool, SELLERS), ask(pool, SELLERS)
    began = time.perf_counter()
    ask(pool, SELLERS)
    assert first == again
    assert time.perf_counter() - began < 0.1


def test_a_worker_sees_a_graph_that_was_replaced(pool, out):
    assert sellers(ask(pool, SELLERS)) == ["Brightwater"]
    store.write(out, triples(LAKE))
    assert sellers(ask(pool, SELLERS)) == ["Ferrow"]


def test_a_query_that_is_too_slow_ends_its_worker_and_the_next_is_answered(pool):
    began = time.perf_counter()
    assert ask(pool, ENDLESS, seconds=1)["error"] == "time"
    assert time.perf_counter() - began < 2
    assert sellers(ask(pool, SELLERS)) == ["Brightwater"]


def test_more_queries_than_workers_wait_and_then_are_told(pool):
    slow = [threading.Thread(target=ask, args=(pool, ENDLESS, 2.0)) for _ in range(2)]
    for thread in slow:
        thread.start()
    time.sleep(0.3)
    assert ask(pool, SELLERS, seconds=0.3)["error"] == "busy"
    for thread in slow:
        thread.join()
    assert sellers(ask(pool, SELLERS)) == ["Brightwater"]


def test_a_worker_that_died_meanwhile_is_replaced(pool):
    ask(pool, SELLERS)
    ((_, worker),) = pool._idle
    worker.end()
    assert sellers(ask(pool, SELLERS)) == ["Brightwater"]


def test_a_pool_that_ends_stops_the_query_under_way_and_answers_no_other(pool):
    found = []
    threads = [threading.Thread(target=lambda: found.append(ask(pool, ENDLESS, 60)["error"])) for _ in range(4)]
    for each in threads:
        each.start()
    time.sleep(1)
    began = time.monotonic()
    pool.end()
    for each in threads:
        each.join(20)
    assert time.monotonic() - began < 10
    assert found == ["over"] * 4
    assert ask(pool, SELLERS)["error"] == "over"
