# The service, or one run of it, as a user without rights on a read-only root.
#
#   docker build -t digest .
#   docker run --rm -v ./seeds:/seeds:ro -v ./out:/out digest build
#   docker run -d --read-only --tmpfs /tmp -v ./seeds:/seeds:ro -v digest:/var/lib/digest -v ./out:/out digest
#
# compose.yaml says the rest: configuration, secrets, and the variant for cron.

FROM python:3.11-slim-bookworm AS build
# Extras to install: metrics, postgres, pdf, docx, apprise, speed.
ARG EXTRAS=metrics,postgres
WORKDIR /src
RUN python -m venv /opt/digest
COPY pyproject.toml README.md CHANGELOG.md ./
COPY digest digest
COPY templates templates
COPY config config
COPY seeds seeds
RUN /opt/digest/bin/pip install --no-cache-dir --disable-pip-version-check ".[${EXTRAS}]" \
    && /opt/digest/bin/pip uninstall --yes --quiet --disable-pip-version-check pip setuptools

FROM python:3.11-slim-bookworm
# tini passes signals on and reaps; the version is Debian's, fixed by the base image's release.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install --yes --no-install-recommends tini tzdata \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --user-group --home-dir /var/lib/digest --shell /usr/sbin/nologin digest \
    && install -d -o digest -g digest /seeds /out /var/lib/digest
COPY --from=build /opt/digest /opt/digest
COPY config/digest.toml /etc/digest/digest.toml
# The folders are those of the volumes, whatever the configuration says.
ENV PATH=/opt/digest/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DIGEST_CONFIG=/etc/digest/digest.toml \
    DIGEST_SEEDS__DIR=/seeds \
    DIGEST_OUTPUT__DIR=/out \
    DIGEST_STORE__URL=sqlite:////var/lib/digest/digest.db \
    DIGEST_SERVICE__PORT=8081
USER 10001:10001
WORKDIR /var/lib/digest
VOLUME ["/seeds", "/var/lib/digest", "/out"]
STOPSIGNAL SIGTERM
# /healthz answers inside the container only. A one-shot run ends before it is asked.
HEALTHCHECK --interval=60s --timeout=5s --start-period=20s --retries=3 \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8081/healthz', timeout=4)"]
ENTRYPOINT ["tini", "--", "digest"]
CMD ["run"]
