import { signal } from '@preact/signals'
import { verify } from '@vaxcert/core/verify'
import { keptSettings } from '../../src/app/kept-settings.ts'
import type { Services } from '../../src/app/services.ts'
import { createSession, type Session } from '../../src/app/session.ts'
import type { Settings } from '../../src/app/settings.ts'
import type { Judgement, Policy } from '../../src/judge/judge.ts'
import type { Lists } from '../../src/lists/lists.ts'
import type { Scanner, ScanTrouble } from '../../src/scan/scanner.ts'
import { getWords } from '../../src/words/loaded.ts'
import { NOW } from './certificates.ts'
import { heldLists, snapshot } from './held-lists.ts'

await Promise.all([getWords('vi'), getWords('en')])

/** A camera that sees nothing. */
export function blindScanner(state: 'scanning' | ScanTrouble = 'scanning'): Scanner {
  const none = async () => true
  return {
    state: signal(state),
    hint: signal(undefined),
    start: async () => undefined,
    pause: () => undefined,
    resume: () => undefined,
    stop: () => undefined,
    camera: {
      torch: none,
      zoom: { min: 1, max: 4, step: 0.1, now: 1, set: none },
      focusAt: none,
      chosen: 'back',
      cameras: async () => [
        { id: 'back', label: 'Camera 0, facing back' },
        { id: 'front', label: 'Camera 1, facing front' },
      ],
      choose: async () => undefined,
    },
  }
}

/** A verdict by the real `verify`, with the real rules, under lists of the test. */
async function judgeUnder(lists: Lists, text: string, policy: Policy, at: Date): Promise<Judgement> {
  const held = lists.held.value
  const age = lists.age(at)
  if (held === undefined || age === undefined) throw new TypeError('a test without lists judges nothing')
  const { trust, rules, valueSets } = held
  const asked = policy.kind === 'rules' && {
    rules: { rules, valueSets, country: policy.country, purpose: policy.purpose },
  }
  const verdict = await verify(text, { trust, at, lists: age, ...asked })
  return verdict.kind === 'accepted' ? { verdict, at } : { verdict, at, code: verdict.code }
}

/** Everything behind the screens, without a camera, a network or a store. */
export function services(changes: Partial<Services> = {}): Services {
  const counts = signal({ accepted: 0, refused: 0, undecided: 0, other: 0 })
  const { lists = heldLists(snapshot()) } = changes
  return {
    lists,
    scanner: blindScanner(),
    shift: {
      counts,
      add: (outcome) => {
        counts.value = { ...counts.value, [outcome]: counts.value[outcome] + 1 }
      },
      reset: () => {
        counts.value = { accepted: 0, refused: 0, undecided: 0, other: 0 }
      },
    },
    settings: keptSettings(undefined, ['vi']),
    updates: { build: '0123456789ab', ready: signal(false), offline: signal(true), agree: () => undefined },
    now: () => NOW,
    judge: (text, policy, at) => judgeUnder(lists, text, policy, at),
    recognise: async (text) => (text.startsWith('HC1:') ? 'hc1' : text.startsWith('http') ? 'link' : 'cccd'),
    readPaper: async (text) =>
      text.includes('|') ? { kind: 'cccd', name: text.split('|')[2] ?? '', birthDate: undefined } : undefined,
    wrongCheckDigits: async () => [],
    comparePaper: async () => [
      { field: 'name', outcome: 'same' },
      { field: 'birth-date', outcome: 'different', why: 'other-date' },
    ],
    readFile: async () => undefined,
    fullScreen: () => undefined,
    listenForFiles: () => () => undefined,
    listenForWedge: () => () => undefined,
    giveSign: () => undefined,
    passedBefore: async () => false,
    supportText: async () => 'build 0123456789ab\nlists 12, 3 h\nlast signature.mismatch',
    ...changes,
  }
}

/** A session with settings of its own. */
export function session(settings: Partial<Settings> = {}, changes: Partial<Services> = {}): Session {
  const made = createSession(services(changes))
  made.change(settings)
  return made
}
