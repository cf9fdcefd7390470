"""How the time and memory of a build grow with the number of articles, beside tokenising alone.

Articles are made from the sentences of the sample articles, shuffled, with
names and numbers changed, so that no two are near-duplicates. Each
measurement is a fresh process; the figure is CPU time of that process.

    python benchmarks/build.py [--articles 1000] [--repeats 3]
"""

from __future__ import annotations

import argparse
import json
import random
import re
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

MEASURE = """
import json, resource, sys, time
begun = time.process_time()
{work}
used = resource.getrusage(resource.RUSAGE_SELF)
json.dump({{"cpu": time.process_time() - begun, "mib": used.ru_maxrss / 1024}}, sys.stdout)
"""
BUILD = """
from pathlib import Path
from digest import config, pipeline
settings = config.load(Path({config!r}))
issue = pipeline.build([{folder!r}], config=settings, as_of="2024-11-22")
assert len(issue.articles) > 0.85 * {count}, (len(issue.articles), issue.skipped[:3], issue.unassigned[:3])
pipeline.write(issue, pipeline.render(issue), Path({folder!r} + ".out"))
"""
TOKENISE = """
from pathlib import Path
from digest.language.words import words
for path in sorted(Path({folder!r}).iterdir()):
    words(path.read_text("utf-8"))
"""
FAMILY = "陈林周沈顾许陆方柯温秦季苏唐宋梁"
GIVEN = "明远知行安之若谷一舟青禾望舒景澄子衡"


def sentences() -> dict[str, list[str]]:
    """The sentences that cleaning leaves of the sample articles, by language."""
    from digest import pipeline

    pool: dict[str, list[str]] = {"zh": [], "en": []}
    for document in pipeline.prepare([ROOT / "seeds"]).documents:
        pool[document.language] += [each.text for each in document.sentences if each.quotable]
    return pool


def article(pool: dict[str, list[str]], number: int) -> str:
    """Article *number*: a title, a date, and changed sentences in paragraphs of three.

    English ones are fewer and shorter, or the few sentences that there are would make near-duplicates.
    """
    chance = random.Random(number)
    language, longest = ("en", 9) if number % 10 == 0 else ("zh", 22)
    chosen = chance.sample(pool[language], chance.randint(longest - 4, longest))
    name = chance.choice(FAMILY) + "".join(chance.sample(GIVEN, 2))
    changed = [_changed(text, name, chance) for text in chosen]
    paragraphs = ["".join(changed[start : start + 3]) for start in range(0, len(changed), 3)]
    month, day = chance.randint(1, 11), chance.randint(1, 28)
    title = f"OpenAI {number}: {changed[0][:24].rstrip('，。,.')}"
    return "\n\n".join([title, f"2024-{month:02}-{day:02} 09:00", *paragraphs]) + "\n"


def _changed(text: str, name: str, chance: random.Random) -> str:
    """The sentence with another name for its people and other figures; years stay."""
    renamed = re.sub(r"[\u4e00-\u9fff]{1,4}·[\u4e00-\u9fff]{1,5}", name, text)
    return re.sub(r"\d+", lambda run: _other(run.group(), chance), renamed)


def _other(digits: str, chance: random.Random) -> str:
    return digits if re.fullmatch(r"(19|20)\d\d", digits) else str(chance.randint(1, int("9" * len(digits))))


def measure(work: str, **values: object) -> dict[str, float]:
    script = MEASURE.format(work=work.format(config=str(ROOT / "config" / "digest.toml"), **values))
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def spread(values: list[float], digits: int = 2) -> str:
    return f"{statistics.median(values):.{digits}f} [{min(values):.{digits}f}, {max(values):.{digits}f}]"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--articles", type=int, default=1000, help="the largest folder")
    arguments.add_argument("--repeats", type=int, default=3, help="runs of each measurement")
    asked = arguments.parse_args()
    pool = sentences()
    print(
        "median [least, most] of", asked.repeats, "runs; CPU seconds of a fresh process, rendering included\n"
    )
    print("| articles | characters | build | ms an article | peak MiB | tokenising alone | ratio |")
    print("|---|---|---|---|---|---|---|")
    for count in (asked.articles // 8, asked.articles // 4, asked.articles // 2, asked.articles):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "seeds"
            folder.mkdir()
            texts = [article(pool, number) for number in range(count)]
            for number, text in enumerate(texts):
                (folder / f"{number:05}.txt").write_text(text, "utf-8")
            values = {"folder": str(folder), "count": count}
            builds = [measure(BUILD, **values) for _ in range(asked.repeats)]
            words = [measure(TOKENISE, **values) for _ in range(asked.repeats)]
        seconds, peaks = [run["cpu"] for run in builds], [run["mib"] for run in builds]
        alone = [run["cpu"] for run in words]
        ratios = [one / other for one, other in zip(seconds, alone, strict=True)]
        row = [
            str(count), f"{sum(map(len, texts)):,}", f"{spread(seconds)} s",
            f"{1000 * statistics.median(seconds) / count:.1f}", f"{max(peaks):.0f}", f"{spread(alone)} s",
            spread(ratios, 1),
        ]  # fmt: skip
        print("|", " | ".join(row), "|", flush=True)


if __name__ == "__main__":
    main()
