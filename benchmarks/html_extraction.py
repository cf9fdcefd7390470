"""How much of an article is found in its page: digest beside each library alone, in one run.

    python benchmarks/html_extraction.py FOLDER [FOLDER ...]

A FOLDER holds pages and what is known of them, in the layout of
scrapinghub/article-extraction-benchmark: ``ground-truth.json`` (id ->
``{"articleBody": ...}``) and ``html/<id>.html.gz`` (or ``.html``). Where
``headline``, ``author`` (a list), ``publisher`` and ``datePublished`` are
known too, the claims of the page's head are judged as well; null or ``[]``
says that the page names none.

The score is that benchmark's: precision and recall over runs of four tokens,
counted as often as they occur. A token is a word; of Chinese, a character.
``F1`` is the mean over pages, with a 95 % interval by bootstrap; ``of means``
is the figure that benchmark prints, of mean precision and mean recall.
``cleaned`` is what is left for summarizing. ``best of all`` is what a perfect
chooser among the libraries would reach. Libraries that are not installed are
left out; nothing is downloaded.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from rouge import interval

from digest.language.script import HAN

_TOKEN = re.compile(rf"[{HAN}]|[^\W{HAN}]+")
_RUN = 4


class Score(NamedTuple):
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def runs(text: str) -> Counter[tuple[str, ...]]:
    tokens = _TOKEN.findall(text)
    if len(tokens) <= _RUN:
        return Counter([tuple(tokens)] if tokens else [])
    return Counter(tuple(tokens[at : at + _RUN]) for at in range(len(tokens) - _RUN + 1))


def score(wanted: str, found: str) -> Score:
    truth, given = runs(wanted), runs(found)
    if not truth or not given:
        return Score(float(truth == given), float(truth == given))
    common = (truth & given).total()
    return Score(common / given.total(), common / truth.total())


def margin(values: Sequence[float]) -> float:
    """Half the width of the 95 % interval of the mean."""
    low, high = interval(values)
    return (high - low) / 2


# --- extractors: from a page's text, or its bytes for ours ------------------------


def ours(page: bytes) -> str:
    from digest.intake import read_bytes

    (article,) = read_bytes(page, "page.html")
    left_out = ("aside", "navigation", "title", "byline", "caption")
    return "\n".join(line.text for line in article.lines if line.role not in left_out)


def cleaned(page: bytes) -> str:
    from digest.cleaning import clean
    from digest.intake import read_bytes

    (article,) = read_bytes(page, "page.html")
    return "\n".join(sentence.text for sentence in clean(article, script="keep").sentences)


def readability(page: bytes) -> str:
    from readability import Document

    from digest.intake.page.blocks import blocks

    return "\n".join(block.text for block in blocks(Document(_text(page)).summary(html_partial=True)))


def trafilatura(page: bytes, **options: Any) -> str:
    from trafilatura import extract

    return extract(_text(page), include_comments=False, **options) or ""


def newspaper(page: bytes) -> str:
    from newspaper import Article, Config

    text, config = _text(page), Config()
    config.fetch_images = False
    if _is_chinese(text):
        config.language = "zh"
    article = Article("http://example.org/", config=config)
    article.download(input_html=text)
    article.parse()
    return str(article.text)


def goose(page: bytes) -> str:
    from goose3 import Goose
    from goose3.text import StopWords, StopWordsChinese

    text = _text(page)
    words = StopWordsChinese if _is_chinese(text) else StopWords
    settings = {"strict": False, "enable_image_fetching": False, "stopwords_class": words}
    return str(Goose(settings).extract(raw_html=text).cleaned_text)


def boilerpipe(page: bytes) -> str:
    from boilerpy3.extractors import ArticleExtractor

    return str(ArticleExtractor(raise_on_failure=False).get_content(_text(page)))


def general_news(page: bytes) -> str:
    from gne import GeneralNewsExtractor

    return str(GeneralNewsExtractor().extract(_text(page))["content"])


def resiliparse(page: bytes) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(_text(page), main_content=True, alt_texts=False))


def _text(page: bytes) -> str:
    from digest.intake.decoding import decode
    from digest.intake.page.head import declared_charset

    text = decode(page, "page.html", declared_charset(page)).text
    return re.sub(r"^\s*<\?xml[^>]{0,300}\?>", "", text)


def _is_chinese(text: str) -> bool:
    return len(re.findall(f"[{HAN}]", text)) > 200


_OPTIONAL = {"newspaper4k": "newspaper"} | {
    name: name for name in ("goose3", "boilerpy3", "gne", "resiliparse")
}
LIBRARIES: dict[str, Callable[[bytes], str]] = {
    "readability": readability,
    "trafilatura": trafilatura,
    " precision": lambda page: trafilatura(page, favor_precision=True),
    " recall": lambda page: trafilatura(page, favor_recall=True),
    "newspaper4k": newspaper,
    "goose3": goose,
    "boilerpy3": boilerpipe,
    "gne": general_news,
    "resiliparse": resiliparse,
}
INSTALLED = {name: run for name, run in LIBRARIES.items() if find_spec(_OPTIONAL.get(name, "trafilatura"))}
EXTRACTORS = {"digest": ours, "cleaned": cleaned, **INSTALLED}


# --- the run -------------------------------------------------------------------


@dataclass(frozen=True)
class Known:
    name: str
    page: bytes
    truth: dict[str, Any]


def pages(folder: Path) -> list[Known]:
    found = []
    for name, truth in sorted(json.loads((folder / "ground-truth.json").read_text("utf-8")).items()):
        zipped, plain = folder / "html" / f"{name}.html.gz", folder / "html" / f"{name}.html"
        page = gzip.decompress(zipped.read_bytes()) if zipped.exists() else plain.read_bytes()
        found.append(Known(name, page, truth))
    return found


def scored(extract: Callable[[bytes], str], known: Known) -> Score:
    try:
        return score(known.truth["articleBody"], extract(known.page))
    except Exception as error:  # a page that an extractor cannot read scores nothing, and is shown
        print(f"    {known.name}: {type(error).__name__}: {error}", file=sys.stderr)
        return Score(0.0, 0.0)


def bodies(given: Sequence[Known]) -> None:
    table: dict[str, list[float]] = {}
    for name, extract in EXTRACTORS.items():
        started = time.process_time()
        scores = [scored(extract, known) for known in given]
        spent = 1000 * (time.process_time() - started) / len(given)
        table[name] = [each.f1 for each in scores]
        precision, recall = (sum(each[at] for each in scores) / len(given) for at in (0, 1))
        print(
            f"  {name:12} F1 {_mean(table[name]):.3f} ± {margin(table[name]):.3f}"
            f"   of means {Score(precision, recall).f1:.3f}"
            f"   precision {precision:.3f}   recall {recall:.3f}   {spent:4.0f} ms a page"
        )
    best = max(INSTALLED, key=lambda name: _mean(table[name]))
    gain = [own - other for own, other in zip(table["digest"], table[best], strict=True)]
    chosen = [max(row) for row in zip(*(table[name] for name in INSTALLED), strict=True)]
    print(f"  digest less {best.strip()}: {_mean(gain):+.3f} ± {margin(gain):.3f}")
    print(f"  best of all  F1 {_mean(chosen):.3f}")
    for at in sorted(range(len(given)), key=lambda at: table["digest"][at] - chosen[at])[:5]:
        row = ", ".join(
            f"{name.strip()} {table[name][at]:.2f}" for name in ("digest", "readability", "trafilatura")
        )
        print(f"    {given[at].name}: {row}, best {chosen[at]:.2f}")


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


# --- the head -------------------------------------------------------------------


_FIELDS = frozenset({"headline", "author", "publisher", "datePublished"})


def claims(page: bytes) -> dict[str, Any]:
    from digest.cleaning import clean
    from digest.errors import UnusableText
    from digest.intake import read_bytes

    try:
        document = clean(read_bytes(page, "page.html")[0], script="keep")
    except UnusableText:  # refused: nothing of it is printed
        return {"headline": None, "author": [], "publisher": None, "datePublished": None}
    published = document.published.date if document.published else ""
    return {
        "headline": document.title,
        "author": list(document.authors),
        "publisher": document.publisher,
        "datePublished": published,
    }


def heads(given: Sequence[Known]) -> None:
    """Right, wrong and absent: a wrong date or name is worse than none."""
    verdicts: dict[str, Counter[str]] = {}
    for known in given:
        fields = sorted(_FIELDS & known.truth.keys())
        found = claims(known.page) if fields else {}
        for field in fields:
            verdict = _verdict(field, known.truth[field], found[field])
            verdicts.setdefault(field, Counter())[verdict] += 1
            if verdict == "wrong":
                print(f"    {known.name}: {field} {found[field]!r}, not {known.truth[field]!r}")
    for field, counts in sorted(verdicts.items()):
        told = "  ".join(f"{counts[name]:3} {name}" for name in ("right", "wrong", "absent"))
        print(f"  {field:14} {told}")


def _verdict(field: str, truth: Any, found: Any) -> str:
    if field == "datePublished":
        truth, found = (truth or "")[:10], (found or "")[:10]
    elif field == "author":
        truth, found = sorted(map(_tight, truth)), sorted(map(_tight, found))
    else:
        truth, found = _tight(truth or ""), _tight(found or "")
    if truth == found:
        return "right"
    return "wrong" if found else "absent"


def _tight(text: str) -> str:
    return "".join(text.split()).lower()


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    for folder in map(Path, sys.argv[1:]):
        known_pages = pages(folder)
        print(f"{folder.name}: {len(known_pages)} pages")
        bodies(known_pages)
        heads(known_pages)
