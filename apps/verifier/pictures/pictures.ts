// Takes a picture of every screen as a person may see it: sizes, displays, languages, needs.
//   npm run -s ts -- apps/verifier/pictures/pictures.ts FOLDER [SCENE|VIEW …]
import { resolve } from 'node:path'
import { inStudio } from './studio.ts'
import { views } from './views.ts'

const [folder, ...wanted] = process.argv.slice(2)
if (folder === undefined) throw new TypeError('name a folder for the pictures')

await inStudio(async ({ scenes, take }) => {
  const unknown = wanted.filter((name) => !scenes.includes(name) && !(name in views))
  if (unknown.length > 0) throw new TypeError(`no scene or view is called ${unknown.join(', ')}`)
  for (const scene of chosen(scenes)) {
    for (const name of chosen(Object.keys(views))) {
      const view = views[name]
      if (view) await take(scene, view, resolve(folder, `${scene}-${name}.png`))
    }
  }
})

/** Those of them that were asked for; all, where none was. */
function chosen(names: readonly string[]): readonly string[] {
  const some = names.filter((name) => wanted.includes(name))
  return some.length === 0 ? names : some
}
