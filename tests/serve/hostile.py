"""Queries that want to crash the engine, use up the machine, or reach out of it; {trap} is an address that listens."""

from __future__ import annotations

_BIG = "VALUES ?v { 1 2 3 4 5 6 7 8 9 10 }"
_MANY = " ".join(_BIG.replace("?v", f"?v{number}") for number in range(9))  # 1,000,000,000 rows
_DOUBLED = " ".join(f"BIND(CONCAT(?s{number}, ?s{number}) AS ?s{number + 1})" for number in range(40))

DEEP = {
    "braces": "SELECT * { " + "{" * 5_000 + "}" * 5_000 + " }",
    "braces within the limit": "SELECT * { " + "{" * 50 + "?s ?p ?o" + "}" * 50 + " }",
    "brackets": "SELECT (" + "(" * 20_000 + "1" + ")" * 20_000 + " AS ?x) {}",
    "not not not": "SELECT * { ?s ?p ?o FILTER(" + "!" * 15_000 + "true) }",
    "minus": "SELECT (" + "-" * 15_000 + "1 AS ?x) {}",
    "plus": "SELECT (1" + "+1" * 9_000 + " AS ?x) {}",
    "and": "ASK { FILTER(true" + "&&true" * 9_000 + ") }",
    "paths": "ASK { ?s " + "(" * 50 + "rdfs:label" + ")*" * 50 + " ?o }",
    "path alternatives": "SELECT * { ?s (" + "|".join(["rdfs:label"] * 9_000) + ")* ?o }",
    "path inverses": "ASK { ?s " + "^" * 15_000 + "rdfs:label ?o }",
    "optionals": "SELECT * { " + "OPTIONAL { ?s ?p ?o . " * 50 + "}" * 50 + " }",
    "unions": "SELECT * { { ?s ?p ?o }" + " UNION { ?s ?p ?o }" * 1_500 + " }",
    "subqueries": "SELECT * { " + "{ SELECT * { " * 25 + "?s ?p ?o" + " } }" * 25 + " }",
    "lists": "ASK { " + "(" * 55 + "1" + ")" * 55 + " ?p ?o }",
    "blank nodes": "ASK { " + "[ ?p " * 55 + "1" + " ]" * 55 + " }",
    "quoted triples": "ASK { " + "<<( ?s ?p " * 55 + "1" + " )>>" * 55 + " ?p ?o }",
}
COSTLY = {
    "cross product": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
    "cross product of rows": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
    "sorted cross product": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i",
    "distinct": "SELECT DISTINCT ?a ?f ?i { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "group": "SELECT ?a ?f (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } GROUP BY ?a ?f",
    "group_concat": "SELECT (GROUP_CONCAT(?c) AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "values": f"SELECT * {{ {_MANY} }} ORDER BY DESC(?v0 + ?v8)",
    "values counted": f"SELECT (COUNT(*) AS ?n) {{ {_MANY} }}",
    "path of everything": "SELECT (COUNT(*) AS ?n) { ?a (!rdf:nil)* ?b . ?c (!rdf:nil)* ?d }",
    "negation": "SELECT * { ?a ?b ?c . ?d ?e ?f FILTER NOT EXISTS { ?g ?h ?i . ?j ?k ?l FILTER(?i = ?l && ?c = ?f) } }",
    "doubled text": f'SELECT (STRLEN(?s40) AS ?n) {{ BIND("x" AS ?s0) {_DOUBLED} }}',
    "text of 64 MB": 'SELECT ?s26 { BIND("x" AS ?s0) ' + _DOUBLED.partition("BIND(CONCAT(?s26")[0] + " }",
    "rows of 50 MB": "SELECT * { "
    + f'VALUES (?a ?b) {{ {"(1 2) " * 190} }} BIND("x" AS ?s0) {_DOUBLED.partition("BIND(CONCAT(?s18")[0]} }}',
    "regex bomb": f'SELECT * {{ {_MANY} FILTER(REGEX("{"a" * 5_000}!", "^(a+)+$")) }}',
    "large regex": 'ASK { FILTER(REGEX("a", "((a{1,99}){1,99}){1,99}")) }',
    "replace": 'SELECT (REPLACE("' + "a" * 40_000 + '", "", "' + "b" * 40_000 + '") AS ?x) {}',
    "construct": "CONSTRUCT { ?a ?e ?i } { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "describe": "DESCRIBE ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "large literal": 'SELECT ("' + "x" * 99_000 + '" AS ?x) {}',
    "too large": 'SELECT ("' + "x" * 900_000 + '" AS ?x) {}',
    "many values": "SELECT * { VALUES ?x { " + "1 " * 19_000 + "} VALUES ?y { 1 2 3 } }",
    "many columns": "SELECT * { ?s ?p ?o . " + " ".join(f"OPTIONAL {{ ?s ?p{n} ?o{n} }}" for n in range(300)) + " }",
}
REACHING = {
    "service": "SELECT * { SERVICE <{trap}> { ?s ?p ?o } }",
    "service silent": "SELECT * { SERVICE SILENT <{trap}> { ?s ?p ?o } }",
    "service by variable": "SELECT * { BIND(IRI('{trap}') AS ?where) SERVICE ?where { ?s ?p ?o } }",
    "service escaped": "SELECT * { \\u0053ERVICE <{trap}> { ?s ?p ?o } }",
    "service escaped long": "SELECT * { \\U00000053ERV\\u0049CE <{trap}> { ?s ?p ?o } }",
    "service behind a comment": "SELECT * { #\rSERVICE <{trap}> { ?s ?p ?o } }",
    "service as a name": "PREFIX : <{trap}> SELECT * { SERVICE:x { ?s ?p ?o } }",
    "from": "SELECT * FROM <{trap}> { ?s ?p ?o }",
    "from named": "SELECT * FROM NAMED <{trap}> { GRAPH ?g { ?s ?p ?o } }",
    "from a file": "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
    "graph": "SELECT * { GRAPH <{trap}> { ?s ?p ?o } }",
    "load": "LOAD <{trap}>",
    "load behind a query": "SELECT * {} ; LOAD <{trap}>",
    "load escaped": "\\u004cOAD <{trap}>",
    "insert": "INSERT DATA { <a> <b> <c> }",
    "drop": "DROP ALL",
}
SEARCHING = {
    "search of every word": "SELECT * { ?s kg:matches '" + " ".join(f"{c}*" for c in "abcdefghijklmnopqrst") + "' }",
    "search of too many words": "SELECT * { ?s kg:matches '" + "a " * 400 + "' }",
    "search that is no search": "SELECT * { ?s kg:matches '\\' OR 1=1; DROP TABLE sentence; --' }",
    "searches without end": "SELECT * { " + "?s kg:matches 'a*' . " * 2_000 + "}",
    "search in a template": "CONSTRUCT { ?s kg:matches 'a' } { ?s ?p ?o }",
    "open quote": "SELECT * { ?s kg:matches '" + "\\'" * 45_000 + " }",
}
HOSTILE = {**DEEP, **COSTLY, **REACHING, **SEARCHING}
