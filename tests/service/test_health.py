"""What a running service says about itself over HTTP and on the command line."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import httpx
import pytest

from digest.cli import application
from digest.service import Service, reports
from digest.web import health
from tests.service.conftest import Newsroom


def asked(service: Service, path: str) -> tuple[int, Any]:
    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(health.application(service))
        async with httpx.AsyncClient(transport=transport, base_url="http://loopback") as client:
            return await client.get(path)

    answer = asyncio.run(ask())
    return answer.status_code, answer.text if path == "/metrics" else answer.json()


def test_alive_is_not_yet_ready(newsroom: Newsroom) -> None:
    service = newsroom.service()

    assert asked(service, "/healthz") == (200, {"ok": True})
    assert asked(service, "/readyz") == (
        503,
        {"ready": False, "problems": ["no round has been finished in time"]},
    )

    service.tick()
    assert asked(service, "/readyz") == (200, {"ready": True, "problems": []})


def test_a_service_that_hangs_is_not_ready(newsroom: Newsroom) -> None:
    service = newsroom.service()
    service.tick()
    newsroom.clock.forward(1000)

    assert asked(service, "/readyz")[0] == 503


def test_a_clock_that_was_set_does_not_look_like_a_hang(newsroom: Newsroom) -> None:
    service = newsroom.service()
    service.tick()
    newsroom.clock.now += 7200

    assert asked(service, "/readyz")[0] == 200


def test_a_folder_that_is_gone_and_an_overdue_slot_are_named(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    from digest import pipeline

    service = newsroom.service()
    service.tick()
    newsroom.drop("one.txt")
    monkeypatch.setattr(pipeline, "assemble", lambda *_, **__: 1 / 0)
    newsroom.clock.at("2026-11-21 07:00")
    service.tick()
    newsroom.clock.at("2026-11-21 07:20")
    newsroom.seeds.rename(newsroom.folder / "unmounted")
    service.tick()

    code, told = asked(service, "/readyz")

    assert code == 503
    assert any("trams/2026-11-21 is overdue" in problem for problem in told["problems"])
    assert any("no folder" in problem for problem in told["problems"])


def test_metrics_tell_the_age_of_the_last_success(newsroom: Newsroom) -> None:
    pytest.importorskip("prometheus_client")
    service = newsroom.service()
    service.tick()
    newsroom.drop("one.txt")
    newsroom.clock.at("2026-11-21 07:00")
    service.tick()
    newsroom.clock.forward(90)

    code, text = asked(service, "/metrics")

    assert code == 200
    assert 'digest_last_success_age_seconds{theme="trams"} 90.0' in text
    assert 'digest_files{state="ingested"} 1.0' in text
    assert "digest_overdue_slots 0.0" in text


def test_status_says_what_was_what_comes_and_what_waits(newsroom: Newsroom) -> None:
    service = newsroom.service()
    service.tick()
    newsroom.drop("one.txt")
    newsroom.drop("empty.txt", text=" ")
    newsroom.clock.at("2026-11-21 07:00")
    service.tick()
    newsroom.drop("two.txt", 2)

    report = reports.status(service.config, service.store)

    (theme,) = report["themes"]
    assert theme["last"]["issue"] == "trams/2026-11-21"
    assert theme["next"] == "2026-11-22T07:00:00+00:00"
    assert report["seeds"]["waiting"] == 1
    assert report["seeds"]["files"] == {"ingested": 1, "rejected": 1}
    assert [row["path"] for row in report["seeds"]["reasons"]] == ["empty.txt"]
    text = reports.as_text(report)
    assert "rejected: empty.txt" in text
    assert "next  2026-11-22 07:00, in 1 d" in text


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """The command in this process: exit code, standard output, standard error."""
    code: Any = 0
    try:
        application()(list(arguments), standalone_mode=False)
    except SystemExit as ending:
        code = ending.code
    told = capsys.readouterr()
    return int(code or 0), told.out, told.err


@pytest.fixture
def published(newsroom: Newsroom) -> Newsroom:
    """Two issues: one article in each."""
    service = newsroom.service()
    service.tick()
    for day, number in ((21, 1), (22, 2)):
        newsroom.drop(f"{number}.txt", number)
        newsroom.clock.at(f"2026-11-{day} 07:00")
        service.tick()
    return newsroom


def test_the_commands_list_show_and_compare_issues(
    published: Newsroom, capsys: pytest.CaptureFixture[str]
) -> None:
    config = ("-c", str(published.folder / "digest.toml"))

    _, listed, _ = run(capsys, "issues", "list", *config)
    _, shown, _ = run(capsys, "issues", "show", "trams/2026-11-21", "--why", *config)
    _, whole, _ = run(capsys, "issues", "show", "trams/2026-11-21", "--json", *config)
    _, changed, _ = run(capsys, "issues", "diff", "trams/2026-11-21", "trams/2026-11-22", "--json", *config)

    assert listed.index("trams/2026-11-22") < listed.index("trams/2026-11-21")
    assert "1.txt:" in shown
    assert json.loads(whole)["id"] == "trams/2026-11-21"
    difference = json.loads(changed)
    assert [row.split(":")[0] for row in difference["articles_added"]] == ["2.txt"]
    assert [row.split(":")[0] for row in difference["articles_removed"]] == ["1.txt"]
    assert difference["sentences_added"]


def test_status_is_one_json_object(published: Newsroom, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "status", "--json", "-c", str(published.folder / "digest.toml"))

    assert (code, err) == (0, "")
    assert json.loads(out)["themes"][0]["slug"] == "trams"


def test_an_issue_that_is_not_there_says_where_to_look(
    published: Newsroom, capsys: pytest.CaptureFixture[str]
) -> None:
    from digest.errors import ConfigError

    with pytest.raises(ConfigError, match="digest issues list"):
        run(capsys, "issues", "show", "trams/1999-01-01", "-c", str(published.folder / "digest.toml"))


@pytest.mark.parametrize("command", [["status"], ["issues", "list"]])
def test_asking_makes_no_store(
    newsroom: Newsroom, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    from digest.errors import StoreError

    newsroom.config()
    with pytest.raises(StoreError, match="nothing has run here yet"):
        run(capsys, *command, "-c", str(newsroom.folder / "digest.toml"))

    assert not (newsroom.folder / "var").exists()
