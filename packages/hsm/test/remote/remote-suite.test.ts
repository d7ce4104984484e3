import type { Signer } from '@vaxcert/core/cose'
import { Fault } from '@vaxcert/core/fault'
import { signerSuite } from '../signer-suite.ts'
import { sampleKey, sampleToBeSigned } from './certificates.ts'
import { open, serve } from './served.ts'

const names = { ES256: 'dsc-vaccination', PS256: 'dsc-rsa' } as const

signerSuite('a remote signer', async (algorithm) => {
  const key = sampleKey(names[algorithm])
  let trouble: string | undefined
  const sign: Signer['sign'] = (toBeSigned) => {
    if (trouble !== undefined) throw new Fault(trouble)
    return key.signer.sign(toBeSigned)
  }
  const served = await serve(key, { signer: { ...key.signer, sign } })
  const signer = await open(served.url, key)
  return {
    signer,
    documentSigner: key.certificate,
    message: () => sampleToBeSigned(key),
    trouble: {
      begin: (code) => {
        trouble = code
      },
      end: () => {
        trouble = undefined
      },
    },
    close: async () => {
      await signer.close()
      await served.stop()
    },
  }
})
