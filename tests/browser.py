"""A page in a real browser: Chromium without a window, told what to do over a pair of pipes.

The protocol is one JSON object after another, each ended by a NUL: no further package is needed.
"""

import base64
import json
import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

_ARGUMENTS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
    "--remote-debugging-pipe", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-extensions",
)  # fmt: skip

_LOWEST_CONTRAST = """
(() => {
  const parts = color => color.match(/[\\d.]+/g).map(Number);
  const light = color => parts(color).slice(0, 3).map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = e => {
    for (; e; e = e.parentElement) {
      const color = getComputedStyle(e).backgroundColor;
      if ((parts(color)[3] ?? 1) > 0) return color;
    }
    return "rgb(255, 255, 255)";
  };
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let lowest = 21;
  while (words.nextNode()) {
    if (!words.currentNode.data.trim()) continue;
    const e = words.currentNode.parentElement;
    if (!e.checkVisibility()) continue;
    const [a, b] = [light(getComputedStyle(e).color), light(behind(e))];
    lowest = Math.min(lowest, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
  }
  return lowest;
})()
"""
"""Of all words that can be seen against what is behind them, as WCAG 2 reckons it."""

_PATIENCE = 30.0
_GLANCE = 0.02
"""Seconds."""


class Browser:
    """One tab. Every method waits until it is done."""

    def __init__(self, commands: int, answers: int) -> None:
        self._commands, self._answers = commands, answers
        self._numbers = count(1)
        self._rest = b""
        self._session: str | None = None
        self.events: list[dict[str, Any]] = []
        """What the browser told by itself, oldest first."""
        targets = self._send("Target.getTargets")["targetInfos"]
        (tab,) = (each["targetId"] for each in targets if each["type"] == "page")
        told = self._send("Target.attachToTarget", targetId=tab, flatten=True)
        self._session = told["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log"):
            self._send(f"{domain}.enable")

    def open(self, page: Path, *, width: int = 1200, height: int = 900) -> None:
        """Show a file."""
        self._send(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=1, mobile=False,
        )  # fmt: skip
        self.events.clear()
        self._send("Page.navigate", url=page.as_uri())
        while not any(event["method"] == "Page.loadEventFired" for event in self.events):
            self._take()

    def ask(self, script: str) -> Any:  # noqa: ANN401 - whatever the script gives, as JSON
        """Give the value of an expression in the page; the page's own policy does not bind it."""
        told = self._send("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in told, told
        return told["result"].get("value")

    def wait_for(self, condition: str) -> None:
        """Wait until an expression holds; only a fault comes near the end of our patience."""
        end = time.monotonic() + _PATIENCE
        while not self.ask(condition):
            assert time.monotonic() < end, condition
            time.sleep(_GLANCE)

    def roles(self) -> set[tuple[str, str]]:
        """Give what a screen reader is told: role and name of each thing."""
        nodes = self._send("Accessibility.getFullAXTree")["nodes"]
        return {
            (node["role"]["value"], " ".join(node.get("name", {}).get("value", "").split()))
            for node in nodes
            if not node["ignored"]
        }

    def lowest_contrast(self) -> float:
        """Give the contrast of the words that are hardest to read."""
        return float(self.ask(_LOWEST_CONTRAST))

    def prefer(self, *, dark: bool = False, media: str = "") -> None:
        """Show the page as on paper (``print``), or in the reader's colours."""
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self._send("Emulation.setEmulatedMedia", media=media, features=[scheme])

    def press(self, key: str) -> None:
        """Press a key."""
        codes = {"Tab": 9, "Enter": 13, "End": 35, "ArrowRight": 39}
        for kind in ("keyDown", "keyUp"):
            self._send(
                "Input.dispatchKeyEvent", type=kind, key=key, code=key,
                windowsVirtualKeyCode=codes[key], **({"text": "\r"} if key == "Enter" else {}),
            )  # fmt: skip

    def print(self) -> bytes:
        """Give the page as a PDF, with the sizes that its style asks for."""
        told = self._send("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        return base64.b64decode(told["data"])

    def picture(self) -> bytes:
        """Give the whole page as a PNG."""
        told = self._send("Page.captureScreenshot", captureBeyondViewport=True)
        return base64.b64decode(told["data"])

    @property
    def requests(self) -> list[str]:
        """What the page asked for since it was opened, itself among it."""
        return [
            event["params"]["request"]["url"]
            for event in self.events
            if event["method"] == "Network.requestWillBeSent"
        ]

    @property
    def complaints(self) -> list[str]:
        """What the browser found wrong with the page."""
        return [
            event["params"]["entry"]["text"]
            for event in self.events
            if event["method"] == "Log.entryAdded"
        ]

    def _send(self, method: str, **parameters: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
        number = next(self._numbers)
        message: dict[str, Any] = {"id": number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._commands, json.dumps(message).encode() + b"\0")
        while True:
            told = self._take()
            if told.get("id") == number:
                assert "error" not in told, told
                result: dict[str, Any] = told["result"]
                return result

    def _take(self) -> dict[str, Any]:
        """Wait for one message."""
        while b"\0" not in self._rest:
            more = os.read(self._answers, 1 << 16)
            assert more, "the browser has gone"
            self._rest += more
        message, self._rest = self._rest.split(b"\0", 1)
        told: dict[str, Any] = json.loads(message)
        if "method" in told:
            self.events.append(told)
        return told


@contextmanager
def browser(folder: Path) -> Iterator[Browser]:
    """Run Chromium with its files in a folder."""
    theirs_in, ours_out = os.pipe()
    ours_in, theirs_out = os.pipe()

    # It reads commands from descriptor 3 and answers on 4.
    wired = f'exec "$@" 3<&{theirs_in} 4>&{theirs_out}'
    program = ["chromium", *_ARGUMENTS, f"--user-data-dir={folder}", "about:blank"]
    running = subprocess.Popen(
        ["bash", "-c", wired, "bash", *program],
        pass_fds=(theirs_in, theirs_out), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(theirs_in)
    os.close(theirs_out)
    try:
        yield Browser(ours_out, ours_in)
    finally:
        running.kill()
        running.wait()
        os.close(ours_out)
        os.close(ours_in)
