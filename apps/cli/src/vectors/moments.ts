/** A date-time as the suites write it: any fraction, `Z`, `+02:00`, `+0200`, or no zone, which means UTC. */
const DATE_TIME = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d)(:\d\d)?(?:[.,](\d{1,9}))?(?:([Zz])|([+-]\d\d):?(\d\d)?)?$/

/** A point in time: whole seconds since 1970, and the digits of the fraction without trailing zeros. */
export interface Moment {
  readonly seconds: number
  readonly fraction: string
}

/** Undefined for everything that is no date-time, dates without a time and days that no month has among it. */
export function readMoment(text: string): Moment | undefined {
  const match = DATE_TIME.exec(text)
  if (match === null) return undefined
  const [, day, minute, second = ':00', fraction = '', , hours, minutes = '00'] = match
  const seconds = Date.parse(`${day}T${minute}${second}${hours === undefined ? 'Z' : `${hours}:${minutes}`}`) / 1000
  return Number.isFinite(seconds) && isDay(day) ? { seconds, fraction: fraction.replace(/0+$/, '') } : undefined
}

/** `Date` takes 30 February for 2 March. */
function isDay(day = ''): boolean {
  return new Date(`${day}T00:00Z`).toISOString().startsWith(day)
}

/** Seconds since 1970, fraction included; also of a date alone, its midnight UTC. */
export function secondsOf(text: string): number | undefined {
  const moment = readMoment(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00` : text)
  return moment && moment.seconds + Number(`0.${moment.fraction}0`)
}
