"""Characters of a text, looked up at once, and text that remembers where it came from. Pure."""
