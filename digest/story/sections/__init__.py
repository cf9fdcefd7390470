"""The other sections of an issue: lead, why it matters, points, numbers, quotes, what is ahead. Pure."""
