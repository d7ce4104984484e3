import type { Issuing } from './issuing.ts'
import type { Step } from './step.ts'

/** Tells whoever listens, and waits for him. */
export async function tell({ step }: Issuing, what: Step): Promise<void> {
  await step?.(what)
}
