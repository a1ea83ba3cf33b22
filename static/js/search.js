// The search dialog. Hugo puts before this file search-index.js and the words of the interface, as the
// constant words.

const SHOWN = 10 // results at a time
const MOST = 30

const element = (name, attributes, ...children) => {
  const made = document.createElement(name)
  for (const key in attributes) made.setAttribute(key, attributes[key])
  made.append(...children)
  return made
}

const fits = (word, wanted) => split(word).some(part => match(part, wanted))

// marked returns a text as nodes, with the wanted words marked.
const marked = (text, wanted) => text.split(/([\p{L}\p{N}\p{M}]+)/u).map((word, i) =>
  i % 2 && wanted.some(w => fits(word, w)) ? element("mark", {}, word) : word)

// snippet is the line with most of the wanted words, from a little before the first of them on.
const snippet = (text, wanted) => {
  const count = line => wanted.filter(w => fits(line, w)).length
  const lines = text.replace(/`/g, "").replace(/\t/g, " ").split("\n")
  const words = lines.reduce((best, line) => count(line) > count(best) ? line : best).split(" ")
  const from = Math.max(words.findIndex(count) - 6, 0)
  const rest = words.slice(from).join(" ")
  return (from ? "… " : "") + (rest.length > 180 ? rest.slice(0, 180).replace(/\s\S*$/, "") + " …" : rest)
}

const dayFormat = new Intl.DateTimeFormat(words.locale,
  { timeZone: "UTC", weekday: words.weekday, day: words.day, month: words.month, year: "numeric" })

// option shows a row as the n-th result: its page, its day or heading, and what it says.
const option = ({ address, title, anchor, text }, wanted, n) => {
  const day = /^day-(\d{4}-\d\d-\d\d)/.exec(anchor)?.[1]
  const task = !anchor || /^(day|row)-/.test(anchor)
  const heading = task ? "" : text.split("\t")[0]
  return element("a", {
    role: "option", id: `found-${n}`, tabindex: -1, "aria-selected": false,
    href: address + (anchor && "#" + anchor),
  },
  element("b", {}, ...marked(title, wanted)), " ",
  element("small", {}, ...day ? [dayFormat.format(new Date(day))] : marked(heading, wanted)), " ",
  element("span", {}, ...marked(snippet(text.slice(heading.length).trim(), wanted), wanted)))
}

// make puts the dialog into the page; header is the button of the header, which knows the addresses.
const make = header => {
  const list = element("div", { role: "listbox", id: "found", "aria-label": words.results, hidden: "" })
  const status = element("p", { role: "status" })
  const input = element("input", {
    type: "search", role: "combobox", "aria-label": words.search, placeholder: words.placeholder,
    "aria-controls": "found", "aria-expanded": false, "aria-autocomplete": "list",
    autocomplete: "off", autocapitalize: "off", spellcheck: false, enterkeyhint: "go",
  })
  const close = element("button", { type: "button" }, words.close)
  const box = element("dialog", { id: "search", "aria-label": words.search }, element("div", {}, input, close), status, list)
  const sheet = element("link", { rel: "stylesheet", href: header.dataset.sheet })
  const ready = new Promise(done => sheet.onload = sheet.onerror = done)
  document.head.append(sheet)
  document.body.append(box)

  const address = new URL(header.dataset.index, location).href
  const empty = { index: null, wanted: [], rows: [] }
  let loading // the index
  let shown = empty // what the list shows the beginning of
  let chosen = -1
  let asking // the last question

  const choose = n => {
    list.children[chosen]?.setAttribute("aria-selected", false)
    chosen = Math.min(n, list.children.length - 1)
    const option = list.children[chosen]
    option?.setAttribute("aria-selected", true)
    option?.scrollIntoView({ block: "nearest" })
    if (option) input.setAttribute("aria-activedescendant", option.id)
    else input.removeAttribute("aria-activedescendant")
  }

  const options = async ({ index, wanted, rows }, from) => {
    const found = await index.rows(rows.slice(from, Math.min(from + SHOWN, MOST)))
    return found.map((row, i) => option(row, wanted, from + i))
  }

  const show = (answer, children, ...message) => {
    shown = answer
    list.replaceChildren(...children)
    list.hidden = !children.length
    input.setAttribute("aria-expanded", !list.hidden)
    status.replaceChildren(...message)
    choose(0)
    list.scrollTop = 0
  }

  const answer = async stale => {
    const slow = setTimeout(() => stale() || status.replaceChildren(words.loading), 300)
    try {
      const index = await (loading ||= load(address))
      const wanted = [...new Set(split(input.value))]
      const rows = wanted.length ? await search(index, wanted) : []
      const found = { index, wanted, rows }
      const children = await options(found, 0)
      const message = !wanted.length ? words.hint : !rows.length ? words.none : rows.length > MOST ? words.best : words.count
      if (!stale()) show(found, children, message.replace("%d", rows.length))
    } catch {
      loading = null
      if (!stale()) show(empty, [], words.failed, " ", element("a", { href: header.dataset.home }, words.home))
    } finally {
      clearTimeout(slow)
    }
  }

  const ask = () => {
    const mine = asking = {}
    return mine.done = answer(() => asking != mine)
  }

  const more = async () => {
    const from = list.children.length
    const now = shown
    const children = from < Math.min(now.rows.length, MOST) ? await options(now, from).catch(() => []) : []
    if (now == shown && from == list.children.length) list.append(...children)
  }

  input.oninput = ask
  input.onkeydown = async event => {
    if (event.isComposing) return
    if (event.key == "Escape") {
      event.preventDefault() // else the field is only emptied
      box.close()
    } else if (event.key == "Enter") {
      await asking.done
      list.children[chosen]?.click()
    } else if (event.key == "ArrowDown") {
      event.preventDefault()
      if (chosen == list.children.length - 1) await more()
      choose(chosen + 1)
    } else if (event.key == "ArrowUp") {
      event.preventDefault()
      choose(Math.max(chosen - 1, 0))
    }
  }
  list.onscroll = () => list.scrollTop + 2 * list.clientHeight > list.scrollHeight && more()
  box.onclick = event => {
    const opened = event.target.closest("a") && !event.ctrlKey && !event.metaKey && !event.shiftKey
    if (opened || event.target == box || event.target == close) box.close()
  }
  return { box, input, ready, ask }
}

// lost returns the words of the address of a missing page: "week 8 docker" of /1-worklog/1.8-week8-docker/.
const lost = () => {
  const name = location.pathname.replace(/\/?(index\.html?)?$/, "").replace(/.*\//, "").replace(/\.html?$/, "")
  return decodeURIComponent(name).replace(/^[\d.]+-/, "").replace(/(\p{L}{3})(\d)/gu, "$1 $2").split(/[^\p{L}\p{M}\p{N}]+/u).join(" ").trim()
}

let dialog

// open opens the dialog; button is the one that was pressed, if any.
export const open = async (header, button) => {
  dialog ||= make(header)
  await dialog.ready
  if (!dialog.box.open) dialog.box.showModal()
  if (button && button != header) dialog.input.value = lost()
  dialog.input.select()
  dialog.ask()
}
