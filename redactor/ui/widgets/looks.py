"""What widgets that paint by the line share: looks that are mixed once, and cheap scrolling."""

from collections.abc import Iterable
from functools import cached_property
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget


class Looks(Widget):
    """Gives the styles of its component classes by their short names; each mix is made once."""

    LOOKS: ClassVar[str]
    """What stands before a look's name in the stylesheet: ``pane`` for ``pane--muted``."""

    @cached_property
    def _looks(self) -> dict[tuple[str, ...], Style]:
        return {}

    def notify_style_update(self) -> None:
        """Forget the mixes when the theme changes."""
        super().notify_style_update()
        self._looks.clear()

    def look(self, *names: str) -> Style:
        """Mix looks, later ones on top; without any it is the widget's own."""
        if names not in self._looks:
            style = self.rich_style
            for name in names:
                style += self.get_component_rich_style(f"{self.LOOKS}--{name}", partial=True)
            self._looks[names] = style
        return self._looks[names]

    def filled(self, segments: Iterable[Segment], width: int, *names: str) -> Strip:
        """Give one line of ``width`` cells: what is too long is cut, the rest is blank."""
        found = list(segments)
        taken = sum(segment.cell_length for segment in found)
        if taken < width:
            found.append(Segment(" " * (width - taken), self.look(*names)))
        strip = Strip(found, max(taken, width))
        return strip if taken <= width else strip.crop(0, width)


class LineView(ScrollView, Looks, inherit_bindings=False):
    """Scrolls; its vertical scrollbar is always there, so that no length changes the layout."""

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Repaint; move the scrollbar's thumb only when that could be seen."""
        if round(old_value) == round(new_value):
            return
        bar = self.vertical_scrollbar
        step = self.virtual_size.height / max(1, 2 * self.size.height)
        at_an_end = new_value in (0, self.max_scroll_y)
        if at_an_end or abs(new_value - bar.position) >= step:
            bar.position = new_value
        self.refresh(self.size.region)

    def lengthen(self, rows: int) -> None:
        """Say how many rows there are.

        The toolkit would lay the whole screen out anew, which takes longer than a frame.
        """
        room = self.scrollable_content_region
        self.set_reactive(Widget.virtual_size, Size(room.width, rows))
        bar = self.vertical_scrollbar
        if (bar.window_virtual_size, bar.window_size) != (rows, room.height):
            bar.window_virtual_size, bar.window_size = rows, room.height
            bar.refresh()
        self.scroll_y = self.validate_scroll_y(self.scroll_y)
