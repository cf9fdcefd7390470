"""A small newsroom: a folder, a store, a clock that the test sets, and articles written for it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from digest import config as configuration
from digest.config import Config
from digest.service import Service
from digest.store.database import Store

START = datetime(2026, 11, 20, 12, 0, tzinfo=UTC).timestamp()

BODIES = (
    """The council of Harbour Bay voted 31 to {0} on Tuesday to bring back the trams. \
Line {0} will run from the fish market to the old observatory by next spring. \
The mayor, Anna Keller, said that the city had waited {0} years for this day. \
Critics fear that the cost of {0} million euros will grow before the first tram leaves.""",
    """Workers found a cellar with {0} barrels of salted herring under the ropewalk. \
The barrels bear the mark of a merchant who sank with his ship in 17{0}. \
A chemist from the museum tasted nothing, but photographed every lid twice. \
Visitors may see the find on Sundays until the concrete is poured.""",
    """A violin that hung in a barber's window for {0} years turned out to be old. \
Its maker signed the label in Cremona, and left a thumbprint in the varnish. \
The barber, who cannot play, has lent it to the conservatory for {0} seasons. \
Insurance costs him more each month than he earns with scissors.""",
    """Rain fell on {0} of the last forty days in the valley of the upper Linth. \
Farmers moved their goats to the ridge before the meadow paths gave way. \
The railway put {0} buses on the road while divers looked at the bridge piers. \
Forecasters expect a dry wind from the south by the weekend.""",
)


def article(number: int) -> str:
    """A short text of its own for each *number*; neighbours are of different subjects."""
    return f"Harbour notes, number {number}\n\n{BODIES[number % len(BODIES)].format(number)}\n"


class Clock:
    """Wall and monotonic time in the test's hands."""

    def __init__(self, now: float = START) -> None:
        self.now, self.steady = now, 1000.0

    def __call__(self) -> float:
        return self.now

    def monotonic(self) -> float:
        return self.steady

    def forward(self, seconds: float) -> None:
        self.now += seconds
        self.steady += seconds

    def at(self, text: str) -> None:
        """Go to an instant, ``2026-11-21 07:00`` in UTC; monotonic time never goes back."""
        then = datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()
        self.steady += max(0.0, then - self.now)
        self.now = then


@dataclass
class Newsroom:
    folder: Path
    clock: Clock
    settings: str
    environ: dict[str, str] = field(default_factory=dict)
    stores: list[Store] = field(default_factory=list)

    @property
    def seeds(self) -> Path:
        return self.folder / "seeds"

    def config(self) -> Config:
        path = self.folder / "digest.toml"
        path.write_text(self.settings, "utf-8")
        return configuration.load(path, self.environ)

    def drop(self, name: str, number: int = 1, text: str | None = None) -> Path:
        """Put an article into the folder, as old as the clock says."""
        path = self.seeds / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text or article(number), "utf-8")
        os.utime(path, (self.clock.now, self.clock.now))
        return path

    def service(self) -> Service:
        """A process of its own as far as the store can tell: another engine, nothing in memory."""
        config = self.config()
        store = Store.open(config.store.address(), self.clock)
        self.stores.append(store)
        return Service(config, store, clock=self.clock, monotonic=self.clock.monotonic)

    def issues(self) -> dict[str, str]:
        """Number -> state, oldest first."""
        from digest.store import issues

        store = Store.open(self.config().store.address(), self.clock)
        self.stores.append(store)
        return {row.number: row.state for row in reversed(issues.list_issues(store))}


@pytest.fixture
def newsroom(tmp_path: Path) -> Iterator[Newsroom]:
    """Daily at 07:00 UTC, to nobody; files are read at once."""
    (tmp_path / "seeds").mkdir()
    room = Newsroom(
        tmp_path,
        Clock(),
        '[seeds]\nsettle_seconds = 0\n[output]\nformats = ["json"]\n'
        '[[themes]]\nslug = "trams"\nschedule = "0 7 * * *"\n',
    )
    yield room
    for store in room.stores:
        store.close()


@pytest.fixture(autouse=True)
def no_process_is_left() -> Iterator[None]:
    """A test that fails must not leave a service running."""
    from tests.service import processes

    yield
    while processes.ALIVE:
        running = processes.ALIVE.pop()
        if running.process.poll() is None:
            running.kill()
