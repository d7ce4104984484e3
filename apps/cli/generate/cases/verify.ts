import type { VerifyCase } from '../verify-case.ts'
import { claimsCborCases } from './claims-cbor.ts'
import { claimsHcertCases } from './claims-hcert.ts'
import { claimsKeyCases } from './claims-keys.ts'
import { claimsTagCases } from './claims-tags.ts'
import { claimsTimeCases } from './claims-times.ts'
import { containerDocumentCases } from './container-documents.ts'
import { containerHostileCases } from './container-hostile.ts'
import { containerRefusedCases } from './container-refused.ts'
import { displayCases } from './dcc-display.ts'
import { eventCases, futureCases } from './dcc-events.ts'
import { schemaCases } from './dcc-schema.ts'
import { toleratedSchemaCases } from './dcc-tolerated.ts'
import { listsAgeCases } from './lists-age.ts'
import { messageAlgorithmCases } from './message-algorithms.ts'
import { messageHeaderCases } from './message-headers.ts'
import { messagePs256Cases } from './message-ps256.ts'
import { messageShapeCases } from './message-shape.ts'
import { messageSignatureCases } from './message-signature.ts'
import { deniedCases } from './signer-denied.ts'
import { trustCases } from './signer-trust.ts'
import { usageCases } from './signer-usage.ts'
import { base45Cases } from './text-base45.ts'
import { prefixCases } from './text-prefix.ts'
import { zlibCases } from './text-zlib.ts'
import { timeCases } from './time.ts'

/** Every case that gives a text, in river order. */
export const verifyCases: readonly VerifyCase[] = [
  ...prefixCases,
  ...base45Cases,
  ...zlibCases,
  ...messageShapeCases,
  ...messageAlgorithmCases,
  ...messageHeaderCases,
  ...messageSignatureCases,
  ...messagePs256Cases,
  ...claimsCborCases,
  ...claimsTagCases,
  ...claimsKeyCases,
  ...claimsTimeCases,
  ...claimsHcertCases,
  ...containerDocumentCases,
  ...containerRefusedCases,
  ...containerHostileCases,
  ...eventCases,
  ...futureCases,
  ...schemaCases,
  ...toleratedSchemaCases,
  ...displayCases,
  ...usageCases,
  ...trustCases,
  ...deniedCases,
  ...timeCases,
  ...listsAgeCases,
]
