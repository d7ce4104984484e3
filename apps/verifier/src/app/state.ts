import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Check } from '@vaxcert/core/verify'
import type { FieldMatch } from '../identity/compare.ts'
import type { IdentityPaper } from '../identity/identity-card.ts'
import type { Judgement } from '../judge/judge.ts'
import type { CodeKind } from '../recognise/recognise.ts'
import type { WordKey } from '../words/words.ts'
import type { Settings } from './settings.ts'

export type ScreenName =
  | 'start'
  | 'scan'
  | 'result'
  | 'other'
  | 'identity'
  | 'lists'
  | 'supervisor'
  | 'settings'
  /** Something went wrong in the app itself. */
  | 'broken'

/** A code that is no certificate. */
export type OtherKind = Exclude<CodeKind, 'hc1'>

/** What an identity paper agreed with. Nothing of the paper itself is here. */
export interface Comparison {
  readonly paper: IdentityPaper['kind']
  readonly matches: readonly FieldMatch[]
}

/** The certificate on the screen: all that the app knows of a person, gone when the result closes. */
export interface Shown {
  readonly judgement: Judgement
  readonly passedBefore: boolean
  readonly comparison?: Comparison
}

/** How the last certificate fared: steps and codes, nothing of the person. */
export interface LastChecks {
  readonly at: Date
  readonly code: string | undefined
  readonly checks: readonly Check[]
}

/** All that the screens look at. Nothing of it is kept but `settings`. */
export interface State {
  readonly settings: ReadonlySignal<Settings>
  readonly screen: Signal<ScreenName>
  readonly shown: Signal<Shown | undefined>
  readonly other: Signal<OtherKind | undefined>
  readonly lastChecks: Signal<LastChecks | undefined>
  /** Whether the camera is wanted; it stays on behind a result. */
  readonly camera: Signal<boolean>
  readonly aim: Signal<'certificate' | 'paper'>
  /** Whether a text or a file is being looked at that somebody waits for: no verdict is shown meanwhile. */
  readonly busy: Signal<boolean>
  /** One sentence about what just happened. */
  readonly notice: Signal<WordKey | undefined>
  /** Moves on by itself, so that ages do. */
  readonly now: Signal<Date>
}

export function createState(settings: ReadonlySignal<Settings>, now: Date): State {
  return {
    settings,
    screen: signal<ScreenName>('start'),
    shown: signal<Shown | undefined>(undefined),
    other: signal<OtherKind | undefined>(undefined),
    lastChecks: signal<LastChecks | undefined>(undefined),
    camera: signal(false),
    aim: signal<'certificate' | 'paper'>('certificate'),
    busy: signal(false),
    notice: signal<WordKey | undefined>(undefined),
    now: signal(now),
  }
}
