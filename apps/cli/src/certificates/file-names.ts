/** Longest name without its ending. */
const MAX_LENGTH = 64

/** Names that Windows keeps for devices, whatever their ending. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/**
 * Gives each dose id a file name of its own, without ending: letters, digits, `-`, `_` and `.` stay, all else
 * becomes `_`, so no id can leave its folder. Where two would get the same name, upper and lower case alike,
 * the later one gets `~2`, `~3`, … behind it: `~` is in no name that an id makes.
 */
export function fileNames(): (doseId: string) => string {
  const taken = new Map<string, number>()
  return (doseId) => {
    const name = safeName(doseId)
    const count = (taken.get(name.toLowerCase()) ?? 0) + 1
    taken.set(name.toLowerCase(), count)
    return count === 1 ? name : `${name}~${count}`
  }
}

/** Never empty, hidden, an option, a device, or ending in a dot, which Windows drops. */
function safeName(doseId: string): string {
  const name = doseId
    .slice(0, MAX_LENGTH)
    .replace(/[^A-Za-z0-9._-]/g, '_')
    .replace(/^[.-]|\.$/g, '_')
  return name === '' || devices.test(name) ? `_${name}` : name
}
