import { signal } from '@preact/signals'
import { listKinds, listsAge, type Rule, type Snapshot, type Statement, trustList } from '@vaxcert/core/trust'
import type { Lists } from '../../src/lists/lists.ts'
import { documentSigner, NOW } from './certificates.ts'

const now = NOW.getTime() / 1000
const limits = { staleAfter: 2 * 86_400, tooOldAfter: 7 * 86_400 }

function statement(kind: Statement['kind'], number: number, issuedAt: number): Statement {
  return { kind, epoch: 1, number, issuedAt, expiresAt: issuedAt + 2_592_000, sha256: new Uint8Array(32), length: 1 }
}

const doses: Rule = {
  identifier: 'VR-VN-0001',
  type: 'Acceptance',
  country: 'VN',
  version: '1.0.0',
  certificateType: 'Vaccination',
  purposes: ['entry', 'venue'],
  validFrom: now - 86_400,
  validTo: now + 86_400,
  descriptions: new Map([
    ['vi', 'Đã tiêm đủ số mũi của đợt tiêm.'],
    ['en', 'All doses of the series were received.'],
  ]),
  affectedFields: ['v.0.dn', 'v.0.sd'],
  engine: 'CERTLOGIC',
  engineVersion: '1.0.0',
  logic: { '>=': [{ var: 'payload.v.0.dn' }, { var: 'payload.v.0.sd' }] },
}

const known: Rule = {
  ...doses,
  identifier: 'VR-VN-0002',
  descriptions: new Map([
    ['vi', 'Vắc xin thuộc danh mục được Việt Nam công nhận.'],
    ['en', 'The vaccine is one that Viet Nam recognises.'],
  ]),
  logic: { '===': [{ var: 'payload.v.0.tg' }, '840539006'] },
}

/** Lists that were issued so many seconds before `NOW`, as far as the screens look at them. */
export function snapshot(ageSeconds = 3 * 3600): Snapshot {
  const issuedAt = now - ageSeconds
  const manifest = { ...statement('manifest', 12, issuedAt), limits }
  return {
    root: { ...statement('root', 1, issuedAt), environment: 'test' },
    manifest,
    statements: Object.fromEntries(listKinds.map((kind, at) => [kind, statement(kind, at + 3, issuedAt)])),
    newest: issuedAt,
    trust: trustList([documentSigner]),
    rules: [doses, known],
    valueSets: [],
  } as unknown as Snapshot
}

/** Lists that are what the test says. */
export function heldLists(held: Snapshot | undefined): Lists {
  const kept = signal(held)
  return {
    held: kept,
    trouble: signal(undefined),
    age: (at) => {
      const { value } = kept
      return value && listsAge({ issuedAt: value.manifest.issuedAt, limits, newest: value.newest }, at)
    },
    start: async () => undefined,
    update: async () => ({ kind: 'unchanged' }),
    importFile: async () => ({ kind: 'failed', code: 'pack.shape' }),
    importFolder: async () => ({ kind: 'failed', code: 'pack.shape' }),
    chunks: { chunk: () => undefined },
  }
}
