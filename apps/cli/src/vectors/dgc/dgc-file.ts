import { type Bag, isBag } from '../check-result.ts'
import type { Outcome } from '../judge.ts'
import { secondsOf } from '../moments.ts'

/** The steps that `EXPECTEDRESULTS` may speak of, as in README.md of dgc-testdata, without their `EXPECTED`. */
export const flagNames = [
  'VALIDOBJECT',
  'SCHEMAVALIDATION',
  'ENCODE',
  'DECODE',
  'VERIFY',
  'COMPRESSION',
  'KEYUSAGE',
  'UNPREFIX',
  'VALIDJSON',
  'PICTUREDECODE',
  'EXPIRATIONCHECK',
  'B45DECODE',
] as const

export type FlagName = (typeof flagNames)[number]

/** What came of the steps of a file that could be made. */
export type Outcomes = ReadonlyMap<FlagName, Outcome>

/** Every layer of one certificate as dgc-testdata writes it down. What a file lacks, or holds in another type, is absent. */
export interface DgcFile {
  readonly json?: Bag
  /** The certificate alone, hex. */
  readonly cbor?: string
  /** COSE_Sign1, hex. */
  readonly cose?: string
  /** The zlib stream, hex. */
  readonly compressed?: string
  readonly base45?: string
  /** The whole text, "HC1:…". */
  readonly prefix?: string
  /** Picture of the code, base64. */
  readonly picture?: string
  /** The signer's certificate, base64 of its DER. */
  readonly certificate?: string
  /** When the certificate is to be looked at, seconds since 1970. */
  readonly clock?: number
  /** Release of the schema that the file means, "1.0.0". */
  readonly schema?: string
}

/** Whether a JSON object has the two parts that all files of dgc-testdata have. */
export function isDgcFile(json: Bag): boolean {
  return isBag(json.TESTCTX) && isBag(json.EXPECTEDRESULTS)
}

export function readDgcFile(json: Bag): DgcFile {
  const context = isBag(json.TESTCTX) ? json.TESTCTX : {}
  const clock = textOf(context, 'VALIDATIONCLOCK') ?? textOf(context, 'validationClockInstant')
  return present({
    json: isBag(json.JSON) ? json.JSON : undefined,
    cbor: textOf(json, 'CBOR'),
    cose: textOf(json, 'COSE'),
    compressed: textOf(json, 'COMPRESSED'),
    base45: textOf(json, 'BASE45'),
    prefix: textOf(json, 'PREFIX'),
    picture: textOf(json, '2DCODE'),
    certificate: textOf(context, 'CERTIFICATE'),
    clock: clock === undefined ? undefined : secondsOf(clock.trim()),
    schema: textOf(context, 'SCHEMA'),
  })
}

/** What the file expects of each step it names. Flags that are no booleans, or that nobody knows, are `unknown`. */
export function readFlags(json: Bag): { readonly flags: ReadonlyMap<FlagName, boolean>; readonly unknown: number } {
  const flags = new Map<FlagName, boolean>()
  const results = isBag(json.EXPECTEDRESULTS) ? json.EXPECTEDRESULTS : {}
  for (const name of flagNames) {
    const expected = results[`EXPECTED${name}`]
    if (typeof expected === 'boolean') flags.set(name, expected)
  }
  return { flags, unknown: Object.keys(results).length - flags.size }
}

function textOf(bag: Bag, name: string): string | undefined {
  const value = bag[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

type Sparse<T> = { readonly [Name in keyof T]?: T[Name] | undefined }

function present<T extends object>(fields: Sparse<T>): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T
}
