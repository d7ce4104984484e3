import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { KMS } from '@aws-sdk/client-kms'
import { openAwsKmsSigner } from '../../src/kms/index.ts'
import { awsCredentials, hasRightSignature } from './aws-signature.ts'
import type { Cloud } from './cloud.ts'
import { type Desk, type Mischief, newDesk, receive, signatureFor } from './desk.ts'
import type { HeldKey } from './held-key.ts'
import { answerJson, breakOff, type Json, listen, readBody, stop } from './http-body.ts'

const ARN = 'arn:aws:kms:ap-southeast-1:000000000000:key/0000-sample'
export const ALIAS = 'alias/sample-dsc'
const TYPE = 'application/x-amz-json-1.1'

const errors: Partial<Record<Mischief, readonly [status: number, type: string]>> = {
  throttle: [400, 'ThrottlingException'],
  fail: [500, 'KMSInternalException'],
  deny: [400, 'AccessDeniedException'],
  disable: [400, 'DisabledException'],
  vanish: [400, 'NotFoundException'],
}

/** AWS KMS on this machine: AWS JSON 1.1 over HTTP, signed by SigV4, and its own client over it. */
export async function startAws(key: HeldKey): Promise<Cloud> {
  const desk = newDesk(key)
  const server = createServer((request, response) => {
    void serve(desk, request, response)
  })
  const port = await listen(server)
  const client = new KMS({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'ap-southeast-1',
    credentials: awsCredentials,
    maxAttempts: 1,
  })
  return {
    desk,
    address: `http://127.0.0.1:${port}`,
    open: (options) => openAwsKmsSigner({ ...options, client, keyId: ALIAS }),
    async stop() {
      client.destroy()
      await stop(server)
    },
  }
}

async function serve(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request)
  if (request.method !== 'POST' || request.url !== '/' || request.headers['content-type'] !== TYPE)
    return refuse(response, 400, 'SerializationException')
  if (!hasRightSignature(request, body)) return refuse(response, 400, 'InvalidSignatureException')
  const input = JSON.parse(body) as Json
  const { KeyId } = input
  if (KeyId !== ARN && KeyId !== ALIAS) return refuse(response, 400, 'NotFoundException')
  const operation = request.headers['x-amz-target']
  if (operation === 'TrentService.GetPublicKey') return answerJson(response, 200, publicKey(desk), TYPE)
  if (operation === 'TrentService.DescribeKey') return answerJson(response, 200, { KeyMetadata: metadata(desk) }, TYPE)
  if (operation === 'TrentService.Sign') return sign(desk, input, response)
  return refuse(response, 400, 'UnknownOperationException')
}

async function sign(desk: Desk, input: Json, response: ServerResponse): Promise<void> {
  response.on('close', () => {
    if (!response.writableFinished) desk.givenUp += 1
  })
  const mischief = await receive(desk)
  if (mischief === 'hang') return
  if (mischief === 'drop') return void response.destroy()
  if (mischief === 'break-off') return breakOff(response, TYPE)
  const error = mischief && errors[mischief]
  if (error !== undefined) return refuse(response, ...error)
  const { Message, MessageType, SigningAlgorithm } = input
  if (MessageType !== 'DIGEST' || !algorithms(desk).includes(String(SigningAlgorithm)))
    return refuse(response, 400, 'ValidationException')
  const signature = signatureFor(desk, mischief, Buffer.from(String(Message), 'base64'), 'der')
  const KeyId = mischief === 'other-name' ? `${ARN}-other` : ARN
  const Signature = mischief === 'nothing' ? undefined : Buffer.from(signature).toString('base64')
  answerJson(response, 200, { KeyId, Signature, SigningAlgorithm }, TYPE)
}

function publicKey(desk: Desk): Json {
  const { spki, algorithm } = desk.key.documentSigner
  return {
    KeyId: ARN,
    PublicKey: Buffer.from(spki).toString('base64'),
    KeySpec: algorithm === 'ES256' ? 'ECC_NIST_P256' : 'RSA_2048',
    KeyUsage: desk.signs ? 'SIGN_VERIFY' : 'ENCRYPT_DECRYPT',
    SigningAlgorithms: algorithms(desk),
  }
}

function algorithms({ key }: Desk): readonly string[] {
  return key.documentSigner.algorithm === 'ES256'
    ? ['ECDSA_SHA_256']
    : ['RSASSA_PKCS1_V1_5_SHA_256', 'RSASSA_PSS_SHA_256']
}

function metadata({ enabled, origin }: Desk): Json {
  const origins = { generated: 'AWS_KMS', imported: 'EXTERNAL', software: 'EXTERNAL_KEY_STORE' }
  const KeyState = enabled ? 'Enabled' : 'PendingDeletion'
  return { KeyId: '0000-sample', Arn: ARN, Enabled: enabled, KeyState, Origin: origins[origin] }
}

/** The words are of the kind that services send: names of keys and of people with access. */
function refuse(response: ServerResponse, status: number, type: string): void {
  answerJson(response, status, { __type: type, message: `CANARY: user sample-operator, key ${ARN}` }, TYPE)
}
