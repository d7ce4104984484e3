/** The path of what is asked for, from the app's folder; undefined outside it. The folder itself stands for its page. */
export function pathIn(scope: string, { url, method }: Pick<Request, 'url' | 'method'>): string | undefined {
  const { origin, pathname } = new URL(url)
  const folder = new URL(scope)
  if (method !== 'GET' || origin !== folder.origin || !pathname.startsWith(folder.pathname)) return undefined
  return pathname.slice(folder.pathname.length) || 'index.html'
}

const CODE: ReadonlySet<RequestDestination> = new Set(['script', 'style', 'worker', 'sharedworker'])

/** Whether it would run or change how the page looks: then no file may come from outside the build. */
export function isCode({ destination }: Pick<Request, 'destination'>): boolean {
  return CODE.has(destination)
}
