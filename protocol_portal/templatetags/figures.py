"""The lines of a table of figures. They are written here, because a page has some four hundred numbers, and a
template takes ten steps for each.
"""

from collections.abc import Iterable

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString

from protocol_portal.figures.showing import ShownCell, ShownRow

register = template.Library()
_BAR = (
    '<td class="app-bar-cell"><svg class="app-bar app-bar--{}" viewBox="0 0 100 16" '
    'preserveAspectRatio="none" aria-hidden="true"><rect width="{}" height="16"/></svg></td>'
)
_NO_BAR = '<td class="app-bar-cell"></td>'


@register.simple_tag
def lines_of(rows: Iterable[ShownRow]) -> SafeString:
    """Each line with its numbers, their lists and their bars; a sum stands out. What is said is escaped."""
    return SafeString("\n".join(_line(row) for row in rows))


def _line(row: ShownRow) -> str:
    label = escape(row.label)
    cells = "".join(_cell(cell, label) for cell in row.cells)
    kind = ' class="app-counts__sum"' if row.is_sum else ""
    return f'<tr{kind}><th scope="row">{label}</th>{cells}</tr>'


def _cell(cell: ShownCell, line: str) -> str:
    """The label stands in each cell, because a phone shows a line from its top; a link says its line too."""
    label, shown = escape(cell.label), f"{escape(cell.words)}"
    if cell.url:
        shown = f'<a href="{escape(cell.url)}">{shown}<span> {label}, {line}</span></a>'
    shown = f'<td data-label="{label}">{shown}</td>'
    if not cell.has_bar:
        return shown
    return shown + (_BAR.format(cell.colour, cell.width) if cell.width else _NO_BAR)
