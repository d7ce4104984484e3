import { VALUE_SETS } from '@vaxcert/core/dcc'
import type { ListContents } from '@vaxcert/core/trust/publish'

/**
 * The value sets that come with this program. Codes that the EU withdrew stay: certificates that hold them are
 * still about. A set of which only the form of its codes is known here is left out.
 */
export function builtinValueSets(): ListContents['valueSets'] {
  const valueSets = Object.values(VALUE_SETS)
    .map(({ id, date, active, deprecated }) => ({ id, date, codes: [...active, ...deprecated] }))
    .filter(({ codes }) => codes.length > 0)
  return { format: 'vaxcert-value-sets', version: 1, valueSets }
}
