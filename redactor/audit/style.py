"""The style of the audit diff: one sheet, no fonts or pictures from elsewhere."""

STYLE = """
:root {
  color-scheme: light dark;
  --ink: #1d2126; --soft: #5b646e; --paper: #fdfdfb; --panel: #f4f4f0; --line: #dcdcd4;
  --gone-ink: #7c2230; --gone: #fbe9ea; --mark-ink: #1f4a72; --mark: #e8f0f7;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
  --band: #4a5158;
}
.level-C { --band: #1f5fa8; } .level-S { --band: #b3202c; }
.level-TS { --band: #c2590a; } .level-U { --band: #2c7a3f; }
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e4e5e3; --soft: #9aa3ab; --paper: #17191c; --panel: #202327; --line: #363a3f;
    --gone-ink: #f3a9b0; --gone: #43222a; --mark-ink: #a9cdf0; --mark: #1e3246;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 var(--sans); }
.sheet { width: 100%; border-collapse: collapse; }
.sheet > * > tr > td { padding: 0; }
.banner {
  background: var(--band); color: #fff; text-align: center; padding: .45rem 1rem;
  font: 700 .9rem/1.3 var(--sans); letter-spacing: .08em;
  print-color-adjust: exact; -webkit-print-color-adjust: exact;
}
.banner small { display: block; font-weight: 400; letter-spacing: 0; }
main { max-width: 84rem; margin: 0 auto; padding: 2rem 1.5rem 3rem; }
h1 { font-size: 1.65rem; font-weight: 600; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.05rem; font-weight: 600; margin: 2.25rem 0 .75rem; }
.lead { margin: 0 0 1.5rem; color: var(--soft); }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1.25rem; margin: 0; }
.facts dt { color: var(--soft); } .facts dd { margin: 0; overflow-wrap: anywhere; }
.hash { font: .82em/1.5 var(--mono); }
.list { width: 100%; border-collapse: collapse; }
.list th, .list td {
  text-align: left; vertical-align: top; padding: .3rem .9rem .3rem 0;
  border-bottom: 1px solid var(--line);
}
.list th { font-weight: 600; font-size: .85rem; color: var(--soft); }
.list td { font-variant-numeric: tabular-nums; }
.legend { display: flex; flex-wrap: wrap; gap: .5rem 1.75rem; padding: 0; margin: 0 0 1rem; }
.legend li { list-style: none; font-size: .88rem; color: var(--soft); }
.diff { width: 100%; border-collapse: collapse; table-layout: fixed; }
.diff col.lines { width: 4rem; }
.diff th {
  text-align: left; font-weight: 600; font-size: .85rem; color: var(--soft);
  padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line);
}
.diff td { vertical-align: top; padding: .1rem 1rem .1rem 0; }
.diff tr.apart td { padding-top: 1.1rem; }
.diff .lines {
  color: var(--soft); font: .75rem/1.6 var(--sans); font-variant-numeric: tabular-nums;
}
.controls { display: flex; flex-wrap: wrap; gap: .6rem 1.5rem; margin: 0 0 1rem; }
.controls fieldset { border: 1px solid var(--line); border-radius: .3em; margin: 0;
  padding: .2rem .7rem .35rem; font-size: .88rem; }
.controls legend { color: var(--soft); font-size: .8rem; padding: 0 .3em; }
.controls label { margin-right: .9em; white-space: nowrap; }
.controls input { margin: 0 .3em 0 0; vertical-align: -.08em; }
details { border-block: 1px solid var(--line); margin: .5rem 0; }
summary { color: var(--soft); font-size: .85rem; padding: .4rem 0; cursor: pointer; }
summary:focus-visible, a:focus-visible, input:focus-visible { outline: 3px solid var(--mark-ink);
  outline-offset: 2px; }
.diff ~ .diff > thead, details ~ .diff > thead, details .diff > thead { position: absolute;
  width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.inline { display: none; margin-left: .4em; }
main:has(#view-1:checked) .inline { display: inline; }
main:has(#view-1:checked) .released,
main:has(#view-1:checked) .diff th:last-child { display: none; }
main:has(#view-1:checked) .diff col:last-child { width: 0; }
pre {
  margin: 0; font: .82rem/1.6 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere;
  tab-size: 4;
}
del, ins { text-decoration-thickness: 1px; padding: .06em .12em; border-radius: .2em;
  box-decoration-break: clone; -webkit-box-decoration-break: clone;
  print-color-adjust: exact; -webkit-print-color-adjust: exact; }
del { color: var(--gone-ink); background: var(--gone); text-decoration: line-through 1px; }
ins { color: var(--mark-ink); background: var(--mark); text-decoration: none;
  outline: 1px solid currentColor; outline-offset: -1px; }
.number { font: 600 .72rem/1 var(--sans); color: inherit; text-decoration: none;
  display: inline-block; border: 1px solid currentColor; border-radius: 1em;
  padding: .12em .42em; margin-right: .35em; }
.furniture { color: var(--soft); font-style: italic; opacity: .85; }
.head { color: var(--soft); margin-bottom: .75rem; break-inside: avoid; }
.note { color: var(--soft); font: .82rem/1.6 var(--sans); margin: 0; }
time { white-space: nowrap; }
.diff tr.decided td { padding: .5rem 1rem .6rem 0; }
.card { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.5rem; margin-bottom: .5rem;
  padding: .5rem .9rem .45rem; background: var(--panel); border-left: 3px solid var(--gone-ink);
  font-size: .82rem; line-height: 1.5; break-inside: avoid; overflow-wrap: anywhere;
  scroll-margin-top: 5rem; }
.card p { margin: 0 0 .1rem; } .card .note { font-size: inherit; }
a { color: inherit; }
@media screen { .sheet > thead { position: sticky; top: 0; z-index: 1; } }
@media screen and (max-width: 60rem) {
  .diff, .diff tbody, .diff tr, .diff td { display: block; width: auto; }
  .diff thead, .diff colgroup { display: none; }
  .diff td:not(.lines)::before { content: attr(data-column); display: block;
    font: 600 .72rem/1.8 var(--sans); color: var(--soft); }
  .diff td:empty { display: none; } .card { display: block; }
  .facts { grid-template-columns: 1fr; } .facts dd { margin-bottom: .4rem; }
  .diff tr { padding: .6rem 0; border-bottom: 1px solid var(--line); }
}
@page { size: A4 landscape; margin: 9mm 12mm; }
@media print {
  :root { --ink: #000; --soft: #444; --paper: #fff; --panel: #fff; --line: #bbb;
    --gone-ink: #6d1522; --gone: #f8e3e5; --mark-ink: #143a5d; --mark: #e6eef6;
    color-scheme: light; }
  body { font-size: 9.5pt; } .controls { display: none; }
  main { max-width: none; padding: 4mm 0; }
  .sheet > thead { display: table-header-group; } .sheet > tfoot { display: table-footer-group; }
  .diff thead { display: table-header-group; }
  pre { font-size: 7.8pt; } .note { font-size: 8pt; }
  .card { font-size: 8pt; border: 1px solid var(--line);
    border-left: 3px solid var(--gone-ink); }
  .diff .lines { font-size: 7pt; } .diff col.lines { width: 12mm; }
  .diff tr { break-inside: avoid; } .diff tr.decided { break-before: avoid; }
  h2 { break-after: avoid; margin-top: 1.4rem; } .list tr { break-inside: avoid; }
}
"""
