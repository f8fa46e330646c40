"""Nine short news articles about people and companies that do not exist, for `kg demo` and the tests."""
