// What a page can do besides being read: each heading and each row of a worklog gives its address,
// code can be copied, and the navigation shows where we are. Nothing here moves what is drawn.
document.addEventListener("DOMContentLoaded", () => {
  const main = document.getElementById("main")
  const words = document.querySelector("header.site").dataset
  const make = (name, properties) => Object.assign(document.createElement(name), properties)

  // Shows for a moment, in place of the element's own text, that the copy was made.
  const copy = (text, element, done) => navigator.clipboard?.writeText(text).then(() => {
    const own = element.textContent
    element.textContent = done
    setTimeout(() => element.textContent = own, 1500)
  }, () => {})

  for (const target of main.querySelectorAll("article :is(h2, h3, h4)[id], .worklog tr[id]")) {
    const place = target.cells?.[0] ?? target
    const anchor = make("a", { className: "anchor", href: "#" + target.id, textContent: "#" })
    const name = place.textContent.trim()
    anchor.setAttribute("aria-label", words.link + " " + name)
    if (name) place.setAttribute("aria-label", name) // which else would have the link in its name
    anchor.addEventListener("click", () => copy(anchor.href, anchor, "✓"))
    place.append(anchor)
  }

  // What may scroll sideways is reached by keyboard in every browser.
  for (const wide of main.querySelectorAll("pre, :not(.scroll, .worklog-table) > table")) wide.tabIndex = 0

  if (navigator.clipboard) for (const code of main.querySelectorAll("pre:not(:has(.lnt))")) {
    const box = make("div", { className: "code" })
    const button = make("button", { className: "copy", type: "button", textContent: words.copy })
    button.addEventListener("click", () => copy(code.textContent, button, words.copied))
    code.replaceWith(box)
    box.append(code, button)
  }

  const here = document.querySelector(".tree [aria-current]")
  const list = here?.closest("div")
  if (list) list.scrollTop = here.offsetTop - list.clientHeight / 2
})
