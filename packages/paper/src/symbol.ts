import { create } from 'qrcode'
import type { BitLines } from './bit-lines.ts'
import { type Mask, type MaskPlane, maskPlanes, underBestMask } from './mask.ts'

/** Error correction, from weakest to strongest. */
export type Level = 'L' | 'M' | 'Q' | 'H'

/** How to draw a text. */
export interface QrOptions {
  /** Wanted error correction; a text too long for it gets the strongest level that holds it. Default `Q` (hcert §4.2.2). */
  readonly level?: Level
}

/** A QR symbol, packed, without its quiet zone. */
export interface QrSymbol {
  /** 1 to 40, the smallest that holds the text. */
  readonly version: number
  /** The level used. */
  readonly level: Level
  readonly mask: Mask
  readonly lines: BitLines
}

/** Longest alphanumeric text of version 40 (ISO/IEC 18004:2015 table 7), strongest level first. */
const capacities: readonly { readonly level: Level; readonly characters: number }[] = [
  { level: 'H', characters: 1852 },
  { level: 'Q', characters: 2420 },
  { level: 'M', characters: 3391 },
  { level: 'L', characters: 4296 },
]

/** The alphabet of alphanumeric mode (ISO/IEC 18004:2015 table 5). */
const alphanumeric = /^[0-9A-Z $%*+\-./:]+$/

/** By version and level, drawn when first needed. */
const planesOf = new Map<string, readonly MaskPlane[]>()

/**
 * Draws a text as one alphanumeric segment (hcert §4.2.2) under the mask of lowest penalty.
 * @throws TypeError when the text is empty, leaves the alphanumeric alphabet or is longer than 4,296 characters.
 */
export function drawSymbol(text: string, options: QrOptions): QrSymbol {
  if (!alphanumeric.test(text)) throw new TypeError('a QR text is not empty and of the alphanumeric alphabet')
  const level = levelFor(text.length, options.level ?? 'Q')
  const draw = (mask: Mask) => drawUnder(text, level, mask)
  const { modules, version } = draw(0)
  const planes = planesFor(`${version}${level}`, () => maskPlanes((mask) => draw(mask).modules.data, modules.size))
  return { version, level, ...underBestMask(modules.data, modules.size, planes) }
}

function levelFor(length: number, wanted: Level): Level {
  const from = capacities.findIndex((row) => row.level === wanted)
  if (from < 0) throw new TypeError('a QR level is L, M, Q or H')
  const found = capacities.slice(from).find((row) => length <= row.characters)
  if (found === undefined) throw new TypeError('the text is too long for a QR code')
  return found.level
}

function drawUnder(text: string, level: Level, mask: Mask) {
  return create([{ data: text, mode: 'alphanumeric' }], { errorCorrectionLevel: level, maskPattern: mask })
}

function planesFor(key: string, make: () => readonly MaskPlane[]): readonly MaskPlane[] {
  const known = planesOf.get(key)
  if (known !== undefined) return known
  const made = make()
  planesOf.set(key, made)
  return made
}
