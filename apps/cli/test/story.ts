/** One command of a story and what must come of it. */
export interface Step {
  /** Words of the command line, quotes taken off. */
  readonly words: readonly string[]
  /** File that standard input comes from. */
  readonly stdin: string | undefined
  readonly expected: readonly string[]
  readonly code: number
}

export interface Story {
  readonly steps: readonly Step[]
  /** Files that must lie in the folder before the story begins, by name. */
  readonly files: ReadonlyMap<string, string>
}

/**
 * Reads a transcript: `$ command` and the lines it prints, those of stderr behind `! `, and `? CODE` where the exit
 * code is not 0. Lines that begin with `#` are comments. Files follow at the end, each under `-- NAME --`.
 */
export function readStory(text: string): Story {
  const [script = '', ...parts] = text.split(/^-- (\S+) --\n/m)
  const files = new Map<string, string>()
  for (let index = 0; index < parts.length; index += 2) files.set(parts[index] ?? '', parts[index + 1] ?? '')
  const blocks = script
    .replace(/^#.*\n/gm, '')
    .split(/^\$ /m)
    .slice(1)
  return { steps: blocks.map(readStep), files }
}

function readStep(block: string): Step {
  const [command = '', ...lines] = block.trimEnd().split('\n')
  const [, code = '0'] = /^\? (\d)$/.exec(lines.at(-1) ?? '') ?? []
  const [line = '', stdin] = command.split(' < ')
  const words = Array.from(line.matchAll(/'([^']*)'|(\S+)/g), ([, quoted, plain = '']) => quoted ?? plain)
  return { words, stdin, expected: code === '0' ? lines : lines.slice(0, -1), code: Number(code) }
}

/** `[..]` stands for anything in a line, a line `...` for any lines. */
export function patternOf(expected: readonly string[]): RegExp {
  const lines = expected.map((line) =>
    line === '...' ? '(?:.*\n)*?' : `${line.split('[..]').map(escaped).join('.*')}\n`,
  )
  return new RegExp(`^${lines.join('')}$`)
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
