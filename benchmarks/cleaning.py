"""How fast `clean` is, beside tokenising the same text, and that no kind of dirt makes it worse than linear.

Articles are made of the sample articles' sentences; the worst kinds are made
here (one giant line, brackets, blanks, repeated headlines, mirrors), at three
sizes: a pattern that goes quadratic shows as a ratio near 16 from the first to
the last, a linear one as about 4.

    python benchmarks/cleaning.py [--megabytes 10] [--only NAME] [--seeds FOLDER ...]

``--seeds`` measures the files of your own folders, each folder by itself, in place of the made ones.
Reading, cleaning and cutting into words take turns on the same articles, in processor time; what counts is
the ratio, as its median [least, most] over the turns: on a busy machine both are slower together.
The first article of a process is measured too: its rules are read, and its patterns compiled.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from digest import intake  # noqa: E402
from digest.cleaning import clean  # noqa: E402
from digest.errors import IntakeError, UnusableText  # noqa: E402
from digest.language.words import words  # noqa: E402
from digest.model import Article, ArticleId, Line  # noqa: E402


def article(text: str) -> Article:
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append(Line(line, at, at + len(line)))
        at += len(line) + 1
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(ArticleId(digest[:16]), "made.txt", "txt", "utf-8", digest, text, tuple(lines))


def pool(language: str) -> list[str]:
    """Sentences of the sample articles."""
    from digest import pipeline

    documents = pipeline.prepare([ROOT / "seeds"], script="keep").documents
    return [
        each.text for document in documents if document.language == language
        for each in document.sentences if each.quotable
    ]  # fmt: skip


def shuffled(sentences: list[str], size: int, glue: str, seed: int = 7) -> str:
    """About *size* characters: paragraphs of three sentences, their order and numbers changed."""
    dice = random.Random(seed)
    paragraphs: list[str] = []
    count = 0
    while count < size:
        paragraph = glue.join(
            "".join(str(dice.randrange(10)) if c.isdigit() else c for c in dice.choice(sentences))
            for _ in range(3)
        )
        paragraphs.append(paragraph)
        count += len(paragraph) + 2
    return "\n\n".join(paragraphs)


def worst(size: int) -> Iterator[tuple[str, Callable[[], str]]]:
    """Texts that were made to hurt, of *size* characters each."""
    chinese, english = pool("zh"), pool("en")
    yield "one giant line", lambda: shuffled(chinese, size, "").replace("\n", "")
    yield "one giant line, no stop", lambda: "".join(c for c in shuffled(chinese, size, "") if c.isalnum())
    yield "open brackets", lambda: "水库(" * (size // 3)
    yield "closed brackets", lambda: "水库(a)[1]【】" * (size // 10)
    yield "open quotations", lambda: "他说：“水位在下降，" * (size // 10)
    yield "blanks", lambda: "水 \u3000 \t 库" * (size // 7)
    yield "blank lines", lambda: "水库的水位在下降。\n\n\n\n\n" * (size // 14)
    yield "repeated headlines", lambda: "三座水库同日开闸放水，下游居民说从未见过\n" * (size // 21)
    yield (
        "glued headlines",
        lambda: "".join(f"第{n}座水库开闸了！下游居民说从未见过" for n in range(size // 20)),
    )
    yield "link farm", lambda: "".join(f"某县{n}| " for n in range(size // 7))
    yield "mirror", lambda: "網(wǎng)易的水庫(kù)在開(kāi)閘(zhá)，下游的人說從未見過。" * (size // 40)
    yield "transcript", lambda: "\n".join(f"他们说第{n}座水库已经开闸了" for n in range(size // 15))
    yield "marks", lambda: ",.;:!?" * (size // 6)
    yield "digits", lambda: "2024-05-23 10:20:30 " * (size // 20)
    yield "misread bytes", lambda: shuffled(chinese, size // 3, "").encode().decode("latin-1")
    yield "english words", lambda: shuffled(english, size, " ").replace("\n", " ")


def seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def loaded(file: bytes) -> None:
    """Read as plain text, or as what it is by its beginning."""
    with suppress(IntakeError):
        intake.read_bytes(file, "made.txt")


def cleaned(read: Article) -> None:
    with suppress(UnusableText):
        clean(read)


def speed(folders: list[Path]) -> None:
    print("characters a second, one core, of articles")
    if folders:
        for folder in folders:
            found = [each for path in sorted(folder.iterdir()) for each in intake.read(path)]
            rate(folder.name, found)
        return
    rate("samples", [each for path in sorted((ROOT / "seeds").iterdir()) for each in intake.read(path)])
    dirty = [article(sample) for sample in samples()]
    rate("dirty", dirty)
    for name, language, glue, size in (
        ("Chinese", "zh", "", 800), ("Chinese", "zh", "", 4000), ("English", "en", " ", 4000),
    ):  # fmt: skip
        rate(name, [article(shuffled(pool(language), size, glue, seed)) for seed in range(60)])


FIRST = """
import sys, time
from digest import intake
from digest.cleaning import clean
read, = intake.read(sys.argv[1])
begun = time.process_time()
clean(read)
first = time.process_time()
clean(read)
print(begun, first - begun, time.process_time() - first)
"""


def first(turns: int = 5) -> None:
    """What the first article costs in a process of its own: the best of some."""
    command = [sys.executable, "-c", FIRST, str(ROOT / "seeds" / "01-beian.txt")]
    measured = [
        [float(part) for part in subprocess.check_output(command, cwd=ROOT, text=True).split()]
        for _ in range(turns)
    ]
    imports, one, another = map(min, zip(*measured, strict=True))
    print(
        f"one article in a process of its own: {imports:.2f} s of imports, {one:.2f} s cleaned, "
        f"{another * 1e3:.1f} ms when cleaned again"
    )


def samples() -> list[str]:
    """The dirty articles of the tests, short as they are."""
    files = sorted((ROOT / "tests/cleaning/corpus").glob("*.toml"))
    return [tomllib.loads(file.read_text("utf-8"))["text"] for file in files]


def rate(name: str, articles: list[Article], turns: int = 9) -> None:
    size = sum(len(each.text) for each in articles)
    rounds = range(max(1, 100_000 // size))
    for each in articles:
        cleaned(each)
        words(each.text)
    files = [each.text.encode() for each in articles]
    taken = [
        (
            seconds(lambda: [loaded(file) for _ in rounds for file in files]),
            seconds(lambda: [cleaned(each) for _ in rounds for each in articles]),
            seconds(lambda: [words(each.text) for _ in rounds for each in articles]),
        )
        for _ in range(turns)
    ]
    ratios = sorted(cleaning / cutting for _, cleaning, cutting in taken)
    reading, cleaning, cutting = map(min, zip(*taken, strict=True))
    done = size * len(rounds) / 1e6
    print(
        f"  {name:10} {size // len(articles):6,} characters each: {done / reading:5.2f} M read, "
        f"{done / cleaning:5.2f} M cleaned, "
        f"{done / cutting:5.2f} M cut into words, ratio {ratios[turns // 2]:4.1f} "
        f"[{ratios[0]:.1f}, {ratios[-1]:.1f}]",
        flush=True,
    )


def linear(size: int, only: str | None) -> None:
    print(f"worst kinds, {size:,} characters: M characters a second, growth from a quarter (linear: 4)")
    for (name, make), (_, quarter) in zip(worst(size), worst(size // 4), strict=True):
        if only and only not in name:
            continue
        whole, part = article(make()), article(quarter())
        short = seconds(lambda a=part: cleaned(a))  # type: ignore[misc]
        long = seconds(lambda a=whole: cleaned(a))  # type: ignore[misc]
        print(f"  {name:24} {len(whole.text) / long / 1e6:6.2f} M/s   {long / short:5.1f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--megabytes", type=float, default=10, help="of UTF-8, for the worst kinds")
    parser.add_argument("--only", help="worst kinds whose name contains this")
    parser.add_argument("--seeds", type=Path, nargs="+", default=[], help="folders of your own articles")
    options = parser.parse_args()
    if not options.only:
        speed(options.seeds)
        first()
    if not options.seeds:
        linear(int(options.megabytes * 1e6 / 3), options.only)


if __name__ == "__main__":
    main()
