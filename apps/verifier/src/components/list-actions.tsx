import { type ReadonlySignal, useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useSession, useSpeech } from '../app/context.ts'
import type { ListsTrouble, UpdateOutcome } from '../lists/lists-codes.ts'
import { Button } from './button.tsx'
import { FileButton } from './file-button.tsx'
import { FolderButton } from './folder-button.tsx'

/** An attempt to get newer lists: under way, or what came of it. */
export interface ListUpdate {
  readonly outcome: ReadonlySignal<UpdateOutcome | 'under-way' | undefined>
  fetch(): Promise<void>
  takeFile(file: Blob): Promise<void>
  takeFolder(files: readonly File[]): Promise<void>
}

export function useListUpdate(): ListUpdate {
  const { services } = useSession()
  const outcome = useSignal<UpdateOutcome | 'under-way' | undefined>(undefined)
  const run = async (attempt: () => Promise<UpdateOutcome>) => {
    outcome.value = 'under-way'
    outcome.value = await attempt()
  }
  return {
    outcome,
    fetch: () => run(() => services.lists.update()),
    takeFile: (file) => run(() => services.lists.importFile(file)),
    takeFolder: (files) => run(() => services.lists.importFolder(files)),
  }
}

interface ListActionsProps {
  readonly update: ListUpdate
  readonly updateLabel: string
  readonly fileLabel: string
}

export function ListActions({ update, updateLabel, fileLabel }: ListActionsProps): JSX.Element {
  const { say } = useSpeech()
  return (
    <div class="actions">
      <div class="action-row">
        <FolderButton label={say('lists.from-folder')} onFolder={update.takeFolder} />
        <FileButton label={fileLabel} onFile={update.takeFile} />
        <Button look="main" disabled={update.outcome.value === 'under-way'} onPress={update.fetch}>
          {updateLabel}
        </Button>
      </div>
    </div>
  )
}

/** What came of the last attempt; without one, what is wrong with the lists. */
export function ListsTroubleText({ update }: { readonly update: ListUpdate }): JSX.Element {
  const { services } = useSession()
  const { say } = useSpeech()
  const outcome = update.outcome.value
  const code = outcome === undefined ? services.lists.trouble.value : undefined
  const failed = typeof outcome === 'object' && 'code' in outcome ? outcome.code : code
  const isBad = failed !== undefined && failed !== 'held.empty'
  return (
    <div
      class={outcome === undefined && failed === undefined ? 'notice empty' : isBad ? 'notice bad' : 'notice'}
      role="status"
    >
      {outcome === 'under-way' && <p>{say('update.under-way')}</p>}
      {typeof outcome === 'object' && outcome.kind !== 'failed' && <p>{say(`update.${outcome.kind}`)}</p>}
      {failed !== undefined && <p>{say(`lists-trouble.${failed}`)}</p>}
      {isBad && <p class="small">{say('result.code', { code: failed })}</p>}
      {isBad && services.lists.held.value !== undefined && <p>{say(stillInUse(failed))}</p>}
    </div>
  )
}

/** What is in use where something is wrong with the lists. */
export function stillInUse(code: ListsTrouble): 'lists.kept' | 'lists.unkept' {
  return code.startsWith('store.') ? 'lists.unkept' : 'lists.kept'
}
