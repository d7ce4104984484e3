import { Fault } from '@vaxcert/core/fault'

/** What was handed in is not what the step before wrote. `detail` is of fixed words. */
export function foreignInput(detail: string): Fault<'worklist.input'> {
  return new Fault('worklist.input', detail)
}
