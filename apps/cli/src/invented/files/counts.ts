import { isoDay } from '../days.ts'
import { type Dose, doseClasses } from '../doses/dose.ts'
import { firstDay, lastDay, type Province } from '../province.ts'

/** What facilities counted on paper, day by day. Those given abroad stand without a facility. */
export interface Counts {
  add(dose: Dose): void
  /** Heading, then one row for each facility, day and class of dose of which there was any. */
  rows(): Iterable<readonly string[]>
}

const days = lastDay - firstDay + 1

/** Memory: one number for each facility, day and class, however many doses there are. */
export function openCounts({ facilities }: Province): Counts {
  const codes = [...facilities.map(({ code }) => code), '']
  const given = new Uint32Array(codes.length * days * doseClasses.length)
  return {
    add({ facility, day, doseClass }) {
      const place = facility < 0 ? facilities.length : facility
      const at = (place * days + day - firstDay) * doseClasses.length + doseClasses.indexOf(doseClass)
      given[at] = (given[at] ?? 0) + 1
    },
    *rows() {
      yield ['facility', 'day', 'dose_class', 'given']
      for (let at = 0; at < given.length; at += 1) {
        if (given[at] === 0) continue
        const line = Math.floor(at / doseClasses.length)
        const [place, day] = [Math.floor(line / days), line % days]
        yield [
          codes[place] ?? '',
          isoDay(firstDay + day),
          doseClasses[at % doseClasses.length] ?? '',
          String(given[at]),
        ]
      }
    },
  }
}
