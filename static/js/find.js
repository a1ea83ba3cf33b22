// Opens the search, which is loaded when it is first wanted: by its button, by / and by Ctrl or Cmd K.
{
  const find = async button => {
    const header = document.querySelector("[data-find]")
    try {
      (await import(header.dataset.find)).open(header, button)
    } catch {
      (button || header).textContent = header.dataset.failed
    }
  }
  addEventListener("click", event => {
    const button = event.target.closest("[data-search]")
    if (button) find(button)
  })
  addEventListener("keydown", event => {
    const chord = event.ctrlKey || event.metaKey
    if (event.altKey || !document.querySelector("[data-find]")) return
    if (chord ? event.key != "k" : event.key != "/" || event.target.closest("input, textarea, select, [contenteditable]")) return
    event.preventDefault()
    find()
  })
}
