"""``redactor verify`` and the checkpoints of ``redactor audit``, as a user runs them."""

import hashlib
import io
import json
import shutil
import sqlite3
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import rfc8785

from redactor.audit.ledger import includes, leaf_hash, read_note
from redactor.audit.ledger.checkpoint import Checkpoint
from redactor.review import FIRST_DIGEST, CaseFile, event_digest, event_record
from tests.cli.conftest import CABLE
from tests.cli.here import running_in

ANN = ("--case", "a.case", "--reviewer", "ann")
POLICY = ("--policy", "sample-cables", "--as-of", "2010-01-01")
NAME = "08ZENDA641"
Change = tuple[str, tuple[object, ...]]
"""A statement, and what it is filled with."""


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with a case, a release of it, and a checkpoint from before and after."""
    folder = tmp_path_factory.mktemp("released")
    (folder / f"{NAME}.txt").write_text(CABLE)
    run = running_in(folder)
    assert run("case", "import", f"{NAME}.txt", *POLICY, *ANN).returncode == 0
    assert run("audit", "checkpoint", *ANN, "--to", "one.note").returncode == 0
    run("decide", NAME, *ANN, "--release", "all", "--reason", "it may all be known")
    withheld = ("--code", "b6", "--harm", "a name", "--segregable", "none of it")
    run("decide", NAME, *ANN, "--redact", 'text "Colonel Sapt"', *withheld)
    run("decide", NAME, *ANN, "--redact", "paragraph 4", *withheld)
    assert run("decide", NAME, *ANN, "--sign").returncode == 0
    done = run("release", NAME, *ANN)
    assert done.returncode == 0, done.stderr
    assert run("audit", "checkpoint", *ANN, "--to", "two.note").returncode == 0
    return folder


@pytest.fixture
def folder(released: Path, tmp_path: Path) -> Path:
    """Give a copy of that folder, to be tampered with."""
    return shutil.copytree(released, tmp_path / "copy")


def verify(folder: Path, *arguments: str) -> tuple[int, str]:
    done = running_in(folder)("verify", *arguments)
    return done.returncode, done.stdout + done.stderr


def test_a_release_is_verified_from_its_folder_alone(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder / "out/public/R-0001", tmp_path / "handed-out")
    code, said = verify(tmp_path, "handed-out")
    assert code == 0
    assert "not known     the signer is unknown: anyone can sign" in said
    assert "DOES NOT HOLD" not in said
    assert "2 withheld places marked" in said


def test_with_the_key_the_signer_is_known(folder: Path) -> None:
    code, said = verify(folder, "out/public/R-0001", "--key", "a.case.key.pub")
    assert code == 0
    assert "not known" not in said
    assert "holds         it is signed with the key redactor.case/" in said


def test_an_auditor_checks_everything_against_the_source(folder: Path) -> None:
    options = ("--key", "a.case.key.pub", "--source", f"{NAME}.txt")
    for bundle in ("out", "out/public/R-0001", "out/classified/R-0001", "out/public/R-0001/"):
        code, said = verify(folder, bundle, *options)
        assert code == 0, said
        assert "not known" not in said
        for words in (
            "the segments, put together, are the source, word for word",
            "every word withheld is covered by a decision",
            "names its policy by a hash that the log has",
            "audit.patch makes release.txt of the source, byte for byte",
        ):
            assert words in said


def test_no_word_of_the_cable_is_said(folder: Path) -> None:
    _, said = verify(folder, "out", "--source", f"{NAME}.txt")
    (folder / "other.txt").write_text(CABLE.replace("castle", "bridge"))
    said += verify(folder, "out", "--source", "other.txt")[1]
    assert not any(word in said for word in ("Sapt", "castle", "Strelsau", "Embassy"))


def every_file(folder: Path) -> Iterator[Path]:
    return (path for path in sorted((folder / "out").rglob("*")) if path.is_file())


def test_any_tampered_file_is_named(folder: Path) -> None:
    files = list(every_file(folder))
    assert {"release.html", "release.pdf", "audit.json", "opening.json"} <= {f.name for f in files}
    for path in files:
        data = path.read_bytes()
        for at in (0, len(data) // 2, len(data) - 1):
            path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
            code, said = verify(folder, "out")
            assert code == 1
            assert f"DOES NOT HOLD {path.name} was changed" in said
        path.unlink()
        code, said = verify(folder, "out")
        assert code == 1
        assert f"DOES NOT HOLD {path.name} is missing" in said
        path.write_bytes(data)
    assert verify(folder, "out")[0] == 0


def test_what_is_no_plain_file_is_named(folder: Path) -> None:
    public = folder / "out/public/R-0001"
    (public / "more").mkdir()
    assert "more was added" in verify(folder, "out/public/R-0001")[1]
    text = public / "release.txt"
    text.rename(folder / "elsewhere.txt")
    text.symlink_to(folder / "elsewhere.txt")
    code, said = verify(folder, "out/public/R-0001")
    assert code == 1
    assert "release.txt was changed" in said


def test_a_source_without_the_classified_folder_can_not_be_compared(folder: Path) -> None:
    shutil.rmtree(folder / "out/classified")
    code, said = verify(folder, "out/public/R-0001", "--source", f"{NAME}.txt")
    assert code == 1
    assert "out/classified/R-0001 is missing" in said


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("nowhere",), "no release is there"),
        (("out", "--key", "none.pub"), "none.pub: there is no such file"),
        (("out", "--key", "one.note"), "one.note:1: no public key is written there"),
        (("out", "--source", "none.txt"), "none.txt: there is no such file"),
    ],
)
def test_wrong_input_is_told_in_a_line(
    folder: Path, arguments: tuple[str, ...], words: str
) -> None:
    done = running_in(folder)("verify", *arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_the_same_command_again_writes_the_same_bytes(folder: Path) -> None:
    before = {path: path.read_bytes() for path in every_file(folder)}
    assert running_in(folder)("release", NAME, *ANN).returncode == 0
    assert {path: path.read_bytes() for path in every_file(folder)} == before
    shutil.rmtree(folder / "out")
    (folder / "a.case.key").unlink()
    assert running_in(folder)("release", NAME, *ANN).returncode == 0
    assert {path: path.read_bytes() for path in every_file(folder)} == before


# Keys


def test_the_key_is_made_when_it_is_needed_and_is_its_owners_alone(folder: Path) -> None:
    key, public = folder / "a.case.key", folder / "a.case.key.pub"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert public.read_text().strip() == key.read_text().splitlines()[0]
    log = running_in(folder)("audit", "log", *ANN).stdout
    assert sum(line.split()[-1] == "key" for line in log.splitlines()) == 1


def test_a_later_release_by_the_next_key_opens_the_same_token(folder: Path) -> None:
    run = running_in(folder)
    shutil.copy(folder / "a.case.key.pub", folder / "first.pub")
    assert run("audit", "checkpoint", *ANN, "--rotate", "--to", "three.note").returncode == 0
    assert run("decide", NAME, *ANN, "--reopen", "--reason", "the list was printed").returncode == 0
    run("decide", NAME, *ANN, "--release", "paragraph 4", "--reason", "it was printed since")
    run("decide", NAME, *ANN, "--sign")
    done = run("release", NAME, *ANN)
    assert done.returncode == 0, done.stderr
    code, said = verify(folder, "out", "--key", "first.pub")
    assert code == 0, said
    assert "it opens the token of R-0001: what it newly shows was withheld there" in said
    assert "named by the key that you gave" in said
    kept = [f"--checkpoint={name}.note" for name in ("one", "two", "three")]
    done = run("audit", "verify", *ANN, *kept, "--key", "first.pub")
    assert done.returncode == 0, done.stdout


def test_a_passphrase_locks_the_key(
    tmp_path: Path, cable: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = running_in(tmp_path)
    run("case", "import", cable, *POLICY, *ANN)
    monkeypatch.setenv("REDACTOR_PASSPHRASE", "open sesame")
    assert run("audit", "checkpoint", *ANN, "--to", "one.note").returncode == 0
    assert "ENCRYPTED" in (tmp_path / "a.case.key").read_text()
    monkeypatch.setenv("REDACTOR_PASSPHRASE", "shut sesame")
    done = run("audit", "checkpoint", *ANN)
    assert done.returncode == 2
    assert "the passphrase is wrong" in done.stderr
    monkeypatch.delenv("REDACTOR_PASSPHRASE")
    monkeypatch.setattr("sys.stdin", io.StringIO())
    done = run("audit", "checkpoint", *ANN)
    assert done.returncode == 2
    assert "set REDACTOR_PASSPHRASE" in done.stderr


def test_a_key_that_others_can_read_signs_nothing(folder: Path) -> None:
    (folder / "a.case.key").chmod(0o644)
    done = running_in(folder)("audit", "checkpoint", *ANN)
    assert done.returncode == 2
    assert "others can read this key" in done.stderr


# Checkpoints


def check(folder: Path, *notes: str) -> tuple[int, str]:
    kept = [f"--checkpoint={note}" for note in notes]
    done = running_in(folder)("audit", "verify", *ANN, *kept, "--key", "a.case.key.pub")
    return done.returncode, done.stdout


def test_a_checkpoint_is_a_signed_note_of_the_journal(folder: Path) -> None:
    note = read_note((folder / "two.note").read_bytes())
    head = Checkpoint.parse(note.text)
    assert note.signatures[0].name == head.origin
    done = running_in(folder)("audit", "checkpoint", *ANN)
    assert done.stdout == (folder / "two.note").read_text()


def test_the_journal_goes_on_from_its_checkpoints(folder: Path) -> None:
    running_in(folder)("decide", NAME, *ANN, "--flag", "mis-marked")
    code, said = check(folder, "two.note", "one.note")
    assert code == 0
    assert said.count("the journal goes on from these") == 2


def test_without_a_key_it_is_said_that_anyone_can_sign(folder: Path) -> None:
    done = running_in(folder)("audit", "verify", *ANN, "--checkpoint", "one.note")
    assert done.returncode == 0
    assert "anyone can sign" in done.stderr


def tamper(folder: Path, *changes: Change) -> None:
    """Change the case file past the program, its guards taken down."""
    db = sqlite3.connect(folder / "a.case")
    guards = db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for (name,) in guards:
        db.execute(f"DROP TRIGGER {name}")
    for statement, values in changes:
        assert db.execute(statement, values).rowcount > 0, statement
    db.commit()
    db.close()


def swap(folder: Path, seq: int) -> None:
    """Let two events that follow each other change places."""
    wanted = "SELECT at, person, cable, kind, body, role, policy FROM events WHERE seq = ?"
    db = sqlite3.connect(folder / "a.case")
    one, two = (db.execute(wanted, (number,)).fetchone() for number in (seq, seq + 1))
    db.close()
    there = (
        "UPDATE events SET at = ?, person = ?, cable = ?, kind = ?, body = ?, role = ?, policy = ? "
        "WHERE seq = ?"
    )
    tamper(folder, (there, (*two, seq)), (there, (*one, seq + 1)))


def forge(folder: Path) -> None:
    """Make the chain anew over whatever the journal says now, as one who has the file can."""
    with CaseFile(folder / "a.case") as case:
        digest, made = FIRST_DIGEST, []
        for event in case.events():
            digest = event_digest(digest, event_record(event, case.secret))
            made.append((digest, event.seq))
    db = sqlite3.connect(folder / "a.case")
    db.execute("DELETE FROM chain WHERE seq > ?", (made[-1][1],))
    db.executemany("UPDATE chain SET digest = ? WHERE seq = ?", made)
    db.commit()
    db.close()


def last_of(folder: Path, note: str) -> int:
    return Checkpoint.parse(read_note((folder / note).read_bytes()).text).size


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE events SET person = 'eve' WHERE seq = ?",
        "UPDATE events SET at = replace(at, '20', '21') WHERE seq = ?",
        "UPDATE events SET body = replace(body, 'redact', 'releas') WHERE seq = ?",
        "UPDATE events SET body = body || ' ' WHERE seq = ?",
        "UPDATE remarks SET text = text || '.' WHERE seq = ?",
        "UPDATE chain SET digest = replace(digest, 'a', 'b') WHERE seq = ?",
    ],
)
def test_any_change_of_an_event_is_named(folder: Path, change: str) -> None:
    db = sqlite3.connect(folder / "a.case")
    found = db.execute(
        "SELECT e.seq FROM events e JOIN remarks r ON r.seq = e.seq JOIN chain c ON c.seq = e.seq "
        "WHERE e.body LIKE '%redact%' AND c.digest LIKE '%a%' ORDER BY e.seq"
    ).fetchone()
    db.close()
    tamper(folder, (change, found))
    code, said = check(folder, "two.note")
    assert code == 1
    assert f"event {found[0]}: " in said


@pytest.mark.parametrize("digest", ["x", "", b"\x00", "ab"])
def test_a_chain_that_holds_no_digests_is_told_and_never_signed(
    folder: Path, digest: object
) -> None:
    tamper(folder, ("UPDATE chain SET digest = ? WHERE seq = 3", (digest,)))
    code, said = check(folder, "two.note")
    assert code == 1
    assert "event 3: it, or its place in the order, was changed" in said
    assert "the chain of the journal is damaged" in said
    done = running_in(folder)("audit", "checkpoint", *ANN)
    assert done.returncode == 2
    assert "the journal is damaged" in done.stderr


def test_a_cut_tail_is_named_also_when_the_chain_was_cut_with_it(folder: Path) -> None:
    last = last_of(folder, "two.note")
    tamper(
        folder,
        ("DELETE FROM chain WHERE seq = ?", (last,)),
        ("DELETE FROM events WHERE seq = ?", (last,)),
    )
    running = running_in(folder)("audit", "verify", *ANN)
    assert running.returncode == 0  # by itself, the shorter journal is whole
    code, said = check(folder, "one.note", "two.note")
    assert code == 1
    assert f"the journal ends at event {last - 1}: 1 event of the checkpoint cut off" in said
    assert f"the change lies after event {last_of(folder, 'one.note')}" in said


def test_a_swapped_pair_is_named_also_when_the_chain_was_made_anew(folder: Path) -> None:
    last = last_of(folder, "two.note")
    swap(folder, last - 1)
    code, said = check(folder, "two.note")
    assert code == 1
    assert f"event {last - 1}: it, or its place in the order, was changed" in said
    forge(folder)
    assert running_in(folder)("audit", "verify", *ANN).returncode == 0
    code, said = check(folder, "one.note", "two.note")
    assert code == 1
    assert f"two.note: the first {last} events are not those of the checkpoint" in said
    assert f"the change lies after event {last_of(folder, 'one.note')}" in said


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda data: data.replace(b"\n", b"\n1", 1), "the checkpoint was changed"),
        (lambda data: data.replace(b"redactor.case/", b"redactor.case/x", 1), "was changed"),
        (
            lambda data: data.replace(b"\xe2\x80\x94 redactor", b"\xe2\x80\x94 xedactor"),
            "not signed",
        ),
    ],
)
def test_a_changed_checkpoint_is_told(
    folder: Path, change: Callable[[bytes], bytes], words: str
) -> None:
    path = folder / "two.note"
    path.write_bytes(change(path.read_bytes()))
    code, said = check(folder, "two.note")
    assert code == 1
    assert words in said


def test_a_file_that_is_no_checkpoint_is_told(folder: Path) -> None:
    for name, words in (("none.note", "can't be read"), ("a.case.key.pub", "no signature lines")):
        done = running_in(folder)("audit", "verify", *ANN, "--checkpoint", name)
        assert done.returncode == 2
        assert words in done.stderr


def test_an_export_proves_each_event_without_the_case(folder: Path) -> None:
    done = running_in(folder)("audit", "export", *ANN, "--proofs")
    *events, last = [json.loads(line) for line in done.stdout.splitlines()]
    head = Checkpoint.parse(read_note(last["checkpoint"].encode()).text)
    assert head.size == len(events)
    before = hashlib.sha256(b"redactor journal").hexdigest()
    for i, event in enumerate(events):
        linked = before.encode() + b"\n" + rfc8785.dumps(event["record"])
        assert event["digest"] == hashlib.sha256(linked).hexdigest()
        leaf = leaf_hash(bytes.fromhex(event["digest"]))
        proof = [bytes.fromhex(step) for step in event["proof"]]
        assert includes(leaf, i, head.size, proof, head.root)
        before = event["digest"]
