import type { SampleCode } from './sample-codes.ts'
import { samplePicture } from './sample-picture.ts'
import type { StaticFile } from './static-files.ts'

/** A page of codes to scan from this screen, and its pictures, by path. */
export async function samplePages(codes: readonly SampleCode[]): Promise<ReadonlyMap<string, StaticFile>> {
  const pages = new Map<string, StaticFile>([
    ['', textFile('text/html; charset=utf-8', page(codes))],
    ['samples.css', textFile('text/css; charset=utf-8', STYLE)],
  ])
  for (const { name, text, symbology = 'qr' } of codes) {
    pages.set(`${name}.png`, { type: 'image/png', bytes: await samplePicture(text, symbology) })
    pages.set(`${name}.txt`, textFile('text/plain; charset=utf-8', text))
  }
  return pages
}

function page(codes: readonly SampleCode[]): string {
  return [
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Sample codes</title>',
    '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="samples.css">',
    '<h1>Sample codes</h1><p>Everybody has the keys that signed these. All people are invented.</p>',
    ...codes.map(figure),
    '</html>\n',
  ].join('\n')
}

function figure({ name, expected }: SampleCode): string {
  const caption = `<figcaption>${expected} · <a href="${name}.txt">text</a></figcaption>`
  return `<figure>${caption}<img src="${name}.png" alt="Code: ${name}" loading="lazy"></figure>`
}

/** One code at a time fills a phone, with room around it: a camera must not see two. Not pixelated: that drops lines. */
const STYLE = `body { font: 1.125rem/1.4 system-ui, sans-serif; margin: 1rem; background: #fff; color: #111 }
figure { display: inline-block; width: 26rem; max-width: 100%; margin: 0 2rem 6rem 0; vertical-align: top }
figcaption { font-weight: 600; margin-bottom: 1rem }
img { width: 100%; aspect-ratio: 1; object-fit: contain }
a { color: #0b4f8a }
`

function textFile(type: string, text: string): StaticFile {
  return { type, bytes: new TextEncoder().encode(text) }
}
