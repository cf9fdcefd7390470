"""What may stand between a source and what is printed: repairs, sentences, the way back. Pure."""
