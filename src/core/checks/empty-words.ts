import { foldName } from '../report/fold';

/** What words beside a figure amount to. */
export type Worth =
  /** Nothing stands there, or only dashes and dots. */
  | 'nothing'
  /** "Không", "không có": right where all goes well, no answer where it does not. */
  | 'denial'
  /** Words that could stand beside any figure: "khách quan", "do nhiều nguyên nhân", "tiếp tục thực hiện". */
  | 'empty'
  | 'something';

const DENIALS: ReadonlySet<string> = new Set([
  'khong', 'khong co', 'khong phat sinh', 'khong co gi', 'khong co vuong mac', 'khong vuong mac', 'khong co kien nghi', 'khong kien nghi', 'khong co ton tai',
  'khong co kho khan', 'khong co y kien', 'chua co', 'chua', 'kps', 'x',
]);

/** Statements that are empty as they stand and make no part of a longer one. */
const EMPTY: ReadonlySet<string> = new Set([
  'nhu tren', 'nhu thang truoc', 'nhu ky truoc', 'nhu bao cao thang truoc', 'nhu da bao cao', 'da bao cao', 'nt', 'co', 'ok', 'dat', 'tot', 'binh thuong', 'on dinh', 'da thuc hien',
]);

/** What says why without saying why, and what is done without saying what. */
const HOLLOW: readonly string[] = [
  'nguyen nhan', 'khach quan', 'chu quan', 'yeu to', 'ly do', 'dieu kien khach quan', 'kho khan', 'vuong mac', 'ton tai', 'han che', 'bat cap', 'tinh hinh chung', 'dac thu',
  'cham', 'cham tien do', 'dat thap', 'thap', 'chua dat', 'chua dat ke hoach', 'chua dat tien do', 'chua dat yeu cau', 'chua hoan thanh', 'chua hoan thanh ke hoach',
  'thuc hien', 'trien khai', 'tien hanh', 'xu ly', 'giai quyet', 'thao go', 'khac phuc', 'cap nhat', 'tong hop', 'ra soat', 'theo doi', 'don doc', 'chi dao', 'phoi hop', 'quan tam',
  'duy tri', 'phat huy', 'phan dau', 'no luc', 'co gang', 'quyet tam', 'tang cuong', 'day manh', 'tiep tuc', 'rut kinh nghiem', 'hoan thanh',
  'theo ke hoach', 'dung ke hoach', 'theo quy dinh', 'theo tien do', 'dung tien do', 'dam bao tien do', 'hoan thanh ke hoach', 'hoan thanh chi tieu',
];

/** Words that only tie hollow ones together; of themselves they are no statement. */
const TIES: readonly string[] = [
  'do', 'vi', 'la', 'va', 'cac', 'nhung', 'mot so', 'mot vai', 'nhieu', 'rat nhieu', 'khac', 'khac nhau', 'chung', 'nhat dinh', 'chu yeu', 'con', 'van', 'van con', 'gap', 'gap phai',
  'dang', 'se', 'da', 'can', 'tot', 'tot hon', 'tich cuc', 'chu dong', 'cong tac', 'viec', 'de ra', 'duoc giao', 'hon nua', 'trong thoi gian toi', 'thoi gian toi', 'trong thang toi', 'trong thang sau',
  'trong quy toi', 'trong ky toi', 'trong nam', 'hien nay',
];

const TIE_WORDS: ReadonlySet<string> = new Set(TIES);
const PHRASES: ReadonlySet<string> = new Set([...HOLLOW, ...TIES]);
const LONGEST_PHRASE = Math.max(...[...PHRASES].map((phrase) => phrase.split(' ').length));

/** No empty statement has more words, a bullet before them and a sign behind; a longer one need not be looked up. */
const MOST_WORDS = 12;

/** What separates one statement from the next; the statements are judged one by one. */
const BETWEEN = /[,;.\n\r+/•]+|\s[-–—]\s/;

/** Whether a text has neither a letter nor a digit: blank, or dashes and dots. */
export function saysNothing(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}

/** What a text says, judged by whole statements only: one statement that says something is enough. Linear in the text. */
export function worthOf(text: string): Worth {
  if (saysNothing(text)) return 'nothing';
  const parts = text.split(BETWEEN);
  if (parts.some((part) => part.trim().split(/\s+/).length > MOST_WORDS)) return 'something';
  const statements = parts.map(foldName).filter((statement) => statement !== '');
  if (statements.every((statement) => DENIALS.has(statement))) return 'denial';
  return statements.every((statement) => EMPTY.has(statement) || DENIALS.has(statement) || isHollow(statement)) ? 'empty' : 'something';
}

/** Hollow words and what ties them together, and nothing else: "do con gap mot so kho khan". The longest phrase at each place counts. */
function isHollow(statement: string): boolean {
  const words = statement.split(' ');
  let hollow = false;
  for (let at = 0; at < words.length; ) {
    let length = Math.min(LONGEST_PHRASE, words.length - at);
    while (length > 0 && !PHRASES.has(words.slice(at, at + length).join(' '))) length -= 1;
    if (length === 0) return false;
    hollow ||= !TIE_WORDS.has(words.slice(at, at + length).join(' '));
    at += length;
  }
  return hollow;
}
