"""Front end for the shell: one command a file. Headless commands never import textual.

stdout is data, stderr is narration. Exit codes: 0 done, 1 findings, 2 wrong input or usage.
"""

from redactor.cli.main import main

__all__ = ["main"]
