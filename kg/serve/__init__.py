"""The graph over HTTP, for programs and browsers of this machine."""
