"""The page: content read from the store, a scene chosen and laid out, packed as JSON, rendered as one HTML file."""
