"""What was decided about each line of an article so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from digest.cleaning.lines.rows import Row
from digest.cleaning.rules.branches import Rule


@dataclass(frozen=True, slots=True)
class Verdict:
    """``fate`` as in `digest.model.Account`; ``traits`` go to the sentences of the line."""

    fate: str
    reason: str = ""
    rule: str = ""
    traits: frozenset[str] = frozenset()


@cache
def _removed(reason: str, rule: str) -> Verdict:
    """One for all lines that go for the same reason."""
    return Verdict("removed", reason, rule)


BODY = Verdict("body")
HEADING = Verdict("heading", "", "short line between paragraphs", frozenset({"heading"}))
CLAUSE = Verdict("body", "", "clauses without stops", frozenset({"fragment"}))
"""The author's, but none is a sentence by itself."""
SPEECH = Verdict("body", "", "speech without stops", frozenset({"fragment"}))
"""The author's, but where its sentences end cannot be told."""
_UNSTOPPED = (CLAUSE, SPEECH)


@dataclass
class Page:
    """The rows of one article and what has been decided so far; passes fill ``verdicts`` in turn."""

    rows: list[Row]
    title: Row | None = None
    verdicts: dict[int, Verdict] = field(default_factory=dict)
    rules: dict[int, Rule] = field(default_factory=dict)

    def open(self, at: int) -> bool:
        return at not in self.verdicts

    def loose(self, at: int) -> bool:
        """Whether it is kept only as long as the text around it is: open, a heading, a line without stops."""
        verdict = self.verdicts.get(at)
        return verdict is None or verdict == HEADING or verdict in _UNSTOPPED

    def opened(self) -> list[int]:
        """Places of all rows that are open."""
        return [at for at in range(len(self.rows)) if at not in self.verdicts]

    def prose(self) -> list[int]:
        """Places of the paragraphs that are open."""
        return [at for at, row in enumerate(self.rows) if row.is_prose and at not in self.verdicts]

    def texts(self) -> list[int]:
        """Places of the paragraphs and sentences that are open."""
        rows, verdicts = self.rows, self.verdicts
        return [at for at, row in enumerate(rows) if (row.is_prose or row.is_sentence) and at not in verdicts]

    def shore(self, at: int) -> bool:
        """No paragraph: a heading, a byline, or a line of the site that is no picture's."""
        verdict = self.verdicts.get(at)
        return verdict is not None and verdict.fate != "highlight" and verdict.reason != "caption"

    def remove(self, at: int, reason: str, rule: str) -> None:
        self.verdicts[at] = _removed(reason, rule)
