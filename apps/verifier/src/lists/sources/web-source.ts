import { Fault } from '@vaxcert/core/fault'
import type { ListSource } from '../layout.ts'

/** A file that is not here after this time is given up. */
const DEADLINE_MS = 120_000

/**
 * Published files at an address. The browser's own cache asks again for each, and need not carry what did not change.
 * Nothing is told about this device but that it asks.
 * @param base ends in a slash
 */
export function webSource(base: string, get: typeof fetch = fetch): ListSource {
  return {
    async file(name, maxBytes) {
      const signal = AbortSignal.timeout(DEADLINE_MS)
      try {
        const response = await get(new URL(name, base), {
          signal,
          cache: 'no-cache',
          credentials: 'omit',
          redirect: 'error',
          referrerPolicy: 'no-referrer',
        })
        return isAbsent(response) ? undefined : await readLimited(response, maxBytes)
      } catch (error) {
        if (error instanceof Fault) throw error
        throw new Fault('source.unreachable', 'no whole answer in time', { cause: error })
      }
    },
  }
}

/** Some hosts answer with a page where there is no file. */
function isAbsent({ status, headers }: Response): boolean {
  if (status === 404 || status === 410) return true
  if (status !== 200) throw new Fault('source.unreachable', 'an answer that is no file')
  return headers.get('content-type')?.startsWith('text/html') === true
}

/** Stops as soon as there is more than may be. */
async function readLimited({ body }: Response, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  const reader = body?.getReader()
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    length += part.value.length
    if (length > maxBytes) {
      await reader?.cancel()
      throw new Fault('list.too-large', 'more bytes than its kind may have')
    }
    parts.push(part.value)
  }
  return joined(parts, length)
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
