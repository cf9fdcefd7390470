"""What a page costs: ``python benchmarks/rendering.py``.

Processor time, so that a loaded machine says the same. Peers and limits of
the same run: css-inline (Rust) for the styles, the limit of 0.15 s for an
issue, 20 s for an archive of 1,000, and twice the issues for its growth.
"""

from __future__ import annotations

import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from digest.model import Issue
from digest.rendering import look as looks
from digest.rendering import render
from digest.rendering._sample import sample
from digest.rendering.inline import inlined
from digest.rendering.links import Links
from digest.rendering.press import laid_out, styled
from digest.rendering.site import build
from tests.rendering.helpers import long_issue

LIMIT_SECONDS = 0.15
SITE_LIMIT_SECONDS = 20


def seconds(work: Callable[[], object], times: int = 7) -> float:
    """The median of *times* runs, after one that fills the caches."""
    work()
    taken = []
    for _ in range(times):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def archive(issues: int) -> Iterator[Issue]:
    issue = sample()
    for number in range(issues):
        day = (date(2023, 1, 1) + timedelta(days=number)).isoformat()
        yield replace(issue, id=f"harbour-trams/{day}", as_of=day)


def site_seconds(issues: int) -> float:
    start = time.process_time()
    for _ in build(archive(issues), "https://news.example.org/"):
        pass
    return time.process_time() - start


def main() -> None:
    print(f"{'issue':28} {'KB':>6} {'ms':>7}  of {LIMIT_SECONDS * 1000:.0f} ms")
    for name, issue in (
        ("sample, 41 sentences", sample()),
        ("25 articles, 77 sentences", long_issue(25)),
        ("200 articles, trimmed", long_issue(200)),
    ):
        taken = seconds(lambda issue=issue: render(issue))  # type: ignore[misc]
        size = len(render(issue).html.encode()) / 1000
        print(f"{name:28} {size:6.1f} {taken * 1000:7.1f}  {taken / LIMIT_SECONDS:.2f}")
    _inlining()
    half, whole = site_seconds(500), site_seconds(1000)
    print(f"archive of 1,000 issues: {whole:.1f} s, {whole / SITE_LIMIT_SECONDS:.2f} of the limit,")
    print(f"  {whole / half:.2f} times an archive of 500")


def _inlining() -> None:
    page = styled(laid_out(sample(), "zh-Hans"), looks.load("paper"), Links())
    rules = looks.load("paper").css("zh-Hans").inline
    ours = seconds(lambda: inlined(page, rules, "paper"))
    print(f"styles into elements: {ours * 1000:.1f} ms", end="")
    try:
        import css_inline
    except ImportError:
        print(" (css-inline is not installed)")
        return
    bare = re.sub(r"<style[\s\S]*?</style>", "", page)
    inliner = css_inline.CSSInliner(extra_css=rules, load_remote_stylesheets=False)
    theirs = seconds(lambda: inliner.inline(bare))
    print(f", {ours / theirs:.1f} times css-inline")


if __name__ == "__main__":
    main()
