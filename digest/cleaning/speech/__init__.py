"""Transcripts: lines of speech made sentences, and what stands around them. Pure."""
