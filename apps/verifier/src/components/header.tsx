import type { JSX } from 'preact'
import { useSession, useSpeech } from '../app/context.ts'
import type { ScreenName } from '../app/state.ts'
import type { WordKey } from '../words/words.ts'
import { Icon, type IconName } from './icon.tsx'
import { StatusStrip } from './status-strip.tsx'

const rooms: readonly {
  readonly to: 'lists' | 'supervisor' | 'settings'
  readonly icon: IconName
  readonly word: WordKey
}[] = [
  { to: 'lists', icon: 'list', word: 'lists.title' },
  { to: 'supervisor', icon: 'shield', word: 'supervisor.title' },
  { to: 'settings', icon: 'gear', word: 'settings.title' },
]

/** Screens from which one goes back to the start. */
const side: readonly ScreenName[] = ['lists', 'supervisor', 'settings']

export function Header(): JSX.Element {
  const { state, services } = useSession()
  const { say } = useSpeech()
  const { screen } = state
  const isSample = services.lists.held.value?.root.environment === 'test'
  return (
    <header class="header">
      <div class="header-row">
        {side.includes(screen.value) ? <BackButton /> : <p class="brand">{say('app.name')}</p>}
        {isSample && <p class="sample">{say('lists.sample')}</p>}
        {(screen.value === 'start' || side.includes(screen.value)) && <Menu current={screen.value} />}
      </div>
      <StatusStrip />
    </header>
  )
}

function BackButton(): JSX.Element {
  const { go } = useSession()
  const { say } = useSpeech()
  return (
    <button type="button" class="round" onClick={() => go('start')}>
      <Icon name="back" />
      <span class="back-label">{say('app.back')}</span>
    </button>
  )
}

function Menu({ current }: { readonly current: ScreenName }): JSX.Element {
  const { go } = useSession()
  const { say } = useSpeech()
  return (
    <nav aria-label={say('app.menu')}>
      {rooms.map(({ to, icon, word }) => (
        <button key={to} type="button" class="round" aria-current={current === to && 'page'} onClick={() => go(to)}>
          <Icon name={icon} />
          <span class="round-label">{say(word)}</span>
        </button>
      ))}
    </nav>
  )
}
