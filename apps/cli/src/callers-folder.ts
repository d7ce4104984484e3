import { fileURLToPath } from 'node:url'

/** From here up to the root of the repository. Under a package that was installed lies there somebody else's. */
const workspace = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '')

/** What npm tells a script about itself. */
export interface NpmEnvironment {
  readonly npm_package_name?: string | undefined
  /** Folder that npm was called from. */
  readonly INIT_CWD?: string | undefined
}

/**
 * Folder that the caller's paths start from. A script of this workspace runs in the root of the repository, wherever
 * npm was called from: `npm run --prefix REPOSITORY -s vaxcert -- verify pass.png` means the caller's `pass.png`.
 * Everywhere else it is the folder of the process.
 */
export function callersFolder(cwd: string, environment: NpmEnvironment): string {
  const isOurScript = environment.npm_package_name === 'vaxcert-workspace' && cwd === workspace
  return (isOurScript && environment.INIT_CWD) || cwd
}
