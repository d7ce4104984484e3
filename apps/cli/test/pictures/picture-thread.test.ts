import { execFileSync } from 'node:child_process'
import { qrPng } from '@vaxcert/paper'
import { describe, expect, it } from 'vitest'
import { inPictureThread } from '../../src/pictures/picture-thread.ts'
import { slowJpeg, tiled } from './craft.ts'

const MINUTE = 60_000
const copy = (bytes: Uint8Array) => new Uint8Array(bytes)

const loader = new URL('../../../../.ci/ts.mjs', import.meta.url).href
const reader = new URL('../../src/pictures/read-picture.ts', import.meta.url).href

describe('the thread for pictures', () => {
  it('does one work after the other, also when one fails', async () => {
    const order: string[] = []
    const first = inPictureThread(MINUTE, async ({ codes }) => {
      order.push('first', ...(await codes(copy(qrPng('HC1:A')))))
      throw new Error('no good')
    })
    const second = inPictureThread(MINUTE, async () => order.push('second'))
    await expect(first).rejects.toThrow('no good')
    await second
    expect(order).toEqual(['first', 'HC1:A', 'second'])
  })

  it('keeps no process alive', () => {
    const picture = JSON.stringify(Array.from(qrPng('HC1:A')))
    const program = `import { readPicture } from '${reader}'; console.log(await readPicture(Uint8Array.from(${picture})))`
    const node = ['--conditions=@vaxcert/source', '--import', loader, '--input-type=module', '--eval', program]
    expect(execFileSync(process.execPath, node, { encoding: 'utf8', timeout: MINUTE })).toBe('HC1:A\n')
  })

  it('is stopped at the deadline, and the next work gets another', async () => {
    const late = inPictureThread(50, ({ codes }) => codes(copy(tiled(2000, [0xaa, 0x55]))))
    await expect(late).rejects.toMatchObject({ code: 'picture.too-slow' })
    expect(await inPictureThread(MINUTE, ({ codes }) => codes(copy(qrPng('HC1:B'))))).toEqual(['HC1:B'])
  })

  it('does nothing more for a work that comes back after the deadline', async () => {
    const late = inPictureThread(1, async ({ codes }) => {
      await new Promise((resolve) => setTimeout(resolve, 50))
      return codes(copy(qrPng('HC1:A')))
    })
    await expect(late).rejects.toMatchObject({ code: 'picture.too-slow' })
  })

  it('refuses what it cannot unpack, or not in the memory it has', async () => {
    const large = slowJpeg(4000, 1)
    await inPictureThread(MINUTE, async ({ codes, pixels }) => {
      await expect(codes(copy(large.subarray(0, 50)))).rejects.toMatchObject({ code: 'picture.unreadable' })
      await expect(pixels(copy(large), 'jpeg')).rejects.toMatchObject({ code: 'picture.unreadable' })
      expect(await codes(copy(qrPng('HC1:C')))).toEqual(['HC1:C'])
    })
  })
})
