import { createHash, createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** The credentials that the local AWS knows. Invented. */
export const awsCredentials = {
  accessKeyId: 'AKIASAMPLESAMPLESAMP',
  secretAccessKey: 'sample-secret-of-nobody',
} as const

const HEADER =
  /^AWS4-HMAC-SHA256 Credential=(\w+)\/(\d{8})\/([\w-]+)\/kms\/aws4_request, SignedHeaders=([\w;-]+), Signature=([0-9a-f]{64})$/

/** Whether a POST to / carries a right AWS Signature Version 4 (AWS SigV4, "Create a signed AWS API request"). */
export function hasRightSignature({ headers }: IncomingMessage, body: string): boolean {
  const [, id, day = '', region = '', names = '', given] = HEADER.exec(headers.authorization ?? '') ?? []
  const time = String(headers['x-amz-date'])
  if (id !== awsCredentials.accessKeyId || !time.startsWith(day) || !names.split(';').includes('host')) return false
  const lines = names.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`)
  const request = ['POST', '/', '', lines.join(''), names, sha256(body)].join('\n')
  const scope = `${day}/${region}/kms/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', time, scope, sha256(request)].join('\n')
  const steps = [day, region, 'kms', 'aws4_request', toSign]
  const signature = steps.reduce<string | Buffer>(
    (key, step) => createHmac('sha256', key).update(step).digest(),
    `AWS4${awsCredentials.secretAccessKey}`,
  )
  return Buffer.from(signature).toString('hex') === given
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
