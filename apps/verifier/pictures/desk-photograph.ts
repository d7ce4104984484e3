import { qrMatrix } from '../../../packages/paper/src/index.ts'
import { BASE } from '../frames/conditions.ts'
import { photograph } from '../frames/frame.ts'
import { jpegOf } from '../frames/jpeg.ts'
import { randomFrom } from '../frames/random.ts'
import { paperWith } from '../frames/sheet.ts'
import { sign, vaccination } from '../test/app/certificates.ts'

const PORTRAIT = { width: 720, height: 1280 }

/** What a phone's camera sees of an invented person's certificate on a desk, as a JPEG data address. */
export async function deskPhotograph(): Promise<string> {
  const random = randomFrom('a picture for the README')
  const code = qrMatrix(await sign(vaccination()))
  const sight = { ...BASE, scale: 400 / code.size, roll: 0.06, yaw: 0.12, pitch: 0.1, noise: 0 }
  const plane = photograph(paperWith(code, random), sight, random, PORTRAIT)
  return `data:image/jpeg;base64,${Buffer.from(jpegOf(plane, 60)).toString('base64')}`
}
