"""What can go wrong, as a tree: catch the branch you can do something about.

::

    DigestError
    ├── ConfigError            a setting, a template or an argument is wrong        exit 2
    ├── IntakeError            a file cannot be read as an article
    │   └── UnusableText       it can be read, but no honest digest can be made of it
    ├── MissingExtra           an optional package is not installed                 exit 2
    ├── RenderError            a template failed
    ├── VerificationError      a printed sentence is not found in its source        exit 3
    ├── DeliveryError          a channel could not deliver; .permanent says whether to try again
    │   └── RunStopped         the server refuses the sender: every recipient would fail
    └── StoreError             the store is unreadable, newer than this program, or full
        └── LockHeld           another run holds the lock of this issue             exit 5

Each message names the place, the fact and the remedy: ``one.txt: too
large (41.0 MB; the limit is 32.0 MB); split it``. A single bad file
never raises past ``pipeline``: it becomes a `digest.model.Skipped`.
"""

from __future__ import annotations


class DigestError(Exception):
    """Root of all errors that digest raises on purpose; ``exit_code`` is what the command ends with."""

    exit_code = 1

    def __init__(self, place: str, fact: str, remedy: str = "") -> None:
        self.place, self.fact, self.remedy = place, fact, remedy
        super().__init__(place, fact, remedy)

    def __str__(self) -> str:
        said = f"{self.place}: {self.fact}" if self.place else self.fact
        return f"{said}; {self.remedy}" if self.remedy else said

    @property
    def reason(self) -> str:
        """Fact and remedy without the place, for a row that names the place itself."""
        return f"{self.fact}; {self.remedy}" if self.remedy else self.fact


class ConfigError(DigestError):
    exit_code = 2


class IntakeError(DigestError):
    pass


class UnusableText(IntakeError):
    pass


class MissingExtra(DigestError):
    """``place`` is the package, ``remedy`` the command that installs it."""

    exit_code = 2


class RenderError(DigestError):
    pass


class VerificationError(DigestError):
    exit_code = 3


class DeliveryError(DigestError):
    permanent = False


class RunStopped(DeliveryError):
    permanent = True


class StoreError(DigestError):
    pass


class LockHeld(StoreError):
    exit_code = 5
