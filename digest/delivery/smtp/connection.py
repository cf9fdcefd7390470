"""Open a connection that may carry mail: reached, secured, authenticated. Each failure says what to do."""

from __future__ import annotations

import socket
import ssl
from dataclasses import dataclass
from functools import cached_property
from ipaddress import ip_address
from typing import TYPE_CHECKING

from digest.delivery.decisions import Answer, Step, judge
from digest.delivery.smtp.wire import Lost, Wire, wire_over
from digest.errors import ConfigError, DeliveryError, RunStopped

if TYPE_CHECKING:
    from aiosmtplib import SMTP

    from digest.config import MailSettings


@dataclass(frozen=True, slots=True)
class Connection:
    """A wire and what its server offered."""

    wire: Wire
    pipelining: bool
    smtputf8: bool
    size: bool
    """Whether it wants to know a message's size beforehand."""


class Server:
    """Where the settings say mail goes. The TLS context is built once: each one costs 57 ms."""

    def __init__(self, settings: MailSettings) -> None:
        self.settings = settings

    @property
    def place(self) -> str:
        return f"{self.settings.host}:{self.settings.port}"

    @cached_property
    def context(self) -> ssl.SSLContext:
        """Verifies certificates and host names, always."""
        file = self.settings.ca_file
        try:
            return ssl.create_default_context(cafile=str(file) if file else None)
        except (OSError, ssl.SSLError) as error:
            raise ConfigError(
                f"mail.ca_file {file}", f"no certificates: {error}", "name a PEM file"
            ) from error

    @cached_property
    def own_name(self) -> str:
        """Asked once: behind some resolvers each question takes seconds."""
        return socket.getfqdn()

    async def connect(self) -> Connection:
        """Raises `DeliveryError` (try later) or `RunStopped` (no later try would do)."""
        import aiosmtplib

        settings = self.settings
        client = aiosmtplib.SMTP(
            hostname=settings.host,
            port=settings.port,
            timeout=settings.timeout_seconds,
            use_tls=settings.tls == "tls",
            start_tls=False,
            local_hostname=self.own_name,
            tls_context=self.context if settings.tls != "none" else None,
        )
        try:
            await client.connect()
            await client.ehlo()
            await self._secure(client)
            await self._authenticate(client)
        except aiosmtplib.SMTPResponseException as error:
            client.close()
            at_auth = isinstance(error, aiosmtplib.SMTPAuthenticationError)
            raise self._refused(error.code, error.message, at_auth) from error
        except (aiosmtplib.SMTPException, OSError) as error:
            client.close()
            raise self._unreached(error) from error
        except BaseException:
            client.close()
            raise
        return self._taken_over(client)

    async def _secure(self, client: SMTP) -> None:
        settings = self.settings
        if settings.tls == "none" and not is_loopback(settings.host):
            raise ConfigError(
                "mail.tls", f"none, and {settings.host} is not this machine", "use starttls or tls"
            )
        if settings.tls != "starttls":
            return
        if client.supports_extension("starttls"):
            await client.starttls(tls_context=self.context)
            await client.ehlo()
        elif not is_loopback(settings.host):
            raise RunStopped(self.place, "offers no STARTTLS", "set mail.tls = 'tls', and the port to 465")

    async def _authenticate(self, client: SMTP) -> None:
        settings = self.settings
        if not settings.user:
            return
        if settings.auth == "xoauth2":
            token = settings.access_token()
            if not token:
                raise ConfigError("mail.token_file", "no token for XOAUTH2", "set it or DIGEST_MAIL__TOKEN")
            await client.auth_xoauth2(settings.user, token)
            return
        password = settings.secret()
        if password is None:
            fact = f"no password for {settings.user}"
            raise ConfigError("mail.password_file", fact, "set it, or DIGEST_MAIL__PASSWORD")
        await client.login(settings.user, password)

    def _taken_over(self, client: SMTP) -> Connection:
        try:
            wire = wire_over(client.transport, self.settings.timeout_seconds)
        except Lost as error:
            raise DeliveryError(self.place, str(error)) from error
        return Connection(
            wire,
            pipelining=self.settings.pipelining and client.supports_extension("pipelining"),
            smtputf8=client.supports_extension("smtputf8"),
            size=client.supports_extension("size"),
        )

    def _refused(self, code: int, text: str, at_auth: bool) -> DeliveryError:
        answer = Answer(Step.AUTH if at_auth else Step.CONNECT, code, text)
        said = f"{code} {' '.join(text.split())}"
        if judge(answer).strike:
            return RunStopped(
                self.place, said, "check mail.user and its password" if at_auth else "ask its operator"
            )
        return DeliveryError(self.place, said)

    def _unreached(self, error: Exception) -> DeliveryError:
        cause: BaseException | None = error
        while cause is not None:
            if isinstance(cause, ssl.SSLCertVerificationError):
                return RunStopped(
                    self.place,
                    f"its certificate is not to be trusted: {cause.verify_message}",
                    "correct mail.host, or name its authority in mail.ca_file",
                )
            if isinstance(cause, ssl.SSLError) and "WRONG_VERSION" in str(cause):
                return RunStopped(self.place, "does not speak TLS at once", "set mail.tls = 'starttls'")
            cause = cause.__cause__ or cause.__context__
        said = " ".join(str(error).split()) or type(error).__name__
        return DeliveryError(self.place, said, "check mail.host and mail.port, or try again later")


def is_loopback(host: str) -> bool:
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
