import { plainLetters } from './vowels.ts'

/** What may follow the first consonant of a Vietnamese syllable, without tones: each line one vowel and its endings. */
const lines = [
  'a ac ach ai am an ang anh ao ap at au ay',
  'ăc ăm ăn ăng ăp ăt',
  'âc âm ân âng âp ât âu ây',
  'e ec em en eng eo ep et',
  'ê êch êm ên ênh êp êt êu',
  'i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu',
  'o oc oi om on ong op ot oong ooc',
  'oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet',
  'ô ôc ôi ôm ôn ông ôp ôt',
  'ơ ơi ơm ơn ơp ơt',
  'u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uơ uôc uôi uôm uôn uông uôt',
  'uy uya uych uynh uyt uyp uyu uyên uyêt',
  'ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu',
]

/** The same after `qu`, whose u belongs to the consonant. */
const afterQu =
  'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât âu ây e en eo et ê ên ênh êch êt êu i in it ' +
  'inh ich ôc ơ ơi ơn ơt y ych yên yêt ynh yt yp yu'

export const rhymes: ReadonlySet<string> = new Set(lines.join(' ').split(' '))
export const rhymesAfterQu: ReadonlySet<string> = new Set(afterQu.split(' '))
/** Those of syllables that begin with y, `yến`, and the lone y that any consonant takes, `Vy`. */
export const rhymesWithY: ReadonlySet<string> = new Set(['y', 'yêm', 'yên', 'yêng', 'yêt', 'yêu'])
/** All of them down to a–z. */
export const plainRhymes: ReadonlySet<string> = new Set(
  [...rhymes, ...rhymesWithY, ...[...rhymesAfterQu].map((rhyme) => `u${rhyme}`)].map(plainLetters),
)
