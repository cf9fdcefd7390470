"""Statements about what was picked up: files, the articles in them, and what cleaning made of those.

``article`` has a row for each content that was read, unique by its hash, in
the order of arrival; its ``id`` is the position from which a theme's issues
count what is new. ``file`` has a row for each path, with what became of it and
why. ``text`` remembers where a text was met first, so that a feed that comes
again with one more entry brings one new article. ``prepared`` keeps cleaned
documents by content and by the version of the rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    func,
    select,
    update,
)
from sqlalchemy import (
    text as sql,
)

from digest.store.database import Store
from digest.store.schema import metadata

HandOver = Callable[[Connection, Sequence[int]], None]
"""Gives articles to workers, inside the transaction that records them."""

Check = Callable[["Arrival"], bool]
"""Whether a file is still as it was when it was read."""

article = Table(
    "article",
    metadata,
    # Never reuse an id: issues count from it.
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("sha256", String(64), nullable=False, unique=True),  # of the file's bytes
    Column("path", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("arrived_at", Double, nullable=False),  # when the file came to be, as far as it tells
    Column("ingested_at", Double, nullable=False),
    Index("article_by_path", "path"),
    sqlite_autoincrement=True,
)

file = Table(
    "file",
    metadata,
    Column("path", Text, primary_key=True),
    Column("signature", Text, nullable=False),  # inode, size, mtime, ctime
    Column("state", Text, nullable=False),
    Column("reason", Text, nullable=False, default=""),
    Column("article_id", Integer, ForeignKey("article.id"), index=True),
    Column("rules", Text, nullable=False, default=""),
    Column("attempts", Integer, nullable=False, default=0),
    Column("next_attempt_at", Double, nullable=False, default=0.0),
    Column("updated_at", Double, nullable=False),
    Index("file_by_state", "state", "updated_at"),
)

text_met = Table(
    "text",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("article_id", Integer, ForeignKey("article.id"), nullable=False),
)

prepared = Table(
    "prepared",
    metadata,
    Column("article_id", Integer, ForeignKey("article.id"), primary_key=True),
    Column("rules", Text, nullable=False),
    Column("outcome", LargeBinary, nullable=False),
    Column("size", BigInteger, nullable=False),
)


content = Table(
    "article_content",
    metadata,
    # Only while a worker on another machine, which may not see the folder, has yet to prepare it.
    Column("article_id", Integer, ForeignKey("article.id"), primary_key=True),
    Column("path", Text, nullable=False),
    Column("bytes", LargeBinary, nullable=False),
    Column("kept_at", Double, nullable=False),
)


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file of the folder and what became of it.

    ``state`` is ingested, duplicate, skipped, rejected, retry or ignored.
    """

    path: str
    signature: str
    state: str
    reason: str = ""
    article_id: int | None = None
    rules: str = ""
    attempts: int = 0
    next_attempt_at: float = 0.0
    updated_at: float = 0.0


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that was read: its content's hash, and what cleaning made of it, or the content itself."""

    path: str
    signature: str
    sha256: str
    arrived_at: float
    prepared: Prepared | None
    """``None`` when a worker will prepare ``content``."""
    content: bytes = b""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What cleaning made of a file, by which rules."""

    rules: str
    outcome: bytes
    texts: tuple[str, ...]
    """Hashes of the texts in it, usually one."""
    rejected: str = ""
    """Why nothing in it can be used; "" when something can."""


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """A content that was read, and a file that holds it; ``id`` gives the order of arrival."""

    id: int
    sha256: str
    path: str
    revision: int
    arrived_at: float
    ingested_at: float


def ingest(
    store: Store,
    arrivals: Sequence[Arrival],
    notes: Sequence[FileRow],
    now: float,
    hand_over: HandOver | None = None,
    unchanged: Check = lambda arrival: True,
) -> list[FileRow]:
    """Record files that were read and files that were not, in one transaction; the rows as they now stand.

    A file that is not *unchanged* is left out: another process may have read and
    recorded what it is now, and must not be overwritten by what it was before.
    *hand_over* is called in the transaction with the articles that are yet to be prepared.
    """
    with store.write() as connection:
        if not store.is_sqlite:
            # Two machines that commit out of order would hide the lower id from an issue that counts on it.
            connection.execute(sql("SELECT pg_advisory_xact_lock(hashtext('digest ingest'))"))
        # Asked only now, when nobody else can record anything: so the last one to record saw the last state.
        arrivals = [arrival for arrival in arrivals if unchanged(arrival)]
        rows = [_arrive(store, connection, arrival, now) for arrival in arrivals]
        rows += [replace(note, updated_at=now) for note in notes]
        for row in rows:
            _put(store, connection, row)
        if hand_over:
            raw = {arrival.path for arrival in arrivals if arrival.prepared is None}
            hand_over(connection, [row.article_id for row in rows if row.path in raw and row.article_id])
        return rows


def _arrive(store: Store, connection: Connection, arrival: Arrival, now: float) -> FileRow:
    known = connection.execute(
        select(article.c.id, article.c.path).where(article.c.sha256 == arrival.sha256)
    ).one_or_none()
    row = FileRow(arrival.path, arrival.signature, "ingested", updated_at=now)
    if known and known.path != arrival.path:
        return replace(row, state="duplicate", reason=f"the same bytes as {known.path}", article_id=known.id)
    row = replace(row, article_id=known.id if known else _new_article(connection, arrival, now))
    assert row.article_id is not None
    if arrival.prepared is None:
        _keep_content(store, connection, row.article_id, arrival, now)
        return row
    _keep_made(store, connection, row.article_id, arrival.prepared)
    return replace(row, **_verdict(arrival.prepared))


def _verdict(made: Prepared) -> dict[str, Any]:
    """What a file's row says once its article is prepared."""
    state = "rejected" if made.rejected else "ingested"
    return {"state": state, "reason": made.rejected, "rules": made.rules}


def _keep_made(store: Store, connection: Connection, key: int, made: Prepared) -> None:
    _keep(store, connection, key, made.rules, made.outcome)
    for digest in made.texts:
        statement = store.insert(text_met).values(sha256=digest, article_id=key)
        connection.execute(statement.on_conflict_do_nothing())


def _keep_content(store: Store, connection: Connection, key: int, arrival: Arrival, now: float) -> None:
    statement = store.insert(content).values(
        article_id=key, path=arrival.path, bytes=arrival.content, kept_at=now
    )
    # Not "do nothing": that would not wait for the worker that is just letting it go, see `finish`.
    kept = {"kept_at": content.c.kept_at}
    connection.execute(statement.on_conflict_do_update(index_elements=["article_id"], set_=kept))


def unprepared(connection: Connection, kept_before: float) -> list[int]:
    """Articles that wait for a worker since before *kept_before*, oldest first."""
    query = select(content.c.article_id).where(content.c.kept_at < kept_before)
    return [int(key) for (key,) in connection.execute(query.order_by(content.c.article_id))]


def content_kept(connection: Connection, key: int) -> tuple[str, bytes] | None:
    """Path and bytes of an article that waits to be prepared; ``None`` when it no longer does."""
    row = connection.execute(
        select(content.c.path, content.c.bytes).where(content.c.article_id == key)
    ).one_or_none()
    return (str(row.path), bytes(row.bytes)) if row else None


def finish(store: Store, key: int, made: Prepared, now: float) -> None:
    """Keep what a worker prepared, judge the files that hold it, and let the content go.

    A clock may record such a file at the same moment. If it is another article
    by now, its row is left alone; if it is this one again, whoever takes the
    content second comes second, and hands it over or judges it anew.
    """
    held = (file.c.article_id == key, file.c.state.in_(("ingested", "rejected")))
    with store.write() as connection:
        connection.execute(content.delete().where(content.c.article_id == key))
        _keep_made(store, connection, key, made)
        connection.execute(update(file).where(*held).values(**_verdict(made), updated_at=now))


def _new_article(connection: Connection, arrival: Arrival, now: float) -> int:
    revisions = select(func.count()).where(article.c.path == arrival.path)
    values = {
        "sha256": arrival.sha256,
        "path": arrival.path,
        "revision": connection.execute(revisions).scalar_one() + 1,
        "arrived_at": arrival.arrived_at,
        "ingested_at": now,
    }
    return int(connection.execute(article.insert().values(**values).returning(article.c.id)).scalar_one())


def _keep(store: Store, connection: Connection, key: int, rules: str, outcome: bytes) -> None:
    values = {"rules": rules, "outcome": outcome, "size": len(outcome)}
    statement = store.insert(prepared).values(article_id=key, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=["article_id"], set_=values))


def _put(store: Store, connection: Connection, row: FileRow) -> None:
    values = {name: getattr(row, name) for name in FileRow.__slots__ if name != "path"}
    statement = store.insert(file).values(path=row.path, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=["path"], set_=values))


def files(connection: Connection, states: Sequence[str] = ()) -> list[FileRow]:
    """Rows of the folder's files by path; only those in *states* when given."""
    query = select(*(file.c[name] for name in FileRow.__slots__)).order_by(file.c.path)
    if states:
        query = query.where(file.c.state.in_(states))
    return [FileRow(*row) for row in connection.execute(query)]


def counts(connection: Connection) -> dict[str, int]:
    """How many files are in each state."""
    query = select(file.c.state, func.count()).group_by(file.c.state)
    return {str(state): int(count) for state, count in connection.execute(query)}


def set_ignored(store: Store, paths: Iterable[str], ignored: bool, now: float) -> int:
    """Leave files out of every issue to come, or take them in again; how many rows changed."""
    values = {"state": "ignored" if ignored else "ingested", "updated_at": now}
    values["reason"] = "ignored by hand" if ignored else ""
    was = ("ingested", "duplicate") if ignored else ("ignored",)
    with store.write() as connection:
        statement = update(file).where(file.c.path.in_(list(paths)), file.c.state.in_(was)).values(**values)
        return connection.execute(statement).rowcount


def latest(connection: Connection, *, arrived_by: float | None = None, after: int = 0) -> int:
    """The id of the last article; of the last before any that arrived later than *arrived_by*."""
    if arrived_by is not None:
        late = select(func.min(article.c.id)).where(article.c.id > after, article.c.arrived_at > arrived_by)
        first_late = connection.execute(late).scalar_one()
        if first_late is not None:
            return int(first_late) - 1
    return int(connection.execute(select(func.coalesce(func.max(article.c.id), 0))).scalar_one())


def window(connection: Connection, after: int, upto: int) -> list[ArticleRow]:
    """The articles with ids in (*after*, *upto*] that a file holds now and nobody told to ignore.

    One row for each file: the same bytes in two files are two rows with one id.
    """
    columns = [article.c[name] for name in ArticleRow.__slots__ if name != "path"]
    query = (
        select(*columns[:2], file.c.path, *columns[2:])
        .join(file, file.c.article_id == article.c.id)
        .where(article.c.id > after, article.c.id <= upto, file.c.state != "ignored")
        .order_by(file.c.path)
    )
    return [ArticleRow(**row) for row in connection.execute(query).mappings()]


def last_prepared(connection: Connection, upto: int, most: int) -> list[int]:
    """The ids of the last articles that were prepared, at most *most*, up to *upto*; ascending."""
    query = select(prepared.c.article_id).where(prepared.c.article_id <= upto)
    last = connection.execute(query.order_by(prepared.c.article_id.desc()).limit(most))
    return sorted(int(key) for (key,) in last)


def outcomes(connection: Connection, keys: Sequence[int]) -> dict[int, tuple[str, bytes]]:
    """For each of the articles that was prepared: the rules it was prepared by, and the outcome."""
    found: dict[int, tuple[str, bytes]] = {}
    for start in range(0, len(keys), 500):
        some = keys[start : start + 500]
        query = select(prepared.c.article_id, prepared.c.rules, prepared.c.outcome)
        for key, rules, outcome in connection.execute(query.where(prepared.c.article_id.in_(some))):
            found[key] = (rules, bytes(outcome))
    return found


def keep_outcomes(store: Store, rules: str, made: Mapping[int, bytes]) -> None:
    """Keep what was prepared anew, in place of what older rules had made."""
    with store.write() as connection:
        for key, outcome in made.items():
            _keep(store, connection, key, rules, outcome)


def first_met(connection: Connection, texts: Sequence[str]) -> dict[str, int]:
    """For each text hash, the article in which it was met first."""
    found: dict[str, int] = {}
    for start in range(0, len(texts), 500):
        query = select(text_met.c.sha256, text_met.c.article_id)
        rows = connection.execute(query.where(text_met.c.sha256.in_(texts[start : start + 500])))
        found.update({str(digest): int(key) for digest, key in rows})
    return found


def noted(connection: Connection, states: Sequence[str], after: float, upto: float) -> list[FileRow]:
    """Files that came into one of *states* in (*after*, *upto*], by path."""
    columns = (file.c[name] for name in FileRow.__slots__)
    query = select(*columns).where(
        file.c.state.in_(states), file.c.updated_at > after, file.c.updated_at <= upto
    )
    return [FileRow(*row) for row in connection.execute(query.order_by(file.c.path))]


def next_attempt(connection: Connection) -> float | None:
    """When the earliest unreadable file is to be tried again."""
    query = select(func.min(file.c.next_attempt_at)).where(file.c.state == "retry")
    found = connection.execute(query).scalar_one()
    return None if found is None else float(found)
