/**
 * Whether a word can be Vietnamese. Every Vietnamese word is one syllable of a small, closed grammar, and a text in a
 * wrong encoding breaks it almost everywhere: that tells the encodings apart without a dictionary.
 */

const ONSETS = 'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ');

const RIMES = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu ' +
    'i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ' +
    'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uên uênh uêu ui um un ung uôc uôi uôm uôn uông uôp uôt uơ up ut uy uya uych uyên uyêt uyn uynh uyt uyu ' +
    'ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu'
  ).split(' '),
);

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const HATTED = /[ăâêôơư]/;
/** Open rimes whose mark may stand on the last letter (hoà, khoẻ, thuỷ); in all others that letter is a glide. */
const LAST_MAY_BE_MARKED = new Set(['oa', 'oe', 'uy']);

/** "Nghiệp", "hoà" and "hòa" are syllables; "nghiÖp", "café" and "xaõ" are none. Takes any case and any normal form. */
export function isSyllable(word: string): boolean {
  const letters = [...word.toLowerCase().normalize('NFC')];
  const bare = letters.map((letter) => letter.normalize('NFD').replace(TONES, '').normalize('NFC'));
  const marked = letters.findIndex((letter, index) => letter !== bare[index]);
  if (letters.some((letter, index) => index !== marked && letter !== bare[index])) return false;
  const plain = bare.join('');
  return fits(plain, '', marked) || ONSETS.some((onset) => plain.startsWith(onset) && fits(plain, onset, marked));
}

/** Whether the rest behind the onset is a rime with its tone mark (at `marked` of the word, -1 for none) where it can stand. */
function fits(plain: string, onset: string, marked: number): boolean {
  const rime = plain.slice(onset.length);
  if (!RIMES.has(rime)) return false;
  if (marked < 0) return true;
  const letter = plain[marked] ?? '';
  if (marked < onset.length) return false;
  if (HATTED.test(rime)) return HATTED.test(letter);
  const onGlide = rime.length > 1 && marked === plain.length - 1 && !LAST_MAY_BE_MARKED.has(rime);
  return !onGlide && /[aeiouy]/.test(letter);
}
