"""A web page into lines that lead back to its source.

`tokens` tells tags from text in one pass, `blocks` collects the text of each
block with the edits that turn its markup into it, `head` reads what the page
claims about itself, `opinions` asks what is the article and `body` decides.
"""
