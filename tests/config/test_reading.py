"""What a configuration may say, and what a user is told who gets it wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from digest import config as configuration
from digest.config import Config, InvalidConfig
from digest.errors import ConfigError
from digest.shipped import shipped


def written(folder: Path, text: str, name: str = "digest.toml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def load(folder: Path, text: str, environ: dict[str, str] | None = None) -> Config:
    return configuration.load(written(folder, text), environ or {})


def complaints(folder: Path, text: str, environ: dict[str, str] | None = None) -> list[str]:
    with pytest.raises(InvalidConfig) as caught:
        load(folder, text, environ)
    return [str(problem) for problem in caught.value.problems]


def test_every_problem_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    """Fixing one error to meet the next is what users curse."""
    told = complaints(
        tmp_path,
        'languag = "en"\n\n[mail]\nport = "smtp"\nconections = 3\n\n[[themes]]\nslug = "Tram News"\n'
        '\n[[themes]]\nslug = "harbour"\nschedule = "0 25 * * *"\n',
    )

    places = [line.split(": ")[0].rpartition(":")[2] for line in told]
    assert places == ["1", "4", "5", "8", "12"]
    assert "did you mean 'language'?" in told[0]
    assert "did you mean 'connections'?" in told[2]
    assert "0 25 * * *" in told[4]


def test_a_key_of_another_section_is_sent_there(tmp_path: Path) -> None:
    (told,) = complaints(tmp_path, '[seeds]\nhost = "smtp.example.org"\n')

    assert "mail.host" in told


def test_a_broken_file_names_line_and_remedy(tmp_path: Path) -> None:
    (told,) = complaints(tmp_path, "timezone = Asia/Shanghai\n")

    assert "line 1" in told
    assert "need quotes" in told


def test_a_line_is_found_after_multi_line_lists_and_strings(tmp_path: Path) -> None:
    text = """[[themes]]
slug = "harbour"
query = [
  "port = 1",
  "[mail]",
]
subtitle = '''
port = 2
'''
lok = "x"
"""

    told = complaints(tmp_path, text)

    assert any(line.startswith(f"{tmp_path / 'digest.toml'}:10: themes[0].lok") for line in told)


def test_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        '[seeds]\ndir = "../in"\n[store]\nurl = "sqlite:///../state/d.db"\n[output]\ndir = "pages"\n',
        "conf/digest.toml",
    )

    config = configuration.load(path, {})

    assert config.seeds.dir == tmp_path / "in"
    assert config.output.dir == tmp_path / "conf" / "pages"
    assert config.store.url == f"sqlite:///{tmp_path}/state/d.db"


def test_folders_that_are_not_named_lie_beside_the_config_folder(tmp_path: Path) -> None:
    config = configuration.load(written(tmp_path, "", "config/digest.toml"), {})

    assert config.seeds.dir == tmp_path / "seeds"
    assert config.output.dir == tmp_path / "out"


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    config = load(
        tmp_path,
        '[mail]\nport = 25\n[[themes]]\nslug = "tram-news"\nkey_points = 2\n',
        {"DIGEST_MAIL__PORT": "2525", "DIGEST_THEMES__TRAM_NEWS__KEY_POINTS": "4", "DIGEST_LANGUAGE": "en"},
    )

    assert (config.mail.port, config.themes[0].key_points, config.language) == (2525, 4, "en")


def test_a_list_from_the_environment_is_written_as_in_toml(tmp_path: Path) -> None:
    config = load(tmp_path, "", {"DIGEST_THEMES__0__TO": '["a@example.org", "b@example.org"]'})

    assert config.themes[0].recipients() == ("a@example.org", "b@example.org")


def test_a_wrong_variable_is_named(tmp_path: Path) -> None:
    told = complaints(tmp_path, "", {"DIGEST_MAIL__HOZT": "x", "DIGEST_MAIL__TLS": "maybe"})

    assert any(line.startswith("environment DIGEST_MAIL__HOZT") and "'host'" in line for line in told)
    assert any(line.startswith("environment DIGEST_MAIL__TLS") for line in told)


def test_variables_of_others_are_left_alone(tmp_path: Path) -> None:
    assert load(tmp_path, "", {"DIGEST_CONFIG": "x", "DIGEST_TEST_POSTGRES": "y", "PATH": "z"})


@pytest.mark.parametrize(("section", "key"), [("mail", "password"), ("mail", "token"), ("web", "secret")])
def test_a_secret_in_the_file_is_refused(tmp_path: Path, section: str, key: str) -> None:
    (told,) = complaints(tmp_path, f'[{section}]\n{key} = "hunter2"\n')

    assert f"DIGEST_{section}__{key}".upper() in told
    assert "hunter2" not in told


def test_a_secret_comes_from_its_file_or_the_environment(tmp_path: Path) -> None:
    written(tmp_path, "from the file\n", "secret")
    text = '[mail]\npassword_file = "secret"\n'

    assert load(tmp_path, text).mail.secret() == "from the file"
    assert load(tmp_path, text, {"DIGEST_MAIL__PASSWORD": "from outside"}).mail.secret() == "from outside"
    assert load(tmp_path, text, {"DIGEST_MAIL__PASSWORD": ""}).mail.secret() == "from the file"


def test_secrets_are_never_shown(tmp_path: Path) -> None:
    from digest.config import display

    config = load(
        tmp_path,
        '[store]\nurl = "postgresql://digest:hunter2@db.example.org/digest?password=hunter2"\n',
        {"DIGEST_MAIL__PASSWORD": "hunter2", "DIGEST_WEB__SECRET": "hunter2"},
    )

    assert "hunter2" not in display.as_toml(config) + str(display.as_dict(config)) + repr(config.mail)


def test_what_is_shown_reads_back_as_the_same_settings(tmp_path: Path) -> None:
    from digest.config import display

    config = configuration.load(shipped("config") / "digest.toml", {})

    again = load(tmp_path, display.as_toml(config))

    assert again.model_dump() == config.model_dump()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ('[mail]\nhost = "smtp.example.org"\ntls = "none"\n', "in clear"),
        ('[store]\nurl = "sqlite:///seeds/digest.db"\n', "inside seeds.dir"),
        ('[output]\ndir = "seeds/out"\n', "inside seeds.dir"),
        ('[[themes]]\nslug = "a"\n[[themes]]\nslug = "a"\n', "two themes"),
        ('timezone = "Asia/Shangai"\n', "IANA"),
        ('[[themes]]\nschedule = "0 0 30 2 *"\n', "not a cron expression"),
        ('[[themes]]\nschedule = "0 0 7 * * *"\n', "five fields"),
        ('[[themes]]\nsections = ["lead", "gossip"]\n', "gossip"),
        ('[[themes]]\ntitle = "a\\nBcc: b@example.org"\n', "header"),
        ('[output]\nbase_url = "javascript:alert(1)"\n', "https://"),
    ],
)
def test_settings_that_would_do_harm_are_refused(tmp_path: Path, text: str, word: str) -> None:
    assert any(word in line for line in complaints(tmp_path, text))


def test_the_shipped_configuration_is_in_order_and_names_every_theme_key() -> None:
    config = configuration.load(shipped("config") / "digest.toml", {})
    text = (shipped("config") / "digest.toml").read_text("utf-8")

    assert config.themes[0].slug == "openai-safety-exodus"
    assert config.schedule(config.themes[0]) is not None
    keys = set(type(config.themes[0]).model_fields)
    assert {key for key in keys if f"\n{key} =" not in text and f"\n# {key} =" not in text} == set()


def test_the_shipped_configuration_sends_to_nobody() -> None:
    """A first `digest run` must not write to a stranger."""
    assert configuration.load(shipped("config") / "digest.toml", {}).themes[0].recipients() == ()


def test_lists_in_files_skip_blank_lines_and_comments(tmp_path: Path) -> None:
    written(tmp_path, "# readers\n\nwu@example.org\nli@example.org # no\nwu@example.org\n", "readers.txt")
    written(tmp_path, "\ufeff武侯 = 諸葛亮 = Zhuge Liang\n", "names.txt")

    theme = load(
        tmp_path, '[[themes]]\nrecipients_file = "readers.txt"\naliases_file = "names.txt"\n'
    ).themes[0]

    assert theme.recipients() == ("wu@example.org", "li@example.org # no")
    assert theme.theme().aliases == (("武侯", "諸葛亮", "Zhuge Liang"),)


def test_a_list_that_cannot_be_read_is_told_when_it_is_needed(tmp_path: Path) -> None:
    theme = load(tmp_path, '[[themes]]\nrecipients_file = "gone.txt"\n').themes[0]

    with pytest.raises(ConfigError, match=r"recipients_file.*gone\.txt"):
        theme.recipients()


def test_the_file_is_looked_for_in_a_known_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert configuration.find(None, {}) is None

    here = written(tmp_path, "")
    assert configuration.find(None, {}) == here
    in_folder = written(tmp_path, "", "config/digest.toml")
    assert configuration.find(None, {}) == in_folder
    other = written(tmp_path, "", "other.toml")
    assert configuration.find(None, {"DIGEST_CONFIG": str(other)}) == other
    assert configuration.find(here, {"DIGEST_CONFIG": str(other)}) == here


def test_a_file_that_was_named_must_exist(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no such configuration file"):
        configuration.load(tmp_path / "nowhere.toml", {})


def test_without_a_file_there_is_one_theme_that_takes_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    config = configuration.load(None, {})

    assert [theme.slug for theme in config.themes] == ["digest"]
    assert config.themes[0].query == ()
    assert config.seeds.dir == tmp_path / "seeds"


def test_settings_are_frozen() -> None:
    config = configuration.load(shipped("config") / "digest.toml", {})

    with pytest.raises(ValueError, match="frozen"):
        config.mail.port = 1  # type: ignore[misc]


def test_the_schema_knows_every_section_and_refuses_others() -> None:
    schema = configuration.schema()

    assert set(schema["properties"]) == set(Config.model_fields)
    assert schema["additionalProperties"] is False
    assert "password" not in schema["$defs"]["MailSettings"]["properties"]


def test_the_published_schema_is_the_programs_own() -> None:
    """Written by ``digest config schema > config/digest.schema.json``; editors read it beside the file."""
    published = json.loads((shipped("config") / "digest.schema.json").read_text("utf-8"))

    assert published == configuration.schema()


def test_no_setting_is_ignored() -> None:
    """A key that is accepted and does nothing is a lie; each is read somewhere beside its definition."""
    import re

    from digest.config import settings as sections

    code = "".join(path.read_text("utf-8") for path in (Path(sections.__file__).parents[1]).rglob("*.py"))
    models = [Config, *(kind for kind in vars(sections).values() if _is_section(kind))]
    keys = {key for model in models for key in model.model_fields}

    assert {key for key in keys if not re.search(rf"\.{key}\b", code)} == set()


def _is_section(kind: object) -> bool:
    from digest.config.settings import Settings

    return isinstance(kind, type) and issubclass(kind, Settings)


@pytest.mark.parametrize(("text", "told"), [
    ('[mail]\nserver = "x"\n', ":2: mail.server is not a setting; did you mean 'host'?"),
    ('[mail]\nfrom = "x"\n', ":2: mail.from is not a setting; did you mean 'sender'?"),
    ('[smtp]\nhost = "x"\n', ":1: smtp is not a setting; did you mean 'mail'?"),
    ('[[theme]]\nslug = "a"\n', ":1: theme is not a setting; did you mean 'themes'?"),
    ('[themes]\nslug = "a"\n', ":1: themes are written with two brackets; begin each with a line [[themes]]"),
    ('seeds = "in"\n', ":1: seeds is not a table; write its keys below a line [seeds]"),
    ('[[themes]]\nlanguage = "en"\n', (":2: themes[0].language is not a setting; "
     "language stands above the first [section]: it is of the whole file")),
    ('timezone = "asia/shangai"\n', (":1: timezone: 'asia/shangai' is not an IANA time zone "
     "(did you mean 'Asia/Shanghai'?)")),
    ("[mail]\n[mail]\n", (": not valid TOML: Cannot declare ('mail',) twice (at line 2, column 6); "
     "keep one of the two")),
])  # fmt: skip
def test_what_was_meant_is_said(tmp_path: Path, text: str, told: str) -> None:
    """Other programs' names, a bracket too few, a key at the wrong place: the remedy is the right one."""
    assert complaints(tmp_path, text) == [f"{tmp_path / 'digest.toml'}{told}"]


def test_a_variable_of_a_theme_that_there_is_not_names_those_there_are(tmp_path: Path) -> None:
    (told,) = complaints(tmp_path, '[[themes]]\nslug = "trams"\n', {"DIGEST_THEMES__TRAMZ__TITLE": "x"})

    assert told == "environment DIGEST_THEMES__TRAMZ__TITLE: there is no theme 'tramz'; use one of: trams"
