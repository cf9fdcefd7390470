"""Pages with pieces of many articles for whoever comes by: a portal's front, somebody's profile. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from digest.cleaning.lines.rows import Row
from digest.language.lazy import regex


def reason(rows: Sequence[Row], kept: Sequence[int], title: str | None, size: int, text: str) -> str | None:
    """Why a page is no article; None for what may be one. *text*: all of it, folded.

    *kept*: places of the *rows* that are its body; *size*: the characters that may be printed of them.
    """
    if size <= _LONGEST_PROFILE and any(map(text.__contains__, _HOUSES)) and _is_profile(rows):
        return "it is somebody's profile, seen before the log-in"
    if title is None and _is_front(rows, kept):
        return "it is a front page, with the beginnings of many articles"
    return None


_LONGEST_PROFILE = 1500
"""Characters of a few posts: more of them may be what somebody wrote."""
_FEWEST_SIGNS, _LONGEST_SIGN = 3, 90
_HOUSES = ("facebook", "instagram", "twitter")
_COUNT = r"\d[\d.,]*[km万]? ?(?:people|personen|personnes|位?用户|人)? ?"
_SIGNS = (
    regex(r"(?:e-?mail(?: address|-adresse)?|邮箱|手机号码?) ?(?:or|oder|ou|或|/) ?.{2,40}"),
    regex(r"(?:forgot(?:ten)?|lost) (?:account|password)\??|konto vergessen\??|忘记(?:[账帐]户|密码)[?？]?"),
    regex(_COUNT + "(?:like this|gefällt das|aiment ça|说?赞了?|„gefällt mir“-angaben)"),
    regex(_COUNT + "(?:follow this|haben das abonniert|suivent ce lieu|关注了?)"),
    regex("(?:people also like|pages liked by this page|related pages|用户还赞了|相关主页|此主页赞过的主页)"),
    regex("den personen gefallen ebenfalls|seiten, die dieser seite gefallen"),
    regex(_COUNT + "(?:posts|beiträge|帖子) ?" + _COUNT + "(?:followers|abonnenten|粉丝).{0,40}"),
    regex(r"(?:facebook|instagram|meta) ?© ?(?:19|20)\d\d"),
    regex("(?:see more of|create new account|neues konto erstellen).{0,40}"),
)
"""What stands about somebody's posts for those who are not logged in."""


def _is_profile(rows: Sequence[Row]) -> bool:
    short = [row.fold.strip() for row in rows if row.size <= _LONGEST_SIGN]
    return sum(any(map(sign.fullmatch, short)) for sign in _SIGNS) >= _FEWEST_SIGNS


_FEWEST_BUTTONS, _LONGEST_BUTTON = 8, 20
_BELOW, _SHARE_OF_PIECES = 4, 0.7
"""Rows below a paragraph among which its button stands, and share of the paragraphs that have one."""


def _is_front(rows: Sequence[Row], kept: Sequence[int]) -> bool:
    """Whether below nearly every paragraph stands the same button: each is the beginning of another article.

    A thread and a report from hour to hour have theirs, too, and a title.
    """
    if len(kept) < _FEWEST_BUTTONS:
        return False
    short = [row.fold if row.size <= _LONGEST_BUTTON and not row.ends else "" for row in rows]
    button, times = Counter(filter(None, short)).most_common(1)[0] if any(short) else ("", 0)
    if times < _FEWEST_BUTTONS:
        return False
    pieces = [at for at in kept if rows[at].is_prose]
    below = sum(button in short[at + 1 : at + 1 + _BELOW] for at in pieces)
    return below >= max(_FEWEST_BUTTONS, _SHARE_OF_PIECES * len(pieces))
