import { type ReaderOptions, type ReadResult, readBarcodes } from 'zxing-wasm/reader'
import { type Effort, NOTHING, type Reading } from './decoder.ts'
import { enhance, enhanceMore, halve, withinBounds } from './enhance.ts'
import { type Grey, greyOf, type Pixels, pgmOf } from './grey.ts'

/** A camera meets codes in any turn anyway, printed dark on light: `tryRotate` and `tryInvert` add nothing measurable. */
const CAMERA: ReaderOptions = {
  formats: ['QRCode'],
  textMode: 'Plain',
  tryRotate: false,
  tryInvert: false,
  maxNumberOfSymbols: 1,
}

const AZTEC: ReaderOptions = { ...CAMERA, formats: ['QRCode', 'Aztec'] }

/** Asked for apart from reading: with one slot, a faulty find would fill it. */
const LOCATE: ReaderOptions = { ...CAMERA, returnErrors: true, maxNumberOfSymbols: 4 }

const STILL: ReaderOptions = { formats: ['QRCode', 'Aztec'], textMode: 'Plain', maxNumberOfSymbols: 8 }

const PREFIX = 'HC1:'

/**
 * Reads a frame with zxing-cpp. Its module must have been told where its wasm lies.
 * @throws whatever the module throws when its memory is spent: it must then be started anew
 */
export async function readFrame(picture: Pixels | Grey, effort: Effort): Promise<Reading> {
  const grey = greyOf(picture)
  if (effort === 'still') return readStill(grey)
  if (effort === 'aztec') return readWith(grey, AZTEC)
  const plain = await readWith(grey, CAMERA)
  return effort === 'plain' || plain.kind === 'text' ? plain : readEnhanced(grey)
}

/** A code that is seen but not read earns a third look, at twice the size. */
async function readEnhanced(grey: Grey): Promise<Reading> {
  const bounded = withinBounds(grey)
  const sharp = enhance(bounded)
  const second = await readWith(sharp, CAMERA)
  if (second.kind === 'text' || !(await isLocated(sharp))) return second
  const third = await readWith(enhanceMore(bounded), CAMERA)
  return third.kind === 'text' ? third : { kind: 'located' }
}

async function isLocated(grey: Grey): Promise<boolean> {
  return (await readBarcodes(pgmOf(grey), LOCATE)).length > 0
}

/** As it is, then sharpened, then ever smaller: large photographs drown a code in their own grain. */
async function readStill(grey: Grey): Promise<Reading> {
  const plain = await readWith(grey, STILL)
  if (isCertificate(plain)) return plain
  let smaller = withinBounds(grey)
  const sharp = enhance(smaller)
  const second = await readWith(sharp, STILL)
  const found = isCertificate(second) ? second : [plain, second].find(({ kind }) => kind === 'text')
  if (found !== undefined) return found
  while (Math.min(smaller.width, smaller.height) >= 400) {
    smaller = halve(smaller)
    const next = await readWith(smaller, STILL)
    if (next.kind === 'text') return next
  }
  return (await isLocated(sharp)) ? { kind: 'located' } : NOTHING
}

function isCertificate(reading: Reading): boolean {
  return reading.kind === 'text' && reading.text.startsWith(PREFIX)
}

/** Of several codes, a certificate's is the one that is meant. */
async function readWith(grey: Grey, options: ReaderOptions): Promise<Reading> {
  const found = (await readBarcodes(pgmOf(grey), options)).filter(({ isValid }) => isValid).map(readingOf)
  return found.find(({ text }) => text.startsWith(PREFIX)) ?? found[0] ?? NOTHING
}

function readingOf(result: ReadResult): Extract<Reading, { kind: 'text' }> {
  return { kind: 'text', text: textOf(result), symbol: result.symbology === 'Aztec' ? 'aztec' : 'qr' }
}

/** Codes seldom say which alphabet they use: what is valid UTF-8 is UTF-8, else the engine's guess stands. */
function textOf({ bytes, text, hasECI }: ReadResult): string {
  if (hasECI) return text
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return text
  }
}
