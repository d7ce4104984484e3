import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { refusedHeader, refusedLine } from '../../src/certificates/refused-rows.ts'
import { csvLine } from '../../src/doses/csv-writer.ts'
import { readDoseFile } from '../../src/doses/dose-file.ts'
import { requestsFrom } from '../../src/doses/requests.ts'

const header = 'dose_id,person_id,full_name,birth_date,product,date,country,lot\n'
const doseOf = (id: string, person: string) =>
  csvLine([id, person, 'Trần An', '1990', 'Pfizer', '2021-08-14', 'VN', 'LOT1'])
const message = 'record.timeline: a line about this person cannot be read'

/** What becomes of each row of a file: "issued", or why not. */
function outcomesOf(text: string): readonly string[] {
  const file = readDoseFile(new TextEncoder().encode(text))
  const requestOf = requestsFrom(file)
  return file.rows.map((row) => {
    try {
      return requestOf(row) && 'issued'
    } catch (error) {
      return (error as Error).message
    }
  })
}

/** What becomes of a sound dose of this person beside a line. */
function besideCsv(line: string, person = 'P2'): string | undefined {
  return outcomesOf(`${header}${doseOf('D1', person)}${line}\n`)[0]
}

function besideJson(line: string, person = 'P2'): string | undefined {
  const columns = header.trim().split(',')
  const cells = doseOf('D1', person).trim().split(',')
  return outcomesOf(`${JSON.stringify(Object.fromEntries(columns.map((name, at) => [name, cells[at]])))}\n${line}\n`)[0]
}

describe('a CSV line that cannot be read', () => {
  it.each([
    ['a comma too many', 'D3,P2,Trần An,1990,Pfizer,2021-07-01,VN,Trạm y tế, phường 1'],
    ['a comma too few', 'D3,P2'],
    ['a quote that is never closed', 'D3,P2,"Trần An,1990,Pfizer,2021-07-01,VN,LOT1'],
    ['its person between quotes', '"D3,"P2",Trần An'],
    ['white space around its person', 'D3, P2 ,Trần An'],
    ['semicolons instead of commas', 'D3;P2;Trần An;1990;Pfizer;2021-07-01;VN;LOT1'],
    ['its person alone', 'P2'],
    ['its person in another place', 'D3,Trần An,P2'],
  ])('with %s holds back the other doses of the person it names', (_, line) => {
    expect(besideCsv(line)).toBe(message)
  })

  it.each([['D3,P22,x'], ['D3,XP2,x'], ['D3,P2x,x'], ['D3,P 2,x'], ['D3,p2,x'], ['D3,,x'], ['"']])(
    'holds back nobody whom it does not name: %s',
    (line) => {
      expect(besideCsv(line)).toBe('issued')
    },
  )

  it('goes by the longest piece of an id that holds a comma', () => {
    expect(besideCsv('D3,"VN,0012345",x', 'VN,0012345')).toBe(message)
    expect(besideCsv('D3,VN,x', 'VN,0012345')).toBe('issued')
  })

  it('holds back every person it names, and no other, wherever the rows stand', () => {
    const rows = [doseOf('D1', 'P1'), 'D2,P2,P4\n', doseOf('D3', 'P2'), doseOf('D4', 'P3'), doseOf('D5', 'P4')]
    expect(outcomesOf(header + rows.join(''))).toEqual([
      'issued',
      'record.shape: not a row of the file',
      message,
      'issued',
      message,
    ])
  })

  it('still does when refused.csv is handed in again as it is', () => {
    const text = `${header}${doseOf('D1', 'P2')}D3,P2\n`
    const file = readDoseFile(new TextEncoder().encode(text))
    const again = refusedHeader(file) + file.rows.map((row) => refusedLine(file, row, 'record.timeline')).join('')
    expect(outcomesOf(again)).toEqual([message, expect.stringContaining('record.shape')])
  })

  it('never lets out a dose of somebody whose id stands in it, whatever the damage', () => {
    const damage = fc.constantFrom(',', '"', '",', ';', '\t')
    fc.assert(
      fc.property(fc.nat(40), damage, damage, (at, first, second) => {
        const line = `D3,P2${first}Trần An,1990${second},Pfizer,2021-07-01,VN`
        const broken = `${line.slice(0, 6 + at)}"x${line.slice(6 + at)}`
        // Some damage leaves a row that can be read, about another person or the same one with other facts.
        expect(besideCsv(broken)).toContain('record.timeline')
      }),
      { examples: [[8, ',', '",']] },
    )
  })
})

describe('an NDJSON line that cannot be read', () => {
  it.each([
    ['a list for a product', '{"dose_id":"D3","person_id":"P2","product":["Pfizer"]}'],
    ['true for a lot', '{"lot":true,"person_id":"P2"}'],
    ['an escape in its person', '{"lot":true,"person_id":"\\u0050\\u0032"}'],
    ['no end', '{"dose_id":"D3","person_id":"P2","product":"Pfi'],
    ['no quotes', '{dose_id:D3,person_id:P2}'],
    ['a list of texts', '["D3","P2"]'],
    ['a number too long', '{"person_id":12345678901234567890}', '12345678901234567890'],
  ])('with %s holds back the other doses of the person it names', (_, line, person = 'P2') => {
    expect(besideJson(line, person)).toBe(message)
  })

  it('holds back only the person of its person_id where that can be read', () => {
    expect(besideJson('{"person_id":"P3","facility":"P2","lot":true}')).toBe('issued')
    expect(besideJson('{"person_id":"P3","facility":"P2"')).toBe(message)
  })

  it('is refused itself for its shape', () => {
    expect(outcomesOf('{"person_id":"P2","lot":true}\n')).toEqual(['record.shape: not a row of the file'])
  })
})

describe('a row without person_id', () => {
  it('holds back whom it names elsewhere, and nobody else', () => {
    expect(besideCsv(',,Trần An,1990,Pfizer,2021-07-01,VN,P2')).toBe(message)
    expect(besideCsv('D3,,Trần An,1990,Pfizer,2021-07-01,VN,LOT1')).toBe('issued')
  })
})
