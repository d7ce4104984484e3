import type { PageClient } from './worker-scope.ts'

/** From a page to a worker. Each is answered through the port sent along, but `agree`. */
export type ToWorker =
  /** This page is willing to change to the version that waits. */
  | { readonly kind: 'agree' }
  /** Which build do you serve? */
  | { readonly kind: 'build' }

/** From a worker to a page: are you willing? Answered by true or false through the port. */
export interface ToPage {
  readonly kind: 'willing'
}

/** A page that says nothing for so long is busy or frozen, and not willing. */
const ANSWER_MS = 2000

/** Whether every open page is willing to change to a newer version now. */
export async function allWilling(pages: readonly PageClient[]): Promise<boolean> {
  const answers = await Promise.all(pages.map(isWilling))
  return answers.every(Boolean)
}

function isWilling(page: PageClient): Promise<boolean> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    const stop = setTimeout(() => settle(false), ANSWER_MS)
    const settle = (answer: boolean) => {
      clearTimeout(stop)
      port1.close()
      resolve(answer)
    }
    port1.onmessage = ({ data }) => settle(data === true)
    const question: ToPage = { kind: 'willing' }
    page.postMessage(question, [port2])
  })
}
