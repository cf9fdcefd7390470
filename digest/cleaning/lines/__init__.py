"""What is seen of a line before anything is decided: its shape, its seams, its subject. Pure."""
