"""What axe finds on a page. Its dearest question, the contrast of colours, is asked once of what looks alike.

The contrast of an element hangs on its colours and its size, on those of all that it stands in, and on where
the stylesheets put them. So it is asked of an element where its tag, classes, names of attributes and colours
as computed, with those of all that it stands in, were not seen at that width before; every other rule is
asked of every page.
"""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CONTRAST = "color-contrast"
# A number for each way in which a visible element with words of its own stands on the page.
LOOKS = """() => {
  const kinds = new Map()
  const kind = one => {
    if (!one) return 0
    if (!kinds.has(one)) {
      const names = one.getAttributeNames().sort()
      const shown = getComputedStyle(one)
      const said = [
        one.localName, one.getAttribute('class'), one.type, ...names, shown.color, shown.backgroundColor,
        shown.backgroundImage, shown.opacity, shown.fontSize, shown.fontWeight
      ].join(' ')
      let number = kind(one.parentElement)
      for (const letter of said) number = (Math.imul(number, 31) + letter.codePointAt(0)) | 0
      kinds.set(one, number)
    }
    return kinds.get(one)
  }
  window.looks = new Map()
  for (const one of document.body.querySelectorAll('*')) {
    const says = one.matches('input, select, textarea') ||
      [...one.childNodes].some(child => child.nodeType === 3 && child.data.trim())
    if (says && one.checkVisibility() && !window.looks.has(kind(one))) window.looks.set(kind(one), one)
  }
  return [...window.looks.keys()]
}"""
RUN = """async ([tags, contrast, looks]) => {
  const options = {resultTypes: ['violations']}
  const all = await axe.run({runOnly: tags, rules: {[contrast]: {enabled: false}}, ...options})
  const here = looks.map(one => window.looks.get(one))
  const of_colours = here.length
    ? await axe.run(here, {runOnly: [contrast], resultTypes: ['violations', 'passes'], elementRef: true})
    : {violations: [], passes: []}
  const measured = new Set(of_colours.passes.flatMap(one => one.nodes.map(node => node.element)))
  return [
    [...all.violations, ...of_colours.violations].map(one => [one.id, one.nodes[0].html.slice(0, 160)]),
    looks.filter(one => measured.has(window.looks.get(one)))
  ]
}"""
# By the width of the page.
_seen: dict[int, set[int]] = {}


def axe_faults(page: Page, tags: list[str]) -> list[str]:
    """What axe finds, each with the rule and the first place; it is put into the page once."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    seen = _seen.setdefault(page.viewport_size["width"], set())
    looks = set(page.evaluate(LOOKS)) - seen if tags == RULES else set()
    found, measured = page.evaluate(RUN, [tags, CONTRAST, list(looks)])
    # What is at fault here, or covered so that it cannot be measured, is looked at again elsewhere.
    seen |= set(measured)
    return [f"axe {rule} at {where}" for rule, where in found]
