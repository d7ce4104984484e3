import { signal } from '@preact/signals'
import { render } from 'preact'
import { type Judgement, judge } from './judge/judge.ts'
import { browserLists } from './lists/browser-lists.ts'
import { trustOwnScriptsAlone } from './sw/trusted-scripts.ts'
import { watchUpdates } from './sw/updates.ts'

trustOwnScriptsAlone()
const updates = watchUpdates(navigator.serviceWorker, () => location.reload())
const lists = await browserLists()
const judgement = signal<Judgement | undefined>()

async function read(file: File | undefined): Promise<void> {
  judgement.value = file && (await judge((await file.text()).trim(), lists, { kind: 'signature' }, new Date()))
}

function Start() {
  return (
    <div
      data-lists={lists.held.value?.manifest.number}
      data-trouble={lists.trouble.value}
      data-offline={updates.offline}
    >
      <input type="file" onChange={(event) => void read(event.currentTarget.files?.[0])} />
      <output class={`result ${judgement.value?.verdict.kind ?? ''}`}>{judgement.value?.code}</output>
      <button type="button" data-update hidden={!updates.ready.value} onClick={updates.agree}>
        {updates.build}
      </button>
    </div>
  )
}

const app = document.getElementById('app')
if (app) render(<Start />, app)
await lists.start()
