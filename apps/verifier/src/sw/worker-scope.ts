/** What we use of ServiceWorkerGlobalScope: TypeScript knows it only in a library that contradicts the one of pages. */
export interface WorkerScope {
  readonly caches: CacheStorage
  readonly registration: { readonly scope: string }
  readonly clients: WorkerClients
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: WaitingEvent) => void): void
  addEventListener(type: 'fetch', listener: (event: RequestEvent) => void): void
  addEventListener(type: 'message', listener: (event: MessageEvent & WaitingEvent) => void): void
}

export interface WorkerClients {
  claim(): Promise<void>
  matchAll(options: { readonly type: 'window'; readonly includeUncontrolled: boolean }): Promise<readonly PageClient[]>
}

export interface PageClient {
  readonly url: string
  postMessage(message: unknown, transfer: readonly Transferable[]): void
}

interface WaitingEvent {
  /** Keeps the worker alive until then; rejected, an installation fails. */
  waitUntil(work: Promise<unknown>): void
}

export interface RequestEvent {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
