"""The web and mail addresses that a page may point to. Pure."""

from __future__ import annotations

from dataclasses import dataclass, fields
from urllib.parse import urlsplit

from digest.errors import RenderError

_LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Links:
    """Where a page points: each an absolute ``https:`` or ``mailto:`` address, or ``None``.

    ``http:`` is for trying things out on this machine only.

    ``unsubscribe_url`` stands once in the HTML and once in the text, exactly
    as given, so that a sender may put a placeholder of the right length into
    it and replace that in the finished bytes for each recipient.
    """

    archive_url: str | None = None
    """This issue on the web."""
    unsubscribe_url: str | None = None
    home_url: str | None = None
    """The archive's first page."""

    def __post_init__(self) -> None:
        for link in fields(self):
            address = getattr(self, link.name)
            if address is not None and not safe(address):
                raise RenderError(
                    f"link {link.name}",
                    f"{address!r} is not an https: or mailto: address",
                    "give an absolute address, or leave it out",
                )


def safe(address: str) -> bool:
    """Whether *address* may stand in a link: an absolute ``https`` or ``mailto`` address.

    Blanks, quotes and control characters are refused too: they could end the attribute.
    """
    if any(
        character.isspace() or character in "\"'<>\\`" or not character.isprintable() for character in address
    ):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:  # an unclosed [ in the host
        return False
    if parts.scheme == "mailto":
        return "@" in parts.path
    return (parts.scheme == "https" and bool(parts.hostname)) or (
        parts.scheme == "http" and parts.hostname in _LOOPBACK
    )
