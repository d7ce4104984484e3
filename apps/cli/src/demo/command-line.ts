import { harmless } from '../terminal.ts'

/** Words as one line that a POSIX shell would cut into the same words. */
export function commandLine(words: readonly string[]): string {
  return words.map(word).join(' ')
}

/** A path as one word of a POSIX shell's command line. */
export function word(path: string): string {
  const shown = harmless(path)
  return /^[\w./-]+$/.test(shown) ? shown : `'${shown.replaceAll("'", "'\\''")}'`
}
