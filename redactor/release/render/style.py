"""The styles of the public pages: no fonts or pictures from elsewhere."""

import re

from redactor.release.building import Release

BANNER = "UNCLASSIFIED"
"""What a released page bears at head and foot: all that is printed on it may be public."""

_BASE = """
:root {
  color-scheme: light dark;
  --ink: #1b1e22; --soft: #4f5862; --paper: #fdfdfb; --line: #c9c9c0;
  --mark-ink: #173f63; --mark: #e6eef6;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root { --ink: #e4e5e3; --soft: #a9b2ba; --paper: #17191c; --line: #43484e;
    --mark-ink: #b4d4f2; --mark: #1e3246; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2.5rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
  overflow-wrap: anywhere; }
h1 { font: 600 1.5rem/1.25 var(--sans); margin: 0; }
"""

_PRINT = """
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #333; --paper: #fff; --line: #999;
    --mark-ink: #0f3357; --mark: #e9eff5; }
  body { padding: 0; max-width: none; }
  mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""

_RELEASE = """
body { max-width: 48rem; font: 1rem/1.55 var(--mono); }
header { font-family: var(--sans); padding-bottom: 1rem; margin-bottom: 1.75rem;
  border-bottom: 1px solid var(--line); }
header p { margin: .2rem 0 0; color: var(--soft); }
header p:first-of-type { font-weight: 600; letter-spacing: .03em; color: var(--ink); }
p { margin: 0 0 1.1rem; }
h2 { font: inherit; font-weight: 700; margin: 1.6rem 0 1.1rem; }
s { text-decoration-thickness: .1em; }
mark { color: var(--mark-ink); background: var(--mark); padding: .05em .1em; border-radius: .15em;
  box-decoration-break: clone; -webkit-box-decoration-break: clone; }
mark:target { outline: 3px solid currentColor; }
.stand-in { color: var(--soft); }
@media print {
  body { font-size: 9.5pt; } h1 { font-size: 14pt; }
  p { orphans: 3; widows: 3; } h2 { break-after: avoid; }
}
"""

INDEX_STYLE = f"""{_BASE}
body {{ max-width: 70rem; font: 1rem/1.5 var(--sans); }}
h1 + p {{ color: var(--soft); margin: .2rem 0 1.5rem; }}
table {{ width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }}
caption {{ text-align: left; color: var(--soft); padding-bottom: .6rem; }}
th, td {{ text-align: left; vertical-align: top; padding: .45rem 1rem .45rem 0;
  border-bottom: 1px solid var(--line); }}
thead th {{ font-size: .85rem; color: var(--soft); }}
a {{ color: inherit; }}
a:focus-visible {{ outline: 3px solid var(--mark-ink); outline-offset: 2px; }}
.wide {{ overflow-x: auto; overflow-wrap: normal; }}
.wide:focus-visible {{ outline: 3px solid var(--mark-ink); outline-offset: 2px; }}
{_PRINT}
@media print {{ body {{ font-size: 9.5pt; }} tr {{ break-inside: avoid; }} }}
"""

_SAFE = re.compile(r"[^A-Za-z0-9 .,:()/-]")


def release_style(release: Release) -> str:
    """Give the style of release.html; the frame of its printed pages bears banner and number."""
    signing = release.signing
    left = _string(f"{release.number}, {release.determination.lower()}")
    right = _string(", ".join(filter(None, (signing.office, str(signing.day)))))
    return f"""{_BASE}{_RELEASE}{_PRINT}
@page {{ margin: 22mm 18mm;
  @top-left {{ content: {left}; {_FRAME} }}
  @top-center {{ content: {_string(BANNER)}; {_FRAME} font-weight: 700; }}
  @top-right {{ content: {right}; {_FRAME} }}
  @bottom-center {{ content: {_string(BANNER)}; {_FRAME} font-weight: 700; }}
  @bottom-right {{ content: "Page " counter(page) " of " counter(pages); {_FRAME} }}
}}
"""


_FRAME = "font: 8pt system-ui, sans-serif;"


def _string(words: str) -> str:
    """Give words as a string of a style sheet, in which nothing can end the string."""
    return f'"{_SAFE.sub(lambda char: f"{chr(92)}{ord(char[0]):x} ", words)}"'
