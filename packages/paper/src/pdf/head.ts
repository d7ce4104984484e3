import type { CheckedFields } from './checked-fields.ts'
import { instantText } from './dates.ts'
import { left, right } from './layout.ts'
import type { Bilingual } from './pass-fields.ts'
import { MM } from './pen.ts'
import type { Piece } from './pieces.ts'
import { styles } from './styles.ts'
import { bilingualBlock } from './text-block.ts'
import { issuedAt, issuedBy, notGiven, notices, subtitle, title, validUntil } from './words.ts'

/** The quarter left of the code: who says this, what it is, how long it holds; and below, what the paper proves. */
export function head(pass: CheckedFields, utcOffset: number): readonly Piece[] {
  return [
    { type: 'P', content: block(pass.state, 'state', 'stateEn', 20 * MM) },
    { type: 'P', content: subtitleLine() },
    { type: 'H1', content: block(title, 'title', 'titleEn', 47.5 * MM) },
    fact(issuedBy, { vi: pass.issuer, en: pass.issuer }, 70 * MM),
    fact(issuedAt, instant(pass.issuedAt, utcOffset), 83 * MM),
    fact(validUntil, instant(pass.expiresAt, utcOffset), 96 * MM),
    ...noticePieces(),
  ]
}

type StyleName = keyof typeof styles

function block(text: Bilingual, first: StyleName, second: StyleName, y: number): string {
  return bilingualBlock(text, [styles[first], styles[second]], { x: left.x, y }, left.width).content
}

function subtitleLine(): string {
  const both = { vi: `${subtitle.vi} · ${subtitle.en}`, en: `${subtitle.vi} · ${subtitle.en}` }
  return block(both, 'subtitle', 'subtitle', 37 * MM)
}

function instant(at: Date | undefined, utcOffset: number): Bilingual {
  return at === undefined ? notGiven : instantText(at, utcOffset)
}

/** A label in both languages, and right of it the value. */
const VALUE_X: number = 27 * MM

function fact(label: Bilingual, value: Bilingual, y: number): Piece {
  const place = { x: left.x + VALUE_X, y }
  const text = bilingualBlock(value, [styles.value, styles.valueEn], place, left.width - VALUE_X).content
  return { type: 'P', content: block(label, 'label', 'labelEn', y) + text }
}

/** Two left of the fold, two right of it. */
function noticePieces(): readonly Piece[] {
  return notices.map((notice, index) => {
    const column = index < 2 ? left : right
    const place = { x: column.x, y: (index % 2 === 0 ? 115 : 130) * MM }
    return { type: 'P', content: bilingualBlock(notice, [styles.notice, styles.noticeEn], place, column.width).content }
  })
}
