// What a page gains with scripts on; every page does the same without them.
const script = document.getElementById('portal-script')

// GOV.UK's components: focus on the error summary, counters, "show password", no double clicks.
if (script && document.body.classList.contains('govuk-frontend-supported')) {
  const { initAll } = await import(script.dataset.components)
  initAll()
}

// New enquiry: who will reply, and by when, as soon as a service is chosen. The answers stand in the page.
let showRoute = () => {}
function showRoutes () {
  const data = document.getElementById('routes')
  const select = document.querySelector('[data-routes]')
  if (!data || !select) return
  const routes = JSON.parse(data.textContent)
  const part = (name) => document.querySelector(`[data-route="${name}"]`)
  const write = (name, text) => { if (part(name)) part(name).textContent = text || '' }
  const reveal = (name, on) => { if (part(name)) part(name).hidden = !on }
  const show = () => {
    const route = routes[select.value]
    reveal('panel', Boolean(route) && !document.querySelector('[data-barred]'))
    reveal('hint', Boolean(route && route.hint))
    if (!route) return
    write('to', route.to)
    write('due', route.due)
    write('days', route.days)
    reveal('due-line', Boolean(route.due))
    write('closed', route.closed)
    reveal('closed', Boolean(route.closed))
    write('title', route.title)
    write('hint-text', route.hint)
    const link = part('link')
    if (!link) return
    link.hidden = !(route.link && route.url)
    link.textContent = route.link || ''
    if (route.url) link.href = route.url
  }
  showRoute = show
  reveal('button', false)
  select.addEventListener('change', show)
  show()
}

// New enquiry: what becomes of it, as soon as it is said what it is; the server answers in the protocol's words.
function showWhatBecomes () {
  const panel = document.querySelector('[data-becomes]')
  const form = panel && panel.closest('form')
  if (!form) return
  const asks = new Set(['kind', 'service', 'member', 'remit', 'addressed_to', 'factual', 'channel', 'details', 'subject'])
  let latest = 0
  form.addEventListener('change', async (event) => {
    if (!asks.has(event.target.name)) return
    const turn = ++latest
    const data = new FormData(form)
    for (const [name, value] of [...data]) if (value instanceof File) data.delete(name)
    try {
      const answer = await fetch(panel.dataset.becomes, { method: 'POST', body: data, credentials: 'same-origin' })
      if (!answer.ok || answer.redirected || turn !== latest) return
      panel.innerHTML = await answer.text()
      showRoute()
    } catch {
      // Without an answer the page says it when it is sent.
    }
  })
}

// Drafts: a form with data-autosave sends itself there every 30 seconds when something was typed.
function saveDrafts () {
  for (const form of document.querySelectorAll('form[data-autosave]')) {
    const status = form.querySelector('[data-autosave-status]')
    let changed = false
    form.addEventListener('input', () => { changed = true })
    form.addEventListener('submit', () => { changed = false })
    setInterval(async () => {
      if (!changed) return
      changed = false
      const data = new FormData(form)
      for (const [name, value] of [...data]) if (value instanceof File) data.delete(name)
      try {
        const answer = await fetch(form.dataset.autosave, { method: 'POST', body: data, credentials: 'same-origin' })
        if (!answer.ok) throw new Error(String(answer.status))
        const said = await answer.text()
        if (status && said) status.textContent = said
      } catch {
        changed = true
      }
    }, 30000)
  }
}

// A printed page holds what its details hide.
function printDetails () {
  const opened = []
  addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll('details:not([open])')) {
      details.open = true
      opened.push(details)
    }
  })
  addEventListener('afterprint', () => {
    for (const details of opened.splice(0)) details.open = false
  })
}

showRoutes()
showWhatBecomes()
saveDrafts()
printDetails()
