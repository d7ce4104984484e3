import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLines } from '../../src/inputs/lines.ts'

async function linesOf(...chunks: readonly string[]): Promise<readonly string[]> {
  async function* pieces() {
    for (const chunk of chunks) yield new TextEncoder().encode(chunk)
  }
  const lines: string[] = []
  for await (const line of readLines(pieces())) lines.push(line)
  return lines
}

describe('the lines of a text', () => {
  it('end in LF or CRLF, and the empty ones do not count', async () => {
    expect(await linesOf('\uFEFFHC1:A\r\n\n  \nHC1:B ')).toEqual(['HC1:A', '  ', 'HC1:B '])
  })

  it('do not depend on how the bytes arrive', async () => {
    const text = fc.string({ unit: fc.constantFrom('H', '\n', '\r', ' ', 'ệ') })
    await fc.assert(
      fc.asyncProperty(text, fc.nat(), async (text, cut) => {
        const at = cut % (text.length + 1)
        expect(await linesOf(text.slice(0, at), text.slice(at))).toEqual(await linesOf(text))
      }),
    )
  })

  it('are kept only so far that too long a one is still too long', async () => {
    const [long, next] = await linesOf('x'.repeat(50_000), 'x'.repeat(50_000), '\nHC1:A')
    expect(long).toHaveLength(4298)
    expect(next).toBe('HC1:A')
    const [longest] = await linesOf(`${'x'.repeat(4296)}\r\n`)
    expect(longest).toHaveLength(4296)
  })
})
