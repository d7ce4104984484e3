/** All files of one build. Written into the service worker by the build, which thereby differs with every byte of them. */
export interface PrecacheList {
  /** Names the build: a hash over all its files. */
  readonly build: string
  /** SHA-256 in lower-case hex, by the path from the app's folder: `index.html`, `assets/main-x.js`. */
  readonly files: Readonly<Record<string, string>>
}

/** The hash of a file; undefined for one that is not of the build. */
export function hashOf({ files }: PrecacheList, path: string): string | undefined {
  return Object.hasOwn(files, path) ? files[path] : undefined
}

/** The files of a build lie in a cache of their own: two builds never share one, nor do two folders of one origin. */
export function cacheName({ list, scope }: { readonly list: PrecacheList; readonly scope: string }): string {
  return `${cachesOf(scope)}${list.build}`
}

/** Begins the names of all caches of the app in this folder, and of no other. */
export function cachesOf(scope: string): string {
  return `vaxcert-${new URL(scope).pathname} `
}
