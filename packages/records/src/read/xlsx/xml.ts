/** Just enough XML for workbooks: no declared entities, so none to expand; a tag may have a prefix. */

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text of an element, its references resolved; then Excel's own escapes, `_x000D_` (ECMA-376 §22.9.2.19). */
export function xmlText(raw: string): string {
  const text = raw.includes('&') ? raw.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, resolve) : raw
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => letter(hex, 16)) : text
}

function resolve(reference: string, hex: string | undefined, decimal: string | undefined, name: string): string {
  if (hex !== undefined) return letter(hex, 16)
  if (decimal !== undefined) return letter(decimal, 10)
  return Object.hasOwn(entities, name) ? (entities[name] ?? reference) : reference
}

/** No code point, a NUL, or half a pair: the letter for what is no text. */
function letter(digits: string, base: number): string {
  const code = Number.parseInt(digits, base)
  return code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '\uFFFD' : String.fromCodePoint(code)
}

const attributes = new Map<string, RegExp>()

/** Value of an attribute in a tag; its name is a pattern of ours. */
export function attribute(tag: string, name: string): string | undefined {
  const known = attributes.get(name)
  const pattern = known ?? new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
  if (known === undefined) attributes.set(name, pattern)
  const match = pattern.exec(tag)
  const value = match?.[1] ?? match?.[2]
  return value === undefined ? undefined : xmlText(value)
}

/** An element with its tags. */
export interface Element {
  readonly raw: string
  /** It is longer than an element may be; `raw` is its beginning. */
  readonly isTooLarge: boolean
}

/**
 * Every element of a name, with its tags, out of text that comes in chunks. One longer than `most` is given with its
 * beginning; one that is open at the end is closed. Elements of one name do not lie within each other.
 */
export async function* elementsNamed(
  chunks: AsyncIterable<Buffer>,
  name: string,
  most: number,
): AsyncGenerator<readonly Element[]> {
  const utf8 = new TextDecoder()
  const find = elementFinder(name, most)
  for await (const chunk of chunks) {
    const found = find(utf8.decode(chunk, { stream: true }))
    if (found.length > 0) yield found
  }
  const cutShort = find(`</${name}>`)
  if (cutShort.length > 0) yield cutShort
}

function elementFinder(name: string, most: number): (text: string) => readonly Element[] {
  const opening = new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])`, 'g')
  const closing = new RegExp(`</(?:\\w+:)?${name}\\s*>`, 'g')
  let rest = ''
  let long: string | undefined
  return (more) => {
    const text = rest + more
    const found: Element[] = []
    let at = 0
    for (;;) {
      const start = long === undefined ? search(opening, text, at)?.index : at
      if (start === undefined) {
        rest = text.slice(Math.max(at, text.length - LONGEST_TAG))
        return found
      }
      const end = elementEnd(text, start, closing, long !== undefined)
      if (end === undefined) {
        if (text.length - start > most) long ??= text.slice(start, start + most + 1)
        rest = long === undefined ? text.slice(start) : text.slice(Math.max(start, text.length - LONGEST_TAG))
        return found
      }
      found.push(foundElement(long ?? text.slice(start, end), most))
      long = undefined
      at = end
    }
  }
}

function foundElement(raw: string, most: number): Element {
  return raw.length > most ? { raw: raw.slice(0, most), isTooLarge: true } : { raw, isTooLarge: false }
}

/** A tag is found whole when at least this much of the text before is kept. */
const LONGEST_TAG = 64

function elementEnd(text: string, start: number, closing: RegExp, isWithin: boolean): number | undefined {
  if (!isWithin) {
    const tagEnd = text.indexOf('>', start)
    if (tagEnd < 0) return undefined
    if (text[tagEnd - 1] === '/') return tagEnd + 1
  }
  const close = search(closing, text, start)
  return close && close.index + close[0].length
}

function search(pattern: RegExp, text: string, from: number): RegExpExecArray | undefined {
  pattern.lastIndex = from
  return pattern.exec(text) ?? undefined
}

/** A child in an element's text: its tag, and what lies in it. */
export interface Child {
  readonly tag: string
  readonly inner: string
  /** Where it ends. */
  readonly end: number
}

/** The next child of a name, which has the prefix of its parent if any; time grows with the text only. */
export function nextChild(raw: string, name: string, from: number): Child | undefined {
  const start = tagStart(raw, `<${name}`, from)
  const tagEnd = start < 0 ? -1 : raw.indexOf('>', start)
  if (tagEnd < 0) return undefined
  const tag = raw.slice(start, tagEnd)
  if (tag.endsWith('/')) return { tag, inner: '', end: tagEnd + 1 }
  const close = tagStart(raw, `</${name}`, tagEnd)
  return close < 0 ? undefined : { tag, inner: raw.slice(tagEnd + 1, close), end: close + 1 }
}

function tagStart(raw: string, opening: string, from: number): number {
  let at = raw.indexOf(opening, from)
  while (at >= 0 && !/[\s/>]/.test(raw.charAt(at + opening.length))) at = raw.indexOf(opening, at + 1)
  return at
}

/** Prefix of an element's tag, "x:" or "". */
export function prefixOf(raw: string): string {
  return /^<(\w+:)/.exec(raw)?.[1] ?? ''
}

/** Texts of all `t` within, one after the other, as in a rich text; how it is pronounced left out. */
export function textOfRuns(raw: string, prefix: string): string {
  let text = ''
  const spoken = nextChild(raw, `${prefix}rPh`, 0)
  const end = spoken === undefined ? raw.length : raw.indexOf(`<${prefix}rPh`)
  for (let run = nextChild(raw, `${prefix}t`, 0); run && run.end <= end; run = nextChild(raw, `${prefix}t`, run.end)) {
    text += run.inner
  }
  return xmlText(text)
}
