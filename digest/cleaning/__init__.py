"""Stage 2: an article as read becomes a document to trust, with a receipt. Pure.

`document` is the way. On it come, in this order:

- `lines`: what is seen of a line (`rows`, `wraps`, `leads`, `running`) and of its subject (`topic`);
- `rules`: what its words say (`branches` reads the data, `rulebook` applies it), kept as `verdicts`;
- `judging`: what the page's shape says (`judge`, with a module for each sign), and last of all a learned
  judge of what that leaves (`leftovers`);
- `metadata`: title (`heads`), writers (`bylines`), publisher (`houses`) and day (`published`); a title,
  writers, and a publisher that nothing names, by the weight of what speaks for each (`evidence`);
- `speech`: transcripts and boards (`spoken`, `transcript`, `frame`, `sponsors`, `breaks`, `board`);
- `frames`: what several articles have in common, seen before any of them is cleaned;
- `edits`: `repairs` and `assemble` (sentences), `seams` (what a page glued to one) and `damage` (which may
  not be printed), `trail` (the way back).

Beneath them `text` (`letters`, `splice`). `unusable` refuses a text, `listings` what is no article (of which
nothing is left: `remnants`; of many: `fronts`; in front of one: `walls`; strung together: `doorways`),
`duplicates` joins documents.
"""

from __future__ import annotations

from digest.cleaning.document import clean
from digest.cleaning.duplicates import Group, group
from digest.cleaning.edits.trail import trace
from digest.cleaning.frames import common
from digest.cleaning.lines.framed import NONE, Frames, is_framed

__all__ = ["NONE", "Frames", "Group", "clean", "common", "group", "is_framed", "trace"]
