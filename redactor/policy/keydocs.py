"""What stands under the keys of a shape in its source, for the editor that completes a file.

Read from the source when a JSON Schema is made: who reads a policy need not wait for it.
"""

import ast
import inspect
from collections.abc import Iterator
from itertools import pairwise
from textwrap import dedent


def key_docs(shape: type) -> dict[str, str]:
    """Give the words under each annotated name of a class and of those that it extends."""
    return {name: words for each in reversed(shape.__mro__) for name, words in _own(each)}


def _own(shape: type) -> Iterator[tuple[str, str]]:
    if not shape.__module__.startswith("redactor."):
        return
    (node,) = ast.parse(dedent(inspect.getsource(shape))).body
    for field, after in pairwise(node.body if isinstance(node, ast.ClassDef) else ()):
        match field, after:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(words))),
            ):
                yield name, inspect.cleandoc(words)
