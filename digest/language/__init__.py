"""What digest knows about languages: scripts, sentences, words, dates, numbers, names. Pure.

Read `script` (which writing, and one script into the other at the same
length), `sentences` (where a sentence ends), `words` (what a text is about),
`dates` and `numbers` (when and how much), `names`, `people` and `newcomers` (who),
`standing` (can a sentence stand alone). `cues` finds the words that give away
what kind a sentence is, `pairs` the words of many texts at once, `pace` how long
one reads. Nothing here knows of articles.
Each module loads its dictionary on first use, never at import.
"""
