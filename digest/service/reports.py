"""How the service is doing, as plain values: for ``digest status``, ``/readyz`` and ``/metrics``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from digest import intake, slots
from digest.counting import counted
from digest.store import articles
from digest.store import issues as stored
from digest.store import slots as ledger

if TYPE_CHECKING:
    from digest.config import Config, ThemeSettings
    from digest.store.database import Store

PUNCTUAL_SECONDS = 300.0
"""A slot may be undecided so long before the service counts as not ready, when no grace is set."""

SHOWN = 50
"""Most files that a report lists one by one."""


def status(config: Config, store: Store) -> dict[str, Any]:
    """Everything ``digest status`` shows: themes, files with reasons, deliveries, what is overdue."""
    now = store.clock()
    with store.read() as connection:
        counts = articles.counts(connection)
        troubled = articles.files(connection, ("rejected", "retry", "skipped", "duplicate", "ignored"))
        deliveries = ledger.deliveries(connection)
        doubtful = ledger.in_doubt(connection)
        next_attempt = ledger.next_attempt(connection)
    gone = _gone(config, [row.path for row in troubled if row.state != "ignored"])
    for row in troubled:
        counts[row.state] -= row.path in gone
    return {
        "now": _local(now, ZoneInfo(config.timezone)),
        "config": str(config.file) if config.file else None,
        "store": str(store.path or store.engine.url.render_as_string(hide_password=True)),
        "seeds": {
            "dir": str(config.seeds.dir),
            "present": intake.is_folder(config.seeds.dir),
            "waiting": len(waiting(config, store)),
            "files": {state: count for state, count in counts.items() if count},
            "reasons": [
                {"path": row.path, "state": row.state, "reason": row.reason}
                for row in troubled
                if row.path not in gone
            ],
        },
        "themes": [_theme(config, store, settings, now) for settings in config.themes],
        "deliveries": deliveries,
        "in_doubt": doubtful,
        "next_attempt": _local(next_attempt, ZoneInfo(config.timezone)) if next_attempt else None,
        "overdue": overdue(config, store),
    }


def _gone(config: Config, paths: Sequence[str]) -> frozenset[str]:
    """Those of *paths* that nobody can mend any more: not in the folder, or no longer passed over as such.

    None of them while the folder itself is away.
    """
    if not paths or not intake.is_folder(config.seeds.dir):
        return frozenset()
    found = intake.walk([config.seeds.dir])
    return frozenset(paths) - {each.name if isinstance(each, intake.Found) else each.path for each in found}


def overdue(config: Config, store: Store) -> list[str]:
    """Issues whose slot has passed, by more than its grace, and that are not yet made."""
    now = store.clock()
    found = []
    with store.read() as connection:
        for settings in config.themes:
            allowed = settings.grace_seconds or PUNCTUAL_SECONDS
            rows = ledger.undecided(connection, settings.slug)
            found += [f"{row.theme}/{row.number}" for row in rows if now - row.slot > allowed]
    return found


def waiting(config: Config, store: Store) -> list[str]:
    """Files in the folder that have not been picked up as they are now."""
    from digest.errors import ConfigError
    from digest.service.pickup import Inbox

    try:
        return Inbox(config, store, clock=store.clock).waiting()
    except (ConfigError, OSError):
        return []


def _theme(config: Config, store: Store, settings: ThemeSettings, now: float) -> dict[str, Any]:
    zone = config.zone(settings)
    rows = stored.list_issues(store, theme=settings.slug)
    done = [row for row in rows if row.state in ledger.PUBLISHED]
    return {
        "slug": settings.slug,
        "schedule": settings.schedule or None,
        "timezone": str(zone),
        "last": _issue(done[0], zone) if done else None,
        "next": _next(config, settings, now),
        "recent": [_issue(row, zone) for row in rows[:5]],
    }


def _next(config: Config, settings: ThemeSettings, now: float) -> str | None:
    """When the theme's next issue is due, as an ISO instant in its zone; None without a schedule."""
    schedule = config.schedule(settings)
    if not schedule:
        return None
    upcoming = slots.upcoming(schedule, datetime.fromtimestamp(now, UTC))
    return upcoming.astimezone(config.zone(settings)).isoformat()


def coming(config: Config, now: float) -> str:
    """The issue that is due next, for a person: its theme, and when; *now* in seconds since 1970."""
    due = [(when, theme.slug) for theme in config.themes if (when := _next(config, theme, now))]
    if not due:
        return "no theme has a schedule"
    when, slug = min(due, key=lambda each: datetime.fromisoformat(each[0]))
    return f"next issue: {slug}, {_minute(when)}{_distance(when, _local(now, ZoneInfo(config.timezone)))}"


def _issue(row: stored.StoredIssue, zone: ZoneInfo) -> dict[str, Any]:
    return {
        "issue": row.id,
        "state": row.state,
        "reason": row.reason,
        "slot": _local(row.slot, zone) if row.slot is not None else None,
        "made": _local(row.created_at, zone),
        "recipients": row.recipients,
    }


def as_text(report: Mapping[str, Any]) -> str:
    """The same for a person, in a screenful."""
    lines = [f"{_minute(report['now'])}  {report['store']}"]
    for theme in report["themes"]:
        lines += ["", *_theme_lines(theme, report["now"])]
    lines += ["", *_seed_lines(report["seeds"]), "", *_delivery_lines(report)]
    if report["overdue"]:
        lines += ["", "overdue: " + ", ".join(report["overdue"])]
    return "\n".join(lines)


def _minute(instant: str) -> str:
    """``2026-11-22 07:00`` of an ISO instant; its zone stands in the theme's first line."""
    return instant[:16].replace("T", " ")


def _distance(instant: str, now: str) -> str:
    ahead = datetime.fromisoformat(instant) - datetime.fromisoformat(now)
    return f", in {slots.spoken(ahead)}" if ahead.total_seconds() > 0 else ""


def _theme_lines(theme: Mapping[str, Any], now: str) -> list[str]:
    when = f"{theme['schedule']}  {theme['timezone']}" if theme["schedule"] else "no schedule"
    last, coming = theme["last"], theme["next"]
    lines = [f"{theme['slug']}  ({when})"]
    lines.append(f"  next  {_minute(coming)}" + _distance(coming, now) if coming else "  next  only by hand")
    if last:
        readers = "" if last["recipients"] is None else f", {counted(last['recipients'], 'recipient')}"
        lines.append(
            f"  last  {last['issue']}  {_minute(last['slot'] or last['made'])}, {last['state']}{readers}"
        )
    else:
        lines.append("  last  none yet")
    lines += [
        f"        {row['issue']}  {row['state']}: {row['reason']}" for row in theme["recent"] if row["reason"]
    ]
    return lines


def _seed_lines(seeds: Mapping[str, Any]) -> list[str]:
    missing = "" if seeds["present"] else "  (there is no such folder)"
    counted = ", ".join(f"{count} {state}" for state, count in sorted(seeds["files"].items()))
    lines = [f"{seeds['dir']}{missing}", f"  {seeds['waiting']} waiting, {counted or 'none picked up yet'}"]
    return lines + _capped([f"  {row['state']}: {row['path']}: {row['reason']}" for row in seeds["reasons"]])


def _delivery_lines(report: Mapping[str, Any]) -> list[str]:
    counted = ", ".join(f"{count} {state}" for state, count in sorted(report["deliveries"].items()))
    lines = [f"deliveries: {counted or 'none'}"]
    if report["next_attempt"]:
        lines.append(f"  next attempt at a deferred one: {report['next_attempt']}")
    return lines + _capped(
        [f"  in doubt: {each['issue']} to {each['reader']}" for each in report["in_doubt"]]
    )


def _capped(lines: Sequence[str]) -> list[str]:
    more = [f"  and {len(lines) - SHOWN} more: see --json"] if len(lines) > SHOWN else []
    return [*lines[:SHOWN], *more]


def _local(seconds: float, zone: ZoneInfo) -> str:
    return datetime.fromtimestamp(seconds, UTC).astimezone(zone).isoformat(timespec="seconds")
