"""A signer who lies: all files are as signed, and still the parts do not fit each other."""

import hashlib
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import rfc8785

from redactor.audit.attestation import Bundle
from redactor.audit.attestation.digests import to_base64
from redactor.audit.attestation.records import (
    File,
    Manifest,
    Opening,
    read_signed,
    text_to_sign,
    with_signature,
)
from redactor.audit.ledger import SigningKey, sign_note
from tests.audit.attestation.office import Office, failing, fixed_key

MARKER = "[less than 1 line denied: (b)(6)]"


def signed_anew(office: Office, bundle: Bundle, manifest: Mapping[str, Any], **more: Any) -> Bundle:  # noqa: ANN401 - fields of a record
    """Sign a bundle as it is now, with fields of its records changed."""
    assert office.key
    record, _ = read_signed(bundle.public["manifest.json"], Manifest)
    record = record.model_copy(update={"files": listed(bundle.public), **manifest})
    public = {**bundle.public, "manifest.json": sealed(record, office.key)}
    opening, _ = read_signed(bundle.classified["opening.json"], Opening)
    update = {
        "files": listed(bundle.classified),
        "manifest": hashlib.sha256(public["manifest.json"]).hexdigest(),
        **more,
    }
    changed = opening.model_copy(update=update)
    return Bundle(public, {**bundle.classified, "opening.json": sealed(changed, office.key)})


def listed(files: Mapping[str, bytes]) -> dict[str, File]:
    return {
        name: File(bytes=len(data), sha256=hashlib.sha256(data).hexdigest())
        for name, data in files.items()
        if name not in ("manifest.json", "opening.json")
    }


def sealed(record: Manifest | Opening, key: SigningKey) -> bytes:
    return with_signature(record, sign_note(text_to_sign(record), key).signatures[0])


def told(office: Office, bundle: Bundle) -> list[str]:
    return failing([*office.public(bundle), *office.classified(bundle)])


def public_lie(
    office: Office,
    bundle: Bundle,
    name: str,
    data: bytes,
    **manifest: Any,  # noqa: ANN401 - fields
) -> list[str]:
    """Change a public file, sign all of it anew, and tell what does not hold."""
    lie = bundle._replace(public={**bundle.public, name: data})
    return failing(office.public(signed_anew(office, lie, manifest)))


def test_signing_anew_by_itself_changes_nothing(office: Office, bundle: Bundle) -> None:
    assert told(office, signed_anew(office, bundle, {})) == []


@pytest.mark.parametrize(
    ("old", "new", "parting", "words"),
    [
        ("two ferries", "ten ferries", "en ferries", "other words than the token shows"),
        ("SAMPLE\nBT\n", "SAMPLE\n", "", "other words than the token shows"),
        ("BT\n", "BT\nMore.\n", "More.", "words that the token does not show"),
        ("lighthouse", "light house", " house", "other words than the token shows"),
        ("us.", "us\x00.", "\x00", "a hidden character"),
    ],
    ids=["changed", "cut", "added", "parted", "hidden"],
)
def test_a_text_with_other_words_than_the_token_is_told(
    office: Office, bundle: Bundle, old: str, new: str, parting: str, words: str
) -> None:
    text = bundle.public["release.txt"].decode()
    at, shift = text.rindex(old), len(new) - len(old)
    changed = text[:at] + new + text[at + len(old) :]
    record, _ = read_signed(bundle.public["manifest.json"], Manifest)
    added = tuple(
        (start + shift * (start > at), end + shift * (start > at), why)
        for start, end, why in record.added
    )
    line = changed.count("\n", 0, changed.rindex(parting)) + 1
    found = public_lie(office, bundle, "release.txt", changed.encode(), added=added)
    assert found == [f"release.txt:{line}: {words}"]


def test_a_place_that_bears_no_marker_is_told(office: Office, bundle: Bundle) -> None:
    record, _ = read_signed(bundle.public["manifest.json"], Manifest)
    markers = [each for each in record.added if each[2] == "marker"]
    others = tuple(each for each in record.added if each != markers[0])
    text = bundle.public["release.txt"].decode()
    start, end, _ = markers[0]
    assert text[start:end] == MARKER
    data = (text[:start] + " " * (end - start) + text[end:]).encode()
    (words,) = public_lie(office, bundle, "release.txt", data, added=others)
    assert words.endswith("a place is withheld and bears no marker")


def test_a_marker_where_nothing_is_hidden_is_told(office: Office, bundle: Bundle) -> None:
    record, _ = read_signed(bundle.public["manifest.json"], Manifest)
    text = bundle.public["release.txt"].decode()
    at = text.index("two ferries")
    added = tuple(sorted((*record.added, (at, at + 11, "marker"))))
    (words,) = public_lie(office, bundle, "release.txt", text.encode(), added=added)
    assert words.endswith("other words than the token shows")


def dropped(data: bytes) -> bytes:
    return b"~".join((*data.split(b"~")[:-2], b""))


def twice(data: bytes) -> bytes:
    return data + data.split(b"~")[1] + b"~"


def foreign(data: bytes) -> bytes:
    return data + to_base64(b'["salt","words of no place"]').encode() + b"~"


def stray_bits(data: bytes) -> bytes:
    head, tilde, rest = data.partition(b"~")
    last = chr(head[-1] + 1).encode() if chr(head[-1]) not in "Zz9-_" else b"x"
    return head[:-1] + last + tilde + rest


def by_a_stranger(data: bytes) -> bytes:
    words, _, rest = data.decode().rpartition(".")
    signature = to_base64(fixed_key("stranger", 9).sign(words.encode()))
    return f"{words}.{signature}~{rest.partition('~')[2]}".encode()


def without_algorithm(data: bytes) -> bytes:
    head = to_base64(b'{"alg":"none","kid":"x","typ":"redactor-release+sd-jwt"}')
    return head.encode() + data[data.index(b".") :]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (dropped, "words that the token does not show"),
        (twice, "a disclosure is there twice"),
        (foreign, "a disclosure belongs to no place of it"),
        (stray_bits, "is damaged"),
        (by_a_stranger, "its signature is false"),
        (without_algorithm, "it is a token of another kind"),
        (lambda data: data + b"x", "something stands after its end"),
        (lambda _: b"~", "its signed part is damaged"),
        (lambda _: b"\xff", "it is no token"),
    ],
)
def test_a_token_that_is_not_right_is_told(
    office: Office, bundle: Bundle, change: Callable[[bytes], bytes], words: str
) -> None:
    data = change(bundle.public["release.sdjwt"])
    found = public_lie(office, bundle, "release.sdjwt", data)
    assert len(found) == 1
    assert words in found[0]


# The classified side


def lines(bundle: Bundle) -> list[dict[str, Any]]:
    return [json.loads(line) for line in bundle.classified["decisions.jsonl"].splitlines()]


def log_lie(office: Office, bundle: Bundle, events: list[dict[str, Any]]) -> list[str]:
    data = b"".join(rfc8785.dumps(event) + b"\n" for event in events)
    lie = bundle._replace(classified={**bundle.classified, "decisions.jsonl": data})
    return failing(office.classified(signed_anew(office, lie, {})))


def where(events: list[dict[str, Any]], kind: str) -> int:
    """Give the line of the first event of a kind, from 0."""
    return next(i for i, event in enumerate(events) if event["record"]["kind"] == kind)


def test_a_changed_event_is_told(office: Office, bundle: Bundle) -> None:
    events = lines(bundle)
    i = where(events, "decide")
    events[i]["record"]["person"] = "bob"
    seq = events[i]["record"]["seq"]
    assert log_lie(office, bundle, events) == [
        f"decisions.jsonl:{i + 1}: event {seq} is not the one that its digest is of"
    ]


def test_an_event_that_the_signed_log_has_not_is_told(office: Office, bundle: Bundle) -> None:
    events = lines(bundle)
    i = where(events, "decide")
    event = events[i]
    event["record"]["person"] = "bob"
    data = event["previous"].encode() + b"\n" + rfc8785.dumps(event["record"])
    event["digest"] = hashlib.sha256(data).hexdigest()
    assert log_lie(office, bundle, events) == [
        f"decisions.jsonl:{i + 1}: event {event['record']['seq']} is not in the log that was signed"
    ]


def test_events_out_of_order_and_repeated_are_told(office: Office, bundle: Bundle) -> None:
    events = lines(bundle)
    for wrong in ([events[1], events[0], *events[2:]], [*events, events[-1]]):
        (words,) = log_lie(office, bundle, wrong)
        assert words.endswith("the events are not in order")


def test_without_a_signature_nothing_was_released(office: Office, bundle: Bundle) -> None:
    events = lines(bundle)
    del events[where(events, "sign")]
    found = log_lie(office, bundle, events)
    assert any(words.startswith("words are shown that were not released: lines") for words in found)
    assert any(words.startswith("words are hidden that nobody withheld: lines") for words in found)


def test_a_decision_under_a_policy_that_the_log_has_not_is_told(
    office: Office, bundle: Bundle
) -> None:
    events = lines(bundle)
    del events[where(events, "policy")]
    (words,) = log_lie(office, bundle, events)
    assert words.endswith("names a policy that the log does not")


def test_events_that_make_no_review_are_told(office: Office, bundle: Bundle) -> None:
    events = lines(bundle)
    del events[where(events, "decide")]
    assert log_lie(office, bundle, events) == ["the events of the log do not make a review"]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"disclosures": ()}, "opening.json does not open all that the token hides"),
        ({"checkpoint": "words\n"}, "its checkpoint is damaged"),
        ({"furniture": ((0, 20),)}, "the segments, put together, are not the source"),
    ],
)
def test_an_opening_that_does_not_fit_is_told(
    office: Office, bundle: Bundle, changes: dict[str, Any], words: str
) -> None:
    lie = signed_anew(office, bundle, {}, **changes)
    assert words in failing(office.classified(lie))


def test_an_opening_of_another_release_is_told(office: Office, bundle: Bundle) -> None:
    other = signed_anew(office, bundle, {"determination": "RELEASE IN FULL"})
    mixed = Bundle(bundle.public, other.classified)
    words = "opening.json belongs to another release than manifest.json"
    assert failing(office.classified(mixed)) == [words]


def test_an_opening_that_names_other_places_of_the_source_is_told(
    office: Office, bundle: Bundle
) -> None:
    opening, _ = read_signed(bundle.classified["opening.json"], Opening)
    first = opening.disclosures[0].model_copy(update={"start": 3})
    lie = signed_anew(office, bundle, {}, disclosures=(first, *opening.disclosures[1:]))
    words = "segment 0 is not at the place of the source that it names"
    assert words in failing(office.classified(lie))


def test_a_checkpoint_of_a_stranger_is_told(office: Office, bundle: Bundle) -> None:
    opening, _ = read_signed(bundle.classified["opening.json"], Opening)
    text = opening.checkpoint.partition("\n\n")[0] + "\n"
    note = str(sign_note(text, fixed_key("stranger", 9)))
    lie = signed_anew(office, bundle, {}, checkpoint=note)
    assert failing(office.classified(lie)) == [
        "its checkpoint is not signed with a key of the case"
    ]


def test_words_that_are_called_furniture_are_told(tmp_path: Path) -> None:
    """Who signs could leave words out of the token by calling them page furniture."""
    office = Office(tmp_path)
    bundle = office.withheld("paragraph 3")
    opening, _ = read_signed(bundle.classified["opening.json"], Opening)
    assert opening.furniture == ()
    lie = signed_anew(office, bundle, {}, furniture=((0, 19),))
    assert "words are left out as page furniture that are none: lines 1-2" in failing(
        office.classified(lie)
    )
