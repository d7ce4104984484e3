import { Fault } from '@vaxcert/core/fault'
import { isLost } from './faults.ts'
import type { Lane } from './lane.ts'
import { openSession, type Session, type SessionMaker } from './session.ts'

/**
 * Opens the session of a lane. When the device does not let one open, the module is initialised anew, once: some need it
 * after they were gone.
 * @throws Fault as `openSession`; what the calls answer
 */
export async function openLane(maker: SessionMaker, lane: Lane, time: 'first' | 'again'): Promise<Session> {
  const number = maker.module.begin()
  try {
    lane.session = await openSession(maker)
  } catch (error) {
    const mayHelp = isLost(error) || (time === 'again' && error instanceof Fault && error.code === 'signer.token')
    if (!mayHelp || !maker.module.restart(number)) throw error
    lane.session = await openSession(maker)
  }
  return lane.session
}
