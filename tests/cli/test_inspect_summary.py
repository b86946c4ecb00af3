"""``redactor inspect`` of one cable: a summary for people."""

import unicodedata
from pathlib import Path

import pexpect
import pytest

from redactor.cli.columns import cells
from tests.cli.conftest import CABLE, Run
from tests.cli.many import PROGRAM

SUMMARY = """\
08ZENDA641.txt

  cable          08ZENDA641
  format         telegram, utf-8, 847 bytes, 33 lines
  level          C
  captions       SIPDIS
  sent           2008-07-18 17:28 UTC
  from           AMEMBASSY ZENDA
  to             SECSTATE WASHDC
  info           AMEMBASSY STRELSAU
  TAGS           PREL, PGOV, RU
  subject        THE KING'S CORONATION AND THE DUKE'S PLANS
  classified by  Classified By: Charge d'Affaires F. Tarlenheim, for reasons 1.4 (b) and (d).
                 [1.4(b), 1.4(d)]
  signature      TARLENHEIM
  instruction    DECL: 07/17/2018 [date]
  on 2026-11-23  declassified since 2018-07-17 [marked-date]
                 - Marked date 2018-07-17 lies within 25 years of the origin. 32 CFR 2001.12(c)(1)
                 - Marked date 2018-07-17 has come: as of 2026-11-23. 32 CFR 2001.12(c)(1)

  paragraphs     4
    no.  marking  source    lines  level  status        frees on    marks inside
      1  (C)      explicit  21-22  C      declassified  2018-07-17             -
      2  (U)      explicit  24-25  U      unclassified  -                      -
      3  (C)      explicit  29-30  C      declassified  2018-07-17             -
      4  (SBU)    explicit  32     U      unclassified  -                      -

  clock          2 results
    paragraphs 1, 3: as the whole cable, above
    paragraphs 2, 4: unclassified
      - The portion is unclassified: no date applies. 32 CFR 2001.21(c)

  markings       the portions make CONFIDENTIAL
"""
DAMAGED = CABLE.replace("2. (U) The", "2. The").replace("4. (SBU) The", "4. The")


def summary(redactor: Run, folder: Path, text: str) -> list[str]:
    (folder / "08ZENDA641.txt").write_text(text)
    done = redactor("inspect", "08ZENDA641.txt", "--as-of", "2026-11-23")
    assert done.returncode == 0
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_the_whole_summary(redactor: Run, tmp_path: Path) -> None:
    assert "\n".join(summary(redactor, tmp_path, CABLE)) + "\n" == SUMMARY


def test_the_header_is_compared_with_its_portions_and_odd_marks_are_put_right(
    redactor: Run, tmp_path: Path
) -> None:
    text = CABLE.replace("3. (C) ", "3. (S/NF) ")
    block = "\n".join(summary(redactor, tmp_path, text)).partition("  markings ")[2]
    assert "the portions make SECRET//NOFORN" in block
    assert "SECRET: " in block
    assert "(paragraph 3)" in block
    assert "(S/NF): write (S//NF). Two slashes part categories." in block


def test_warnings_of_one_kind_stand_together_with_their_lines(
    redactor: Run, tmp_path: Path
) -> None:
    lines = summary(redactor, tmp_path, DAMAGED)
    start = next(n for n, line in enumerate(lines) if line.startswith("  warnings"))
    assert lines[start:] == [
        "  warnings       2",
        "    unmarked-paragraph",
        "      A numbered paragraph bears no mark; the cable's level is assumed.",
        "      lines 24 (2), 32 (4)",
    ]


def test_the_paragraphs_tell_their_marks_and_where_these_come_from(
    redactor: Run, tmp_path: Path
) -> None:
    lines = summary(redactor, tmp_path, DAMAGED)
    start = lines.index("  paragraphs     4")
    assert [line.split()[:5] for line in lines[start + 2 : start + 6]] == [
        ["1", "(C)", "explicit", "21-22", "C"],
        ["2", "-", "assumed-overall", "24-25", "C"],
        ["3", "(C)", "explicit", "29-30", "C"],
        ["4", "-", "assumed-overall", "32", "C"],
    ]


def test_flags_stand_with_what_they_mean_and_steps_hang_under_their_sign(
    redactor: Run, tmp_path: Path
) -> None:
    text = CABLE.replace("12958: DECL: 07/17/2018", "12958: DECL: 07/17/2058")
    lines = summary(redactor, tmp_path, text)
    start = next(n for n, line in enumerate(lines) if line.startswith("  on 2026-11-23"))
    told = lines[start : lines.index("", start)]
    assert told[0] == "  on 2026-11-23  classified, frees 2033-12-31 [section-3.3]"
    assert (
        sum(line.startswith(f"{'':<17}! date-over-25-years: The date lies") for line in told) == 1
    )
    assert all(line[17:19] in {"- ", "! ", "  "} for line in told[1:])


def test_each_result_of_the_clock_stands_once_with_its_paragraphs(
    redactor: Run, tmp_path: Path
) -> None:
    text = CABLE.replace("3. (C) Colonel", "3. (S//RD) Colonel")
    lines = summary(redactor, tmp_path, text)
    start = lines.index("  clock          3 results")
    assert [line for line in lines[start + 1 :] if line.startswith("    paragraph")] == [
        "    paragraph 1: as the whole cable, above",
        "    paragraphs 2, 4: unclassified",
        "    paragraph 3: refer",
    ]
    assert "      - RD, FRD or TFNI: no date ever applies. 10 CFR 1045.155(a)" in lines


def test_paragraphs_without_numbers_are_named_by_their_lines(redactor: Run, tmp_path: Path) -> None:
    text = CABLE.replace("2. (U) The road", "(U) The road")
    shown = "\n".join(summary(redactor, tmp_path, text))
    assert "paragraph 4 and unnumbered on lines 24-25: unclassified" in shown


def test_long_fields_hang_under_their_own_start(redactor: Run, tmp_path: Path) -> None:
    offices = "".join(f"RUEH{n:02d}/AMEMBASSY STRELSAU {n}\n" for n in range(20))
    text = CABLE.replace("RUEHST/AMEMBASSY STRELSAU 0012\n", offices)
    lines = summary(redactor, tmp_path, text)
    first = next(n for n, line in enumerate(lines) if line.startswith("  info"))
    hanging = [line for line in lines[first + 1 :] if line.startswith(" " * 17 + "RUEH")]
    assert len(hanging) >= 2
    assert all(len(line) <= 100 for line in lines)


def test_wide_letters_and_accents_keep_lines_within_the_width(
    redactor: Run, tmp_path: Path
) -> None:
    text = CABLE.replace("THE DUKE'S PLANS", "漢字の外交電報 " * 30 + "CAFE\u0301")
    lines = summary(redactor, tmp_path, text)
    assert any("漢字" in line for line in lines)
    assert all(cells(line) <= 100 for line in lines)
    assert not {char for line in lines for char in line if unicodedata.combining(char)}


@pytest.mark.parametrize("width", [60, 80, 200])
def test_a_terminal_gets_lines_that_fit_it(tmp_path: Path, width: int) -> None:
    (tmp_path / "08ZENDA641.txt").write_text(DAMAGED)
    child = pexpect.spawn(
        PROGRAM[0],
        [*PROGRAM[1:], "inspect", "08ZENDA641.txt"],
        cwd=str(tmp_path),
        dimensions=(50, width),
        encoding="utf-8",
    )
    lines = child.read().splitlines()
    child.close()
    assert child.exitstatus == 0
    assert all(len(line) <= min(width, 100) for line in lines)
    heads = [line for line in lines if line.startswith("    no.")]
    assert ["marks inside" in line for line in heads] == [width > 80]


def test_thousands_of_warnings_are_counted_and_not_all_listed(
    redactor: Run, tmp_path: Path
) -> None:
    more = "".join(f"{number}. More of it.\n\n" for number in range(5, 105))
    lines = summary(redactor, tmp_path, CABLE.replace("TARLENHEIM\n", f"{more}TARLENHEIM\n"))
    assert any("and 60 more (--json lists all)" in line for line in lines)


def test_one_cable_without_the_warning_asked_for_is_not_shown(redactor: Run, cable: Path) -> None:
    done = redactor("inspect", cable, "--warnings", "number-gap")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
