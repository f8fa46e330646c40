"""Stage three: spaCy Docs in, Statements out."""
