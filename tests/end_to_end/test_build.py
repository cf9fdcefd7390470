"""``digest build`` as a user meets it: the real command, in a process of its own, in an empty folder."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from digest.cli import application
from tests.conftest import ROOT, Run

TRAMS = (
    "Trams return to Basel\n\n"
    "The council voted 31 to 4 on Monday to bring trams back to the old town. "
    "Work starts in May 2027 and is to cost 40 million francs. "
    "Shopkeepers had asked for the line since 2019.\n"
)


def _only(folder: Path, name: str) -> Path:
    (path,) = folder.rglob(name)
    return path


def test_one_article_in_an_empty_folder_needs_no_configuration(digest: Run, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text(TRAMS, "utf-8")
    done = digest("build", article, "-o", tmp_path / "out", "--as-of", "2026-11-22")
    assert (done.returncode, done.stderr) == (0, "")
    page = _only(tmp_path / "out", "index.html")
    assert page.parent.name == "2026-11-22"
    assert "Trams return to Basel" in page.read_text("utf-8")
    assert page.as_posix() in done.stdout
    assert {path.suffix for path in page.parent.glob("index.*")} == {".html", ".txt", ".json"}


def test_the_shipped_seeds_build_without_a_word_on_standard_error(
    digest: Run, seeds: Path, tmp_path: Path
) -> None:
    done = digest("build", seeds, "-o", tmp_path, "--strict", "--as-of", "2024-11-22")
    assert (done.returncode, done.stderr) == (0, "")


def test_five_seeds_build_as_silently(digest: Run, seeds: Path, tmp_path: Path) -> None:
    files = sorted(seeds.iterdir())[:5]
    done = digest("build", *files, "-o", tmp_path, "--as-of", "2024-11-22")
    assert (done.returncode, done.stderr) == (0, "")


def test_json_prints_one_object_and_nothing_else(digest: Run, seeds: Path, tmp_path: Path) -> None:
    done = digest("build", seeds, "-o", tmp_path, "--json", "--as-of", "2024-11-22")
    said = json.loads(done.stdout)
    assert {"issue", "files", "skipped"} <= set(said)
    assert said["issue"]["schema"] == "digest-issue/1"
    assert said["issue"]["as_of"] == "2024-11-22"
    assert all(Path(file).is_file() for file in said["files"])
    assert said["skipped"] == []


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.txt", b"", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "not text"),
        ("page.xyz", b"The council met. It decided nothing.", "xyz"),
    ],
)
def test_a_bad_file_is_a_row_with_its_reason_and_the_others_are_built(
    digest: Run, tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "good.txt").write_text(TRAMS, "utf-8")
    (folder / name).write_bytes(content)
    done = digest("build", folder, "-o", tmp_path / "out", "--as-of", "2026-11-22")
    assert done.returncode == 0
    assert name in done.stdout
    issue = json.loads(_only(tmp_path / "out", "index.json").read_text("utf-8"))
    assert [article["path"] for article in issue["articles"]] == ["good.txt"]
    (row,) = issue["skipped"]
    assert row["path"] == name
    assert words in row["reason"]


def test_the_kinds_of_file_there_are_are_named_once(digest: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(TRAMS, "utf-8")
    for name in ("one.xyz", "two.xyz"):
        (tmp_path / name).write_text(TRAMS, "utf-8")

    built = digest("build", tmp_path, "-o", tmp_path / "out")
    listed = digest("seeds", "list", tmp_path)
    nothing = digest("build", tmp_path / "one.xyz", tmp_path / "two.xyz", "-o", tmp_path / "out")

    for done in (built, listed, nothing):
        assert (done.stdout + done.stderr).count("unknown kind of file (.xyz)") == 2
        assert (done.stdout + done.stderr).count(".docx") == 1
        assert "digest reads .atom" in done.stderr


def test_a_file_that_may_not_be_read_is_a_row_too(digest: Run, tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    (tmp_path / "good.txt").write_text(TRAMS, "utf-8")
    locked = tmp_path / "locked.txt"
    locked.write_text(TRAMS, "utf-8")
    locked.chmod(0)
    done = digest("build", tmp_path / "good.txt", locked, "-o", tmp_path / "out")
    assert done.returncode == 0
    assert "locked.txt" in done.stdout


def test_nothing_readable_at_all_ends_with_1_and_says_why_for_each(digest: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    done = digest("build", tmp_path / "empty.txt", "-o", tmp_path / "out")
    assert done.returncode == 1
    assert "empty.txt" in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("build", "no-such-folder"),
        ("build", "--nonsense"),
        ("build", "-c", "no-such.toml", "."),
        ("build", ".", "--theme", "no-such-theme"),
        ("build", ".", "--as-of", "tomorrow"),
        ("build", ".", "--format", "papyrus"),
        ("no-such-command",),
    ],
)
def test_a_slip_of_the_user_ends_with_2_and_one_line_that_helps(digest: Run, words: tuple[str, ...]) -> None:
    done = digest(*words)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_the_same_input_gives_the_same_bytes_from_any_folder_and_under_any_hash_seed(
    digest: Run, seeds: Path, tmp_path: Path
) -> None:
    formats = [word for name in ("html", "txt", "md", "json", "eml") for word in ("--format", name)]
    options = ("--as-of", "2024-11-22", *formats)
    elsewhere = tmp_path / "else where"
    shutil.copytree(seeds, elsewhere / "copied seeds")
    first = digest("build", seeds, "-o", tmp_path / "one", *options, PYTHONHASHSEED="1", TZ="UTC")
    other = {"PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    second = digest("build", "copied seeds", "-o", "two", *options, cwd=elsewhere, **other)
    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    ones = sorted(path for path in (tmp_path / "one").rglob("index.*"))
    twos = sorted(path for path in (elsewhere / "two").rglob("index.*"))
    assert [path.name for path in ones] == [path.name for path in twos]
    assert len(ones) == 5
    for one, two in zip(ones, twos, strict=True):
        assert one.read_bytes() == two.read_bytes(), one.name


def test_the_day_of_the_issue_is_the_day_asked_for(digest: Run, seeds: Path, tmp_path: Path) -> None:
    for day in ("2024-06-01", "2025-01-31"):
        done = digest("build", seeds / "01-beian.txt", "-o", tmp_path, "--as-of", day)
        assert done.returncode == 0
    assert {path.parent.name for path in tmp_path.rglob("index.json")} == {"2024-06-01", "2025-01-31"}


def test_verify_finds_every_sentence_of_a_build_and_notices_a_changed_word(
    digest: Run, seeds: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(seeds, folder)
    digest("build", folder, "-o", tmp_path / "out", "--as-of", "2024-11-22")
    issue = _only(tmp_path / "out", "index.json")
    assert digest("verify", issue, folder).returncode == 0
    forged = json.loads(issue.read_text("utf-8"))
    point = forged["articles"][0]["key_points"][0]
    point["text"] = "从来没有" + point["text"][4:]
    issue.write_text(json.dumps(forged), "utf-8")
    done = digest("verify", issue, folder)
    assert done.returncode == 3
    assert "not traced" in done.stderr


def test_init_writes_a_project_that_checks_and_builds_and_a_second_run_overwrites_nothing(
    digest: Run, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    assert digest("init", site).returncode == 0
    config = site / "config" / "digest.toml"
    config.write_text(config.read_text("utf-8") + "\n# mine\n", "utf-8")
    again = digest("init", site)
    assert again.returncode == 0
    assert config.read_text("utf-8").endswith("# mine\n")
    assert digest("check", "-c", config).returncode == 0
    done = digest("build", cwd=site)
    assert done.returncode == 0, done.stderr
    assert _only(site / "out", "index.html").stat().st_size > 5000


def test_an_article_on_no_theme_is_listed_and_not_lost(digest: Run, seeds: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    digest("init", site)
    (site / "seeds" / "trams.txt").write_text(TRAMS, "utf-8")
    done = digest("build", "--as-of", "2024-11-22", cwd=site)
    issue = json.loads(_only(site / "out", "index.json").read_text("utf-8"))
    assert [row["path"] for row in issue["unassigned"]] == ["trams.txt"]
    assert "trams.txt" in done.stdout


def test_a_copy_is_named_and_not_silently_left_out(digest: Run, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in ("first.txt", "second.txt"):
        (folder / name).write_text(TRAMS, "utf-8")
    done = digest("build", folder, "-o", tmp_path / "out")
    assert done.returncode == 0
    assert "copy: second.txt" in done.stdout
    assert "copy: first.txt" not in done.stdout


def test_a_file_above_the_limit_of_the_configuration_is_skipped(digest: Run, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(TRAMS * 9, "utf-8")
    done = digest("build", tmp_path / "long.txt", "-o", tmp_path / "out", DIGEST_SEEDS__MAX_BYTES="400")
    assert done.returncode == 1
    assert "long.txt: too large" in done.stderr


SALT = "盐田港在3月4日恢复运营。港务局说，两台吊车已经修好。第一艘船在清晨靠岸，船上有四十名船员。\n"


def test_without_a_configuration_headings_are_in_the_language_of_most_articles(
    digest: Run, tmp_path: Path
) -> None:
    """Somebody who tries it on English articles sees an English page; a configured language stays."""
    (tmp_path / "trams.txt").write_text(TRAMS, "utf-8")
    (tmp_path / "salt.txt").write_text(f"盐田港恢复运营\n\n{SALT}", "utf-8")

    def built(*names: str, **environment: str) -> tuple[str, str]:
        out = tmp_path / "-".join(("out", *names, *environment.values()))
        assert (
            digest("build", *names, "-o", out, "--format", "json", cwd=tmp_path, **environment).returncode
            == 0
        )
        issue = json.loads(_only(out, "index.json").read_text("utf-8"))
        return issue["language"], issue["theme"]["title"]

    assert built("trams.txt") == ("en", "Digest")
    assert built("salt.txt") == ("zh-Hans", "文摘")
    assert built("salt.txt", "trams.txt") == ("zh-Hans", "文摘")
    assert built("trams.txt", DIGEST_LANGUAGE="zh-Hant") == ("zh-Hant", "文摘")


def test_an_unknown_format_is_told_of_all_there_are(digest: Run, tmp_path: Path) -> None:
    (tmp_path / "trams.txt").write_text(TRAMS, "utf-8")
    done = digest("build", tmp_path / "trams.txt", "--format", "pdf")
    assert done.returncode == 2
    assert "eml, epub, html, json, md, txt" in done.stderr


def test_verify_tells_a_changed_source_from_one_that_is_not_there(digest: Run, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    trams = folder / "trams.txt"
    trams.write_text(TRAMS, "utf-8")
    digest("build", folder, "-o", tmp_path / "out", "--format", "json")
    issue = _only(tmp_path / "out", "index.json")

    trams.write_text(TRAMS.replace("31 to 4", "32 to 3"), "utf-8")
    changed = digest("verify", issue)
    trams.unlink()
    gone = digest("verify", issue)

    assert changed.returncode == gone.returncode == 3
    assert "its source has changed" in changed.stderr
    assert "its source was not found" in gone.stderr


def test_a_build_of_nothing_says_how_to_begin(digest: Run) -> None:
    done = digest("build")

    assert done.returncode == 2
    assert "digest build article.txt" in done.stderr
    assert "digest init ." in done.stderr


def test_one_file_among_several_that_may_not_be_read_does_not_keep_the_others_out(
    tmp_path: Path, closed: set[Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """``digest build *`` names each file; a check of the arguments would end the whole build."""
    (tmp_path / "good.txt").write_text(TRAMS, "utf-8")
    locked = tmp_path / "locked.txt"
    locked.write_text(TRAMS, "utf-8")
    closed.add(locked)
    access = os.access
    monkeypatch.setattr(os, "access", lambda path, *how: Path(path) != locked and access(path, *how))

    monkeypatch.chdir(tmp_path)

    words = ["build", str(tmp_path / "good.txt"), str(locked), "-o", str(tmp_path / "out"), "--json"]
    application()(words, standalone_mode=False)

    told = json.loads(capsys.readouterr().out)
    assert [row["path"] for row in told["skipped"]] == ["locked.txt"]
    assert [row["path"] for row in told["issue"]["articles"]] == ["good.txt"]


def test_a_file_and_a_folder_whose_names_are_no_text_are_built_and_verified(
    digest: Run, tmp_path: Path
) -> None:
    folder = tmp_path / os.fsdecode(b"caf\xe9")
    folder.mkdir()
    article = folder / os.fsdecode(b"one\xff\n.txt")
    article.write_text(TRAMS, "utf-8")

    for given in (article, folder):
        built = digest("build", given, "-o", tmp_path / "out", "--as-of", "2026-11-22")
        verified = digest("verify", tmp_path / "out" / "digest" / "2026-11-22" / "index.json")

        assert (built.returncode, verified.returncode) == (0, 0), built.stderr + verified.stderr
        assert "one\ufffd␊.txt" in built.stdout


def test_nothing_that_is_printed_steers_the_terminal(digest: Run, tmp_path: Path) -> None:
    article = tmp_path / "one\x1b]0;name\x07.txt"
    article.write_text("Trams\x1b[2J and \u202eolleh\u202c back\n\n" + TRAMS, "utf-8")

    for words in (["build"], ["seeds", "list"], ["seeds", "explain"], ["summarize"]):
        told = digest(*words, article)

        assert told.returncode == 0, told.stderr
        assert not set(told.stdout + told.stderr) & {"\x1b", "\x07", "\u202e"}, words


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_standard_output_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TRAMS, "utf-8")
    for words in (["build", "one.txt"], ["seeds", "list", "one.txt", "--json"]):
        done = into("/dev/full", 1, words, tmp_path)

        assert done.returncode == 1
        assert done.stderr.splitlines() == [
            "digest: standard output: cannot be written (No space left on device); make room where it goes to"
        ]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_talk_that_nobody_can_hear_changes_nothing(tmp_path: Path) -> None:
    """A log on a full disk, or none at all (``2>&-``), keeps no issue back and changes no exit code."""
    (tmp_path / "one.txt").write_text(TRAMS, "utf-8")
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "digest.toml").write_text("", "utf-8")
    (tmp_path / "seeds").mkdir()
    for target in ("/dev/full", ""):
        assert into(target, 2, ["build", "one.txt"], tmp_path).returncode == 0
        assert into(target, 2, ["send", "nothing"], tmp_path).returncode == 2
        assert into(target, 2, ["run", "--once"], tmp_path).returncode == 0


def into(target: str, descriptor: int, words: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """The command with one of its streams going to *target*; closed for "". Both are buffered."""
    redirection = f"{descriptor}>{target}" if target else f"{descriptor}>&-"
    command = shlex.join([sys.executable, "-m", "digest", *words])
    return subprocess.run(
        ["/bin/sh", "-c", f"{command} {redirection}"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": ""},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_a_reader_who_stops_reading_ends_the_command_as_it_would_have_ended(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", "utf-8")
    command = shlex.join([sys.executable, "-m", "digest"])
    script = f"({command} %s; echo $? >code) | true; cat code"
    for words, code in (("config schema", "0"), ("build empty.txt --json", "1")):
        done = subprocess.run(
            ["/bin/sh", "-c", script % words],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.stdout.split() == [code]


TWO_THEMES = """
[[themes]]
slug = "trams"
query = ["trams"]
[[themes]]
slug = "herring"
query = ["herring"]
"""
HERRING = (
    "Herring below the ropewalk\n\n"
    "Workers found a cellar with 40 barrels of salted herring under the old ropewalk of Harbour Bay. "
    "The barrels bear the mark of a merchant who sank with his ship in 1731. "
    "Visitors may see the herring on Sundays until the concrete is poured in March.\n"
)


@pytest.fixture
def two_themes(tmp_path: Path) -> Path:
    for name, text in {
        "seeds/a.txt": TRAMS,
        "seeds/a again.txt": TRAMS,
        "seeds/h.txt": HERRING,
        "seeds/h again.txt": HERRING,
        "config/digest.toml": TWO_THEMES,
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_a_copy_is_told_once_with_what_it_is_a_copy_of(digest: Run, two_themes: Path) -> None:
    """Of two themes each said of the other's copies that an article above prints the same."""
    told = digest("build", cwd=two_themes).stdout
    listed = json.loads(digest("build", "--json", cwd=two_themes).stdout)["copies"]

    first, second = told.split("herring/")[:2]
    assert [line for line in first.splitlines() if line.startswith("copy")] == [
        "copy: a.txt: it prints what a again.txt prints"
    ]
    assert [line for line in second.splitlines() if line.startswith("copy")] == [
        "copy: h.txt: it prints what h again.txt prints"
    ]
    assert listed == [{"path": "a.txt", "of": "a again.txt"}, {"path": "h.txt", "of": "h again.txt"}]


def test_an_issue_may_be_named_by_file_folder_or_id(digest: Run, two_themes: Path) -> None:
    digest("build", "--as-of", "2026-11-22", cwd=two_themes)

    for named in ("herring/2026-11-22", "out/herring/2026-11-22", "out/herring/2026-11-22/index.json"):
        for words in (["verify", named], ["issues", "show", named], ["build", "--since", named, "-o", "x"]):
            done = digest(*words, cwd=two_themes)
            assert done.returncode == 0, done.stderr


def test_an_issue_of_one_theme_is_compared_with_that_themes_only(digest: Run, two_themes: Path) -> None:
    digest("build", "--as-of", "2026-11-22", cwd=two_themes)
    digest("build", "--as-of", "2026-11-23", "--since", "herring/2026-11-22", cwd=two_themes)

    def since(theme: str) -> str | None:
        file = two_themes / "out" / theme / "2026-11-23" / "index.json"
        return json.loads(file.read_text("utf-8"))["since"]

    assert (since("trams"), since("herring")) == (None, "herring/2026-11-22")


def test_a_folder_without_files_is_named_and_a_remedy_is_of_no_single_file(
    digest: Run, tmp_path: Path
) -> None:
    (tmp_path / "bare").mkdir()
    (tmp_path / "empty.txt").write_bytes(b"")

    bare = digest("build", "bare", cwd=tmp_path).stderr
    empty = digest("build", "empty.txt", cwd=tmp_path).stderr

    assert bare == "digest: bare: there is no file; name files or folders that hold articles\n"
    assert empty.splitlines() == [
        "digest: no article could be read; name files or folders that hold articles",
        "  empty.txt: empty; remove it or fetch it again",
    ]
