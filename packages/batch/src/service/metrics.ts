import type { Signer } from '@vaxcert/core/cose'
import { needsSomebody } from '../codes.ts'
import type { LedgerCounts } from '../ledger/ledger-counts.ts'

/** What the service itself counts, from its start on. */
export interface Meter {
  /** A request that was answered with a status. */
  answered(route: string, status: number): void
  /** A request that was refused with a code. */
  refused(code: string): void
  /** The same signer, with its times measured. `now` in milliseconds. */
  measured(signer: Signer, now: () => number): Signer
  /** Prometheus text format 0.0.4. */
  text(ledger: LedgerCounts | undefined, state: ServiceState): string
}

/** What stands at the moment. */
export interface ServiceState {
  readonly load: number
  /** Of the signer. Absent: it has no circuit. */
  readonly circuit?: string
}

export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

/** Upper ends of the classes of signing time, in seconds. */
const CLASSES = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

/** Codes that mean that somebody should look: too much from one place, a key at its limit, callers that nobody knows. */
const ALARMS: ReadonlySet<string> = new Set([
  ...['gate.facility-rate', 'gate.blast-radius', 'gate.standing', 'dose.conflict'],
  ...['caller.unknown', 'caller.rate', 'caller.scope', 'signer.refused', 'signer.time', 'ledger.full', 'ledger.clock'],
])

const circuits = ['closed', 'open', 'half-open']

type Counts = Map<string, number>

export function meter(): Meter {
  const requests: Counts = new Map()
  const codes: Counts = new Map()
  const times = { classes: CLASSES.map(() => 0), sum: 0, count: 0 }

  function observe(seconds: number): void {
    times.sum += seconds
    times.count += 1
    CLASSES.forEach((end, index) => {
      if (seconds <= end) times.classes[index] = (times.classes[index] ?? 0) + 1
    })
  }

  return {
    answered: (route, status) => add(requests, labels({ route, status: String(status) })),
    refused: (code) => add(codes, code),
    measured: (signer, now) => ({
      ...signer,
      async sign(toBeSigned, signal) {
        const begun = now()
        try {
          return await signer.sign(toBeSigned, signal)
        } finally {
          observe((now() - begun) / 1000)
        }
      },
    }),
    text(ledger, { load, circuit }) {
      const alarms = [...codes].filter(([code]) => ALARMS.has(code) || needsSomebody(code))
      const metrics = [
        metric('vaxcert_requests_total', 'counter', 'Requests by route and status.', [...requests]),
        metric('vaxcert_refused_total', 'counter', 'Requests refused, by code.', byCode(codes)),
        metric('vaxcert_alarms_total', 'counter', 'Refusals that somebody should look at.', byCode(alarms)),
        metric('vaxcert_requests_under_way', 'gauge', 'Requests at the ledger, or waiting for it.', [['', load]]),
        metric('vaxcert_ledger_up', 'gauge', 'Whether the ledger answers.', [['', ledger === undefined ? 0 : 1]]),
        histogram(times),
      ]
      if (circuit !== undefined) {
        const states = circuits.map((state) => [labels({ state }), state === circuit ? 1 : 0] as const)
        metrics.push(metric('vaxcert_signer_circuit', 'gauge', 'Circuit breaker of the signer.', states))
      }
      return [...metrics, ...(ledger === undefined ? [] : ledgerMetrics(ledger))].join('')
    },
  }
}

function ledgerMetrics({ chunks, waiting, issued, refused, held }: LedgerCounts): readonly string[] {
  const states = Object.entries(chunks).map(([state, count]) => [labels({ state }), count] as const)
  return [
    metric('vaxcert_ledger_issued', 'gauge', 'Certificates released.', [['', issued]]),
    metric('vaxcert_ledger_refused', 'gauge', 'Doses refused in chunks that are released.', [['', refused]]),
    metric('vaxcert_ledger_waiting_doses', 'gauge', 'Doses approved and not released.', [['', waiting]]),
    metric('vaxcert_ledger_held', 'gauge', 'Rows that planning held back, by code.', byCode(Object.entries(held))),
    metric('vaxcert_ledger_chunks', 'gauge', 'Chunks by state.', states),
  ]
}

function histogram({ classes, sum, count }: { classes: readonly number[]; sum: number; count: number }): string {
  const name = 'vaxcert_signing_seconds'
  const ends = classes.map((seen, index) => `${name}_bucket${labels({ le: String(CLASSES[index]) })} ${seen}\n`)
  const all = `${name}_bucket{le="+Inf"} ${count}\n${name}_sum ${sum}\n${name}_count ${count}\n`
  return `# HELP ${name} Time of one signature.\n# TYPE ${name} histogram\n${ends.join('')}${all}`
}

function metric(
  name: string,
  type: 'counter' | 'gauge',
  help: string,
  samples: Iterable<readonly [labels: string, value: number]>,
): string {
  const lines = [...samples].map(([label, value]) => `${name}${label} ${value}\n`)
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`
}

function byCode(counts: Iterable<readonly [string, number]>): readonly (readonly [string, number])[] {
  return [...counts].map(([code, count]) => [labels({ code }), count])
}

/** Values are codes, routes and states of ours: nothing in them needs to be escaped. */
function labels(values: Readonly<Record<string, string>>): string {
  return `{${Object.entries(values)
    .map(([name, value]) => `${name}="${value}"`)
    .join(',')}}`
}

function add(counts: Counts, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
