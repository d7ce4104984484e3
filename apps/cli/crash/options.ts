import { parseArgs } from 'node:util'

export interface CrashOptions {
  readonly form: 'short' | 'long' | 'fleet'
  readonly json: boolean
  readonly seed: number
  /** Of the long form: it begins nothing new after so many. */
  readonly minutes: number
  /** Of the fleet. */
  readonly doses: number
  readonly workers: number
  /** Of the fleet: how often one of its workers is killed. */
  readonly kills: number
}

const usage = `npm run crash -- --short | --long [--minutes N] | --fleet [--doses N] [--workers N] [--kills N]   [--json] [--seed N]`

/** Undefined, and said on stderr, where the options are none. */
export function readOptions(argv: readonly string[]): CrashOptions | undefined {
  try {
    const { values } = parseArgs({ args: [...argv], options: { ...forms, ...numbers, json: { type: 'boolean' } } })
    const chosen = (['short', 'long', 'fleet'] as const).filter((form) => values[form] === true)
    const number = (name: keyof typeof numbers): number => positive(values[name] ?? numbers[name].default)
    if (chosen.length > 1) throw new TypeError('one of --short, --long, --fleet')
    return {
      ...{ form: chosen[0] ?? 'short', json: values.json === true, seed: number('seed'), minutes: number('minutes') },
      ...{ doses: number('doses'), workers: number('workers'), kills: number('kills') },
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    process.stderr.write(`${error.message}\n${usage}\n`)
    return undefined
  }
}

const forms = { short: { type: 'boolean' }, long: { type: 'boolean' }, fleet: { type: 'boolean' } } as const

const numbers = {
  seed: { type: 'string', default: '1' },
  minutes: { type: 'string', default: '180' },
  doses: { type: 'string', default: '1000000' },
  workers: { type: 'string', default: '2' },
  kills: { type: 'string', default: '12' },
} as const

function positive(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < 1) throw new TypeError('numbers from 1')
  return number
}
