import { foldText } from './fold';

/** Who signs, and to whom it goes: the block below the table. Folded. */
const SIGNATURES =
  /^(nguoi lap( bieu)?|lap bieu|nguoi bao cao|thu truong( don vi)?|ke toan( truong)?|noi nhan|kt\.? |tm\.? |tuq\.? |q\.? |chu tich|pho chu tich|giam doc|pho giam doc|cuc truong|pho cuc truong|chanh thanh tra|truong phong|xac nhan|ghi chu\s*:|luu\s*:|.*, ngay .* thang .* nam )/;

/** Whether a text opens the signature block that ends the table. */
export function opensSignature(text: string): boolean {
  return SIGNATURES.test(`${foldText(text)} `);
}

/** "Tổng cộng", "Cộng": a sum of rows, no indicator of its own. */
export function isTotal(name: string): boolean {
  return /^(tong( cong| so)?|cong)$/.test(foldText(name).replace(/[:.\s]+$/, ''));
}

/** A row that belongs to the one above: "- …", "+ …", "Trong đó: …", "1.1. …", "a) …". */
export function isPart(name: string): boolean {
  return /^\s*(?:[-–—+]|trong đó\b|\d{1,2}\.\d|[a-zđ]\s*\))/iu.test(name.normalize('NFC'));
}

/** The box "Không phát sinh trong kỳ", ticked in its own cell. */
const TICKED = /[☒☑✓✔✗✘⊠]|\[\s*x\s*\]|\(\s*x\s*\)|:\s*x\s*$/iu;

/** Marks of an empty box, and dots to write on. */
const EMPTY_BOX = /^[\s☐□◻⬜._…-]*(?:\[\s*\]|\(\s*\))?[\s._…-]*$/u;

/** What a cell says of the box: whether it is one, whether it is ticked in its own text, on which side it says the box is, and what else stands behind its colon. */
export interface NothingBox {
  readonly isBox: boolean;
  readonly ticked: boolean;
  readonly side: 'left' | 'right' | null;
  /** '' for nothing and for an empty box. */
  readonly stated: string;
}

export function nothingBox(text: string): NothingBox {
  const folded = foldText(text);
  if (!/\bkhong phat sinh trong ky\b/.test(folded)) return { isBox: false, ticked: false, side: null, stated: '' };
  const behind = /:\s*([^:]*)$/u.exec(text)?.[1]?.trim() ?? '';
  return {
    isBox: true,
    ticked: TICKED.test(text),
    side: folded.includes('ben trai') ? 'left' : /ben (phai|canh)/.test(folded) ? 'right' : null,
    stated: EMPTY_BOX.test(behind) ? '' : behind,
  };
}

/** Whether what stands beside the box ticks it. */
export function isTick(text: string): boolean {
  return TICKED.test(text) || /^(x|true|co|v)$/.test(foldText(text));
}
