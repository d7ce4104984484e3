import { Fault } from '@vaxcert/core/fault'
import type { RequestCode } from './request-codes.ts'

/** A person has at most 50 doses; each takes some 600 bytes. */
export const MAX_BODY_BYTES: number = 128 * 1024

/**
 * The body of a request as JSON, read no further than `MAX_BODY_BYTES`.
 * @throws Fault `request.shape`, `request.size`
 */
export async function readBody(request: Request): Promise<unknown> {
  if (!/^application\/json(?:; ?charset=utf-8)?$/i.test(request.headers.get('content-type') ?? '')) throw shape()
  const text = decode(await bytesOf(request))
  try {
    return JSON.parse(text)
  } catch {
    throw shape() // What JSON.parse says quotes the text.
  }
}

/** A sender who goes in the middle is no fault of ours. */
async function bytesOf({ body }: Request): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  try {
    for await (const part of (body ?? []) as AsyncIterable<Uint8Array>) {
      size += part.length
      if (size > MAX_BODY_BYTES) throw new Fault<RequestCode>('request.size')
      parts.push(part)
    }
  } catch (error) {
    throw error instanceof Fault ? error : shape()
  }
  return Buffer.concat(parts)
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw shape()
  }
}

function shape(): Fault<RequestCode> {
  return new Fault('request.shape', 'no JSON')
}
