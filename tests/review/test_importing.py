"""What is noticed when a cable comes in that the case may hold already."""

from pathlib import Path

from redactor.review import Entry
from tests.review.world import CABLE, World


def imported(world: World, text: str, name: str = "new.txt") -> Entry:
    return world["ann"].import_cable(Path(name), text.encode())


def test_the_same_bytes_twice_are_one_cable(tmp_path: Path) -> None:
    world = World(tmp_path)
    assert imported(world, CABLE).name == "cables/1.txt"
    assert len(world["ann"].entries) == 1


def test_the_same_text_in_other_bytes_is_noticed(tmp_path: Path) -> None:
    world = World(tmp_path)
    first = world["ann"].entries[0]
    again = imported(world, CABLE.replace("\n", "\r\n"))
    assert again.same_text == (first.seq,)
    assert imported(world, CABLE.replace("000042", "000043")).same_text == ()


def test_a_corrected_copy_and_a_retransmission_are_linked_by_their_number(tmp_path: Path) -> None:
    world = World(tmp_path)
    first = world["ann"].entries[0]
    corrected = CABLE.replace("SIPDIS", "SIPDIS\n\nC O R R E C T E D  C O P Y (PARA 2)")
    again = CABLE.replace("SIPDIS", "SIPDIS\n\nRETRANSMISSION")
    other = CABLE.replace("in May", "in June")
    found = [imported(world, text) for text in (corrected, again, other)]
    assert [entry.copy for entry in found] == ["corrected", "retransmission", "copy"]
    assert [entry.copy_of for entry in found] == [
        (first.seq,), (first.seq, found[0].seq), (first.seq, found[0].seq, found[1].seq),
    ]  # fmt: skip


def test_the_text_stands_in_the_journal_as_a_keyed_commitment_only(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one, other = World(tmp_path / "a"), World(tmp_path / "b")
    assert one["ann"].entries[0].text != other["ann"].entries[0].text
