"""Writes the frames anew after a wanted change: ``python -m tests.ui.redraw [SCENE...]``.

Look at the difference before you keep it: a frame is what a reviewer will see.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

from tests.ui.scenes import DRAWN, path_of


def main() -> None:
    """Draw the scenes that are named, or all."""
    os.environ["TZ"] = "UTC"
    time.tzset()
    for name in sys.argv[1:] or DRAWN:
        with tempfile.TemporaryDirectory() as folder:
            for size, frame in DRAWN[name](Path(folder)).items():
                path_of(name, size).write_text(frame, encoding="utf-8")
        sys.stdout.write(f"{name}\n")


if __name__ == "__main__":
    main()
