import type { ChainCase } from '../chain-case.ts'
import { algorithmAndKeyCases } from './chain-algorithms.ts'
import { authorityCases } from './chain-authority.ts'
import { chainExtensionCases } from './chain-extensions.ts'
import { formAndFieldCases } from './chain-form.ts'
import { chainNameCases } from './chain-names.ts'
import { signatureCases } from './chain-signature.ts'
import { validityCases } from './chain-validity.ts'

/** Document signers and their CSCAs, in the shape of NIST PKITS 4.1 to 4.7 as far as they apply to a depth of one. */
export const chainCases: readonly ChainCase[] = [
  ...signatureCases,
  ...algorithmAndKeyCases,
  ...validityCases,
  ...chainNameCases,
  ...authorityCases,
  ...formAndFieldCases,
  ...chainExtensionCases,
]
