import type { ValueSet } from './value-set.ts'

/** Field `tg`, SNOMED CT. */
export const DISEASE_AGENT_TARGETED: ValueSet = {
  id: 'disease-agent-targeted',
  date: '2021-04-27',
  active: ['840539006'],
  deprecated: [],
}
