"""A rate shared by every sender of a store: the generic cell rate algorithm, one row for each limit.

After ITU-T I.371, annex A. The row holds the time at which the next message
conforms; a restart does not forget it, and two machines share it.
"""

from __future__ import annotations

from sqlalchemy import case

from digest.store.database import Store
from digest.store.schema import rate_limit


def reserve(store: Store, name: str, per_second: float, count: int = 1, burst_seconds: float = 0.0) -> float:
    """Book *count* messages. Returns the seconds to wait before the first of them.

    A time further ahead than a minute and a thousand messages was written
    before the clock was set back; it counts as now, or nothing would be sent
    until it came round.
    """
    horizon_seconds = 60.0 + 1000 / per_second
    now = store.clock()
    cost, old = count / per_second, rate_limit.c.next_at
    stale = (old < now - burst_seconds) | (old > now + horizon_seconds)
    after = case((stale, now - burst_seconds), else_=old) + cost
    first = store.insert(rate_limit).values(name=name, next_at=now - burst_seconds + cost)
    statement = first.on_conflict_do_update(index_elements=["name"], set_={"next_at": after})
    with store.write() as connection:
        next_at = connection.execute(statement.returning(rate_limit.c.next_at)).scalar_one()
    return max(0.0, float(next_at) - cost - now)
