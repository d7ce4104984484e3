/** The 134 letters beyond a–z that Vietnamese writes, both cases, as Unicode has them (NFC). */
export const marked: readonly string[] = [
  ...'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ',
].flatMap((letter) => [letter, letter.toUpperCase()])

/** TCVN 5712:1993 VN3 as Windows-1252 shows it, from vietnam.md §4.3: code, then letter. */
const tcvn3Table =
  'µà ¸á ¶ả ·ã ¹ạ ¨ă »ằ ¾ắ ¼ẳ ½ẵ Æặ ©â Çầ Êấ Èẩ Éẫ Ëậ Ìè Ðé Îẻ Ïẽ Ñẹ ªê Òề Õế Óể Ôễ Öệ ×ì Ýí Øỉ Üĩ Þị ßò ãó áỏ âõ äọ ' +
  '«ô åồ èố æổ çỗ éộ ¬ơ êờ íớ ëở ìỡ îợ ïù óú ñủ òũ ôụ \u00adư õừ øứ öử ÷ữ ùự úỳ ýý ûỷ üỹ þỵ ®đ ' +
  '¡Ă ¢Â £Ê ¤Ô ¥Ơ ¦Ư §Đ'

export const tcvn3: readonly (readonly [code: string, letter: string])[] = tcvn3Table
  .split(' ')
  .map((pair) => [pair.charAt(0), pair.charAt(1)])

/** VNI-Windows from vietnam.md §4.3, small letters: codes, then letter. */
const vniTable =
  'aøà aùá aûả aõã aïạ aêă aèằ aéắ aúẳ aüẵ aëặ aââ aàầ aáấ aåẩ aãẫ aäậ eøè eùé eûẻ eõẽ eïẹ eâê eàề eáế eåể eãễ eäệ ' +
  'ìì íí æỉ óĩ òị oøò oùó oûỏ oõõ oïọ oâô oàồ oáố oåổ oãỗ oäộ ôơ ôøờ ôùớ ôûở ôõỡ ôïợ uøù uùú uûủ uõũ uïụ öư öøừ öùứ ' +
  'öûử öõữ öïự yøỳ yùý yûỷ yõỹ îỵ ñđ'

export const vni: readonly (readonly [codes: string, letter: string])[] = vniTable
  .split(' ')
  .map((pair) => [pair.slice(0, -1), pair.slice(-1)] as const)
  .flatMap(([codes, letter]) => [
    [codes, letter],
    [codes.toUpperCase(), letter.toUpperCase()],
  ])
