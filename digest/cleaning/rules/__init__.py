"""The rules that are data: read, made quick, and which of them a line meets. Pure."""
