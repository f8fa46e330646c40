"""The page: a graph that opens in a browser, offline."""
