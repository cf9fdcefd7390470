"""``digest site build`` and ``digest themes``, as a user runs them."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from digest import issue_json
from tests.site.helpers import archive


@pytest.fixture
def out(tmp_path):
    """Issues as ``digest build`` leaves them."""
    for each in archive():
        folder = tmp_path / "out" / each.id
        folder.mkdir(parents=True)
        (folder / "index.json").write_text(issue_json.dump(each), "utf-8")
    return tmp_path / "out"


def contents(folder):
    files = [file for file in folder.rglob("*") if file.is_file()]
    return {
        file.relative_to(folder).as_posix(): (file.read_bytes(), file.stat().st_mtime_ns) for file in files
    }


def test_building_again_touches_no_file(digest, out):
    first = digest("site", "build", out)
    before = contents(out / "site")

    again = digest("site", "build", out)

    assert first.returncode == again.returncode == 0, first.stderr
    assert "0 files written" in again.stdout
    assert contents(out / "site") == before


def test_a_withdrawn_issue_leaves_the_site_and_a_foreign_file_stays(digest, out):
    digest("site", "build", out)
    (out / "site" / "CNAME").write_text("news.example.org")
    (out / "night-markets/2026-06-13/index.json").unlink()

    done = digest("site", "build", out, "--json")

    counts = json.loads(done.stdout)
    assert (counts["issues"], counts["removed"]) == (4, 3)
    assert not (out / "site/night-markets/2026-06-13").exists()
    assert (out / "site/night-markets/2026-06-14/index.html").is_file()
    assert (out / "site/CNAME").is_file()


def test_a_list_of_files_that_points_outside_the_site_removes_nothing(digest, out):
    digest("site", "build", out)
    (out / "site/site.files.json").write_text('["../harbour-trams/2026-06-14/index.json", "/etc/hosts"]')

    digest("site", "build", out)

    assert (out / "harbour-trams/2026-06-14/index.json").is_file()


def test_a_folder_without_issues_is_an_error_with_its_remedy(digest, tmp_path):
    empty = tmp_path / "nothing"
    empty.mkdir()

    done = digest("site", "build", empty)

    assert done.returncode == 2
    assert "holds no issue; build one first: digest build" in done.stderr


def test_a_broken_issue_is_named(digest, out):
    (out / "harbour-trams/2026-06-14/index.json").write_text("{}")

    done = digest("site", "build", out)

    assert done.returncode == 2
    assert "harbour-trams/2026-06-14/index.json" in done.stderr


def test_a_look_is_started_changed_and_checked(digest, tmp_path):
    work = tmp_path / "work"
    work.mkdir()

    new = digest("themes", "new", "harbour", "--block", "points", cwd=work)
    file = work / "templates/harbour/look.toml"
    file.write_text(file.read_text("utf-8").replace('accent = "#9c2f22"', 'accent = "#0b6b66"', 1), "utf-8")
    good = digest("themes", "check", "harbour", "--templates", "templates", cwd=work)
    file.write_text(file.read_text("utf-8").replace("#0b6b66", "#ffcc00"), "utf-8")
    bad = digest("themes", "check", "harbour", "--templates", "templates", cwd=work)
    twice = digest("themes", "new", "harbour", cwd=work)

    assert new.returncode == 0, new.stderr
    assert (work / "templates/harbour/blocks/points.html").is_file()
    assert (good.returncode, good.stdout) == (0, "harbour: fit to be sent\n")
    assert bad.returncode == 1
    assert "contrast" in bad.stdout
    assert twice.returncode == 2
    assert "exists already" in twice.stderr


def test_looks_are_listed_with_what_they_are_based_on(digest):
    rows = json.loads(digest("themes", "list", "--json").stdout)["looks"]

    assert {row["name"]: row["bases"] for row in rows} == {
        "ledger": ["plain"],
        "paper": ["plain"],
        "plain": [],
    }


def test_what_the_service_published_is_in_the_archive_too(digest, tmp_path):
    """The store alone is enough; and where a file was built anew since, the store has what was published."""
    from digest.store import issues as stored
    from digest.store import open_store

    published, since = archive()[0], replace(archive()[0], as_of="2026-06-01")
    url = f"sqlite:///{tmp_path}/digest.db"
    with open_store(url) as store:
        stored.put_issue(store, published.id, document=issue_json.dump(published))
        stored.put_issue(store, "harbour-trams/2026-07-01")  # not built yet
    (tmp_path / "out" / since.id).mkdir(parents=True)
    (tmp_path / "out" / since.id / "index.json").write_text(issue_json.dump(since), "utf-8")

    done = digest("site", "build", "--json", DIGEST_STORE__URL=url, DIGEST_OUTPUT__DIR=str(tmp_path / "out"))

    assert json.loads(done.stdout)["issues"] == 1, done.stderr
    kept = tmp_path / "out/site" / published.id / "issue.json"
    assert json.loads(kept.read_text("utf-8"))["as_of"] == published.as_of
