import { createPrivateKey, createPublicKey, sign, verify as verifySignature } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseSign1, toBeSigned } from '@vaxcert/core/cose'
import { decode } from '@vaxcert/core/dcc'
import { type Authority, issue, issueAll } from '@vaxcert/core/issue'
import { trustList } from '@vaxcert/core/trust'
import { verify } from '@vaxcert/core/verify'
import { type Case, measure, median } from '../measure.ts'
import { firstDoses } from './doses.ts'

/** What one certificate takes in CPU seconds where there is no ledger. */
export interface Alone {
  readonly issue: number
  readonly verify: number
  readonly bareSign: number
  readonly bareVerify: number
}

/** Measures it, in the process in which a worker runs. */
export async function measureAlone(authority: Authority, rounds: number): Promise<Alone> {
  const rates = await measure(await casesOf(authority), rounds)
  const seconds = (name: string): number => 1 / median(rates.get(name) ?? [])
  return {
    issue: seconds('issue'),
    verify: seconds('verify'),
    bareSign: seconds('bare sign'),
    bareVerify: seconds('bare verify'),
  }
}

async function casesOf(authority: Authority): Promise<readonly Case[]> {
  const validity = { issuedAt: new Date() }
  const options = { trust: trustList([authority.documentSigner]), at: validity.issuedAt, profile: 'strict' } as const
  const texts = await Promise.all(firstDoses.map(async (one) => (await issue(one, authority, validity)).text))
  const messages = texts.map((text) => {
    const { protectedBytes, payload, signature } = parseSign1(decode(text).layers.cose ?? new Uint8Array())
    return { signed: toBeSigned(protectedBytes, payload), signature }
  })
  const privateKey = createPrivateKey(readFileSync('keys-sample/dsc-all.key.pem'))
  const signing = { key: privateKey, dsaEncoding: 'ieee-p1363' as const }
  const verifying = { key: createPublicKey(privateKey), dsaEncoding: 'ieee-p1363' as const }
  return [
    {
      name: 'issue',
      async run(times) {
        for await (const { ok } of issueAll(around(firstDoses, times), authority, validity)) {
          if (!ok) throw new Error('a dose of the benchmark is not issued')
        }
      },
    },
    { name: 'verify', run: each(texts, (text) => verify(text, options)) },
    { name: 'bare sign', run: each(messages, ({ signed }) => sign('sha256', signed, signing)) },
    { name: 'bare verify', run: each(messages, (m) => verifySignature('sha256', m.signed, verifying, m.signature)) },
  ]
}

/** The first `times` of the elements, begun again and again. */
function* around<T>(elements: readonly T[], times: number): Generator<T> {
  for (let index = 0; index < times; index += 1) yield elements[index % elements.length] as T
}

function each<T>(elements: readonly T[], act: (element: T) => unknown): Case['run'] {
  return async (times) => {
    for (const element of around(elements, times)) await act(element)
  }
}
