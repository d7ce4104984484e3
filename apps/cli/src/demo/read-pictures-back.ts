import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Fault, type VerifyOptions, verify } from '@vaxcert/core'
import { readPicture } from '../pictures/read-picture.ts'

/** How many pictures were accepted, and what became of the others, by code. */
export interface PictureTally {
  readonly accepted: number
  readonly notAccepted: ReadonlyMap<string, number>
}

/** Reads each picture of a folder as a checker would and verifies what it says. */
export async function readPicturesBack(
  folder: string,
  files: readonly string[],
  options: VerifyOptions,
  progress: (done: number) => void,
): Promise<PictureTally> {
  const notAccepted = new Map<string, number>()
  let accepted = 0
  for (const [index, file] of files.entries()) {
    const code = await judge(await readFile(join(folder, file)), options)
    if (code === undefined) accepted += 1
    else notAccepted.set(code, (notAccepted.get(code) ?? 0) + 1)
    progress(index + 1)
  }
  return { accepted, notAccepted }
}

/** Undefined when the picture is accepted. */
async function judge(picture: Uint8Array, options: VerifyOptions): Promise<string | undefined> {
  try {
    const verdict = await verify(await readPicture(picture), options)
    return verdict.kind === 'accepted' ? undefined : verdict.code
  } catch (error) {
    if (error instanceof Fault) return error.code
    throw error
  }
}
