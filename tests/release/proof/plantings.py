"""Ways in which withheld words could get into a written file, though not into its text."""

import csv
import io
import json
from collections.abc import Callable, Mapping
from html import escape

import pikepdf

from tests.release.proof.written import dumped, token

Planting = Callable[[bytes, str], bytes]
"""Puts words into a file."""


def _after(where: bytes, put: str) -> Planting:
    """Put markup behind some words of a page; ``{}`` in it stands for the secret."""

    def planted(data: bytes, secret: str) -> bytes:
        assert where in data
        return data.replace(where, where + put.replace("{}", secret).encode(), 1)

    return planted


def _coded(secret: str) -> str:
    return "".join(f"&#{ord(char)};" for char in secret)


PAGES: Mapping[str, Planting] = {
    "a comment": _after(b"<body>", "<!-- {} -->"),
    "a comment before all": lambda data, secret: f"<!-- {secret} -->".encode() + data,
    "a title": _after(b"<title>", "{} "),
    "a title in codes": lambda data, secret: _after(b"<title>", _coded(secret))(data, secret),
    "a meta element": _after(b"<head>", '<meta name="author" content="{}">'),
    "a meta element's name": _after(b"<head>", '<meta name="{}" content="x">'),
    "an attribute": _after(b"<body>", '<p title="{}"></p>'),
    "a label": _after(b"<body>", '<div aria-label="{}"></div>'),
    "a label in codes": lambda data, secret: _after(
        b"<body>", f'<div aria-label="{_coded(secret)}"></div>'
    )(data, secret),
    "a class": _after(b"<body>", '<span class="{}"></span>'),
    "an id": _after(b"<body>", '<span id="{}"></span>'),
    "the name of an attribute": _after(b"<body>", "<span {}></span>"),
    "an element": _after(b"<body>", "<{}>"),
    "a link": _after(b"<body>", '<a href="https://example.org/{}"></a>'),
    "a script": _after(b"<head>", "<script>var x = '{}'</script>"),
    "a style": _after(b"<style>", "/* {} */"),
    "a style in codes": lambda data, secret: _after(
        b"<style>", "".join(f"\\{ord(char):x} " for char in secret)
    )(data, secret),
    "a style that calls": _after(b"<style>", "p { background: url(//example.org/{}) }"),
    "another style": _after(b"<head>", '<style>p::after {{ content: "{}" }}</style>'),
    "text that is hidden": _after(b"<body>", '<p class="x">{}</p>'),
    "text before the page": lambda data, secret: escape(secret).encode() + data,
    "text after the page": lambda data, secret: data + escape(secret).encode(),
    "a declaration": _after(b"<body>", "<![CDATA[{}]]>"),
    "an instruction": _after(b"<body>", "<?x {}?>"),
    "a picture": _after(b"<body>", '<img alt="{}">'),
}


def _in_pdf(change: Callable[[pikepdf.Pdf, str], None]) -> Planting:
    def planted(data: bytes, secret: str) -> bytes:
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(data)) as file:
            change(file, secret)
            file.save(out, fix_metadata_version=False)
        return out.getvalue()

    return planted


def _information(file: pikepdf.Pdf, secret: str) -> None:
    file.docinfo["/Author"] = secret


def _key(file: pikepdf.Pdf, secret: str) -> None:
    file.docinfo[f"/{secret.replace(' ', '_')}"] = "x"


def _packet(file: pikepdf.Pdf, put: str) -> None:
    said = file.Root.Metadata.read_bytes().replace(b"</rdf:Description>", put.encode(), 1)
    file.Root.Metadata.write(said)


def _xmp_text(file: pikepdf.Pdf, secret: str) -> None:
    _packet(file, f"<dc:subject>{escape(secret)}</dc:subject></rdf:Description>")


def _xmp_attribute(file: pikepdf.Pdf, secret: str) -> None:
    _packet(file, f'<dc:x dc:y="{escape(secret)}"/></rdf:Description>')


def _xmp_comment(file: pikepdf.Pdf, secret: str) -> None:
    _packet(file, f"<!-- {secret} --></rdf:Description>")


def _bookmark(file: pikepdf.Pdf, secret: str) -> None:
    with file.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(secret, 0))


def _note(file: pikepdf.Pdf, secret: str) -> None:
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9],
        Contents=pikepdf.String(secret),
    )  # fmt: skip
    file.pages[0].Annots = pikepdf.Array([file.make_indirect(note)])


def _attachment(file: pikepdf.Pdf, secret: str) -> None:
    file.attachments["cable.txt"] = secret.encode()


def _named_attachment(file: pikepdf.Pdf, secret: str) -> None:
    file.attachments[f"{secret}.txt"] = b"x"


def _script(file: pikepdf.Pdf, secret: str) -> None:
    file.Root.OpenAction = pikepdf.Dictionary(
        S=pikepdf.Name.JavaScript, JS=pikepdf.String(f"app.alert({secret!r})")
    )


def _field(file: pikepdf.Pdf, secret: str) -> None:
    field = pikepdf.Dictionary(FT=pikepdf.Name.Tx, T=pikepdf.String("x"), V=pikepdf.String(secret))
    file.Root.AcroForm = pikepdf.Dictionary(Fields=[file.make_indirect(field)])


def _alternative(file: pikepdf.Pdf, secret: str) -> None:
    for each in file.objects:
        if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/StructElem":
            each.ActualText = pikepdf.String(secret)
            return


def _label(file: pikepdf.Pdf, secret: str) -> None:
    label = pikepdf.Dictionary(P=pikepdf.String(secret))
    file.Root.PageLabels = pikepdf.Dictionary(Nums=[0, label])


def _own_key(file: pikepdf.Pdf, secret: str) -> None:
    file.Root[f"/{secret.replace(' ', '_')}"] = 1


def _lost_stream(file: pikepdf.Pdf, secret: str) -> None:
    file.Root.Lost = file.make_stream(secret.encode())


def _drawn(file: pikepdf.Pdf, put: bytes) -> None:
    page = file.pages[0]
    page.contents_add(put, prepend=False)
    page.contents_coalesce()


def _drawn_beside(file: pikepdf.Pdf, secret: str) -> None:
    text = b"\xfe\xff" + secret.encode("utf-16-be")
    _drawn(file, b"/Span <</ActualText <%s>>> BDC EMC" % text.hex().encode())


def _drawn_unseen(file: pikepdf.Pdf, secret: str) -> None:
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Courier
    )
    file.pages[0].Resources.Font.hidden = file.make_indirect(font)
    shown = secret.encode("ascii", "replace").replace(b"(", b"").replace(b")", b"")
    _drawn(file, b"BT /hidden 1 Tf 3 Tr 1 0 0 1 20 20 Tm (%s) Tj ET" % shown)


def _commented(data: bytes, secret: str) -> bytes:
    return data.replace(b"\nendobj", f"\n% {secret}\nendobj".encode(), 1)


def _appended(data: bytes, secret: str) -> bytes:
    """Leave an earlier state of the file in it, as editors do."""
    return data + f"1 0 obj\n({secret})\nendobj\nstartxref\n0\n%%EOF\n".encode()


PDF: Mapping[str, Planting] = {
    "information": _in_pdf(_information),
    "a key of the information": _in_pdf(_key),
    "XMP text": _in_pdf(_xmp_text),
    "XMP attribute": _in_pdf(_xmp_attribute),
    "XMP comment": _in_pdf(_xmp_comment),
    "a bookmark": _in_pdf(_bookmark),
    "a note": _in_pdf(_note),
    "an attachment": _in_pdf(_attachment),
    "an attachment's name": _in_pdf(_named_attachment),
    "a script": _in_pdf(_script),
    "a form": _in_pdf(_field),
    "another text": _in_pdf(_alternative),
    "a page's label": _in_pdf(_label),
    "a name": _in_pdf(_own_key),
    "a stream": _in_pdf(_lost_stream),
    "another text of a word": _in_pdf(_drawn_beside),
    "words that can't be seen": _in_pdf(_drawn_unseen),
    "a comment": _commented,
    "an earlier state": _appended,
}


def _in_manifest(change: Callable[[dict[str, object], str], None]) -> Planting:
    def planted(data: bytes, secret: str) -> bytes:
        manifest = json.loads(data)
        change(manifest, secret)
        return dumped(manifest)

    return planted


MANIFEST: Mapping[str, Planting] = {
    "a value": _in_manifest(lambda told, secret: told.update(determination=secret)),
    "a further field": _in_manifest(lambda told, secret: told.update(subject=secret)),
    "a field's name": _in_manifest(lambda told, secret: told.update({secret: 1})),
    "a file's name": _in_manifest(lambda told, secret: told.update(files={secret: {}})),
    "a reason": _in_manifest(lambda told, secret: told.update(added=[[0, 1, secret]])),
    "a key": _in_manifest(lambda told, secret: told.update(keys=[{"key": secret, "note": None}])),
    "a note": _in_manifest(lambda told, secret: told.update(keys=[{"key": "", "note": secret}])),
    "a signature": _in_manifest(
        lambda told, secret: told.update(signature=f"{told['signature']} {secret}")
    ),
    "a field that stands twice": lambda data, secret: (
        data[:-1] + b', "first": ' + dumped(secret) + b', "first": "R-0001"}'
    ),
}
TOKEN: Mapping[str, Planting] = {
    "a disclosure": lambda _, secret: token({}, [f"x {secret} y"]),
    "an array": lambda _, secret: token({}, [[{"...": secret}]]),
    "a claim": lambda _, secret: token({"sub": secret}, []),
    "a claim's name": lambda _, secret: token({secret: 1}, []),
    "a digest": lambda _, secret: token({"_sd": [secret]}, []),
    "a salt": lambda _, secret: token({}, ["x"], salt=secret),
    "what follows": lambda data, secret: data + secret.encode(),
}


def _in_table(change: Callable[[list[list[str]], str], None]) -> Planting:
    def planted(data: bytes, secret: str) -> bytes:
        rows = list(csv.reader(io.StringIO(data.decode(), newline="")))
        change(rows, secret)
        out = io.StringIO()
        csv.writer(out, lineterminator="\r\n").writerows(rows)
        return out.getvalue().encode()

    return planted


TABLE: Mapping[str, Planting] = {
    "a field": _in_table(lambda rows, secret: rows[1].__setitem__(3, secret)),
    "a column": _in_table(lambda rows, secret: rows[0].append(secret)),
    "a row": _in_table(lambda rows, secret: rows.append([secret])),
    "two fields": _in_table(lambda rows, secret: rows.append(secret.split())),
}
TEXT: Mapping[str, Planting] = {
    "a line": lambda data, secret: data + f"{secret}\n".encode(),
    "the first line": lambda data, secret: f"{secret}\n".encode() + data,
    "the middle": lambda data, secret: data.replace(b"\n\n", f"\n\n{secret}\n".encode(), 1),
}
PLANTINGS: Mapping[str, Mapping[str, Planting]] = {
    "release.txt": TEXT,
    "release.html": PAGES,
    "index.html": PAGES,
    "release.pdf": PDF,
    "index.csv": TABLE,
    "determination.txt": TEXT,
    "manifest.json": MANIFEST,
    "release.sdjwt": TOKEN,
}
