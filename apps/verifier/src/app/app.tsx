import type { JSX } from 'preact'
import { Header } from '../components/header.tsx'
import { FirstRunScreen } from '../screens/first-run.tsx'
import { IdentityScreen } from '../screens/identity.tsx'
import { ListsScreen } from '../screens/lists.tsx'
import { OtherScreen } from '../screens/other.tsx'
import { ResultScreen } from '../screens/result.tsx'
import { ScanScreen } from '../screens/scan.tsx'
import { SettingsScreen } from '../screens/settings.tsx'
import { StartScreen } from '../screens/start.tsx'
import { SupervisorScreen } from '../screens/supervisor.tsx'
import { SessionContext, useSession, useSpeech } from './context.ts'
import { useDisplay } from './display.ts'
import { useInputs } from './inputs.ts'
import type { Session } from './session.ts'

/** The whole page. */
export function App({ session }: { readonly session: Session }): JSX.Element {
  return (
    <SessionContext.Provider value={session}>
      <Page />
    </SessionContext.Provider>
  )
}

function Page(): JSX.Element {
  const { state } = useSession()
  useDisplay()
  useInputs()
  const { screen, camera } = state
  const { say } = useSpeech()
  return (
    <div class={`app on-${screen.value}`}>
      <a class="skip" href="#main">
        {say('app.skip')}
      </a>
      <Header />
      <main id="main" tabIndex={-1}>
        {camera.value && <ScanScreen isShown={screen.value === 'scan'} />}
        <Current />
      </main>
    </div>
  )
}

/** The screen of the moment; the camera has its own place, because it stays. */
function Current(): JSX.Element | null {
  const { state, services } = useSession()
  const { screen, shown, other } = state
  switch (screen.value) {
    case 'start':
      return services.lists.held.value === undefined ? <FirstRunScreen /> : <StartScreen />
    case 'result':
      return shown.value ? <ResultScreen shown={shown.value} /> : null
    case 'other':
      return other.value ? <OtherScreen kind={other.value} /> : null
    case 'identity':
      return <IdentityScreen />
    case 'lists':
      return <ListsScreen />
    case 'supervisor':
      return <SupervisorScreen />
    case 'settings':
      return <SettingsScreen />
    case 'scan':
      return null
  }
}
