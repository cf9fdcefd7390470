"""The preview: every sentence beside its source, rebuilt at each change, on this machine only."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest
from starlette.testclient import TestClient

from digest.web.preview import VIEWS, Desk
from digest.web.preview_server import _Pages, application
from tests.conftest import ROOT

ARTICLE = """港湾电车恢复载客

港湾日报 2026-06-12

停运六十一年之后，港湾电车在周一早晨重新载客。首周平均每天有 4.8 万人乘坐，比预测高出三分之一。
市政厅说，首年的票价定在两元，六十五岁以上的乘客免费。沿线的十九家店铺收到了通知，轨道两侧今后不得停放货车。
"""


@pytest.fixture
def project(tmp_path):
    """A folder with one article, a configuration and a look of the user's own."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/tram.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "templates/mine").mkdir(parents=True)
    (tmp_path / "templates/mine/look.toml").write_text('[look]\nbase = "paper"\n', "utf-8")
    (tmp_path / "digest.toml").write_text(
        '[seeds]\ndir = "seeds"\n[output]\ntemplates = "templates"\n'
        '[[themes]]\nslug = "tram"\ntitle = "电车"\nlook = "mine"\n',
        "utf-8",
    )
    return tmp_path


@pytest.fixture
def desk(project):
    return Desk(project / "digest.toml", as_of="2026-06-14")


@pytest.fixture
def browser(desk):
    with TestClient(application(desk, watch=False), base_url="http://127.0.0.1") as client:
        yield client


def test_each_printed_sentence_stands_beside_its_place_in_the_source(desk):
    proof = desk.proof()

    assert proof.places
    lines = ARTICLE.split("\n")
    for place in proof.places:
        assert place.path == "tram.txt"
        assert lines[place.line - 1][place.column - 1 :].startswith(place.raw[:10])
    assert len({(place.line, place.column, place.raw) for place in proof.places}) == len(proof.places)


def test_every_view_can_be_opened(browser):
    for view in VIEWS:
        answer = browser.get(f"/view/{view}")
        assert answer.status_code == 200
        assert "港湾电车" in answer.text
    assert browser.get("/view/sepia").status_code == 404


def test_the_frame_shows_subject_size_and_places(browser):
    page = browser.get("/").text

    assert "<meter" in page
    assert "tram.txt:5:1" in page
    assert "<option selected>mine</option>" in page


def test_the_bare_view_has_no_style_sheet_and_the_dark_one_is_dark_for_everyone(browser):
    assert "<style" not in browser.get("/view/bare").text
    assert "prefers-color-scheme" not in browser.get("/view/dark").text
    assert "prefers-color-scheme" in browser.get("/view/mail").text


def test_another_look_is_shown_when_asked_for(browser):
    assert browser.get("/view/mail?look=ledger").text != browser.get("/view/mail").text
    assert "did you mean" in browser.get("/?look=ledgr").text


def test_a_page_that_names_this_machine_otherwise_gets_no_answer(desk):
    """A site elsewhere could give its own name the address 127.0.0.1 and read the preview."""
    with TestClient(application(desk, watch=False), base_url="http://thief.example") as client:
        assert client.get("/").status_code == 400


def test_a_mistake_is_shown_in_the_page_and_gone_when_it_is_mended(desk, browser, project):
    block = project / "templates/mine/blocks/lead.html"
    block.parent.mkdir()
    block.write_text("{{ page.titel }}", "utf-8")
    desk.changed([block])
    broken = browser.get("/")
    block.unlink()
    desk.changed([block])

    assert broken.status_code == 500
    assert "no attribute &#39;titel&#39;" in broken.text
    assert "/events" in broken.text, "it waits for the change that mends it"
    assert browser.get("/").status_code == 200


def test_a_changed_template_shows_at_once_and_reads_no_article_again(desk, project):
    desk.proof()
    prepared = desk._prepared
    block = project / "templates/mine/blocks/footer.html"
    block.parent.mkdir()
    block.write_text("<tr><td>imprint</td></tr>", "utf-8")

    desk.changed([block])

    assert "imprint" in desk.proof().rendering.html
    assert desk._prepared is prepared


def test_a_changed_article_or_configuration_is_read_again(desk, project):
    desk.proof()
    article, config = project / "seeds/tram.txt", project / "digest.toml"

    article.write_text(ARTICLE.replace("4.8 万人", "5.2 万人"), "utf-8")
    desk.changed([article])
    assert "5.2 万人" in desk.proof().rendering.html

    config.write_text(config.read_text("utf-8").replace("电车", "轨道"), "utf-8")
    desk.changed([config])
    assert "<h1" in desk.proof().rendering.html
    assert desk.proof().issue.theme.title == "轨道"


def test_open_pages_hear_of_a_change(desk, project):
    """From the change of a file to the new version, with real file events."""

    async def story():
        pages = _Pages(desk)
        watching = asyncio.create_task(pages.watch())
        await asyncio.sleep(0.5)
        (project / "seeds/tram.txt").write_text(ARTICLE + "\n又一句。\n", "utf-8")
        async with pages.news:
            await asyncio.wait_for(pages.news.wait(), 300)
        watching.cancel()

    asyncio.run(story())

    assert desk.version >= 1


def test_files_given_by_name_are_previewed_without_a_configuration(tmp_path, monkeypatch, seeds):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DIGEST_CONFIG", raising=False)
    first = sorted(Path(seeds).glob("*.txt"))[0]
    shutil.copy(first, tmp_path / "one.txt")

    proof = Desk(None, (tmp_path / "one.txt",), "2026-06-14").proof()

    assert [article.path for article in proof.issue.articles] == ["one.txt"]


def test_the_command_says_where_it_serves_and_ends_at_once_when_asked(project):
    command = [
        sys.executable,
        "-m",
        "digest",
        "preview",
        "-c",
        "digest.toml",
        "--port",
        "0",
        "--as-of",
        "2026-06-14",
    ]
    with subprocess.Popen(
        command, cwd=project, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True,
    ) as served:  # fmt: skip
        address = served.stdout.readline().strip()
        with urlopen(address, timeout=600) as answer:
            page = answer.read().decode()
        served.send_signal(signal.SIGINT)
        _, said = served.communicate(timeout=600)

    assert address.startswith("http://127.0.0.1:")
    assert "tram.txt:5:1" in page
    assert "Traceback" not in said
    assert served.returncode in (0, 130)


def test_a_port_in_use_is_an_error_with_its_remedy(digest, project):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        done = digest("preview", "-c", project / "digest.toml", "--port", str(port))

    assert done.returncode == 2
    assert "choose another: --port 0" in done.stderr
