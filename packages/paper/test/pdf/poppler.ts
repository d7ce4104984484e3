import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Whether poppler's programs are here; in CI they must be. Says so where they are not. */
export function hasPoppler(): boolean {
  const found = spawnSync('pdftoppm', ['-v']).error === undefined
  if (!found && process.env.CI === 'true') throw new Error('No poppler-utils found: CI must look at the pages.')
  if (!found) console.error('No poppler-utils: nobody looks at the pages of the PDF.')
  return found
}

/** The files of one test's folder, as poppler sees them. */
export function poppler(folder: string, bytes: Uint8Array) {
  const file = join(folder, 'page.pdf')
  writeFileSync(file, bytes)
  const say = (program: string, ...args: string[]) => execFileSync(program, [...args, file], { encoding: 'utf8' })
  return {
    fonts: () => say('pdffonts'),
    info: () => say('pdfinfo'),
    structure: () => say('pdfinfo', '-struct-text'),
    text: () => execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }),
    /** The first page as a PNG. */
    picture(dotsPerInch: number): Uint8Array {
      return drawn(file, dotsPerInch, '-png', 'png')
    },
    /** The first page in grey, as PGM. */
    grey(dotsPerInch: number): Uint8Array {
      return drawn(file, dotsPerInch, '-gray', 'pgm')
    },
  }
}

function drawn(file: string, dotsPerInch: number, form: string, ending: string): Uint8Array {
  const root = `${file}-${dotsPerInch}`
  execFileSync('pdftoppm', ['-r', String(dotsPerInch), form, '-singlefile', file, root])
  return readFileSync(`${root}.${ending}`)
}
