"""The public index."""

import csv
import io

from redactor.release import Release
from redactor.release.render import index_csv, index_html
from tests.release.render.samples import denied, in_full, in_part
from tests.release.render.test_page import Page

NOT_TOLD = "not told, 5 USC 552(b)"


def _rows(release: Release) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(index_csv(release), newline="")))


def test_each_place_has_a_row_by_its_order() -> None:
    one, two, three = _rows(in_part())
    assert one == {
        "release": "R-0007", "place": "1", "code": "(b)(3)", "statute": "8 USC 1202(f)",
        "amount": "less than 1 line", "frees-on": "",
        "segregability": "the words around it are released",
    }  # fmt: skip
    assert two == {
        "release": "R-0007", "place": "2", "code": "(b)(1), 1.4(d)", "statute": "",
        "amount": "1 paragraph", "frees-on": "2033-12-31",
        "segregability": "no part of the passage can be released",
    }  # fmt: skip
    assert (three["code"], three["statute"], three["frees-on"]) == (NOT_TOLD, "", "")


def test_lines_end_as_csv_asks() -> None:
    text = index_csv(in_part())
    assert text.count("\r\n") == text.count("\n") == 4


def test_the_amount_is_left_out_where_the_policy_says_so() -> None:
    assert {row["amount"] for row in _rows(in_part("none"))} == {NOT_TOLD}


def test_a_release_in_full_has_no_rows() -> None:
    assert _rows(in_full()) == []
    assert "Nothing was withheld." in Page(index_html(in_full())).words


def test_the_page_is_a_table_with_headers_and_a_caption() -> None:
    page = Page(index_html(in_part()))
    scopes = [found["scope"] for tag, found in page.tags if tag == "th"]
    assert scopes == ["col"] * 6 + ["row"] * 3
    assert page.inside["th"][:6] == list(_rows(in_part())[0])[1:]
    assert page.inside["caption"] == ["Withheld places, in the order of the text"]
    links = [found["href"] for tag, found in page.tags if tag == "a"]
    assert links == [f"release.html#place-{number}" for number in (1, 2, 3)]
    cells = [list(row.values())[2:] for row in _rows(in_part())]
    assert page.inside["td"] == [cell for row in cells for cell in row]


def test_all_withheld_is_one_row() -> None:
    (row,) = _rows(denied())
    assert row["segregability"] == "no part of the passage can be released"
