import { describe, expect, it } from 'vitest'
import { lanesOf } from '../src/lanes.ts'

/** Ends when it is told. */
function gate(): { opened: Promise<void>; open(): void } {
  let open = (): void => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open: () => open() }
}

describe('lanes', () => {
  it('give at once what is done at once, on the lane that was used last', () => {
    const { use } = lanesOf(['a', 'b'])
    expect([use((lane) => lane), use((lane) => lane)]).toEqual(['b', 'b'])
  })

  it('have one user each; who finds none waits in line', async () => {
    const { use } = lanesOf(['a', 'b'])
    const gates = [gate(), gate(), gate()]
    const begun: string[] = []
    const uses = gates.map(({ opened }, index) =>
      use(async (lane) => {
        begun.push(`${lane}${index}`)
        await opened
      }),
    )
    expect(begun).toEqual(['b0', 'a1'])
    gates[1]?.open()
    await uses[1]
    await Promise.resolve()
    expect(begun).toEqual(['b0', 'a1', 'a2'])
    for (const { open } of gates) open()
    await Promise.all(uses)
  })

  it('are given back by what fails, at once or later', async () => {
    const { use } = lanesOf(['only'])
    const failure = new Error('failed')
    expect(() =>
      use(() => {
        throw failure
      }),
    ).toThrow(failure)
    await expect(use(() => Promise.reject(failure))).rejects.toBe(failure)
    expect(use((lane) => lane)).toBe('only')
  })

  it('end when everyone before is done, and nobody has one after it', async () => {
    const { use, end } = lanesOf(['only'])
    const { opened, open } = gate()
    const order: string[] = []
    const first = use(async () => {
      await opened
      order.push('first')
    })
    const second = use(() => void order.push('second'))
    const ended = end().then(() => order.push('end'))
    open()
    await Promise.all([first, second, ended])
    expect(order).toEqual(['first', 'second', 'end'])
  })
})
