"""When a sentence says something happened, in the running context of its text. Pure."""
