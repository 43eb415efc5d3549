// Marking a page: a box is drawn on its picture with a pointer, moved with the arrow keys, or typed as numbers.
const figure = document.querySelector('[data-draw]')
const edges = ['left', 'top', 'right', 'bottom'].map((name) => document.getElementById(`id_${name}`))

if (figure && edges.every(Boolean)) {
  const details = edges[0].closest('details')
  const shown = document.createElement('div')
  shown.className = 'app-draw__box'
  shown.tabIndex = 0
  shown.setAttribute('role', 'group')
  shown.setAttribute('aria-label', figure.dataset.label)
  shown.hidden = true
  figure.append(shown)

  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'govuk-button govuk-button--secondary govuk-!-margin-bottom-2'
  button.textContent = figure.dataset.button
  button.setAttribute('aria-pressed', 'false')
  figure.before(button)

  const numbers = () => edges.map((box) => (box.value.trim() === '' ? NaN : Number(box.value)))
  const within = (value, least, most) => Math.min(Math.max(value, least), most)

  // The box as the numbers say it; none where they say none.
  const draw = () => {
    const [left, top, right, bottom] = numbers()
    shown.hidden = !(left >= 0 && top >= 0 && right <= 100 && bottom <= 100 && left < right && top < bottom)
    if (shown.hidden) return
    Object.assign(shown.style, {
      left: `${left}%`, top: `${top}%`, width: `${right - left}%`, height: `${bottom - top}%`
    })
  }
  const write = (given) => {
    edges.forEach((box, place) => { box.value = given[place].toFixed(2) })
    details.open = true
    draw()
  }

  let begun = null
  const turn = (on) => {
    button.setAttribute('aria-pressed', String(on))
    figure.classList.toggle('app-draw--on', on)
  }
  button.addEventListener('click', () => turn(button.getAttribute('aria-pressed') !== 'true'))
  // Where a mouse is at hand nothing else is done with the picture, so it may be drawn on at once.
  if (matchMedia('(pointer: fine)').matches) turn(true)

  const place = (event) => {
    const around = figure.querySelector('img').getBoundingClientRect()
    return [
      within((event.clientX - around.left) / around.width * 100, 0, 100),
      within((event.clientY - around.top) / around.height * 100, 0, 100)
    ]
  }
  figure.addEventListener('dragstart', (event) => event.preventDefault())
  figure.addEventListener('pointerdown', (event) => {
    if (!figure.classList.contains('app-draw--on') || event.button !== 0) return
    begun = place(event)
    figure.setPointerCapture(event.pointerId)
    event.preventDefault()
  })
  figure.addEventListener('pointermove', (event) => {
    if (!begun) return
    const [across, down] = place(event)
    write([Math.min(begun[0], across), Math.min(begun[1], down), Math.max(begun[0], across), Math.max(begun[1], down)])
  })
  for (const name of ['pointerup', 'pointercancel']) figure.addEventListener(name, () => { begun = null })

  const steps = { ArrowLeft: [-0.5, 0], ArrowRight: [0.5, 0], ArrowUp: [0, -0.5], ArrowDown: [0, 0.5] }
  shown.addEventListener('keydown', (event) => {
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    const [left, top, right, bottom] = numbers()
    if (event.shiftKey) {
      write([left, top, within(right + step[0], left + 0.5, 100), within(bottom + step[1], top + 0.5, 100)])
      return
    }
    const across = within(step[0], -left, 100 - right)
    const down = within(step[1], -top, 100 - bottom)
    write([left + across, top + down, right + across, bottom + down])
  })
  for (const box of edges) box.addEventListener('input', draw)
  draw()
}
