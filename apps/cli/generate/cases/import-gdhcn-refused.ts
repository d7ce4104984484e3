import { gdhcn } from '../did-case.ts'
import { didDocument, didDocumentBy, didDocumentUnder } from '../did-samples.ts'
import type { ImportCase } from '../import-case.ts'

const good = () => didDocument(['csca', 'dsc-all'])
const edited = (from: string | RegExp, to: string) => async () => (await good()).replace(from, to)

/** Lists of the WHO network that are refused as a whole. */
export const refusedGdhcnCases: readonly ImportCase[] = [
  gdhcn({
    id: 'wrong-key',
    about: 'A proof that another key made than the pinned one.',
    document: () => didDocumentBy('stranger', ['csca', 'dsc-all']),
    expect: refusedAs('source.signature'),
  }),
  gdhcn({
    id: 'changed-participant',
    about: 'A participant that was changed after signing.',
    document: edited(/#VNM(?="\},"keyusage":\{"code":"#DSC)/, '#PRT'),
    expect: refusedAs('source.signature'),
  }),
  gdhcn({
    id: 'removed-key',
    about: 'A key that was taken out after signing.',
    document: edited(/,\{"id":[^{]*"publicKeyJwk".*(?=\],"proof")/, ''),
    expect: refusedAs('source.signature'),
  }),
  gdhcn({
    id: 'unsigned-member',
    about: 'A member that JSON-LD has no name for, and so does not sign.',
    document: edited('"type":"JsonWebKey2020"', '"type":"JsonWebKey2020","usages":["vaccination"]'),
    expect: refusedAs('source.shape'),
  }),
  gdhcn({
    id: 'unsigned-codes',
    about: 'The contexts of version 1 under which domain, participant and key usage are not signed.',
    document: edited(',"https://smart.who.int/trust/tng-context/v1.jsonld"', ''),
    expect: refusedAs('source.shape'),
  }),
  gdhcn({
    id: 'repeated-member',
    about: 'A member that stands twice, of which a reader of JSON keeps the last.',
    document: edited('"participant":{', '"participant":{"code":"#PRT"},"participant":{'),
    expect: refusedAs('source.shape'),
  }),
  gdhcn({
    id: 'reference-elsewhere',
    about: 'A reference to a list on another host, as the production list held one to a test list.',
    document: edited(
      /"verificationMethod":\[.*\](?=,"proof")/,
      '"verificationMethod":["did:web:dev.vaxcert.example:trustlist"]',
    ),
    expect: refusedAs('source.shape'),
  }),
  gdhcn({
    id: 'header-none',
    about: 'A proof that promises no signature.',
    document: edited(/"jws":"[^"]+/, `"jws":"${Buffer.from('{"alg":"none"}').toString('base64url')}..`),
    expect: refusedAs('source.signature'),
  }),
  gdhcn({
    id: 'header-encoded',
    about: 'A proof, by the right key, whose header says that the signed bytes were base64url.',
    document: () => didDocumentUnder('{"b64":true,"crit":["b64"],"alg":"ES256"}'),
    expect: refusedAs('source.signature'),
  }),
  gdhcn({
    id: 'rollback',
    about: 'A list that is older than the one read last.',
    document: good,
    newerThan: '2022-05-31T12:00:01Z',
    expect: refusedAs('source.rollback'),
  }),
]

function refusedAs(code: 'source.shape' | 'source.signature' | 'source.rollback') {
  return { kind: 'refused', code } as const
}
