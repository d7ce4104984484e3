import { describe, expect, it } from 'vitest'
import { bytesSource } from '../../src/read/source.ts'
import { idsOf } from '../../src/report/ids-of.ts'

async function ids(text: string): Promise<readonly string[]> {
  const found: string[] = []
  const source = bytesSource('signed', new TextEncoder().encode(text))
  for await (const id of idsOf(source, 'dose_id', 'report.signed')) found.push(id)
  return found
}

describe('identifiers of what was signed', () => {
  it('stand in a table, or in the lines that issue writes', async () => {
    expect(await ids('dose_id,uvci\nD1,U1\nD2,U2\n')).toEqual(['D1', 'D2'])
    expect(await ids('{"dose_id":"D1","files":["D1.png"]}\n{"dose_id":"D2","text":"HC1:\\""}\n')).toEqual(['D1', 'D2'])
  })

  it.each([
    'dose_id,uvci\n,U1\n',
    '{"dose_id":""}\n',
    '{"dose_id":7}\n',
    '{"uvci":"U1"}\n',
    '{"dose_id":"D1"}\nnull\n',
    '{"dose_id":"D1"}\n{"dose_id":"D2"\n',
  ])('are all there, or the file is refused: %j', async (text) => {
    await expect(ids(text)).rejects.toMatchObject({ code: 'report.signed' })
  })
})
