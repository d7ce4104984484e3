import { Fault } from '@vaxcert/core'
import type { Profile } from '@vaxcert/core/dcc'
import type { Bag } from '../check-result.ts'

/**
 * The profile that a vector names; `eu` where it names none.
 * @throws Fault `vectors.shape`
 */
export function profileOf({ profile = 'eu' }: Bag): Profile {
  if (profile === 'eu' || profile === 'strict') return profile
  throw new Fault('vectors.shape', 'no such profile')
}
