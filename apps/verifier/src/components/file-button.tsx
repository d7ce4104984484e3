import type { JSX } from 'preact'

interface FileButtonProps {
  readonly label: string
  readonly onFile: (file: File) => void
  readonly accept?: string
  readonly look?: 'main' | 'plain'
}

/** A button that asks for a file. It is a real file field, so that keyboard and screen reader know it. */
export function FileButton({ label, onFile, accept, look = 'plain' }: FileButtonProps): JSX.Element {
  return (
    <label class={`button file ${look}`}>
      <span>{label}</span>
      <input type="file" accept={accept} onChange={(event) => take(event.currentTarget, onFile)} />
    </label>
  )
}

/** The field is emptied, so that the same file can be chosen again and its name stays nowhere. */
function take(field: HTMLInputElement, onFile: (file: File) => void): void {
  const file = field.files?.[0]
  if (file) onFile(file)
  field.value = ''
}
