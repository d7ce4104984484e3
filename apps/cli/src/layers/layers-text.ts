import { harmless, jsonBlock, printable } from '../terminal.ts'
import { wordsOf } from '../words.ts'
import { documentText } from './document-text.ts'
import type { Inspection, Layers } from './layers.ts'

/** Every layer as lines for people, outermost first. */
export function inspectionText(file: string, { ok, code = '', layers }: Inspection): string {
  const outcome = ok ? 'decodes; nobody has checked its signature' : `${wordsOf(code)} (${code})`
  const sections = layersInOrder(layers).map(([title, body]) => `${title}\n${indented(body)}\n`)
  return `${printable(file)}: ${outcome}\n\n${sections.join('\n')}`
}

type Section = readonly [title: string, body: string]

function layersInOrder({ text, base45, zlib, cose, ...inner }: Layers): readonly Section[] {
  return [
    ...section('Text', text && harmless(text)),
    ...section('base45', base45 && `${base45.characters} characters`),
    ...section('zlib', zlib && `${zlib.bytes} bytes\n${zlib.hex}`),
    ...section('COSE', cose && jsonBlock(cose)),
    ...section('Claims', inner.claims && jsonBlock(inner.claims)),
    ...section('Times', inner.times && jsonBlock(inner.times)),
    ...section('Certificate', inner.dcc && jsonBlock(inner.dcc)),
    ...section('Other health documents, shown and not judged', inner.documents?.map(documentText).join('\n')),
    ...section('Identifiers', inner.uvci && jsonBlock(inner.uvci)),
    ...section('Against the strict schema', inner.strictSchema && jsonBlock(inner.strictSchema)),
  ]
}

function section(title: string, body: unknown): readonly Section[] {
  return typeof body === 'string' ? [[title, body]] : []
}

function indented(body: string): string {
  return body.replace(/^/gm, '  ')
}
