"""HTML in small pieces, and the frame of every public page: one file that lets nothing in."""

from html import escape

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""Of the page: no script, no network, its own style only."""


def plain(text: str) -> str:
    """Give released text, or the program's own, as HTML: nothing in it is markup."""
    return escape(text)


def html_page(title: str, style: str, body: str) -> str:
    """Give a page; ``title`` is plain text, ``body`` is HTML already."""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{plain(title)}</title>\n<style>{style}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )
