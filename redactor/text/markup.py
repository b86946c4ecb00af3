"""HTML in small pieces, for the pages of a release and of its audit."""

from html import escape


def element(name: str, content: str, **attributes: str) -> str:
    """Give an element; ``content`` is HTML already, attributes are plain text.

    ``class_`` stands for the attribute ``class``, ``data_x`` for ``data-x``; an empty one is
    left out.
    """
    words = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value
    )
    return f"<{name}{words}>{content}</{name}>"
