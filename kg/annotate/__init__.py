"""Stage two: Documents in, spaCy Docs with names, types and coreference out."""
