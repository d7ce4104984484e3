import { signal } from '@preact/signals'
import type { Services } from '../../src/app/services.ts'
import type { Session } from '../../src/app/session.ts'
import type { Settings } from '../../src/app/settings.ts'
import { forge, person, recovery, sign, signDocument, test, vaccination } from './certificates.ts'
import { heldLists, snapshot } from './held-lists.ts'
import { blindScanner, session } from './world.ts'

/** Brings the app to one sight of it. */
export type Scene = (settings: Partial<Settings>) => Promise<Session>

const CARD = '001190012345||Nguyễn Thị Ngọc Ánh|13031990|Nữ|Số 1, Phường X, Thành phố Hà Nội|25042021'
const DAY = 86_400

function showing(text: () => Promise<string>, lists = heldLists(snapshot())): Scene {
  return async (settings) => {
    const made = session(settings, { lists })
    await made.readText(await text())
    return made
  }
}

/** A gate at which somebody has shown this text. */
function atGate(text: () => Promise<string>, changes: Partial<Services> = {}): Scene {
  return async (settings) => {
    const made = session({ ...settings, kiosk: true }, changes)
    made.startScan()
    await made.readText(await text())
    return made
  }
}

function at(screen: 'lists' | 'supervisor' | 'settings'): Scene {
  return async (settings) => {
    const made = session(settings)
    await made.readText(await forge(vaccination()))
    made.go(screen)
    return made
  }
}

const venue = { policy: { kind: 'rules', country: 'VN', purpose: 'venue' } } as const

/** Every screen, and every answer that a screen can give. */
export const scenes: Readonly<Record<string, Scene>> = {
  start: async (settings) => session(settings),
  'start-rules': async (settings) => session({ ...settings, ...venue }),
  'start-stale': async (settings) => session(settings, { lists: heldLists(snapshot(3 * DAY)) }),
  'start-update': async (settings) =>
    session(settings, {
      updates: { build: '0123456789ab', ready: signal(true), offline: signal(true), agree: () => undefined },
    }),
  'first-run': async (settings) => session(settings, { lists: heldLists(undefined) }),
  scan: async (settings) => {
    const made = session(settings)
    made.startScan()
    return made
  },
  'scan-denied': async (settings) => {
    const made = session(settings, { scanner: blindScanner('camera-denied') })
    made.startScan()
    return made
  },
  'scan-kiosk': async (settings) => {
    const made = session({ ...settings, kiosk: true })
    made.startScan()
    return made
  },
  accepted: showing(() => sign(vaccination())),
  'accepted-rules': async (settings) => {
    const made = session({ ...settings, ...venue })
    await made.readText(await sign(vaccination()))
    return made
  },
  'accepted-stale': showing(() => sign(vaccination()), heldLists(snapshot(3 * DAY))),
  'accepted-test': showing(() => sign(test)),
  'accepted-recovery': showing(() => sign(recovery)),
  'accepted-partial': showing(() => sign({ ...vaccination(), dob: '1945' })),
  'accepted-long': showing(() =>
    sign(vaccination({ nam: { ...person.nam, fn: 'Ước'.repeat(26), gn: 'W'.repeat(80) } })),
  ),
  'accepted-hebrew': showing(() =>
    sign(vaccination({ nam: { fn: 'כהן', fnt: 'COHEN', gn: 'נועה (דוגמה)', gnt: 'NOA' } })),
  ),
  'accepted-scanned': async (settings) => {
    const made = session(settings)
    made.startScan()
    await made.readText(await sign(vaccination()))
    return made
  },
  'gate-accepted': atGate(() => sign(vaccination())),
  'gate-repeated': atGate(() => sign(vaccination()), { passedBefore: async () => true }),
  'gate-refused': atGate(() => forge(vaccination())),
  'gate-other': atGate(async () => 'https://example.vn/tiem-chung'),
  'compared-same': async (settings) => {
    const agree = [
      { field: 'name', outcome: 'same' },
      { field: 'birth-date', outcome: 'same' },
    ] as const
    const made = session(settings, { comparePaper: async () => agree })
    await made.readText(await sign(vaccination()))
    await made.readText(CARD)
    return made
  },
  compared: async (settings) => {
    const made = session(settings)
    await made.readText(await sign(vaccination()))
    await made.readText(CARD)
    return made
  },
  refused: showing(() => forge(vaccination())),
  'refused-expired': showing(() => sign(vaccination(), new Date('2021-04-01T00:00:00Z'))),
  'refused-rules': async (settings) => {
    const made = session({ ...settings, ...venue })
    await made.readText(await sign(vaccination({}, { dn: 1, sd: 2 })))
    return made
  },
  undecided: showing(() => sign(vaccination()), heldLists(snapshot(9 * DAY))),
  'undecided-documents': showing(signDocument),
  'undecided-rules': async (settings) => {
    const made = session({ ...settings, policy: { ...venue.policy, country: 'LI' } })
    await made.readText(await sign(vaccination()))
    return made
  },
  broken: async (settings) => {
    const made = session(settings)
    made.fail()
    return made
  },
  other: showing(async () => 'https://example.vn/tiem-chung'),
  identity: async (settings) => {
    const made = session(settings)
    await made.readText(await sign(vaccination()))
    made.openIdentity()
    return made
  },
  'identity-scan': async (settings) => {
    const made = session(settings)
    await made.readText(await sign(vaccination()))
    made.scanPaper()
    return made
  },
  lists: at('lists'),
  supervisor: at('supervisor'),
  settings: at('settings'),
  'settings-rules': async (settings) => {
    const made = session({ ...settings, ...venue })
    made.go('settings')
    return made
  },
}
