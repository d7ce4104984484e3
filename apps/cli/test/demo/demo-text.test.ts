import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { commandLine, word } from '../../src/demo/command-line.ts'
import { placesText } from '../../src/demo/demo-text.ts'

const keys = { key: '', dsc: '', facility: '' }
const paths = ['out', '../out', 'my demo', "mẹ's", "'", '~', '$HOME/a;b', '"x"', '-x', 'thư mục/đĩa', 'a*']

describe('a path in a command that the demo suggests', () => {
  it.skipIf(process.platform === 'win32').each(paths)('is one word to a shell: %s', (path) => {
    expect(execFileSync('sh', ['-c', `printf '%s|' ${word(path)}`]).toString()).toBe(`${path}|`)
  })

  it('stays bare where no shell would touch it', () => {
    expect(word('../keys-sample/trust_list.json')).toBe('../keys-sample/trust_list.json')
  })
})

describe('a command line that the demo shows', () => {
  it.skipIf(process.platform === 'win32')('is cut by a shell into the words that were run', () => {
    expect(execFileSync('sh', ['-c', `printf '%s|' ${commandLine(paths)}`]).toString()).toBe(`${paths.join('|')}|`)
  })
})

describe('what the demo tells', () => {
  it('steers no terminal, whatever its folders are called', () => {
    const [sample, pictures] = [
      { ...keys, trustList: '\u202e.json' },
      { accepted: 1, notAccepted: new Map() },
    ]
    const issued = { rows: 1, issued: 1, refused: new Map(), files: ['certificates/D1.png'] }
    const text = placesText({ sample, out: '/a/\u001bc', cwd: '/a', at: '2022-06-01', issued, pictures })
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  })
})
