import { listKinds, type Snapshot } from '@vaxcert/core/trust'
import type { JSX } from 'preact'
import { useSession, useSpeech } from '../app/context.ts'
import { Line } from '../components/facts.tsx'
import { Heading } from '../components/heading.tsx'
import { ListActions, ListsTroubleText, useListUpdate } from '../components/list-actions.tsx'
import { agoText, dayText, numberText } from '../words/format.ts'
import { listsState } from '../words/lists-state.ts'

/** What this device holds: numbers, ages, and how to get newer ones. */
export function ListsScreen(): JSX.Element {
  const { services } = useSession()
  const { say } = useSpeech()
  const update = useListUpdate()
  const held = services.lists.held.value
  return (
    <div class="page">
      <Heading>{say('lists.title')}</Heading>
      <ListsTroubleText update={update} />
      {held === undefined ? <p class="large">{say('lists.none')}</p> : <Held snapshot={held} />}
      <p class="small">{say('lists.from-file-why')}</p>
      <ListActions update={update} updateLabel={say('lists.update')} fileLabel={say('lists.from-file')} />
    </div>
  )
}

function Held({ snapshot }: { readonly snapshot: Snapshot }): JSX.Element {
  const { state, services } = useSession()
  const { language, say } = useSpeech()
  const { manifest, root, trust, rules } = snapshot
  const age = services.lists.age(state.now.value)
  return (
    <>
      <section class="card" aria-labelledby="held">
        <h2 id="held">{say('lists.held')}</h2>
        <dl class="facts">
          <Line label={say('lists.number')}>{numberText(language, manifest.number)}</Line>
          <Line label={say('lists.age')}>
            {age && `${say(`lists.${listsState(age)}`)}, ${agoText(language, age.seconds)}`}
          </Line>
          <Line label={say('lists.issued')}>{dayText(language, manifest.issuedAt)}</Line>
          <Line label={say('lists.expires')}>{dayText(language, manifest.expiresAt)}</Line>
          <Line label={say('lists.signers')}>{numberText(language, trust.signers.length)}</Line>
          <Line label={say('lists.rules')}>{numberText(language, rules.length)}</Line>
          <Line label={say('lists.root')}>
            {numberText(language, root.number)}
            {root.environment === 'test' && ` · ${say('lists.sample')}`}
          </Line>
        </dl>
      </section>
      <EachList snapshot={snapshot} />
    </>
  )
}

/** Number and day of each list. */
function EachList({ snapshot }: { readonly snapshot: Snapshot }): JSX.Element {
  const { language, say } = useSpeech()
  return (
    <section class="card" aria-labelledby="each">
      <h2 id="each">{say('lists.contents')}</h2>
      <dl class="facts">
        {listKinds.map((kind) => (
          <Line key={kind} label={say(`list.${kind}`)}>
            {say('lists.number-and-day', {
              number: numberText(language, snapshot.statements[kind].number),
              day: dayText(language, snapshot.statements[kind].issuedAt),
            })}
          </Line>
        ))}
      </dl>
    </section>
  )
}
