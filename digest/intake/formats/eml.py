"""A saved message: its body as one article, each message attached to it as another.

HTML and plain text of one body are two forms of the same article: the plain
one is taken when it says as much, because it needs no guessing what is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import getaddresses, parsedate_to_datetime

from digest.errors import IntakeError
from digest.intake.decoding import Decoded, decode
from digest.intake.forwarded import Forwarded, forwarded, role_in_head
from digest.intake.page.blocks import Block, blocks
from digest.intake.page.checks import checked_authors, iso_date, tidy
from digest.intake.page.lines import fragment_lines
from digest.intake.plain import lines_of
from digest.intake.raw import Raw, article
from digest.language.hosts import is_of_house
from digest.model import Article, Metadata

_ENOUGH = 0.8  # of what the HTML shows
_MOST_MESSAGES = 200


@dataclass(frozen=True)
class Message:
    name: str = "eml"
    suffixes: tuple[str, ...] = (".eml", ".mht", ".mhtml")

    def read(self, raw: Raw) -> tuple[Article, ...]:
        try:
            message = BytesParser(policy=policy.default).parsebytes(raw.data)
        except (MessageError, ValueError) as error:
            raise IntakeError(raw.path, "not a message that can be read", "save it again") from error
        articles = tuple(self._articles(raw, message))
        if not articles:
            raise IntakeError(raw.path, "a message without text", "remove it")
        return articles

    def _articles(self, raw: Raw, message: EmailMessage) -> Iterator[Article]:
        for count, each in enumerate(_messages(message)):
            body = _body(each, raw.path)
            if body is None:
                continue
            kind, decoded, found = body
            entry = kind if count == 0 else f"message {count}: {kind}"
            lines = fragment_lines(found) if kind == "text/html" else lines_of(decoded.text)
            passed_on = forwarded(lines)
            lines = (
                *(replace(line, role=role_in_head(line)) for line in lines[: passed_on.lines]),
                *lines[passed_on.lines :],
            )
            yield article(
                raw,
                self.name,
                decoded.text,
                lines,
                encoding=decoded.encoding,
                entry=entry,
                metadata=_claims(each, passed_on),
            )


def _messages(message: EmailMessage) -> Iterator[EmailMessage]:
    """The message and those attached to it, outer first; never endlessly many."""
    waiting, seen = [message], 0
    while waiting and seen < _MOST_MESSAGES:
        current = waiting.pop(0)
        seen += 1
        yield current
        for part in current.iter_attachments() if current.is_multipart() else ():
            if part.get_content_type() == "message/rfc822":
                waiting += [inner for inner in part.get_payload() if isinstance(inner, EmailMessage)]


def _body(message: EmailMessage, path: str) -> tuple[str, Decoded, tuple[Block, ...]] | None:
    """Kind, text and blocks of the better form of the body; None when it has no text."""
    plain = _part(message, "plain", path)
    page = _part(message, "html", path)
    found = blocks(page.text) if page else ()
    shown = sum(len(block.tight) for block in found if "hidden" not in block.flags)
    written = len("".join(plain.text.split())) if plain else 0
    if plain and written and written >= _ENOUGH * shown:
        return "text/plain", plain, ()
    return ("text/html", page, found) if page and shown else None


def _part(message: EmailMessage, kind: str, path: str) -> Decoded | None:
    part = message.get_body(preferencelist=(kind,))
    if part is None:
        return None
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        return None
    return decode(data, path, part.get_content_charset() or "")


def _claims(message: EmailMessage, passed_on: Forwarded) -> Metadata:
    """Of the message that is read: of one passed on, what its own head says."""
    head = passed_on if passed_on.lines else None
    sender = getaddresses([head.sender if head else str(message.get("From", ""))])
    name = tidy(sender[0][0]) if sender else ""
    writer, _, house = name.partition(" from ")
    if _HOUSE.search(name) or (sender and is_of_house(name, sender[0][1])):
        writer, house = "", name
    authors = checked_authors([writer])
    subject = tidy((head.subject if head else "") or str(message.get("Subject", "")))
    return Metadata(
        title=_PASSED_ON.sub("", subject) or None,
        authors=authors,
        publisher=house or (None if authors else name or None),
        published=_said_on(head.date) if head else _date(str(message.get("Date", ""))),
        language=str(message.get("Content-Language", ""))[:2].lower() or None,
        url=None,
    )


_PASSED_ON = re.compile(r"^(?:(?:fwd?|re|aw|wg|转发|回复|答复|轉寄|回覆)\s*[:：]\s*)+", re.I)
_HOUSE = re.compile(
    r"(?:报|報|刊|网|網|社|台|通讯|通訊|简报|电子报|電子報|编辑部|\b(?:newsletter|weekly|daily|news|digest|team|times|post|review|journal))$",
    re.I,
)
"""A sender that is no person."""


def _said_on(written: str) -> str | None:
    """The day that the head of a message passed on says, in any of the ways of mail programs."""
    return _date(written) or iso_date(written) or None


def _date(written: str) -> str | None:
    try:
        return parsedate_to_datetime(written).isoformat()
    except (ValueError, TypeError, IndexError):
        return None


FORMAT = Message()
