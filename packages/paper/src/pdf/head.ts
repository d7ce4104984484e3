import { type CheckedFields, refusal } from './checked-fields.ts'
import { instantText } from './dates.ts'
import { fitted, scaled } from './fit.ts'
import { left, right } from './layout.ts'
import { once } from './once.ts'
import type { Bilingual, PassRefusal } from './pass-fields.ts'
import { inEnglish, MM, show } from './pen.ts'
import type { Piece } from './pieces.ts'
import { styles } from './styles.ts'
import { bilingualBlock, type TextBlock } from './text-block.ts'
import { issuedAt, issuedBy, notGiven, notices, subtitle, title, validUntil } from './words.ts'

/** The quarter left of the code: in whose name, what it is, how long it holds. */
export function head(pass: CheckedFields, utcOffset: number): readonly Piece[] | PassRefusal {
  const state = fitted((scale) => stateBlock(pass.state, scale), 30 * MM)
  if (state === undefined) return refusal('pass.too-long', 'state')
  const issuer = fitted((scale) => factBlock(issuedBy, { vi: pass.issuer, en: pass.issuer }, 74 * MM, scale), 80 * MM)
  if (issuer === undefined) return refusal('pass.too-long', 'issuer')
  return [
    { type: 'P', content: state.content },
    ...titles(),
    { type: 'P', content: issuer.content },
    { type: 'P', content: factBlock(issuedAt, instant(pass.issuedAt, utcOffset), 83 * MM).content },
    { type: 'P', content: factBlock(validUntil, instant(pass.expiresAt, utcOffset), 92 * MM).content },
  ]
}

/** What the paper proves and how it is kept, under both columns. */
export const noticePieces: () => readonly Piece[] = once(() =>
  notices.flatMap((group, index) => {
    const { x, width } = index === 0 ? left : right
    const heading = bilingualBlock(group.heading, [styles.caption, styles.captionEn], { x, y: 109 * MM }, width)
    const texts = group.notices.map((notice, row): Piece => {
      const place = { x, y: (117.5 + row * 14.5) * MM }
      return { type: 'P', content: bilingualBlock(notice, [styles.notice, styles.noticeEn], place, width).content }
    })
    return [{ type: 'H2' as const, content: heading.content }, ...texts]
  }),
)

const titles: () => readonly Piece[] = once(() => {
  const [first, second] = title.vi
  const both = `${subtitle.vi} · ${subtitle.en}`
  const lines = [first, second].map((line, row) => show(line, styles.title, { x: left.x, y: (48 + row * 10) * MM }))
  const english = show(title.en, styles.titleEn, { x: left.x, y: 64.5 * MM })
  return [
    { type: 'P', content: show(both, styles.subtitle, { x: left.x, y: 36 * MM }) },
    { type: 'H1', content: lines.join('') + inEnglish(english) },
  ]
})

function stateBlock(state: Bilingual, scale: number): TextBlock {
  const pair = [scaled(styles.state, scale), scaled(styles.stateEn, scale)] as const
  return bilingualBlock(state, pair, { x: left.x, y: 20 * MM }, left.width)
}

function instant(at: Date | undefined, utcOffset: number): Bilingual {
  return at === undefined ? notGiven : instantText(at, utcOffset)
}

/** Where the values begin, right of their labels. */
const VALUE_X: number = 27 * MM

function factBlock(label: Bilingual, value: Bilingual, y: number, scale = 1): TextBlock {
  const { content } = bilingualBlock(label, [styles.label, styles.labelEn], { x: left.x, y }, VALUE_X)
  const place = { x: left.x + VALUE_X, y }
  const pair = [scaled(styles.value, scale), scaled(styles.valueEn, scale)] as const
  const block = bilingualBlock(value, pair, place, left.width - VALUE_X)
  return { content: content + block.content, y: block.y }
}
