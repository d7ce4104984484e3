import type { ImportCase } from '../import-case.ts'
import { gatewayCases } from './import-gateway.ts'
import { gdhcnCases } from './import-gdhcn.ts'
import { jwsCases } from './import-jws.ts'
import { stateCases } from './import-states.ts'

/** Lists of others, format by format. */
export const importCases: readonly ImportCase[] = [...gatewayCases, ...stateCases, ...jwsCases, ...gdhcnCases]
