"""What script/bench prints of its figures, and what it calls a fault."""

from collections.abc import Iterator
from typing import Any

# No page takes more than this many times its bare view.
MOST_TIMES = 2.0
_HEAD = f"{'page':<32}{'queries':>8}{'ms':>9}{'bytes':>10}{'bare queries':>14}{'bare ms':>9}{'times':>7}"


def lines(few: dict[str, Any], many: dict[str, Any]) -> Iterator[str]:
    """A line for each page of the large year, then the reminder sweep."""
    yield ""
    yield f"{many['cases']:,} enquiries; questions were compared with those of {few['cases']:,}."
    yield _HEAD
    for page in many["pages"]:
        yield (
            f"{page['name']:<32}{page['queries']:>8}{page['milliseconds']:>9.1f}{page['size']:>10,}"
            f"{page['bare_queries']:>14}{page['bare_milliseconds']:>9.1f}{_times(page):>7.2f}"
        )
    sweep = many["sweep"]
    yield (
        f"reminder sweep: {sweep['sent']:,} sent in {sweep['milliseconds'] / 1000:.1f} s and "
        f"{sweep['queries']:,} queries; with nothing due {sweep['idle_milliseconds']:.0f} ms and "
        f"{sweep['idle_queries']} queries"
    )


def faults(few: dict[str, Any], many: dict[str, Any]) -> list[str]:
    """A sentence for each page that is too slow, or asks more of a large year than of a small one.

    A file asks once more for each batch of its rows, as many as it has, and no page does.
    """
    before = {page["name"]: page["queries"] for page in few["pages"]}
    found = []
    for page in many["pages"]:
        name, queries = page["name"], page["queries"]
        if _times(page) > MOST_TIMES:
            found.append(
                f"{name} takes {_times(page):.2f} times its bare view; {MOST_TIMES:.0f} is the most."
            )
        if queries > before[name] and not page["is_file"]:
            found.append(f"{name} asks {queries} questions of the large year, {before[name]} of the small.")
    large, small = many["sweep"]["idle_queries"], few["sweep"]["idle_queries"]
    if large > small:
        found.append(f"An idle sweep asks {large} questions of the large year, {small} of the small.")
    return found


def _times(page: dict[str, Any]) -> float:
    return float(page["milliseconds"] / page["bare_milliseconds"])
