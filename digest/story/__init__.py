"""What documents share: themes they belong to, people, events, agreement and difference.

Read `themes` (which article belongs to which newsletter), `threads` (which tell
of one event), then `telling` (the story of each thread, section by section, put
`together`; what helps to choose key points: `corroboration`), then the section
that interests you:

- `lead`, `why`, `points`, `figures`, `quotes` (who says it: `speakers`), `ahead`
  (what was due: `due`), `further` (what the list of articles tells besides);
- `timeline`: `eventful` (what is an event), `events` (one row each), `reports`;
- `differ`, with a module for each kind of question: `rivals` (two numbers for one
  thing; `strangers` tell of two), `contrasts`, `corrections`, `casualties`,
  `both_sides` and `accounts` (who says what: `attributions`), `causes`, `when`,
  `denials`, `partings`, `scopes`; all hand over a `clash`, which `joined` makes one
  of each matter and `labels` names;
- `people`: `portraits` and `firms` (which sentence), `subjects`, `naming`.

Beneath them, each leaning on those before it: `material` (sentences as
statements), `lexicon` and `concepts` (the words the story knows), `entities`
(who is named), `chronology` (when: `course`, `resolving`, `background`; `moments`
held against each other), `slots`, `measures` (of what: `counting`; how a vote
went: `ballots`) and `deeds` (who does what), `anchors` and `weights` (by what a
statement is known), `agreement` with `common` and `evidence` (do two say the
same; `copies` are asked once), `grouping`, `dating` (articles that give no date),
`choosing` and `spread`.
All of it is pure: documents in, values out, no clock and no files.
"""

from digest.story.telling import Reading, read, tell
from digest.story.themes import Assignment, Match, Relevance, assign

__all__ = ["Assignment", "Match", "Reading", "Relevance", "assign", "read", "tell"]
