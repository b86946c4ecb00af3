"""From a policy file to a ``Policy`` ready to propose: found, read, checked, compiled."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from redactor.policy.errors import Fault, PolicyError, closest
from redactor.policy.faults import cross_faults, shape_faults
from redactor.policy.model import PolicyRef, Workflow
from redactor.policy.rules import Rule, compile_rule
from redactor.policy.schema import PolicyFile
from redactor.policy.search import Lexicon
from redactor.policy.strictyaml import Document, read_yaml

DEFAULT_POLICY = "state-cables"
"""The shipped policy that is used when none is named."""

_PACKAGE = Path(__file__).resolve().parent.parent
_SHIPPED = (_PACKAGE / "policies", _PACKAGE.parent / "policies")
"""Where shipped policies lie: inside the wheel, or beside the package in a checkout."""


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy, checked and compiled."""

    name: str
    version: str
    title: str
    sha256: str
    """Of the file's bytes, hex: what a decision names."""
    workflow: Workflow
    amount: Literal["bucket", "none"]
    """How much a release says of what was withheld."""
    rules: tuple[Rule, ...]
    lexicon: Lexicon
    """Every term of the rules, in one automaton."""
    data: bytes
    """The file itself, to be kept with the case."""

    @property
    def ref(self) -> PolicyRef:
        """Which policy this is, exactly."""
        return PolicyRef(self.name, self.version, self.sha256)


def load_policy(path: Path) -> Policy:
    """Read a policy file.

    Raises:
        PolicyError: with every fault of the file, or one when it cannot be read at all.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        raise PolicyError([Fault(str(path), 0, 0, f"cannot read this policy: {reason}")]) from None
    return parse_policy(data, str(path))


def parse_policy(data: bytes, name: str) -> Policy:
    """Make a policy from a file's bytes; ``name`` is what messages call the file.

    Raises:
        PolicyError: with every fault of the file.
    """
    document = read_yaml(data, name)
    faults = list(cross_faults(document))
    try:
        file = PolicyFile.model_validate(document.content)
    except ValidationError as error:
        raise PolicyError([*shape_faults(error, document), *faults]) from None
    if faults:
        raise PolicyError(faults)
    return _compile(file, document, data)


def _compile(file: PolicyFile, document: Document, data: bytes) -> Policy:
    rules = tuple(
        compile_rule(rule, file.lists, f"{document.file}:{document.place(('rules', number)).line}")
        for number, rule in enumerate(file.rules)
    )
    sought = [words for rule in file.rules for words in rule.when.words()]
    return Policy(
        name=file.policy,
        version=file.version,
        title=file.title,
        sha256=sha256(data).hexdigest(),
        workflow=Workflow(file.workflow.reviews, file.workflow.blind_second),
        amount=file.release.amount,
        rules=rules,
        lexicon=Lexicon(term for words in sought for term in words.all_terms(file.lists)),
        data=data,
    )


def find_policy(name_or_path: str | Path) -> Path:
    """Find a policy file by its path, or a shipped one by its name, such as ``state-cables``.

    Raises:
        PolicyError: when there is none; one fault, perhaps with the name that was meant.
    """
    path = Path(name_or_path)
    if path.is_file():
        return path
    shipped = _shipped()
    found = shipped.get(str(name_or_path))
    if found is not None:
        return found
    names = ", ".join(sorted(shipped))
    message = f"there is no such policy file, and the shipped policies are: {names}"
    hint = closest(str(name_or_path), shipped)
    raise PolicyError([Fault(str(name_or_path), 0, 0, message, hint)])


def _shipped() -> dict[str, Path]:
    """Give the shipped policies by name; those inside the package come first."""
    files = (file for folder in reversed(_SHIPPED) for file in sorted(folder.glob("*.yaml")))
    return {file.stem: file for file in files}
