"""Logs of the service on standard error: ``key=value`` in a terminal, JSON lines elsewhere."""

from __future__ import annotations

import logging
import sys
from typing import Any


def configure(style: str) -> None:
    """Send the events of digest to standard error; *style* is ``auto``, ``json`` or ``text``."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        _Formatter(style == "json" or (style == "auto" and not (sys.stderr and sys.stderr.isatty())))
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("digest").setLevel(logging.INFO)


class _Formatter(logging.Formatter):
    """structlog's formatter, imported at the first event: a run with nothing to say does not pay for it."""

    def __init__(self, as_json: bool) -> None:
        super().__init__()
        self.as_json = as_json
        self.inner: logging.Formatter | None = None

    def format(self, record: logging.LogRecord) -> str:
        if self.inner is None:
            self.inner = _structured(self.as_json)
        return self.inner.format(record)


def _structured(as_json: bool) -> logging.Formatter:
    import structlog

    shared: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _without_blanks,
    ]
    last: list[Any] = [structlog.stdlib.ProcessorFormatter.remove_processors_meta]
    if as_json:
        last += [structlog.processors.format_exc_info, structlog.processors.JSONRenderer(ensure_ascii=False)]
    else:
        order = ["timestamp", "level", "event"]
        last += [structlog.processors.format_exc_info, structlog.processors.LogfmtRenderer(key_order=order)]
    return structlog.stdlib.ProcessorFormatter(foreign_pre_chain=shared, processors=last)


def _without_blanks(_logger: object, _method: str, event: dict[str, Any]) -> dict[str, Any]:
    """A fact that has no value is not a fact."""
    return {key: value for key, value in event.items() if value not in ("", None)}
