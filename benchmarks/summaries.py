"""How good and how quick the key points are: salience, lead, chance, sumy, and what peers are installed.

usage: summaries.py --data DIR [--limit N] [--sets NAME,..] [--methods NAME,..] [--long SENTENCES]

One table for each set of DIR (see `rouge.samples`): ROUGE-1, -2 and -L F1 of
three sentences (one for headlines, ten for clusters), the gain over lead in
(R1+R2)/2 with its 95 % interval (paired bootstrap, 2,000 draws), and
milliseconds an article. Then the time to the first summary in a new process,
and the time for a text of 1,000 sentences. sumy's methods get our sentences
and words: without them it needs a download for English and loses unterminated
sentences in Chinese. The weights of salience were learned from these very
articles; what it gains on articles it never saw is what ``learn_salience.py
--check`` prints. `salience` here is what a scorer may call.
"""

from __future__ import annotations

import argparse
import importlib.util
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from rouge import Sample, interval, samples, scores

from digest.summarizers import METHODS, plain, rank_sentences

Ranker = Callable[[Sample], list[str]]

CANDIDATES = 4
"""Sentences asked for, for each that is used: what the development scorer asks for too."""
FIRST_SUMMARY = "from digest.summarizers import rank_sentences; rank_sentences({text!r}, method={name!r})"
NEWS = "市议会周一以三十一票对四票通过电车方案。工程明年开始，耗时三年。市长说费用由州里承担。有人反对。"


def salience(text: str, title: str | None, language: str | None, limit: int) -> list[str]:
    """At most *limit* sentences as they stand in *text*, best first."""
    return rank_sentences(text, title, language, limit)


def by_chance(sample: Sample) -> list[str]:
    """Sentences in an order that depends on the text alone."""
    found = rank_sentences(sample.text, sample.title, sample.language, 10**6, "lead")
    random.Random(sample.text).shuffle(found)
    return found


def by_method(name: str, sample: Sample) -> list[str]:
    return rank_sentences(sample.text, sample.title, sample.language, CANDIDATES * sample.sentences, name)


def snownlp(sample: Sample) -> list[str]:
    from snownlp import SnowNLP

    return list(SnowNLP(sample.text).summary(sample.sentences))


def textrank4zh(sample: Sample) -> list[str]:
    import networkx
    from textrank4zh import TextRank4Sentence

    # TextRank4ZH 0.3 calls it by the name that networkx 3 took away.
    networkx.from_numpy_matrix = networkx.from_numpy_array
    ranker = TextRank4Sentence()
    ranker.analyze(text=sample.text, lower=True, source="all_filters")
    return [found.sentence for found in ranker.get_key_sentences(num=sample.sentences)]


def jionlp(sample: Sample) -> list[str]:
    import jionlp

    length = sum(len(reference) for reference in sample.references) // len(sample.references)
    return [jionlp.summary.extract_summary(sample.text, summary_length=max(50, length))]


PEERS: dict[str, Ranker] = {"snownlp": snownlp, "textrank4zh": textrank4zh, "jionlp": jionlp}
"""Other people's, Chinese only, each by its own documented call; used where installed."""


def systems(wanted: list[str]) -> dict[str, Ranker]:
    ours = ["salience", "lead", *(name for name in METHODS.names() if name not in {"salience", "lead"})]
    found: dict[str, Ranker] = {name: partial(by_method, name) for name in ours}
    found["random"] = by_chance
    found |= {name: peer for name, peer in PEERS.items() if importlib.util.find_spec(name)}
    return {name: found[name] for name in wanted or found}


def rows(articles: list[Sample], rankers: dict[str, Ranker]) -> Iterator[tuple[str, ...]]:
    """One row a system: its name, ROUGE, gain over lead with interval, milliseconds an article."""
    anchor = [scores(article, by_method("lead", article)) for article in articles]
    for name, rank in rankers.items():
        if name in PEERS and articles[0].language != "zh":
            continue
        start = time.perf_counter()
        chosen = [rank(article) for article in articles]
        seconds = (time.perf_counter() - start) / len(articles)
        made = [scores(article, found) for article, found in zip(articles, chosen, strict=True)]
        gains = [(one[0] + one[1] - base[0] - base[1]) / 2 for one, base in zip(made, anchor, strict=True)]
        low, high = interval(gains)
        rouge = [f"{sum(column) / len(made):.1f}" for column in zip(*made, strict=True)]
        gain = f"{sum(gains) / len(gains):+.1f}"
        yield name, *rouge, gain, f"[{low:+.1f}, {high:+.1f}]", f"{seconds * 1000:.1f}"


def printed(head: tuple[str, ...], body: Iterator[tuple[str, ...]]) -> None:
    """A Markdown table, row by row as it comes."""
    print("| " + " | ".join(head) + " |\n|" + "---|" * len(head))
    for row in body:
        print("| " + " | ".join(row) + " |", flush=True)


def start_up(names: list[str]) -> Iterator[tuple[str, str]]:
    """Seconds from starting Python to the first summary of a short Chinese text; the best of three."""
    for name in names:
        code = FIRST_SUMMARY.format(text=NEWS, name=name)
        times = []
        for _ in range(3):
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
            times.append(time.perf_counter() - start)
        yield name, f"{min(times):.2f}"


def long_text(articles: list[Sample], sentences: int) -> str:
    """Chinese articles end to end, cut after *sentences* sentences."""
    found: list[str] = []
    for article in articles:
        found += [sentence.text for sentence in plain(article.text, language="zh").sentences]
    return "\n".join((found * (sentences // max(1, len(found)) + 1))[:sentences])


def at_length(text: str) -> Iterator[tuple[str, str, str]]:
    """Seconds for one long text, words and all: salience the best of three, sumy's LexRank once."""
    taken = {}
    for name, rounds in (("salience", 3), ("lexrank", 1)):
        document = plain(text, language="zh")
        METHODS.get(name).rank(plain(NEWS, language="zh"))
        times = []
        for _ in range(rounds):
            start = time.process_time()
            METHODS.get(name).rank(document, wanted=3)
            times.append(time.process_time() - start)
        taken[name] = min(times)
        yield name, f"{taken[name]:.3f}", f"{taken[name] / taken['salience']:.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="folder of <set>.jsonl.gz")
    parser.add_argument("--limit", type=int, help="articles of each set, at most")
    parser.add_argument("--sets", default="", help="names, separated by commas")
    parser.add_argument("--methods", default="", help="names, separated by commas")
    parser.add_argument("--long", type=int, default=1000, help="sentences of the long text; 0 for none")
    options = parser.parse_args()
    rankers = systems([name for name in options.methods.split(",") if name])
    by_set: dict[str, list[Sample]] = {}
    for sample in samples(options.data, options.limit):
        by_set.setdefault(sample.dataset, []).append(sample)
    for name, articles in by_set.items():
        if name in (options.sets.split(",") if options.sets else by_set):
            print(f"\n{name}, {len(articles)} articles, {articles[0].sentences} sentences each\n")
            printed(
                ("method", "R1", "R2", "RL", "over lead", "95 %", "ms an article"), rows(articles, rankers)
            )
    print("\nFrom starting Python to the first summary\n")
    printed(("method", "seconds"), start_up([name for name in rankers if name in METHODS.names()]))
    chinese = [article for articles in by_set.values() for article in articles if article.language == "zh"]
    if options.long and chinese:
        print(f"\nA text of {options.long} sentences, processor time\n")
        printed(("method", "seconds", "times salience"), at_length(long_text(chinese, options.long)))


if __name__ == "__main__":
    main()
