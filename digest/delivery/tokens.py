"""Signed tokens for links in mail: they hold no address, only the reader's key. Pure, given a secret."""

from __future__ import annotations

import hashlib
import re

from itsdangerous import BadSignature, Signer

from digest.delivery.message import TOKEN_LENGTH


class Tokens:
    """Makes and reads the tokens of unsubscribe links; one of a theme is worth nothing for another.

    They do not expire: a link must work as long as the mail is kept.
    """

    def __init__(self, secret: str) -> None:
        self.secret = secret
        self._signers: dict[str, Signer] = {}

    def make(self, theme: str, reader: str) -> str:
        """`TOKEN_LENGTH` URL-safe characters."""
        token = self._signer(theme).sign(reader).decode("ascii")
        if len(token) != TOKEN_LENGTH:
            raise ValueError(f"reader {reader!r} is not a reader's key")
        return token

    def read(self, theme: str, token: str) -> str | None:
        """The reader's key, or None for a token we did not make for this theme."""
        if not re.fullmatch(r"[0-9a-f]{20}\.[A-Za-z0-9_-]{43}", token):
            return None
        try:
            return self._signer(theme).unsign(token).decode("ascii")
        except BadSignature:
            return None

    def _signer(self, theme: str) -> Signer:
        if theme not in self._signers:
            self._signers[theme] = Signer(
                self.secret,
                salt=f"digest unsubscribe {theme}",
                key_derivation="hmac",
                digest_method=hashlib.sha256,
            )
        return self._signers[theme]
