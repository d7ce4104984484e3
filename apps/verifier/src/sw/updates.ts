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
  /** This page is willing: it is loaded anew as soon as all others are, too. */
  agree(): void
}

const HOUR = 3_600_000

/** Registers the service worker and watches for newer ones: at the start, every hour, when a network comes. */
export function watchUpdates(container: ServiceWorkerContainer | undefined, reload: () => void): Updates {
  const ready = signal(false)
  const offline = signal(container?.controller != null)
  const build = document.querySelector<HTMLMetaElement>('meta[name=vaxcert-build]')?.content ?? ''
  let willing = false
  let waiting: ServiceWorker | undefined
  if (container !== undefined) void watch(container)
  return {
    build,
    ready,
    offline,
    agree() {
      willing = true
      if (waiting !== undefined) tell(waiting, { kind: 'agree' })
      else if (ready.value) reload()
    },
  }

  async function watch(workers: ServiceWorkerContainer): Promise<void> {
    const wasControlled = workers.controller !== null
    workers.addEventListener('controllerchange', () => {
      offline.value = true
      if (wasControlled || willing) reload()
      else void compare(workers)
    })
    workers.addEventListener('message', ({ data, ports }: MessageEvent<ToPage>) => {
      if (data.kind === 'willing') ports[0]?.postMessage(willing)
    })
    const registration = await workers.register('sw.js', { updateViaCache: 'none' }).catch(() => undefined)
    if (registration === undefined) return
    follow(registration)
    const look = () => void registration.update().catch(() => undefined)
    setInterval(look, HOUR)
    addEventListener('online', look)
  }

  /** The very first worker may already be of a newer build than the page that registered it. */
  async function compare({ controller }: ServiceWorkerContainer): Promise<void> {
    if (controller !== null && (await buildOf(controller)) !== build) ready.value = true
  }

  function follow(registration: ServiceWorkerRegistration): void {
    const look = () => {
      waiting = registration.waiting ?? undefined
      if (waiting !== undefined && registration.active !== null) ready.value = true
    }
    registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look))
    look()
  }
}

/** The build that a worker serves. */
export function buildOf(worker: ServiceWorker): Promise<unknown> {
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
