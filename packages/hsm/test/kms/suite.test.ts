import type { Signer } from '@vaxcert/core/cose'
import { signerSuite } from '../signer-suite.ts'
import { startAws } from './aws-server.ts'
import { startAzure } from './azure-server.ts'
import type { StartCloud } from './cloud.ts'
import { startGoogleGrpc } from './google-grpc-server.ts'
import { keys, tellText } from './held-key.ts'

const clouds: Readonly<Record<string, StartCloud>> = {
  'AWS KMS': startAws,
  'Google Cloud KMS': startGoogleGrpc,
  'Azure Key Vault': startAzure,
}

for (const [name, start] of Object.entries(clouds))
  signerSuite(name, async (algorithm) => {
    const cloud = await start(keys[algorithm])
    const { documentSigner } = keys[algorithm]
    const opened = await cloud.open({ documentSigner, retries: { tries: 1 } })
    const signer: Signer & { close(): Promise<void> } = {
      ...opened,
      sign: (text, signal) => opened.sign(tellText(text), signal),
    }
    return {
      signer,
      documentSigner,
      trouble: {
        begin(code) {
          cloud.desk.always = code === 'signer.busy' ? 'throttle' : 'deny'
        },
        end() {
          cloud.desk.always = undefined
        },
      },
      async close() {
        await opened.close()
        await cloud.stop()
      },
    }
  })
