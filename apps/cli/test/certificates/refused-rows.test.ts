import { describe, expect, it } from 'vitest'
import { refusedHeader, refusedLine } from '../../src/certificates/refused-rows.ts'
import { readDoseFile } from '../../src/doses/dose-file.ts'
import { wordsOf } from '../../src/words.ts'

const header = 'dose_id,person_id,full_name,birth_date,product,date,country'
const fileOf = (text: string) => readDoseFile(new TextEncoder().encode(text))

function refuseAll(text: string, code: string): string {
  const file = fileOf(text)
  return [refusedHeader(file), ...file.rows.map((row) => refusedLine(file, row, code))].join('')
}

describe('refused.csv', () => {
  it('holds the cells of each row as they were, its line, the code and the words for it', () => {
    const row = '=1+1,P1,"Trần, ""An""",1990,Pfizer,2021-08-14,VN'
    const [line, second] = refuseAll(`${header}\n${row}\n`, 'record.name').split('\n')
    expect(line).toBe(`${header},refused_line,refused_code,refused_reason,refused_text`)
    expect(second).toBe(`${row},2,record.name,"${wordsOf('record.name')}",`)
  })

  it('holds a line that could not be cut into cells as it stood', () => {
    const text = refuseAll(`${header}\nD1,P1,"Trần An\n`, 'record.shape')
    const { rows } = fileOf(text)
    expect(rows[0]?.cells?.slice(0, 7)).toEqual(['', '', '', '', '', '', ''])
    expect(rows[0]?.cells?.at(-1)).toBe('D1,P1,"Trần An')
  })

  it('holds every field of an NDJSON line, the unknown ones too', () => {
    const line = '{"dose_id":"D1","colour":"red"}'
    const { rows } = fileOf(refuseAll(line, 'record.shape'))
    expect(rows[0]?.cells?.at(-1)).toBe(line)
  })

  it('can be handed in again: our columns do not pile up', () => {
    const once = refuseAll(`${header}\nD1,P1,Trần An,1990,Pfizer,2021-08-14,VN\n`, 'record.name')
    expect(refuseAll(once, 'record.name')).toBe(once)
  })
})
