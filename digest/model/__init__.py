"""The nouns: what flows from a file in a folder to a sentence in a newsletter.

Every class here is frozen: a stage takes some of them and returns others, and
nobody changes one in passing. In the order of the journey:

`articles`: ``Article`` (as read) -> ``Document`` (cleaned, cut into sentences,
with its receipt) -> ``Summary`` (its key points);
`issues`: ``Story`` (what documents share) -> ``Issue`` (one number of a theme's
newsletter) -> ``Rendering``.

Positions are characters (Unicode code points), half open ``[start, end)``, in
the *source text* of the article, ``Article.text``.
"""

from digest.model.articles import (
    UNQUOTABLE,
    Account,
    Article,
    ArticleId,
    Document,
    Edit,
    KeyPoint,
    Line,
    Metadata,
    Precision,
    Published,
    Reason,
    Receipt,
    Script,
    Sentence,
    Skipped,
    Summary,
    TextKind,
    in_source,
)
from digest.model.issues import (
    SECTIONS,
    UNTITLED,
    Difference,
    Event,
    Excerpt,
    Issue,
    IssueArticle,
    IssueId,
    Number,
    Person,
    Point,
    Quote,
    Rendering,
    Span,
    Story,
    Theme,
    Thread,
    sentences_of,
)

__all__ = [
    "SECTIONS",
    "UNQUOTABLE",
    "UNTITLED",
    "Account",
    "Article",
    "ArticleId",
    "Difference",
    "Document",
    "Edit",
    "Event",
    "Excerpt",
    "Issue",
    "IssueArticle",
    "IssueId",
    "KeyPoint",
    "Line",
    "Metadata",
    "Number",
    "Person",
    "Point",
    "Precision",
    "Published",
    "Quote",
    "Reason",
    "Receipt",
    "Rendering",
    "Script",
    "Sentence",
    "Skipped",
    "Span",
    "Story",
    "Summary",
    "TextKind",
    "Theme",
    "Thread",
    "in_source",
    "sentences_of",
]
