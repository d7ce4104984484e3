import { h, render } from 'preact'
import { App } from '../../src/app/app.tsx'
import type { Session } from '../../src/app/session.ts'
import { getAllParts } from '../../src/parts/parts.ts'
import '../../src/styles/index.css'

/** Draws the app for a session into the page; waits until effects have run. */
export async function show(session: Session): Promise<HTMLElement> {
  clear()
  await getAllParts()
  const place = document.createElement('div')
  place.id = 'app'
  document.body.append(place)
  render(h(App, { session }), place)
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20)))
  return place
}

/** Takes away what was drawn. */
export function clear(): void {
  const place = document.getElementById('app')
  if (place === null) return
  render(null, place)
  place.remove()
}
