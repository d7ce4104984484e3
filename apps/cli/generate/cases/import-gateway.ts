import { type Made, makeCertificate } from '../../../../packages/core/test/trust/import/makers/certificates.ts'
import { makeCms } from '../../../../packages/core/test/trust/import/makers/cms.ts'
import { deList, gatewayEntry, jsonBytes, kidOf } from '../../../../packages/core/test/trust/import/makers/lists.ts'
import { anchor, france, stranger, vietNam } from '../../../../packages/core/test/trust/import/makers/world.ts'
import type { ImportCase } from '../import-case.ts'
import { imported, leftOut, pemOfCertificate, pemOfKey, refused } from '../import-expectations.ts'

type Entry = ReturnType<typeof gatewayEntry>
type Part = Pick<ImportCase, 'id' | 'about' | 'expect'>

const kid = kidOf(vietNam.dsc)
const vn = gatewayEntry(vietNam.dsc, 'VN', 'DSC', vietNam.uploader)
const fr = gatewayEntry(france.dsc, 'FR', 'DSC', france.uploader)
const authorities: readonly Entry[] = [
  gatewayEntry(vietNam.csca, 'VN', 'CSCA', anchor),
  gatewayEntry(vietNam.uploader, 'VN', 'UPLOAD', anchor),
  gatewayEntry(france.csca, 'FR', 'CSCA', anchor),
  gatewayEntry(france.uploader, 'FR', 'UPLOAD', anchor),
]
const notes = ['undated'] as const

function dgcg({ id, ...part }: Part & Partial<ImportCase>, ...entries: readonly Entry[]): ImportCase {
  const files = async () => [jsonBytes([...authorities, ...entries])]
  const common = { spec: 'dgc-gateway, TrustListDto; RFC 5652 §5', importance: 'high', format: 'dgcg' } as const
  return { ...common, key: pemOfCertificate(anchor), files, ...part, id: `import/dgcg-${id}` }
}

function signatureOf(plan: Partial<Parameters<typeof makeCms>[0]>): Entry {
  const message = makeCms({ content: vietNam.dsc.der, signer: vietNam.uploader, ...plan })
  return { ...vn, signature: Buffer.from(message).toString('base64') }
}

const only = (reason: Parameters<typeof leftOut>[1]) => leftOut(kid, reason, notes)

/** The list of the EU's gateway. */
const ofGateway: readonly ImportCase[] = [
  dgcg(
    {
      id: 'good',
      about: 'Two states, each with a CSCA, an upload certificate and a DSC.',
      expect: imported([kid, kidOf(france.dsc)], notes),
    },
    vn,
    fr,
  ),
  dgcg(
    {
      id: 'wrong-anchor',
      about: 'A trust anchor is pinned that signed nothing in the list.',
      key: pemOfCertificate(stranger),
      expect: refused('source.signature'),
    },
    vn,
  ),
  dgcg(
    {
      id: 'other-uploader',
      about: 'A DSC of one state, uploaded with the certificate of another.',
      expect: only('entry-signature'),
    },
    gatewayEntry(vietNam.dsc, 'VN', 'DSC', france.uploader),
  ),
  dgcg(
    { id: 'swapped-country', about: 'A DSC that the list gives to another state.', expect: only('country') },
    { ...vn, country: 'FR' },
  ),
  dgcg(
    { id: 'swapped-signature', about: 'An entry with the signature of another.', expect: only('entry-signature') },
    { ...vn, signature: fr.signature ?? '' },
  ),
  dgcg(
    { id: 'two-signers', about: 'A CMS message with two signers, the right one first.', expect: only('shape') },
    signatureOf({ second: stranger }),
  ),
  dgcg(
    {
      id: 'no-signed-attributes',
      about: 'A CMS message whose signature goes over the content at once.',
      expect: only('shape'),
    },
    signatureOf({ withoutAttributes: true }),
  ),
  dgcg(
    { id: 'other-content', about: 'A CMS message that is right for another content.', expect: only('entry-signature') },
    signatureOf({ digested: france.dsc.der }),
  ),
  dgcg(
    {
      id: 'content-inside',
      about: 'A CMS message that carries another certificate than the entry.',
      expect: only('shape'),
    },
    signatureOf({ content: france.dsc.der, enveloped: true }),
  ),
  dgcg(
    {
      id: 'other-issuer',
      about: 'A DSC that the CSCA of another state issued.',
      expect: leftOut(kidOf(makeForeign()), 'chain', notes),
    },
    gatewayEntry(makeForeign(), 'VN', 'DSC', vietNam.uploader),
  ),
  dgcg(
    {
      id: 'thumbprint',
      about: 'A thumbprint that is not the one of the certificate.',
      expect: only('thumbprint-mismatch'),
    },
    { ...vn, thumbprint: fr.thumbprint ?? '' },
  ),
]

function makeForeign(): Made {
  return makeCertificate({ name: 'SAMPLE DSC of a stranger', issuer: france.csca })
}

function de({ id, ...part }: Part & Partial<ImportCase>, ...entries: readonly Entry[]): ImportCase {
  const files = async () => [deList(entries, anchor.key)]
  const common = { spec: 'certification-apis, dsc-update', importance: 'high', format: 'de' } as const
  return { ...common, key: pemOfKey(anchor), files, ...part, id: `import/de-${id}` }
}

/** Germany's list. */
const ofGermany: readonly ImportCase[] = [
  de(
    {
      id: 'good',
      about: 'Two DSCs in the second line, which the first line signs.',
      expect: imported([kid, kidOf(france.dsc)], notes),
    },
    vn,
    fr,
  ),
  de(
    {
      id: 'wrong-key',
      about: 'Another key is pinned than the one that signed.',
      key: pemOfKey(stranger),
      expect: refused('source.signature'),
    },
    vn,
  ),
  de({
    id: 'changed',
    about: 'One character was changed after signing.',
    files: async () => [changed(deList([vn], anchor.key))],
    expect: refused('source.signature'),
  }),
  de({
    id: 'no-signature',
    about: 'The second line alone.',
    files: async () => [jsonBytes({ certificates: [vn] })],
    expect: refused('source.shape'),
  }),
  de(
    {
      id: 'duplicate',
      about: 'One DSC twice: it counts once.',
      expect: { ...imported([kid], notes), dropped: [{ kid, reason: 'duplicate' }] },
    },
    vn,
    vn,
  ),
  de(
    {
      id: 'other-kid',
      about: 'A DSC under a key identifier that is not its own.',
      expect: leftOut('AAAAAAAAAAA=', 'kid-mismatch', notes),
    },
    { ...vn, kid: 'AAAAAAAAAAA=' },
  ),
  withoutKey(
    de(
      { id: 'no-key', about: 'No key is pinned: a list does not vouch for itself.', expect: refused('source.key') },
      vn,
    ),
  ),
  de({
    id: 'too-large',
    about: 'More entries than all states together ever had keys.',
    files: async () => [
      deList(
        Array.from({ length: 20_001 }, () => 0),
        anchor.key,
      ),
    ],
    importance: 'low',
    expect: refused('source.too-large'),
  }),
]

function withoutKey({ key: _key, ...unpinned }: ImportCase): ImportCase {
  return unpinned
}

/** "VN" becomes "WN". */
function changed(list: Uint8Array): Uint8Array {
  return Buffer.from(Buffer.from(list).toString('latin1').replace('"VN"', '"WN"'), 'latin1')
}

export const gatewayCases: readonly ImportCase[] = [...ofGateway, ...ofGermany]
