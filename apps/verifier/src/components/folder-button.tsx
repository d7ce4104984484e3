import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

interface FolderButtonProps {
  readonly label: string
  readonly onFolder: (files: readonly File[]) => void
}

/** A button that asks for a folder with all its files; nothing where the browser cannot. */
export function FolderButton({ label, onFolder }: FolderButtonProps): JSX.Element | null {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (field.current) field.current.webkitdirectory = true
  }, [])
  if (!('webkitdirectory' in HTMLInputElement.prototype)) return null
  return (
    <label class="button file plain">
      <span>{label}</span>
      <input ref={field} type="file" onChange={(event) => take(event.currentTarget, onFolder)} />
    </label>
  )
}

/** The field is emptied, so that the same folder can be chosen again. */
function take(field: HTMLInputElement, onFolder: FolderButtonProps['onFolder']): void {
  const files = [...(field.files ?? [])]
  if (files.length > 0) onFolder(files)
  field.value = ''
}
