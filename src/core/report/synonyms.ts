import { foldText } from './fold';
import { digitMonths } from './month-words';
import type { ColumnRole } from './types';

/** What one heading text means, with the number of months or the year that it names, where it does. */
export interface HeadingMeaning {
  readonly role: ColumnRole;
  /** "Luỹ kế 6 tháng", "ƯTH tháng 6": 6. */
  readonly month: number | null;
  /** "Cùng kỳ 2023": 2023. */
  readonly year: number | null;
  /** "Thực hiện" and nothing else: the month's figure only where another column is the cumulative one. */
  readonly bare?: boolean;
}

/** Longer texts are titles or sentences, not headings. */
const LONGEST = 120;

const PLAN = /\b(ke hoach|kh|du toan|dt|chi tieu (nam|ke hoach|de ra|20\d{2})|chi tieu .*giao|muc tieu)\b/;
const LAST_YEAR = /\b(cung ky|cung ki|ck)\b/;
const CUMULATIVE = /\b(luy ke|luy tien|cong don|tu dau nam|den ngay|den het thang|den thang|den nay|den \d{1,2}\/)\b/;
const MONTHS = /\b(\d{1,2}) ?(?:thang|t)\b/;
const MONTH = /\bthang( (\d{1,2}))?\b/;
const ESTIMATE = /\b(uoc (thuc hien|th|tinh)|uth|du tinh|uoc)\b/;
/** The month after the report's: a plan or a forecast. */
const NEXT_MONTH = /\bthang (sau|toi|tiep theo|ke tiep)\b/;
const BARE = /^(so |ket qua )?(thuc hien|th|chinh thuc)$/;
const WHOLE_YEAR = /\b(ca nam|het nam|nam sau)\b/;

/** What a heading (its own text, or joined with the heading above it) means; null when no synonym fits. */
export function meaningOf(heading: string): HeadingMeaning | null {
  const text = foldText(digitMonths(heading)).replace(/[()[\]:;,.*"'“”]+/g, ' ').replace(/\s+/g, ' ').trim();
  if (text === '' || text.length > LONGEST) return null;
  const role = roleOf(text);
  if (role === null) return null;
  // "Từ tháng 1 đến tháng 6" ends in June.
  const months = MONTHS.exec(text)?.[1] ?? [...text.matchAll(/\bthang (\d{1,2})\b/g)].at(-1)?.[1];
  const year = /\b(20\d{2})\b/.exec(text)?.[1];
  return { role, month: months === undefined ? null : Number(months), year: year === undefined ? null : Number(year), ...(BARE.test(text) ? { bare: true } : {}) };
}

/** By the folded text, the most telling words first. */
function roleOf(text: string): ColumnRole | null {
  if (/^(stt|tt|so tt|so thu tu)$/.test(text)) return 'ordinal';
  if (/^(ma|ma so|ma chi tieu|ma ct|ma hieu|code)$/.test(text)) return 'code';
  if (/^(dvt|don vi tinh|dv tinh|dvi tinh|don vi do|don vi|don vi tinh dvt)$/.test(text)) return 'unitOfMeasure';
  if (/^tu so\b/.test(text)) return 'numerator';
  if (/^mau so\b/.test(text)) return 'denominator';
  if (/\b(ghi chu)\b/.test(text)) return 'note';
  if (/\b(nguyen nhan|ton tai|vuong mac|han che|kho khan)\b/.test(text)) return 'cause';
  if (/\b(giai phap|kien nghi|de xuat)\b/.test(text)) return 'remedy';
  return comparison(text) ?? figure(text) ?? name(text);
}

/** "So với kế hoạch (%)", "% KH", "TH/KH (%)", "Tăng/giảm so cùng kỳ". */
function comparison(text: string): ColumnRole | null {
  if (!/%|\bso (voi|sanh|cung|ke|kh|ck)\b|\btang ?[/-]? ?giam\b|\bty le\b|\btoc do\b|\bmuc do hoan thanh\b|\b(th|thuc hien|uth)\s?\/\s?(kh|ke hoach|ck|cung ky|dt|du toan)\b/.test(text)) return null;
  if (LAST_YEAR.test(text) || /\bnam truoc\b|\bso voi (nam )?20\d{2}\b/.test(text)) return 'percentOfLastYear';
  return PLAN.test(text) || /\bnam\b/.test(text) ? 'percentOfPlan' : null;
}

function figure(text: string): ColumnRole | null {
  const manyMonths = MONTHS.test(text) || CUMULATIVE.test(text);
  if (LAST_YEAR.test(text) || /\bnam truoc\b/.test(text)) {
    // Last year's single month, or its whole year, is not the same period cumulated.
    if (MONTH.test(text) && !manyMonths) return null;
    return LAST_YEAR.test(text) || manyMonths ? 'lastYear' : null;
  }
  if (WHOLE_YEAR.test(text) || NEXT_MONTH.test(text)) return null;
  if (/\bthang (truoc|lien truoc|lien ke)\b/.test(text)) return manyMonths ? 'previousCumulative' : 'previousMonth';
  if (PLAN.test(text) && !ESTIMATE.test(text) && !/\bthuc hien\b/.test(text)) return /\b(thang|quy)\b/.test(text) ? null : 'plan';
  if (manyMonths) return 'cumulative';
  if (/\bquy\b/.test(text)) return null;
  if (MONTH.test(text) || BARE.test(text)) return 'month';
  return ESTIMATE.test(text) && !/\bnam\b/.test(text) ? 'month' : null;
}

function name(text: string): ColumnRole | null {
  if (/^((ten|cac|danh muc|noi dung|he thong) )*chi tieu( (chu yeu|nhiem vu|kinh te|kt|theo|bao cao|thong ke)\b.*)?$/.test(text)) return 'name';
  return /^(noi dung|danh muc|noi dung bao cao)$/.test(text) ? 'name' : null;
}
