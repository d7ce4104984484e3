import { type Countdown, createCountdown } from './countdown.ts'
import { readsTexts, type TextReading } from './reading.ts'
import type { Services } from './services.ts'
import type { Settings } from './settings.ts'
import { createState, type ScreenName, type State } from './state.ts'
import { createTurns, type Turns } from './turns.ts'

/** How long somebody has to fetch an identity paper, in seconds. */
const IDENTITY_SECONDS = 90

/** Screens that nobody comes back to. */
const passing: readonly ScreenName[] = ['scan', 'result', 'other', 'identity']

/** What can be done on the screens. */
export interface Session extends TextReading {
  readonly state: State
  readonly services: Services
  readonly countdown: Countdown
  startScan(): void
  /** Ends scanning and forgets what is shown. */
  stopScan(): void
  /** Looks for an identity card, to compare it with the certificate on the screen. */
  scanPaper(): void
  openIdentity(): void
  /** Back to the certificate on the screen. */
  backToResult(): void
  /** Forgets what is shown and goes on: to the camera where it is on, else to the start. */
  next(): void
  /** Nobody looks any more: forgets what is shown. The camera lets go by itself while the page is hidden. */
  leave(): void
  go(screen: Extract<ScreenName, 'start' | 'lists' | 'supervisor' | 'settings'>): void
  change(changes: Partial<Settings>): void
  /** Something in the app itself went wrong: no verdict may stand that nobody can vouch for. */
  fail(): void
  /** Whether nobody is being checked. */
  isFree(): boolean
}

export function createSession(services: Services): Session {
  const state = createState(services.settings.current, services.now())
  const countdown = createCountdown()
  const turns = createTurns()
  const moves = movesBetweenScreens(state, services, countdown, turns)
  return { state, services, countdown, ...moves, ...readsTexts(state, services, { ...moves, countdown, turns }) }
}

/** What moves from screen to screen. */
type Moves = Omit<Session, 'state' | 'services' | 'countdown' | keyof TextReading>

function movesBetweenScreens(state: State, services: Services, countdown: Countdown, turns: Turns): Moves {
  const { screen, camera, aim, settings } = state

  /** Nobody waits any more for what is being looked at. */
  function drop(): void {
    turns.forget()
    state.busy.value = false
  }

  function forget(): void {
    drop()
    countdown.stop()
    state.shown.value = undefined
    state.other.value = undefined
    state.notice.value = undefined
    aim.value = 'certificate'
  }

  function stopScan(): void {
    forget()
    camera.value = false
    screen.value = 'start'
  }

  function look(what: 'certificate' | 'paper'): void {
    aim.value = what
    state.notice.value = undefined
    camera.value = true
    screen.value = 'scan'
    services.scanner.resume()
  }

  function next(): void {
    forget()
    if (camera.value) look('certificate')
    else screen.value = 'start'
  }

  return {
    stopScan,
    startScan: () => {
      if (settings.value.kiosk) services.fullScreen()
      forget()
      look('certificate')
    },
    scanPaper: () => {
      countdown.extend(IDENTITY_SECONDS)
      look('paper')
    },
    openIdentity: () => {
      countdown.extend(IDENTITY_SECONDS)
      state.notice.value = undefined
      screen.value = 'identity'
    },
    backToResult: () => {
      services.scanner.pause()
      screen.value = state.shown.value === undefined ? 'start' : 'result'
    },
    next,
    leave: () => {
      if (passing.includes(screen.value) || state.busy.value) next()
    },
    go: (to) => {
      stopScan()
      screen.value = to
    },
    change: (changes) => {
      // What is being judged was asked otherwise.
      if (changes.policy !== undefined) drop()
      services.settings.change(changes)
    },
    fail: () => {
      stopScan()
      screen.value = 'broken'
    },
    isFree: () => !passing.includes(screen.peek()) && !state.busy.peek(),
  }
}
