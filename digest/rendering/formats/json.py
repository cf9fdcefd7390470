"""``issue.json``: the issue itself, as `digest.issue_json` defines it."""

from __future__ import annotations

from digest.model import Issue, Rendering


class Json:
    suffix = ".json"

    def write(self, issue: Issue, rendering: Rendering) -> bytes:
        from digest import issue_json

        return issue_json.dump(issue).encode()


WRITER = Json()
