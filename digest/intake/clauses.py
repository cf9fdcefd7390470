"""Where the sentences of an English page in one line begin, behind its menus, headlines and buttons. Pure.

A menu, a headline and a button have no stop, so that in a page without line ends they stand in front
of a sentence as if they were its first words. What gives the sentence away is a closed class: an
article, a pronoun, a preposition, a conjunction has a capital only where a sentence begins, and then
words in small letters follow; in a title the next word has a capital too. Where none is, it is a row
of words with capitals that no name is as long as: behind it a sentence begins with its own name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from digest.language.lazy import regex
from digest.language.sentences import split

_OPENS = regex(
    r"(?<=[^\s,:;.!?“\"‘'(—–-] )(?:(?:The|An?|In|On|At|Its?|It[’']s|When|Where|If|This|These|That|That[’']s"
    r"|Those|But|And|As|For|After|During|Because|Under|Between|Among|He|She|They|We|You|There|There[’']s|Here"
    r"|While|With|Without|From|Since|Until|Although|Though|Despite|Some|Many|Most|Few|All|Every|Each"
    r"|Both|Another|What|Why|How|Who|Our|My|His|Her|Their|Your|Now|Then|Last|Even|Not|So|Yet"
    r"|However|Meanwhile|According|Earlier|One(?= of))(?= [a-z])|(?:By|BY)(?= [A-Z][\w.’'-]+ [A-Z]))"
)
_FILED = regex(
    r" [A-Z]{3,}(?:,? [A-Z][\w.]*){0,3}(?: \d{1,2})?(?:, \d{4})?,? "
    r"\((?:[A-Z]\w{1,15}|dpa)\) ?(?:--|[-—–])"
)
"""The first words of a report: a place in capitals, an agency in brackets, a dash."""
_SMALL = frozenset(
    "a an and as at but by for from in into of on or than that the to with who which is are was were".split()
)
"""Behind one of these no headline ends."""
_CAPITAL = r"(?!\S{1,40},)[A-Z\d#@|·•»›/&+©(]\S{0,40}\s"
_LABELS = regex(
    rf"(?<!\S)(?:(?:{_CAPITAL}){{8,}}"
    rf"|(?:{_CAPITAL}(?:(?:a|and|at|by|for|in|of|on|our|the|to|with|your)\s){{0,2}}){{10,}})"
)
"""Words of a menu: no name has so many with a capital, and no comma."""
_WORD = regex(r"\S+")
_RUN = regex(r"(?<![^\s,;:.!?—–()“”\"])(?:[^\s,;:.!?—–()“”\"]{1,40}\s){25,}")
_SHARE_OF_CAPITALS = 0.45
_FEWEST_LISTED = 5
"""Of so many words without a mark, so large a share with a capital, and so many more, are headlines."""
_STOP = regex(r"(?<!\bvs)(?<!\betc)(?<!\best)(?<!\binc)(?<!\bapprox)(?<=[a-z)”\"])[.!?][”\"’)]* (?=[a-z])")
_ENDS = frozenset(".!?…:”\"'’)]—–-,;")
_SHORTEST = 40
"""Characters of a sentence behind words of the page."""
_LONGEST_WORD = 15
"""Characters to a blank, more than which no English has."""
_PAGE, _PARAGRAPH = 1_500, 200
"""Characters of a line that is no paragraph, and of the paragraphs that it is cut into."""


def english(text: str, start: int, end: int) -> Iterator[int]:
    """Places in ``text[start:end]`` where a sentence begins behind words of the page, and where these do."""
    line = text[start:end].rstrip()
    if line.count(" ") * _LONGEST_WORD < len(line):
        return
    opens = [found.start() for found in _OPENS.finditer(line) if not _goes_on(line, found.start())]
    opens = sorted(opens + [found.start() + 1 for found in _FILED.finditer(line)])
    runs = [(run.start(), _end_of_list(run)) for run in _RUN.finditer(line)]
    lists = [found.end() for found in _LABELS.finditer(line)]
    lists = sorted(lists + [last for first, last in runs if last and not _between(opens, first, last - 1)])
    bare = bool(line) and line[-1] not in _ENDS
    if not opens and not lists and not bare and len(line) < _PAGE:
        return
    begun, parted = 0, False
    for first, last in split(line):
        own = _between(opens, first, last - _SHORTEST)
        behind = max(_between(lists, first, last + 1), default=0)
        if behind > max(own, default=first - _REACH) + _REACH:
            own = [at for at in own if at < behind]
            own.append(_sentence_behind(line, behind, last))
        bare_here = bare and last == len(line)
        if own or parted or bare_here or (len(line) >= _PAGE and first - begun >= _PARAGRAPH):
            yield start + first
            begun = first
        if own or bare_here:
            # A button in small letters does not look like a sentence of its own.
            own += [stop.end() for stop in _STOP.finditer(line, first, min([last, *own]))][-1:]
        yield from (start + at for at in own)
        begun = max(own, default=begun)
        parted = begun == last


def _between(places: list[int], first: int, last: int) -> list[int]:
    """Those of the ascending *places* behind *first*, up to *last*."""
    return places[bisect_right(places, first) : bisect_right(places, last)]


def _goes_on(line: str, at: int) -> bool:
    """Whether the sentence is not over in front of a capital."""
    return line[line.rfind(" ", 0, at - 1) + 1 : at - 1] in _SMALL


def _end_of_list(run: re.Match[str]) -> int:
    """Where in so many words those with capitals are as many as they get to be; 0 for running text."""
    balance = highest = 0.0
    end = 0
    for word in _WORD.finditer(run.string, *run.span()):
        balance += word[0][0].isupper() - _SHARE_OF_CAPITALS
        if balance >= highest:
            highest, end = balance, word.end() + 1
    return end if highest >= _FEWEST_LISTED * (1 - _SHARE_OF_CAPITALS) else 0


_FINITE = frozenset(
    "is are was were has have had will would can could may might must should did does do said says".split()
)
_LONGEST_NAME, _REACH = 4, 60
"""Words of the name with which a sentence may begin, and characters that hold it."""


def _sentence_behind(line: str, at: int, last: int) -> int:
    """Where behind a list that ends *at* a sentence begins: its *last* place where none does.

    At the name in front of the first words in small letters; a name of a few words is left to it.
    """
    if line[at : at + 2] in ("- ", "– ", "— ") and last - at >= _SHORTEST:
        return at
    words = [word.span() for word in _WORD.finditer(line, line.rfind(" ", 0, max(at - _REACH, 0)) + 1, last)]
    told = [line[a:b] for a, b in words]
    for number, (word, following) in enumerate(zip(told, [*told[1:], ""], strict=True)):
        if words[number][0] < at - 1 or not word[0].islower():
            continue
        if word in _FINITE or (following[:1].islower() and word not in _SMALL):
            break
    else:
        return last
    begins = number
    while begins and number - begins < _LONGEST_NAME and told[begins - 1].lstrip("“‘\"'(")[:1].isupper():
        if told[begins - 1][-1] in ".!?:;)»|-–—":
            break
        begins -= 1
    return words[begins][0] if last - words[begins][0] >= _SHORTEST else last
