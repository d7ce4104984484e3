import { signal } from '@preact/signals'
import type { Scanner } from './scanner.ts'

/** What stands for a scanner that nobody needs yet: it is off, and stays so. */
export const noScanner: Scanner = {
  state: signal('off'),
  hint: signal(undefined),
  start: async () => undefined,
  pause: () => undefined,
  resume: () => undefined,
  stop: () => undefined,
  camera: { cameras: async () => [], choose: async () => undefined, focusAt: async () => false },
}
