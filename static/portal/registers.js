// In the registers: a box in which people are found by typing has a name for a screen reader while it is empty.
// Loaded after the admin's own script, whose boxes are made by then.
django.jQuery(() => {
  for (const select of document.querySelectorAll('select.admin-autocomplete')) {
    const label = document.querySelector(`label[for="${select.id}"]`)
    const box = select.parentElement.querySelector('.select2-selection__rendered')
    if (label && box) box.setAttribute('aria-label', label.textContent.replace(':', '').trim())
  }
})
