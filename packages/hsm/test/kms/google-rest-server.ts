import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { KeyManagementServiceClient } from '@google-cloud/kms'
import { openGoogleKmsSigner } from '../../src/kms/index.ts'
import type { Cloud } from './cloud.ts'
import { type Desk, newDesk } from './desk.ts'
import {
  account,
  answerSign,
  ERROR_WORDS,
  errorCodes,
  hasRightToken,
  KEY_VERSION,
  keyVersion,
  publicKey,
} from './google-answers.ts'
import type { HeldKey } from './held-key.ts'
import { answerJson, breakOff, listen, readBody, stop } from './http-body.ts'

/** HTTP statuses of the codes of gRPC (google.rpc.Code). */
const statuses: Readonly<Record<number, number>> = { 5: 404, 7: 403, 8: 429, 9: 400, 13: 500 }

const names: Readonly<Record<number, string>> = {
  5: 'NOT_FOUND',
  7: 'PERMISSION_DENIED',
  8: 'RESOURCE_EXHAUSTED',
  9: 'FAILED_PRECONDITION',
  13: 'INTERNAL',
}

/** Google Cloud KMS on this machine over REST, and its own client over it, logged in as a service account. */
export async function startGoogleRest(key: HeldKey): Promise<Cloud> {
  const desk = newDesk(key)
  const server = createServer((request, response) => {
    void serve(desk, request, response)
  })
  const port = await listen(server)
  const options = {
    fallback: true,
    protocol: 'http',
    apiEndpoint: '127.0.0.1',
    port,
    credentials: account,
    projectId: 'sample',
  }
  const client = new KeyManagementServiceClient(options)
  return {
    desk,
    open: (given) => openGoogleKmsSigner({ ...given, client, keyVersion: KEY_VERSION }),
    async stop() {
      await client.close()
      await stop(server)
    },
  }
}

async function serve(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request)
  const { pathname } = new URL(`http://localhost${request.url}`)
  if (!hasRightToken(request.headers.authorization)) return refuse(response, 7)
  const asked = `${request.method} ${pathname}`
  if (asked === `GET /v1/${KEY_VERSION}/publicKey`) {
    const { pemCrc32c, ...rest } = publicKey(desk)
    return answerJson(response, 200, { ...rest, pemCrc32c: String(pemCrc32c) })
  }
  if (asked === `GET /v1/${KEY_VERSION}`) return answerJson(response, 200, keyVersion(desk))
  if (asked === `POST /v1/${KEY_VERSION}:asymmetricSign`) return sign(desk, body, response)
  return refuse(response, 5)
}

async function sign(desk: Desk, body: string, response: ServerResponse): Promise<void> {
  const { digest, digestCrc32c } = JSON.parse(body) as { digest: { sha256: string }; digestCrc32c: string }
  const answer = await answerSign(desk, Buffer.from(digest.sha256, 'base64'), Number(digestCrc32c))
  if (typeof answer === 'object')
    return answerJson(response, 200, {
      ...answer,
      signature: Buffer.from(answer.signature).toString('base64'),
      signatureCrc32c: String(answer.signatureCrc32c),
    })
  if (answer === 'drop') return void response.destroy()
  if (answer === 'break-off') return breakOff(response)
  const code = errorCodes[answer]
  if (code !== undefined) refuse(response, code)
}

function refuse(response: ServerResponse, code: number): void {
  const status = statuses[code] ?? 500
  answerJson(response, status, { error: { code: status, message: ERROR_WORDS, status: names[code] } })
}
