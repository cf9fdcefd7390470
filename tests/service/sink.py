"""A real SMTP server on loopback that takes everything and remembers what it took."""

from __future__ import annotations

import socketserver
import threading
import time
from dataclasses import dataclass
from email import message_from_bytes
from types import TracebackType


@dataclass(frozen=True, slots=True)
class Mail:
    recipient: str
    message_id: str
    size: int


class Sink:
    """``with Sink() as sink``: ``sink.port`` to send to, ``sink.accepted`` for what came."""

    def __init__(self, delay_seconds: float = 0.0) -> None:
        self.accepted: list[Mail] = []
        self.connections = 0
        self.held = 0
        """Messages that were received whole, answered or not."""
        self.delay_seconds = delay_seconds
        sink = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                sink.connections += 1
                try:
                    sink._talk(self)
                except (ConnectionError, ValueError):
                    return  # the client was killed

        class Server(socketserver.ThreadingTCPServer):
            allow_reuse_address = True
            daemon_threads = True

        self.server = Server(("127.0.0.1", 0), Handler)
        self.port: int = self.server.server_address[1]

    def __enter__(self) -> Sink:
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.server.shutdown()
        self.server.server_close()

    def _talk(self, peer: socketserver.StreamRequestHandler) -> None:
        def say(text: str) -> None:
            peer.wfile.write(text.encode() + b"\r\n")
            peer.wfile.flush()

        say("220 sink ESMTP")
        recipients: list[str] = []
        while line := peer.rfile.readline():
            verb = line.decode("utf-8", "replace").strip().upper()
            if verb.startswith("EHLO"):
                say("250-sink\r\n250-PIPELINING\r\n250 8BITMIME")
            elif verb.startswith("RCPT"):
                recipients.append(line.decode().split("<")[1].split(">")[0])
                say("250 ok")
            elif verb == "DATA":
                say("354 go on")
                body = b""
                while not body.endswith(b"\r\n.\r\n"):
                    line = peer.rfile.readline()
                    if not line:
                        raise ConnectionError  # killed in the middle of its message
                    body += line
                self.held += 1
                time.sleep(self.delay_seconds)
                identity = str(message_from_bytes(body)["Message-ID"])
                self.accepted += [Mail(recipient, identity, len(body)) for recipient in recipients]
                recipients = []
                say("250 taken")
            elif verb == "QUIT":
                say("221 bye")
                return
            else:
                say("250 ok")
