import { type ReadonlySignal, signal } from '@preact/signals'
import type { ToPage, ToWorker } from './agreement.ts'

/** Newer versions of the app itself. The one that runs goes on until every open page agrees to change. */
export interface Updates {
  /** The build that this page belongs to, for the eye and for support. */
  readonly build: string
  /** A newer version is here, whole and checked. */
  readonly ready: ReadonlySignal<boolean>
  /** The service worker serves this page: it will start without a network. */
  readonly offline: ReadonlySignal<boolean>
  /** This page is willing: it is loaded anew as soon as it is free and all others are willing, too. */
  agree(): void
}

/** The page that is to be updated. */
export interface UpdatedPage {
  /** False while somebody is being checked: then nothing changes, whatever was agreed. */
  isFree(): boolean
  reload(): void
  /** Settled when the page has all that it needs itself: everything else is fetched after that. */
  readonly settled: Promise<unknown>
}

const HOUR = 3_600_000
/** A page that agreed says so again, for it may have been busy when it was asked. */
const AGREE_AGAIN = 5000

/** Registers the service worker and watches for newer ones: at the start, every hour, when a network comes. */
export function watchUpdates(workers: ServiceWorkerContainer | undefined, page: UpdatedPage): Updates {
  const ready = signal(false)
  const offline = signal(workers?.controller != null)
  const build = document.querySelector<HTMLMetaElement>('meta[name=vaxcert-build]')?.content ?? ''
  let isWilling = false
  let waiting: ServiceWorker | undefined
  if (workers !== undefined) {
    answerWorkers(workers, () => isWilling && page.isFree())
    followControl(workers)
    const register = () => workers.register('sw.js', { updateViaCache: 'none' })
    // Whatever goes wrong here, nothing of a check depends on it.
    page.settled
      .then(register, register)
      .then(follow)
      .catch(() => undefined)
  }
  return {
    build,
    ready,
    offline,
    agree() {
      if (!isWilling) setInterval(press, AGREE_AGAIN)
      isWilling = true
      press()
    },
  }

  function press(): void {
    if (!page.isFree()) return
    if (waiting !== undefined) tell(waiting, { kind: 'agree' })
    else if (ready.value) page.reload()
  }

  /** The very first worker may already be of a newer build than the page that registered it. */
  function followControl(container: ServiceWorkerContainer): void {
    const wasControlled = container.controller !== null
    container.addEventListener('controllerchange', async () => {
      offline.value = true
      if (wasControlled || isWilling) page.reload()
      else if (container.controller !== null) ready.value = (await buildOf(container.controller)) !== build
    })
  }

  function follow(registration: ServiceWorkerRegistration): void {
    const look = () => {
      waiting = registration.waiting ?? undefined
      if (waiting !== undefined && registration.active !== null) ready.value = true
    }
    const watchInstalling = () => registration.installing?.addEventListener('statechange', look)
    registration.addEventListener('updatefound', watchInstalling)
    watchInstalling()
    look()
    lookOften(registration)
  }
}

function answerWorkers(workers: ServiceWorkerContainer, isWilling: () => boolean): void {
  workers.addEventListener('message', ({ data, ports }: MessageEvent<ToPage>) => {
    if (data.kind === 'willing') ports[0]?.postMessage(isWilling())
  })
}

function lookOften(registration: ServiceWorkerRegistration): void {
  const look = () => void registration.update().catch(() => undefined)
  setInterval(look, HOUR)
  addEventListener('online', look)
}

/** The build that a worker serves. */
function buildOf(worker: ServiceWorker): Promise<unknown> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }) => {
      port1.close()
      resolve(data)
    }
    tell(worker, { kind: 'build' }, [port2])
  })
}

function tell(worker: ServiceWorker, message: ToWorker, transfer: Transferable[] = []): void {
  worker.postMessage(message, transfer)
}
