"""What documents share: themes they belong to, people, events, agreement and difference.

Read `themes` (which article belongs to which newsletter), `threads` (which tell
of one event; by their `heads`), then `telling`: the story of each thread, section
by section, with `brevity`, put `together`, and what of it is new `since` the last issue. Then the
section that interests you:

- `sections`: `lead`, `why`, `points` (in which sentences: `fronting`; which are one: `retelling`),
  `figures`, `quotes`
  (what is `quoted`, by which `speakers`, and whom their `pronouns` mean), `ahead`,
  `further` (what the list of articles tells besides);
- `timeline`: `eventful` (what is an event), `events` (one row each), `reports`,
  `dating` (articles that give no date; by the days that they name, `nearby`);
- `differences`: `voices` and `two_numbers` (what one article sets against each other:
  who says what, `attributions`, whether that differs, `opposed`, and which article
  tells a number best, `tellers`), and between articles a module for each kind of
  question: `rivals` (two numbers for one thing, which is the `nearest`), `when`,
  `denials`, `partings`, `casualties`, `magnitudes`, `scopes`, `crossed` (who did it to whom);
  all hand over a `clash`, which `joined` makes one of each matter and `labels` names by what is `asked`;
- `people`: `cast` (who is shown), `portraits` and `firms` (with which sentence).

Beneath them, each leaning on those after it:

- `matching`: by what a statement is known (`anchors`, `weights`), whether two say the
  same (`agreement` with `common`, `evidence` and `doers`), which do (`grouping`), which may stand beneath
  which (`bearing`), what is `untold`, how many know it (`witnesses`), what helps to choose key points
  (`corroboration`);
- `dates`: what a date means where it stands (`chronology`);
- `names`: who is named, under all spellings (`entities`);
- `statements`: sentences with their words and facts (`material`): the numbers
  (`quantities`, `measures`), `deeds`, `views`, what is done or still open (`outlook`), how `soon`,
  and which of several a reader wants (`choosing`).

All of it is pure: documents in, values out, no clock and no files.
"""

from digest.story.brevity import SHARE
from digest.story.telling import Reading, read, tell
from digest.story.themes import Assignment, Match, Relevance, assign

__all__ = ["SHARE", "Assignment", "Match", "Reading", "Relevance", "assign", "read", "tell"]
