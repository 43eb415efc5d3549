// Says that scripts run, before anything is drawn; the components' styles ask for these classes.
document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('govuk-frontend-supported')
