import type { ListsAge, Snapshot } from '@vaxcert/core/trust'
import { listKinds } from '@vaxcert/core/trust'
import type { ShiftCounts, SupportFacts } from '../app/services.ts'
import type { Lists } from '../lists/lists.ts'
import { en } from '../words/en.ts'
import { type BrowserClass, browserClass } from './browser-class.ts'

/** Where the facts come from that no screen has. */
export interface SupportSources {
  readonly build: string
  readonly userAgent: string
  readonly lists: Pick<Lists, 'held' | 'trouble' | 'age'>
  readonly shift: Pick<ShiftCounts, 'counts'>
}

/** What support gets to see. Every text in it is from a closed set, or of this build; all else is numbers. */
export interface SupportBundle {
  readonly format: 'vaxcert-support'
  readonly version: 1
  readonly build: string
  /** UTC, to the hour: nobody can be found by when they were checked. */
  readonly at: string
  readonly device: BrowserClass
  readonly settings: Readonly<Record<string, string | number | boolean>>
  readonly lists: SupportLists | 'none'
  readonly trouble?: string
  readonly shift: Readonly<Record<string, number>>
  readonly last?: SupportChecks
}

interface SupportLists {
  readonly environment: string
  readonly root: number
  readonly manifest: number
  /** Number of each list, by kind. */
  readonly numbers: Readonly<Record<string, number>>
  readonly age?: ListsAge['age']
  readonly ageHours?: number
  readonly clock?: ListsAge['clock']
}

interface SupportChecks {
  readonly at: string
  readonly code?: string
  /** Those that did not pass, and their codes. */
  readonly checks: Readonly<Record<string, string>>
}

/** The bundle as it is copied or downloaded: indented JSON. */
export function createSupport(sources: SupportSources): (facts: SupportFacts) => string {
  return (facts) => `${JSON.stringify(supportBundle(sources, facts), null, 2)}\n`
}

/** Takes over member by member what may be told; what is not named here cannot get in. */
export function supportBundle(sources: SupportSources, { settings, checks, at }: SupportFacts): SupportBundle {
  const { build, userAgent, lists, shift } = sources
  const { accepted, refused, undecided, other } = shift.counts.peek()
  const held = lists.held.peek()
  const trouble = known('lists-trouble', lists.trouble.peek())
  return {
    format: 'vaxcert-support',
    version: 1,
    build,
    at: hourOf(at),
    device: browserClass(userAgent),
    settings: settingsOf(settings),
    lists: held === undefined ? 'none' : listsOf(held, lists.age(at)),
    ...(trouble !== undefined && { trouble }),
    shift: { accepted, refused, undecided, other },
    ...(checks !== undefined && { last: checksOf(checks) }),
  }
}

/** Without the camera: its name is one device's own. */
function settingsOf(settings: SupportFacts['settings']): SupportBundle['settings'] {
  const { language, policy, sound, vibration, resultSeconds, continuous, kiosk, display } = settings
  const asked = policy.kind === 'rules' ? { country: policy.country.slice(0, 2), purpose: policy.purpose } : {}
  return { language, policy: policy.kind, ...asked, sound, vibration, resultSeconds, continuous, kiosk, display }
}

function listsOf({ root, manifest, statements }: Snapshot, age: ListsAge | undefined): SupportLists {
  return {
    environment: root.environment,
    root: root.number,
    manifest: manifest.number,
    numbers: Object.fromEntries(listKinds.map((kind) => [kind, statements[kind].number])),
    ...(age && { age: age.age, ageHours: Math.floor(age.seconds / 3600), clock: age.clock }),
  }
}

function checksOf({ at, code, checks }: NonNullable<SupportFacts['checks']>): SupportChecks {
  const reason = known('code', code)
  const failed = checks.flatMap(({ name, outcome, code: why }) =>
    outcome === 'failed' && known('check', name) !== undefined ? [[name, known('code', why) ?? outcome] as const] : [],
  )
  return { at: hourOf(at), ...(reason !== undefined && { code: reason }), checks: Object.fromEntries(failed) }
}

/** A code, where the app has words for it: the set is closed, so that no other text passes for one. */
function known(kind: 'code' | 'check' | 'lists-trouble', code: string | undefined): string | undefined {
  return code !== undefined && Object.hasOwn(en, `${kind}.${code}`) ? code : undefined
}

function hourOf(at: Date): string {
  return `${at.toISOString().slice(0, 13)}Z`
}
