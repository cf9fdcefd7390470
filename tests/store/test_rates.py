"""A rate is never exceeded over time, whoever books and however late they come."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from digest.store import open_store, rates


@settings(max_examples=20)
@given(
    st.lists(st.tuples(st.floats(0, 3), st.integers(1, 20)), min_size=1, max_size=20),
    st.sampled_from([1.0, 7.5, 60.0]),
)
def test_bookings_never_exceed_the_rate(tmp_path_factory, bookings, per_second: float) -> None:
    """Each may start after its wait; from any start to any later one the rate and one burst hold."""
    now, burst = [1000.0], 0.25
    starts: list[tuple[float, int]] = []
    with open_store(f"sqlite:///{tmp_path_factory.mktemp('rates')}/a.db") as store:
        store.clock = lambda: now[0]
        for pause, count in bookings:
            now[0] += pause
            starts.append((now[0] + rates.reserve(store, "mail", per_second, count, burst), count))

    for first, (begin, _) in enumerate(starts):
        for last in range(first + 1, len(starts)):
            sent_before = sum(count for _, count in starts[first:last])
            assert sent_before <= (starts[last][0] - begin + burst) * per_second + 1e-6
