"""The lines of a table of figures. They are written here, because a page has some four hundred numbers, and a
template takes ten steps for each.
"""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from protocol_portal.figures.showing import ShownCell, ShownRow

register = template.Library()
# The label stands in every cell, because on a phone a line is read down and not across; a link says its line.
_LINK = '<td data-label="{}"><a href="{}">{}<span> {}, {}</span></a></td>'
_PLAIN = '<td data-label="{}">{}</td>'
_BAR = (
    '<td class="app-bar-cell"><svg class="app-bar app-bar--{}" viewBox="0 0 100 16"'
    ' preserveAspectRatio="none" aria-hidden="true"><rect width="{}" height="16"/></svg></td>'
)
_NO_BAR = SafeString('<td class="app-bar-cell"></td>')


@register.simple_tag
def lines_of(rows: Iterable[ShownRow]) -> SafeString:
    """Each line with its numbers, their lists and their bars; a sum stands out."""
    return format_html_join(
        "\n",
        '<tr{}><th scope="row">{}</th>{}</tr>',
        (
            (
                SafeString(' class="app-counts__sum"' if row.is_sum else ""),
                row.label,
                SafeString("".join(_cell(cell, row) for cell in row.cells)),
            )
            for row in rows
        ),
    )


def _cell(cell: ShownCell, row: ShownRow) -> str:
    if cell.url:
        shown = format_html(_LINK, cell.label, cell.url, cell.words, cell.label, row.label)
    else:
        shown = format_html(_PLAIN, cell.label, cell.words)
    if not cell.has_bar:
        return shown
    return shown + (format_html(_BAR, cell.colour, cell.width) if cell.width else _NO_BAR)
