"""How much of an article is found in its page: our vote beside each library alone, in one run.

    python benchmarks/html_extraction.py FOLDER [FOLDER ...]

A FOLDER holds pages and their known text in the layout of
scrapinghub/article-extraction-benchmark: ``ground-truth.json`` (id ->
``{"articleBody": ...}``) and ``html/<id>.html.gz`` (or ``.html``). The score is
that benchmark's: F1 over runs of four tokens, counted as often as they occur,
averaged over pages; a token is a word, or a Chinese character. The interval is
the standard error over pages. Nothing is downloaded.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

_TOKEN = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+")
_RUN = 4


def runs(text: str) -> Counter[tuple[str, ...]]:
    tokens = _TOKEN.findall(text)
    if len(tokens) <= _RUN:
        return Counter([tuple(tokens)] if tokens else [])
    return Counter(tuple(tokens[at : at + _RUN]) for at in range(len(tokens) - _RUN + 1))


def f1(wanted: str, found: str) -> float:
    truth, given = runs(wanted), runs(found)
    if not truth or not given:
        return float(truth == given)
    common = sum((truth & given).values())
    precision, recall = common / sum(given.values()), common / sum(truth.values())
    return 2 * precision * recall / (precision + recall) if common else 0.0


# --- extractors ---------------------------------------------------------------


def ours(page: bytes) -> str:
    from digest.intake import read_bytes

    (article,) = read_bytes(page, "page.html")
    left_out = ("aside", "navigation", "title", "byline", "caption")
    return "\n".join(line.text for line in article.lines if line.role not in left_out)


def readability(page: bytes) -> str:
    from lxml import html
    from readability import Document

    return str(html.fromstring(Document(_text(page)).summary()).text_content())


def trafilatura(page: bytes) -> str:
    from trafilatura import extract

    return extract(_text(page), include_comments=False) or ""


def density(page: bytes) -> str:
    from digest.intake.page.blocks import blocks
    from digest.intake.page.opinions import density as opinion

    found = blocks(_text(page))
    return "\n".join(block.text for block, chosen in zip(found, opinion(found), strict=True) if chosen)


def _text(page: bytes) -> str:
    from digest.intake.decoding import decode
    from digest.intake.page.head import declared_charset

    return decode(page, "page.html", declared_charset(page)).text


EXTRACTORS: dict[str, Callable[[bytes], str]] = {
    "digest": ours,
    "readability": readability,
    "trafilatura": trafilatura,
    "density alone": density,
}


# --- the run -------------------------------------------------------------------


def pages(folder: Path) -> list[tuple[str, bytes, str]]:
    truth = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    found = []
    for name, known in sorted(truth.items()):
        zipped, plain = folder / "html" / f"{name}.html.gz", folder / "html" / f"{name}.html"
        page = gzip.decompress(zipped.read_bytes()) if zipped.exists() else plain.read_bytes()
        found.append((name, page, known["articleBody"]))
    return found


def scored(extract: Callable[[bytes], str], page: bytes, wanted: str) -> float:
    try:
        return f1(wanted, extract(page))
    except Exception as error:  # a page that an extractor cannot read scores nothing, and is shown
        print(f"    {extract.__name__}: {type(error).__name__}: {error}", file=sys.stderr)
        return 0.0


def main(folders: list[str]) -> None:
    for folder in map(Path, folders):
        given = pages(folder)
        print(f"{folder.name}: {len(given)} pages")
        by_page: dict[str, list[float]] = {}
        for name, extract in EXTRACTORS.items():
            started = time.process_time()
            by_page[name] = [scored(extract, page, wanted) for _, page, wanted in given]
            spent = 1000 * (time.process_time() - started) / len(given)
            mean = sum(by_page[name]) / len(given)
            variance = sum((score - mean) ** 2 for score in by_page[name]) / max(1, len(given) - 1)
            print(f"  {name:14} F1 {mean:.3f} ± {(variance / len(given)) ** 0.5:.3f}  {spent:.0f} ms a page")
        worst = sorted(
            range(len(given)), key=lambda at: by_page["digest"][at] - max(by_page[n][at] for n in by_page)
        )
        for at in worst[:5]:
            scores = ", ".join(f"{name} {by_page[name][at]:.2f}" for name in EXTRACTORS)
            print(f"    {given[at][0]}: {scores}")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1:])
