import { foldName } from '../report/fold';

/** What words beside a figure amount to. */
export type Worth =
  /** Nothing stands there, or only dashes and dots. */
  | 'nothing'
  /** "Không", "không có": right where all goes well, no answer where it does not. */
  | 'denial'
  /** Words that could stand beside any figure: "khách quan", "tiếp tục thực hiện". */
  | 'empty'
  | 'something';

const DENIALS: ReadonlySet<string> = new Set([
  'khong', 'khong co', 'khong phat sinh', 'khong co gi', 'khong co vuong mac', 'khong vuong mac', 'khong co kien nghi', 'khong kien nghi', 'khong co ton tai',
  'khong co kho khan', 'khong co y kien', 'chua co', 'chua', 'kps', 'x',
]);

const EMPTY: ReadonlySet<string> = new Set([
  'nhu tren', 'nhu thang truoc', 'nhu ky truoc', 'nhu bao cao thang truoc', 'nhu da bao cao', 'da bao cao', 'nt',
  'khach quan', 'do khach quan', 'nguyen nhan khach quan', 'do nguyen nhan khach quan', 'ly do khach quan', 'vi ly do khach quan', 'yeu to khach quan',
  'chu quan', 'nguyen nhan chu quan', 'khach quan chu quan', 'khach quan va chu quan', 'nguyen nhan',
  'dang thuc hien', 'dang trien khai', 'dang trien khai thuc hien', 'dang tien hanh', 'dang xu ly', 'dang giai quyet', 'dang khac phuc', 'dang cap nhat', 'dang tong hop', 'dang ra soat',
  'tiep tuc', 'tiep tuc thuc hien', 'tiep tuc trien khai', 'tiep tuc trien khai thuc hien', 'tiep tuc duy tri', 'tiep tuc phat huy', 'tiep tuc theo doi', 'tiep tuc phan dau', 'tiep tuc no luc',
  'thuc hien', 'trien khai', 'trien khai thuc hien', 'thuc hien tot', 'thuc hien theo ke hoach', 'thuc hien dung ke hoach', 'theo ke hoach', 'theo quy dinh', 'thuc hien theo quy dinh',
  'se thuc hien', 'se co gang', 'co gang', 'co gang thuc hien', 'no luc', 'phan dau', 'quyet tam', 'tang cuong', 'day manh', 'duy tri', 'khac phuc', 'se khac phuc', 'co gang khac phuc', 'rut kinh nghiem',
  'kho khan', 'con kho khan', 'gap kho khan', 'nhieu kho khan', 'con nhieu kho khan', 'gap nhieu kho khan', 'vuong mac', 'con vuong mac', 'kho khan vuong mac', 'ton tai', 'han che', 'con han che',
  'cham', 'con cham', 'cham tien do', 'chua dat', 'chua dat ke hoach', 'chua hoan thanh', 'dat thap', 'thap', 'da thuc hien', 'dat', 'tot', 'binh thuong', 'on dinh', 'co', 'ok',
]);

/** No statement of these has more than six words, a bullet before them and a sign behind; a longer one need not be looked up. */
const MOST_WORDS = 8;

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
  return statements.every((statement) => EMPTY.has(statement) || DENIALS.has(statement)) ? 'empty' : 'something';
}
