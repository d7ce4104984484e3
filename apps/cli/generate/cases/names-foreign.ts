import type { NameInput } from '@vaxcert/core'
import type { NameCase } from '../record-case.ts'

const foreign = { spec: 'ICAO Doc 9303-3 §6.A', importance: 'high' } as const
const passport = { spec: 'ICAO Doc 9303-3 §4.6', importance: 'high' } as const
const refused = { spec: 'our rule: no spelling is guessed', importance: 'high', nam: undefined } as const

/** Names that come out in NFC with single spaces, as they were given. */
function parts(familyName: string, fnt: string, givenNames: string, gnt: string): Pick<NameCase, 'given' | 'nam'> {
  return { given: { familyName, givenNames }, nam: { fn: familyName, fnt, gn: givenNames, gnt } }
}

const foreignCases: readonly NameCase[] = [
  {
    ...foreign,
    id: 'name/german',
    about: 'Umlauts and ß in two letters.',
    ...parts('Müller-Gößinger', 'MUELLER<GOESSINGER', 'Jörg', 'JOERG'),
  },
  {
    ...foreign,
    id: 'name/nordic',
    about: 'Å, Ø, Þ and Ð.',
    ...parts('Þórðarson', 'THORDARSON', 'Åke Søren', 'AAKE<SOEREN'),
  },
  {
    ...foreign,
    id: 'name/dutch',
    about: 'An apostrophe at the start.',
    ...parts("'t Hooft", 'T<HOOFT', 'Ĳsbrand', 'IJSBRAND'),
  },
  { ...foreign, id: 'name/polish', about: 'Ł and a comma below.', ...parts('Łukasz', 'LUKASZ', 'Țepeș', 'TEPES') },
  {
    ...foreign,
    id: 'name/family-only',
    about: 'A passport with one name only.',
    given: { familyName: 'Suharto' },
    nam: { fn: 'Suharto', fnt: 'SUHARTO' },
  },
]

/** Names that need the spelling of the passport, and have it. */
function withMrz(names: NameInput, mrzName: string): NameInput {
  return { ...names, mrzName }
}

const han = { familyName: '林', givenNames: '美華' }

const passportCases: readonly NameCase[] = [
  {
    ...passport,
    id: 'name/mrz-han',
    about: 'Han characters with the spelling of the passport.',
    given: withMrz(han, 'LIN<<MEI<HUA<<<<<<<<'),
    nam: { fn: '林', fnt: 'LIN', gn: '美華', gnt: 'MEI<HUA' },
  },
  {
    ...passport,
    id: 'name/mrz-wins',
    about: 'A passport that spells otherwise than we would: it wins.',
    given: withMrz({ familyName: 'Müller', givenNames: 'Åse' }, 'MULLER<<ASE'),
    nam: { fn: 'Müller', fnt: 'MULLER', gn: 'Åse', gnt: 'ASE' },
  },
  {
    ...passport,
    id: 'name/mrz-vietnamese',
    about: 'A Vietnamese name with the spelling of the passport.',
    given: withMrz({ fullName: 'Đỗ Uyên' }, 'DOE<<UYEN<<<'),
    nam: { fn: 'Đỗ', fnt: 'DOE', gn: 'Uyên', gnt: 'UYEN' },
  },
  {
    ...passport,
    id: 'name/mrz-truncated',
    about: 'A name cut by the width of the passport.',
    given: withMrz(
      { familyName: 'Nilavadhanananda', givenNames: 'Chayapa Dejthamrong Krasuang' },
      'NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K',
    ),
    nam: {
      fn: 'Nilavadhanananda',
      fnt: 'NILAVADHANANANDA',
      gn: 'Chayapa Dejthamrong Krasuang',
      gnt: 'CHAYAPA<DEJTHAMRONG<K',
    },
  },
  {
    ...passport,
    id: 'name/mrz-one-name',
    about: 'A passport without a second name.',
    given: withMrz({ familyName: '수하르토' }, 'SUHARTO<<<<<<'),
    nam: { fn: '수하르토', fnt: 'SUHARTO' },
  },
  {
    ...refused,
    id: 'name/mrz-lower-case',
    about: 'A passport field in lower case.',
    given: withMrz(han, 'Lin<<Mei<Hua'),
  },
  { ...refused, id: 'name/mrz-digit', about: 'A digit in the passport field.', given: withMrz(han, 'L1N<<MEI<HUA') },
  { ...refused, id: 'name/mrz-fillers', about: 'A passport field of fillers.', given: withMrz(han, '<<<<<<<<') },
]

export const foreignNameCases: readonly NameCase[] = [...foreignCases, ...passportCases]
