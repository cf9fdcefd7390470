"""People and organisations of a story, each with the sentence that says most. Pure."""
