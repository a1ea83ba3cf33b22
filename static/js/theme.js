// Light or dark: as the system has it until the reader chooses otherwise. This runs before the page is
// drawn, so that a remembered choice does not flash.
{
  const root = document.documentElement
  const system = matchMedia("(prefers-color-scheme: dark)")
  const key = "worklog-theme"
  let chosen, button

  const isDark = () => chosen ? chosen == "dark" : system.matches
  const show = () => {
    if (chosen) root.dataset.theme = chosen
    else delete root.dataset.theme
    button?.setAttribute("aria-pressed", isDark())
  }
  // Where a browser keeps nothing for sites, the choice lasts as long as the page.
  const recall = () => {
    try { chosen = localStorage.getItem(key) } catch {}
    if (chosen != "dark" && chosen != "light") chosen = null
    show()
  }
  const toggle = () => {
    const theme = isDark() ? "light" : "dark"
    // What the system wants needs no remembering: the page then follows the system again.
    chosen = (theme == "dark") == system.matches ? null : theme
    try { chosen ? localStorage.setItem(key, chosen) : localStorage.removeItem(key) } catch {}
    show()
  }

  recall()
  system.addEventListener("change", show)
  addEventListener("storage", recall)
  addEventListener("pageshow", event => event.persisted && recall())
  document.addEventListener("DOMContentLoaded", () => {
    button = document.querySelector(".theme")
    button?.addEventListener("click", toggle)
    show()
  })
}
