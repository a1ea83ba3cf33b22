// Searching the index, whose files the package generator/internal/search writes and describes.

const RANKS = 5 // in the title of the row's page, plain, in code, in a bold head, in the row's own title

// fold as package fold does, split as package search.
export const fold = text => text.normalize("NFD").replace(/\p{Mn}+/gu, "").toLowerCase().replace(/đ/g, "d").replace(/ς/g, "σ")
const split = text => fold(text).split(/[^\p{L}\p{N}]+/u).filter(word => word)

// match tells how well a word fits a wanted one: 3 the same, 2 begins with it, 1 has it inside.
const match = (word, wanted) =>
  word == wanted ? 3 : word.startsWith(wanted) ? 2 : wanted.length > 2 && word.includes(wanted) ? 1 : 0

// pieces cuts a text where its words rank differently.
const pieces = text => text.split("\n").flatMap(line => {
  const [rest, head] = line.split("\t").reverse()
  return [[head || "", 3], ...rest.split("`").map((piece, i) => [piece, 1 + i % 2])]
})

const rowsOf = (pages, base) => pages.flatMap(([path, title, ...parts]) => {
  const address = new URL(path, base).href
  return parts.flatMap((anchor, i) => i % 2 ? [] : [{ address, title, anchor, text: parts[i + 1] }])
})

// wordsOf makes of rows what the files of words hold: [word, Map of row to rank].
const wordsOf = rows => {
  const words = new Map
  rows.forEach(({ address, title, text }, row) => {
    const own = rows[row - 1]?.address != address
    for (const [piece, rank] of [[title, own ? 4 : 0], ...pieces(text)]) {
      for (const word of split(piece)) {
        const found = words.get(word) || words.set(word, new Map).get(word)
        found.set(row, Math.max(rank, found.get(row) || 0))
      }
    }
  })
  return [...words]
}

const decode = numbers => {
  let row = 0
  return new Map(numbers.map(n => [row += Math.floor(n / RANKS), n % RANKS]))
}

const get = async (address, options) => {
  const response = await fetch(address, options)
  if (!response.ok) throw new Error(address)
  return response.json()
}

// load gets an index. words and pages are the first word and the first row of each of its parts, which
// wordsAt and rowsAt get.
const load = async address => {
  const index = await get(address, { cache: "no-cache" })
  if (index.version) {
    const parts = {}
    const part = (name, read) => parts[name] ||=
      get(address.replace(".json", `/${name}.json?${index.version}`)).then(read).catch(error => {
        delete parts[name]
        throw error
      })
    index.wordsAt = n => part(`words-${n}`, words => Object.entries(words).map(([word, rows]) => [word, decode(rows)]))
    index.rowsAt = n => part(`pages-${n}`, pages => rowsOf(pages, address))
  } else {
    const rows = rowsOf(index.pages, address)
    const words = wordsOf(rows)
    Object.assign(index, { words: [""], pages: [0], wordsAt: () => words, rowsAt: () => rows })
  }
  index.rows = numbers => Promise.all(numbers.map(async row => {
    const n = at(index.pages, row)
    return (await index.rowsAt(n))[row - index.pages[n]]
  }))
  return index
}

// at is the part that a word or row is in.
const at = (first, wanted) => Math.max(first.findLastIndex(value => value <= wanted), 0)

// scoresOf returns how well each row has a wanted word.
const scoresOf = async (index, wanted) => {
  const parts = []
  let n = at(index.words, wanted)
  do parts.push(index.wordsAt(n)); while (index.words[++n]?.startsWith(wanted))
  const scores = new Map
  for (const [word, rows] of (await Promise.all(parts)).flat()) {
    const fit = match(word, wanted)
    if (fit) for (const [row, rank] of rows) scores.set(row, Math.max(scores.get(row) || 0, rank && fit * 2 ** rank))
  }
  return scores
}

// search returns the numbers of the rows that have all the wanted words, the best first.
const search = async (index, wanted) => {
  const scores = await Promise.all(wanted.map(word => scoresOf(index, word)))
  return [...scores[0].keys()]
    .filter(row => scores.every(found => found.has(row)))
    .map(row => [row, scores.reduce((sum, found) => sum + found.get(row), 0)])
    .filter(([, score]) => score)
    .sort(([a, x], [b, y]) => y - x || a - b)
    .map(([row]) => row)
}
