"""``redactor policy schema``: the JSON Schema by which editors help while one writes."""

import json
from argparse import Namespace

from redactor.cli.output import DONE, data
from redactor.policy import policy_schema


def run(options: Namespace) -> int:
    """Run the command."""
    for line in json.dumps(policy_schema(options.kind), indent=2).splitlines():
        data(line)
    return DONE
