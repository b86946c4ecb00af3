"""``redactor policy``: check policy files."""

from argparse import Namespace

from redactor.cli.output import DONE, WRONG_INPUT, InputFault, data, narrate
from redactor.cli.policies import policy_from


def run(options: Namespace) -> int:
    """Run the command: report every fault of every file."""
    code = DONE
    for name in options.paths:
        try:
            policy = policy_from(name)
        except InputFault as fault:
            code = WRONG_INPUT
            for line in str(fault).splitlines():
                narrate(f"redactor: {line}")
        else:
            ref = policy.ref
            data(f"{name}: {ref.name} {ref.version}, {len(policy.rules)} rules, {ref.sha256}")
    return code
