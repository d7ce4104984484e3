/** Hands over files that somebody drops on the page or pastes into it, the first of them. Returns what ends that. */
export function onFiles(target: EventTarget, onFile: (file: File) => void): () => void {
  const ended = new AbortController()
  const { signal } = ended
  target.addEventListener('dragover', allowDrop, { signal })
  target.addEventListener('drop', (event) => event instanceof DragEvent && take(event, event.dataTransfer), { signal })
  target.addEventListener('paste', (event) => event instanceof ClipboardEvent && take(event, event.clipboardData), {
    signal,
  })

  function take(event: Event, brought: DataTransfer | null): void {
    const file = brought?.files[0]
    if (file === undefined) return
    event.preventDefault()
    onFile(file)
  }

  return () => ended.abort()
}

/** Without this, the browser would leave the app and show the file. */
function allowDrop(event: Event): void {
  if (event instanceof DragEvent && event.dataTransfer?.types.includes('Files')) event.preventDefault()
}
