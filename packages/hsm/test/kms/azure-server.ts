import { createPublicKey } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import { KeyClient } from '@azure/keyvault-keys'
import { openAzureKeyVaultSigner } from '../../src/kms/index.ts'
import { machine, machineCa } from '../remote/tls-world.ts'
import type { Cloud } from './cloud.ts'
import { type Desk, type Mischief, newDesk, receive, signatureFor } from './desk.ts'
import type { HeldKey } from './held-key.ts'
import { answerJson, breakOff, type Json, listen, readBody, stop } from './http-body.ts'

const NAME = 'sample-dsc'
const VERSION = '78deebed173b48e48f55abf87ed4cf71'
const TOKEN = 'sample-token-of-nobody'
const TENANT = '00000000-0000-0000-0000-000000000000'

/** Key Vault puts 'Forbidden' over what it says of a disabled key one level deeper. */
const errors: Partial<Record<Mischief, readonly [status: number, code: string, inner?: string]>> = {
  throttle: [429, 'Throttled'],
  fail: [503, 'ServiceUnavailable'],
  deny: [403, 'Forbidden', 'ForbiddenByRbac'],
  disable: [403, 'Forbidden', 'KeyDisabled'],
  vanish: [404, 'KeyNotFound'],
}

/** Azure Key Vault on this machine: its REST over TLS, with its challenge before the first token, and its own client. */
export async function startAzure(key: HeldKey): Promise<Cloud> {
  const desk = newDesk(key)
  const ca = await machineCa('SAMPLE authority')
  const { cert, key: tlsKey } = await machine(ca, { purpose: 'server' })
  const server = createServer({ cert, key: tlsKey }, (request, response) => {
    void serve(desk, request, response)
  })
  const port = await listen(server)
  const credential = { getToken: async () => ({ token: TOKEN, expiresOnTimestamp: Date.now() + 3_600_000 }) }
  const client = new KeyClient(`https://localhost:${port}`, credential, {
    disableChallengeResourceVerification: true,
    retryOptions: { maxRetries: 0 },
    tlsOptions: { ca: ca.pem },
  })
  return {
    desk,
    open: (options) => openAzureKeyVaultSigner({ ...options, vault: client, keyName: NAME }),
    stop: () => stop(server),
  }
}

async function serve(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request)
  if (request.headers.authorization !== `Bearer ${TOKEN}`) return challenge(request, body, response)
  const { pathname, searchParams } = new URL(`https://${request.headers.host}${request.url}`)
  if (!/^\d{4}-\d\d-\d\d$|^7\.\d$/.test(searchParams.get('api-version') ?? ''))
    return refuse(response, 400, 'BadParameter')
  const asked = `${request.method} ${pathname}`
  const key = `/keys/${NAME}/${VERSION}`
  if (asked === `GET /keys/${NAME}/` || asked === `GET /keys/${NAME}` || asked === `GET ${key}`)
    return answerJson(response, 200, keyBundle(desk, `https://${request.headers.host}${key}`))
  if (asked === `POST ${key}/sign`) return sign(desk, JSON.parse(body) as Json, response)
  return refuse(response, 404, 'KeyNotFound')
}

/** Before anybody may know the body: the client sends its first request without one. */
function challenge(request: IncomingMessage, body: string, response: ServerResponse): void {
  const login = `Bearer authorization="https://login.invalid/${TENANT}", resource="https://vault.azure.net"`
  response.setHeader('WWW-Authenticate', login)
  refuse(response, body === '' ? 401 : 400, request.method === 'GET' || body === '' ? 'Unauthorized' : 'BadParameter')
}

async function sign(desk: Desk, { alg, value }: Json, response: ServerResponse): Promise<void> {
  response.on('close', () => {
    if (!response.writableFinished) desk.givenUp += 1
  })
  const mischief = await receive(desk)
  if (mischief === 'hang') return
  if (mischief === 'drop') return void response.destroy()
  if (mischief === 'break-off') return breakOff(response)
  const error = mischief && errors[mischief]
  if (error !== undefined) return refuse(response, ...error)
  if (alg !== desk.key.documentSigner.algorithm) return refuse(response, 400, 'BadParameter')
  const signature = signatureFor(desk, mischief, Buffer.from(String(value), 'base64url'), 'ieee-p1363')
  const kid = `https://sample.vault.azure.net/keys/${NAME}/${VERSION}`
  answerJson(
    response,
    200,
    mischief === 'nothing' ? { kid } : { kid, value: Buffer.from(signature).toString('base64url') },
  )
}

function keyBundle({ key, enabled, origin, signs }: Desk, kid: string): Json {
  const spki = { key: Buffer.from(key.documentSigner.spki), format: 'der', type: 'spki' } as const
  const jwk = createPublicKey(spki).export({ format: 'jwk' })
  const kty = origin === 'software' ? jwk.kty : `${jwk.kty}-HSM`
  const key_ops = signs ? ['sign', 'verify'] : ['wrapKey', 'unwrapKey']
  return { key: { ...jwk, kty, kid, key_ops }, attributes: { enabled, created: 1, updated: 1, exportable: false } }
}

/** The words are of the kind that services send: names of keys and of people with access. */
function refuse(response: ServerResponse, status: number, code: string, inner?: string): void {
  const message = `CANARY: sample-operator may not use ${NAME}`
  answerJson(response, status, {
    error: { code, message, ...(inner !== undefined && { innererror: { code: inner } }) },
  })
}
