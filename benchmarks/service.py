"""What the service costs: a flood of files under kills, idleness, and a one-shot run with nothing to do.

    python benchmarks/service.py [--files 20000] [--kills 5] [--idle-seconds 60]

The flood: all files appear at once while the service is killed again and again;
each must be taken once. Idleness: CPU of a running service beside one core.
The one-shot run: CPU beside that of starting Python alone. Limits: all taken
once, 500 MB, 1 % of a core.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TICKS = os.sysconf("SC_CLK_TCK")
WORDS = (
    "港口 委员会 电车 市长 居民 预算 工程 车站 博物馆 图书馆 河岸 桥梁 春天 冬天 报告 调查 记者 专家".split()
)
SETTINGS = """
[seeds]
settle_seconds = 0
scan_seconds = {scan}
[output]
formats = ["json"]
[[themes]]
slug = "flood"
schedule = "0 7 * * *"
"""


def article(number: int) -> str:
    """About 700 Chinese characters in 12 sentences, unlike every other."""
    chance = random.Random(number)
    sentences = [
        f"{chance.choice(WORDS)}的{chance.choice(WORDS)}在{chance.randint(1, 28)}日宣布，"
        f"第{number}号{chance.choice(WORDS)}将由"
        f"{chance.randint(2, 900)}名{chance.choice(WORDS)}代表共同决定，"
        f"费用约为{chance.randint(2, 900)}万元。"
        for _ in range(12)
    ]
    return (
        f"{chance.choice(WORDS)}与{chance.choice(WORDS)}之争第{number}回\n\n" + "\n\n".join(sentences) + "\n"
    )


def project(folder: Path, scan_seconds: float) -> dict[str, str]:
    (folder / "seeds").mkdir(parents=True)
    (folder / "digest.toml").write_text(SETTINGS.format(scan=scan_seconds), "utf-8")
    return {**os.environ, "PYTHONPATH": str(ROOT), "DIGEST_CONFIG": str(folder / "digest.toml")}


def start(environ: dict[str, str], *arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "digest", *arguments]
    return subprocess.Popen(command, env=environ, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


def taken(folder: Path) -> tuple[int, int, int]:
    """Files ingested, articles, and the greatest revision."""
    try:
        with sqlite3.connect(folder / "var" / "digest.db", timeout=30) as connection:
            files = connection.execute("SELECT count(*) FROM file WHERE state = 'ingested'").fetchone()[0]
            count, revision = connection.execute("SELECT count(*), max(revision) FROM article").fetchone()
            return files, count, revision or 0
    except sqlite3.OperationalError:
        return 0, 0, 0


def memory_mib(pid: int) -> float:
    """The most it ever held."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024 if "VmHWM" in status else 0.0


def cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def flood(folder: Path, count: int, kills: int) -> None:
    environ = project(folder, 1)
    for number in range(count):
        (folder / "seeds" / f"{number:06}.txt").write_text(article(number), "utf-8")
    chance, most, begun = random.Random(1), 0.0, time.monotonic()
    process = start(environ, "run")
    for kill in range(kills):
        goal = count * (kill + 1) // (kills + 2)
        while taken(folder)[0] < goal and process.poll() is None:
            time.sleep(0.2)
        time.sleep(chance.uniform(0, 0.5))
        most = max(most, memory_mib(process.pid))
        process.kill()
        process.wait()
        process = start(environ, "run")
    while taken(folder)[0] < count and process.poll() is None:
        time.sleep(0.5)
    most = max(most, memory_mib(process.pid))
    process.send_signal(signal.SIGTERM)
    code = process.wait(30)
    files, articles, revision = taken(folder)
    seconds = time.monotonic() - begun
    print(f"flood: {count} files, {kills} kills: {files} ingested, {articles} articles, {revision} revision")
    print(
        f"  {seconds:.0f} s ({count / seconds:.0f} files a second), {most:.0f} of 500 MiB, ended with {code}"
    )
    assert (files, articles, revision, code) == (count, count, 1, 0)
    assert most < 500


def idle(folder: Path, seconds: float) -> None:
    """The folder of the flood, as a service with its default pace sees it."""
    count = sum(1 for _ in (folder / "seeds").iterdir())
    environ = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "DIGEST_CONFIG": str(folder / "digest.toml"),
        "DIGEST_SEEDS__SCAN_SECONDS": "30",
    }
    process = start(environ, "run")
    time.sleep(15)
    before, begun = cpu_seconds(process.pid), time.monotonic()
    time.sleep(seconds)
    share = (cpu_seconds(process.pid) - before) / (time.monotonic() - begun)
    most = memory_mib(process.pid)
    process.send_signal(signal.SIGTERM)
    stopping = time.monotonic()
    process.wait(30)
    print(f"idle: {count} files known: {share:.2%} of a core (limit 1 %), {most:.0f} MiB,", end=" ")
    print(f"stopped {time.monotonic() - stopping:.2f} s after SIGTERM")
    assert share < 0.01


def spent(environ: dict[str, str], *command: str) -> float:
    """Least CPU of five runs, in seconds."""
    figures = []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, env=environ, check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        figures.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(figures)


def one_shot(folder: Path) -> None:
    environ = project(folder, 30)
    for number in range(100):
        (folder / "seeds" / f"{number}.txt").write_text(article(number), "utf-8")
    digest = (sys.executable, "-m", "digest")
    subprocess.run([*digest, "run", "--once"], env=environ, check=True, capture_output=True)
    python = spent(environ, sys.executable, "-c", "pass") * 1000
    quiet = spent(environ, *digest, "run", "--once") * 1000
    status = spent(environ, *digest, "status") * 1000
    print(
        f"one-shot run with nothing to do, 100 files: {quiet:.0f} ms CPU, {quiet / python:.1f} x Python",
        end="",
    )
    print(f" alone ({python:.0f} ms); digest status, which opens the store: {status:.0f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--files", type=int, default=20_000)
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--idle-seconds", type=float, default=60)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        one_shot(Path(name) / "once")
        flood(Path(name) / "flood", options.files, options.kills)
        idle(Path(name) / "flood", options.idle_seconds)


if __name__ == "__main__":
    main()
