"""What a folder holds: files to read, and files passed over with the reason."""

import os

from digest.intake import WRITTEN, Found, walk
from digest.model import Skipped


def listed(*paths):
    found = list(walk(paths))
    taken = [each.name for each in found if isinstance(each, Found)]
    skipped = {each.path: each.reason for each in found if isinstance(each, Skipped)}
    return taken, skipped


def test_a_folder_is_listed_by_name_with_its_subfolders(tmp_path):
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "a.txt", "b/x.html", "b/a.md"):
        (tmp_path / name).write_text("text")

    assert listed(tmp_path) == (["a.txt", "b/a.md", "b/x.html", "c.txt"], {})


def test_what_is_passed_over_says_why(tmp_path):
    for name in (
        ".hidden.txt",
        "half.txt.part",
        "~$open.docx",
        "copy.txt~",
        "Thumbs.db",
        "picture.png",
        "README",
    ):
        (tmp_path / name).write_text("text")

    taken, skipped = listed(tmp_path)

    assert taken == []
    assert skipped[".hidden.txt"] == "hidden"
    assert skipped["half.txt.part"] == skipped["copy.txt~"] == skipped["~$open.docx"] == "temporary"
    assert "operating system" in skipped["Thumbs.db"]
    assert skipped["picture.png"] == "unknown kind of file (.png)"
    assert skipped["README"] == "unknown kind of file (no suffix)"


def test_a_folder_that_issues_were_written_to_holds_no_seeds(tmp_path):
    """Who builds in the folder of his articles gets the same bytes twice, and no digest of a digest."""
    for name in ("a.txt", "out/theme/2026-01-01/index.txt", f"out/theme/{WRITTEN}"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("[]")

    assert listed(tmp_path) == (["a.txt"], {})


def test_links_are_not_followed(tmp_path):
    outside = tmp_path / "outside.txt"
    outside.write_text("secret")
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "link.txt").symlink_to(outside)
    (seeds / "loop").symlink_to(tmp_path)

    taken, skipped = listed(seeds)

    assert taken == []
    assert all("a link" in reason for reason in skipped.values())
    assert set(skipped) == {"link.txt", "loop"}


def test_a_hidden_folder_is_one_row(tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "a.txt").write_text("x")
    assert listed(tmp_path) == ([], {".git": "hidden"})


def test_a_folder_that_may_not_be_entered_is_one_row_and_the_others_are_read(tmp_path, closed):
    """Its own check for what digest wrote there must not fail on it."""
    for name in ("a.txt", "private/b.txt", "z.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("text")
    closed.add(tmp_path / "private")

    assert listed(tmp_path) == (["a.txt", "z.txt"], {"private/": "unreadable folder (permission denied)"})


def test_a_file_in_a_closed_folder_is_a_row(tmp_path, closed):
    (tmp_path / "private").mkdir()
    (tmp_path / "private" / "b.txt").write_text("text")
    closed.add(tmp_path / "private")

    assert listed(tmp_path / "private" / "b.txt") == ([], {"b.txt": "unreadable (permission denied)"})


def test_a_file_named_by_itself_is_taken_if_its_kind_is_read(tmp_path):
    odd, unknown = tmp_path / ".notes.txt", tmp_path / "notes"
    odd.write_text("text")
    unknown.write_text("text")
    assert listed(odd, unknown) == ([".notes.txt"], {"notes": "unknown kind of file (no suffix)"})


def test_a_file_named_twice_is_taken_once(tmp_path):
    (tmp_path / "a.txt").write_text("text")
    assert listed(tmp_path, tmp_path / "a.txt", tmp_path) == (["a.txt"], {})


def test_a_path_that_is_not_there_is_a_row(tmp_path):
    taken, skipped = listed(tmp_path / "gone.txt")
    assert taken == []
    assert "no such file" in skipped["gone.txt"]


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert listed(tmp_path) == ([], {"pipe.txt": "not a regular file"})


def test_a_name_is_printed_without_what_a_terminal_obeys(tmp_path):
    """Each in its own way, so that two files never share a name; the file is found nevertheless."""
    for name in (b"new\nline.txt", b"tab\there.txt", b"red\x1b[31m.txt", b"caf\xe9.txt"):
        (tmp_path / os.fsdecode(name)).write_text("text")

    taken, _ = listed(tmp_path)
    alone = [listed(path)[0] for path in sorted(tmp_path.iterdir())]

    assert sorted(taken) == ["caf\ufffd.txt", "new␊line.txt", "red␛[31m.txt", "tab␉here.txt"]
    assert sorted(name for names in alone for name in names) == sorted(taken)
