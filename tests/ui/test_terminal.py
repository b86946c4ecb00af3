"""How large the terminal is: it is asked itself, wherever it can tell."""

import os

from redactor.ui.terminal import forget_sizes

LEFT = {"LINES": "24", "COLUMNS": "80", "HOME": "/home/ann"}
"""What readline leaves to the programs that it starts, where it has no terminal."""


def test_what_another_program_took_for_the_size_is_forgotten() -> None:
    environ = dict(LEFT)
    forget_sizes(environ, lambda: os.terminal_size((120, 60)))
    assert environ == {"HOME": "/home/ann"}


def test_a_terminal_that_knows_no_size_leaves_it_to_the_environment() -> None:
    environ = dict(LEFT)
    forget_sizes(environ, lambda: os.terminal_size((0, 0)))
    assert environ == LEFT


def test_without_a_terminal_the_environment_stays() -> None:
    def no_terminal() -> os.terminal_size:
        raise OSError(25, "Inappropriate ioctl for device")

    environ = dict(LEFT)
    forget_sizes(environ, no_terminal)
    assert environ == LEFT
