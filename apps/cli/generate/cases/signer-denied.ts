import { accepted, refusedAt } from '../expectations.ts'
import type { VerifyCase } from '../verify-case.ts'

const spec = 'vaxcert signed lists: deny list'
const importance = 'high'

/** Keys that were trusted once. */
export const deniedCases: readonly VerifyCase[] = [
  {
    id: 'signer/denied-key',
    about: 'The key that signed is denied, though its certificate still stands on the trust list.',
    ...{ spec, importance },
    denied: 'deny-key',
    expect: refusedAt('validity', 'signer.denied'),
  },
  {
    id: 'signer/denied-kid',
    about: 'The certificate of the key that signed is denied, though it still stands on the trust list.',
    ...{ spec, importance },
    denied: 'deny-kid',
    expect: refusedAt('validity', 'signer.denied'),
  },
  {
    id: 'signer/denied-and-removed',
    about: 'A key is denied and no longer on the trust list: refused, where an unknown key would be undecided.',
    ...{ spec, importance },
    certificate: { key: 'stranger' },
    denied: 'deny-stranger',
    expect: refusedAt('signer', 'signer.denied'),
  },
  {
    id: 'signer/denied-others',
    about: 'Other keys are denied.',
    ...{ spec, importance },
    denied: 'deny-others',
    expect: accepted,
  },
  {
    id: 'signer/denied-twin',
    about: 'Another key with the same kid is denied, not the one that signed.',
    ...{ spec, importance },
    trust: 'twin-before',
    denied: 'deny-stranger',
    expect: accepted,
  },
]
