/** How long failures are borne, and how long there is rest after them. */
export interface CircuitSettings {
  /** Failures in a row that open the circuit; 1 or more. */
  readonly failures: number
  /** Milliseconds for which nothing is tried then. */
  readonly rest: number
}

/**
 * A circuit breaker as plain data. Closed: everything is tried. Open: nothing is, until the rest is over.
 * Half-open: one try is under way that decides for all; when it has told nothing by `until`, another may.
 */
export type Circuit =
  | { readonly kind: 'closed'; readonly failures: number }
  | { readonly kind: 'open'; readonly until: number }
  | { readonly kind: 'half-open'; readonly until: number }

/** Where every circuit begins, and what an answer makes of it. */
export const closedCircuit: Circuit = { kind: 'closed', failures: 0 }

/** The circuit with a try under way; undefined when nothing may be tried now. `now` in milliseconds, as in `until`. */
export function admit(circuit: Circuit, now: number, { rest }: CircuitSettings): Circuit | undefined {
  if (circuit.kind === 'closed') return circuit
  return now < circuit.until ? undefined : { kind: 'half-open', until: now + rest }
}

/** The circuit after a try that failed: one more in the row, or open. */
export function afterFailure(circuit: Circuit, now: number, { failures, rest }: CircuitSettings): Circuit {
  const inARow = circuit.kind === 'closed' ? circuit.failures + 1 : failures
  return inARow < failures ? { kind: 'closed', failures: inARow } : { kind: 'open', until: now + rest }
}
