"""Which lines are the article: what the words and the shape of a page say of each. Pure."""
