import type { JSX } from 'preact'
import { useErrorBoundary } from 'preact/hooks'
import { Header } from '../components/header.tsx'
import { Later } from '../components/later.tsx'
import { Notice } from '../components/notice.tsx'
import { checking, identity, rooms } from '../parts/parts.ts'
import { BrokenScreen } from '../screens/broken.tsx'
import { FirstRunScreen } from '../screens/first-run.tsx'
import { StartScreen } from '../screens/start.tsx'
import { SessionContext, useSession, useSpeech } from './context.ts'
import { useDisplay } from './display.ts'
import { useEscape } from './escape.ts'
import { useInputs } from './inputs.ts'
import type { Session } from './session.ts'
import type { OtherKind, Shown } from './state.ts'
import { useWakeLock } from './wake-lock.ts'

/** The whole page. */
export function App({ session }: { readonly session: Session }): JSX.Element {
  return (
    <SessionContext.Provider value={session}>
      <Boundary />
    </SessionContext.Provider>
  )
}

/** Where the page cannot be drawn, nothing of it stays: a verdict least of all. */
function Boundary(): JSX.Element {
  const { fail } = useSession()
  const [error, drawAgain] = useErrorBoundary(fail)
  return error === undefined ? <Page /> : <BrokenScreen onAgain={drawAgain} />
}

function Page(): JSX.Element {
  const { state } = useSession()
  useDisplay()
  useInputs()
  useEscape()
  useWakeLock()
  const { screen, camera } = state
  const { say } = useSpeech()
  return (
    <div class={`app on-${screen.value}`}>
      <a class="skip" href="#main">
        {say('app.skip')}
      </a>
      <Header />
      <main id="main" tabIndex={-1}>
        {camera.value && <Camera isShown={screen.value === 'scan'} />}
        <Current />
      </main>
    </div>
  )
}

/** The screen of the moment; the camera has its own place, because it stays. */
function Current(): JSX.Element | null {
  const { state, services } = useSession()
  const { screen, shown, other, busy } = state
  switch (screen.value) {
    case 'start':
      return services.lists.held.value === undefined ? <FirstRunScreen /> : <StartScreen />
    case 'result':
      return shown.value && !busy.value ? <Answer shown={shown.value} /> : <Waiting />
    case 'other':
      return other.value ? <OtherCode kind={other.value} /> : null
    case 'identity':
      return <Later part={identity}>{({ IdentityScreen }) => <IdentityScreen />}</Later>
    case 'lists':
      return <Later part={rooms}>{({ ListsScreen }) => <ListsScreen />}</Later>
    case 'supervisor':
      return <Later part={rooms}>{({ SupervisorScreen }) => <SupervisorScreen />}</Later>
    case 'settings':
      return <Later part={rooms}>{({ SettingsScreen }) => <SettingsScreen />}</Later>
    case 'broken':
      return <BrokenScreen />
    case 'scan':
      return null
  }
}

function Camera({ isShown }: { readonly isShown: boolean }): JSX.Element {
  return <Later part={checking}>{({ ScanScreen }) => <ScanScreen isShown={isShown} />}</Later>
}

function Answer({ shown }: { readonly shown: Shown }): JSX.Element {
  return <Later part={checking}>{({ ResultScreen }) => <ResultScreen shown={shown} />}</Later>
}

function OtherCode({ kind }: { readonly kind: OtherKind }): JSX.Element {
  return <Later part={checking}>{({ OtherScreen }) => <OtherScreen kind={kind} />}</Later>
}

/** What stands where the last verdict was, until there is another. */
function Waiting(): JSX.Element {
  return (
    <div class="page">
      <Notice />
    </div>
  )
}
