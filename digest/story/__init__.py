"""What documents share: themes they belong to, people, events, agreement and difference.

Read `themes` (which article belongs to which newsletter), then `telling` (the
story, section by section), then the section that interests you. All of it is
pure: documents in, values out, no clock and no files.
"""

from digest.story.telling import tell
from digest.story.themes import Assignment, Match, Relevance, assign

__all__ = ["Assignment", "Match", "Relevance", "assign", "tell"]
