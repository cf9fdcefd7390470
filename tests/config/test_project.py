"""``digest init``, ``check`` and ``config``: from nothing to a working project."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from digest import checks
from digest import config as configuration
from digest.cli import application
from digest.errors import ConfigError
from digest.shipped import shipped


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code: Any = 0
    try:
        application()(list(arguments), standalone_mode=False)
    except SystemExit as ending:
        code = ending.code
    told = capsys.readouterr()
    return int(code or 0), told.out, told.err


def test_init_writes_a_project_that_check_finds_in_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = run(capsys, "init", str(tmp_path / "news"))
    code, checked, err = run(capsys, "check", "-c", str(tmp_path / "news" / "config" / "digest.toml"))

    assert "0 kept" in out
    assert (code, err) == (0, "")
    assert "in order" in checked
    assert (tmp_path / "news" / "seeds").is_dir()
    assert (tmp_path / "news" / "templates").is_dir()


def test_a_second_init_overwrites_nothing_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "init", str(tmp_path))
    mine = tmp_path / "config" / "digest.toml"
    mine.write_text("# mine\n", "utf-8")

    _, out, err = run(capsys, "init", str(tmp_path))

    assert mine.read_text("utf-8") == "# mine\n"
    assert out.startswith("0 files written")
    assert err == f"yours, kept as it is: {mine}\n"


@pytest.mark.parametrize("group", [
    (), ("config",), ("seeds",), ("issues",), ("subscribers",), ("bounces",), ("site",), ("themes",)
])  # fmt: skip
def test_the_list_of_commands_cuts_no_sentence_off(
    group: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")

    _, out, _ = run(capsys, *group, "--help")

    assert "Commands:" in out
    assert "..." not in out.partition("Commands:")[2]


def test_a_look_based_on_the_shipped_one_of_its_name_is_listed_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "init", str(tmp_path))

    _, out, _ = run(capsys, "themes", "list", "--templates", str(tmp_path / "templates"))

    assert [line.split() for line in out.splitlines()][2:] == [
        ["paper", "Paper", "plain", ">", "plain", "(shipped)", "yours"],
        ["plain", "Plain", "plain", "(shipped)", "yours"],
    ]


def test_init_into_a_place_that_cannot_be_written_says_which(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")

    with pytest.raises(ConfigError, match="taken"):
        application()(["init", str(tmp_path / "taken" / "below")], standalone_mode=False)


def test_check_names_every_problem_and_ends_with_two(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "digest.toml"
    path.write_text(
        '[seeds]\ndir = "gone"\n[output]\nformats = ["html", "papyrus"]\ntemplates = "nowhere"\n'
        '[mail]\npassword_file = "no-secret"\nchannel = "pigeon"\nsender = "a b"\n'
        '[[themes]]\nslug = "a"\nmethod = "magic"\nlook = "neon"\nrecipients_file = "no-readers"\n'
        '[[themes]]\nslug = "b"\nto = ["not an address"]\n',
        "utf-8",
    )

    code, _, err = run(capsys, "check", "-c", str(path))

    assert code == 2
    for word in ("gone", "papyrus", "nowhere", "no-secret", "magic", "neon", "no-readers", "pigeon"):
        assert word in err
    for place in ("mail.sender: 'a b'", "recipients of b: 'not an address'"):
        assert place in err


@pytest.mark.parametrize(
    ("settings", "place"),
    [
        ('dkim_key_file = "gone.pem"\ndkim_selector = "s1"', "gone.pem"),
        ('dkim_key_file = "digest.toml"\ndkim_selector = "s1"', "digest.toml"),
        ('dkim_key_file = "gone.pem"', "mail.dkim_selector"),
        ('ca_file = "gone.pem"', "mail.ca_file"),
        ('unsubscribe = "nobody"', "mail.unsubscribe"),
    ],
)
def test_check_finds_what_would_fail_only_when_the_first_mail_is_due(
    tmp_path: Path, settings: str, place: str
) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "digest.toml").write_text(f'[seeds]\ndir = "seeds"\n[mail]\n{settings}\n', "utf-8")

    (problem,) = checks.problems(configuration.load(tmp_path / "digest.toml", {}))

    assert place in problem.place


def test_a_name_that_does_not_exist_is_told_with_its_line_or_its_variable(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "digest.toml"
    path.write_text(
        '[mail]\nchannel = "file"\n\n[[themes]]\nslug = "a"\nlook = "papre"\nrecipients_file = "r"\n'
    )
    monkeypatch.setenv("DIGEST_MAIL__CHANNEL", "pigeon")

    _, _, err = run(capsys, "check", "-c", str(path))

    assert f"{path}:6: look 'papre': there is none of that name; did you mean 'paper'?" in err
    assert f"{path}:7: recipients_file {tmp_path / 'r'}: cannot be read" in err
    assert "environment DIGEST_MAIL__CHANNEL: channel 'pigeon'" in err


@pytest.mark.parametrize(("line", "told"), [
    ('key_points = "three"', "themes[0].key_points is not a whole number; write digits alone"),
    ('to = "a@example.org"', 'themes[0].to is not a list; write it in brackets: ["one", "two"]'),
    ("title = 3", "themes[0].title is not text; write it in quotes"),
])  # fmt: skip
def test_a_wrong_kind_of_value_is_told_in_the_words_of_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str, told: str
) -> None:
    path = tmp_path / "digest.toml"
    path.write_text(f"[[themes]]\n{line}\n")

    _, _, err = run(capsys, "check", "-c", str(path))

    assert err == f"digest: {path}:2: {told}\n"


def test_check_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "init", str(tmp_path))
    before = sorted(tmp_path.rglob("*"))

    run(capsys, "check", "-c", str(tmp_path / "config" / "digest.toml"), "--json")

    assert sorted(tmp_path.rglob("*")) == before


def test_check_as_json_lists_the_problems(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "digest.toml").write_text("[mail]\nprt = 1\n")

    code, out, _ = run(capsys, "check", "--json", "-c", str(tmp_path / "digest.toml"))

    told = json.loads(out)
    assert code == 2
    assert told["ok"] is False
    assert told["problems"][0]["remedy"] == "did you mean 'port'?"


def test_the_service_starts_although_a_folder_is_not_there_yet(tmp_path: Path) -> None:
    (tmp_path / "digest.toml").write_text('[seeds]\ndir = "mounted-later"\n')
    config = configuration.load(tmp_path / "digest.toml", {})

    assert list(checks.blocking(config)) == []
    assert [problem.place for problem in checks.problems(config)] == [
        f"seeds.dir {tmp_path / 'mounted-later'}"
    ]


def test_config_show_and_schema_print_what_is_in_force(capsys: pytest.CaptureFixture[str]) -> None:
    path = str(shipped("config") / "digest.toml")

    _, shown, _ = run(capsys, "config", "show", "--json", "-c", path)
    _, schema, _ = run(capsys, "config", "schema")

    assert json.loads(shown)["themes"][0]["slug"] == "openai-safety-exodus"
    assert json.loads(schema)["properties"]["themes"]["minItems"] == 1


def test_config_show_says_what_set_a_value(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "digest.toml"
    path.write_text('[mail]\nhost = "mx.example.org"\n\n[[themes]]\nslug = "trams"\ntitle = "Trams"\n')
    monkeypatch.setenv("DIGEST_MAIL__PORT", "2525")
    monkeypatch.setenv("DIGEST_THEMES__TRAMS__TITLE", "Rails")

    _, out, _ = run(capsys, "config", "show", "-c", str(path))

    told = out.splitlines()
    assert 'host = "mx.example.org"  # line 2' in told
    assert "port = 2525  # DIGEST_MAIL__PORT" in told
    assert 'slug = "trams"  # line 5' in told
    assert 'title = "Rails"  # DIGEST_THEMES__TRAMS__TITLE' in told
    assert 'tls = "starttls"' in told


def test_a_store_on_a_network_mount_is_warned_of() -> None:
    mounts = "rootfs / ext4 rw 0 0\nnas:/vol /srv/share nfs4 rw 0 0\n//nas/b /srv/my\\040share cifs rw 0 0\n"

    assert checks.network_mount(Path("/srv/share/var/digest.db"), mounts) == "nfs4"
    assert checks.network_mount(Path("/srv/my share/digest.db"), mounts) == "cifs"
    assert checks.network_mount(Path("/srv/shared/digest.db"), mounts) == ""
    assert checks.network_mount(Path("/var/digest.db"), "") == ""


def test_check_names_a_folder_of_seeds_that_may_not_be_entered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], closed: set[Path]
) -> None:
    (tmp_path / "seeds" / "private").mkdir(parents=True)
    (tmp_path / "digest.toml").write_text("", "utf-8")
    closed.add(tmp_path / "seeds" / "private")

    code, _, err = run(capsys, "check", "-c", str(tmp_path / "digest.toml"))

    assert code == 2
    assert "seeds/private/: unreadable folder" in err


@pytest.mark.parametrize("url", ["mysql://host/digest", "/var/digest.db", "sqlite://digest.db"])
def test_check_finds_an_address_at_which_no_store_can_be_opened(tmp_path: Path, url: str) -> None:
    (tmp_path / "seeds").mkdir()
    path = tmp_path / "digest.toml"
    path.write_text(f'[store]\nurl = "{url}"\n', "utf-8")

    (problem,) = checks.problems(configuration.load(path, {}))

    assert problem.place == f"{path}:2: store.url"


def test_check_names_a_variable_with_one_underscore_too_few(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would be ignored in silence. What Kubernetes sets for a service called digest is no slip."""
    (tmp_path / "seeds").mkdir()
    path = tmp_path / "digest.toml"
    path.write_text("", "utf-8")
    for name, value in {
        "DIGEST_MAIL_HOST": "smtp.example.org",
        "DIGEST_SERVICE_PORT": "8081",
        "DIGEST_WEB_PORT": "tcp://10.0.0.1:80",
        "DIGEST_CONFIG": "x",
    }.items():
        monkeypatch.setenv(name, value)

    (problem,) = checks.problems(configuration.load(path, {}))

    assert str(problem) == "environment DIGEST_MAIL_HOST: is not read; did you mean DIGEST_MAIL__HOST?"
