import { zipSync } from 'fflate';
import type { CatalogueIndex } from '../core/catalogue/types';
import { isInForce, lastDayOf } from '../core/catalogue/validity';
import type { Finding } from '../core/checks/finding';
import type { DefinedName } from '../core/grid';
import { periodKey, type Period } from '../core/period';
import { formPlan } from '../core/sheets/form';
import { NAMES } from '../core/sheets/names';
import type { SheetPlan } from '../core/sheets/plan';
import { applyPlans } from '../excel/apply';
import { readWorkbook } from '../excel/read';
import type { HostRefusal, WorkbookSnapshot, WriteReceipt } from '../excel/types';
import type { Progress } from '../files/types';
import { writeWorkbook } from '../files/write-workbook';
import type { MadeFile } from './answers';
import { keptIn, type Kept } from './own';

export interface FormsRequest {
  readonly period: Period;
  /** Codes of units, or every unit that is in force at the end of the month. */
  readonly units: readonly string[] | 'all';
  /** One workbook for each unit and all of them in one .zip, or a sheet of the open workbook for each. */
  readonly as: 'files' | 'sheets';
  /** Told before each unit, with its code. */
  readonly onProgress?: (progress: Progress) => void;
  /** Looked at between units; sheets are written all at once or not at all. */
  readonly signal?: AbortSignal;
}

export interface FormFile extends MadeFile {
  readonly unit: string;
  readonly unitName: string;
}

export interface FormSheet {
  readonly unit: string;
  readonly sheet: string;
}

export type FormsOutcome =
  | { readonly kind: 'files'; readonly files: readonly FormFile[]; readonly zip: MadeFile; /** Faults of Danh mục, which may show on the forms. */ readonly findings: readonly Finding[] }
  | {
      readonly kind: 'sheets';
      readonly made: readonly FormSheet[];
      /** Forms of the same unit and month that stand in the workbook already: left as they are. */
      readonly present: readonly FormSheet[];
      /** Takes the new sheets back; null when none was made. */
      readonly receipt: WriteReceipt | null;
      readonly findings: readonly Finding[];
    }
  /** The catalogue's plans are those of another year. */
  | { readonly kind: 'otherYear'; readonly catalogueYear: number }
  /** Units that the catalogue does not know, or that are not in force in this month. Nothing was made. */
  | { readonly kind: 'unknownUnits'; readonly units: readonly string[] }
  | { readonly kind: 'cancelled'; readonly done: number; readonly total: number }
  | { readonly kind: 'refused'; readonly refusal: HostRefusal };

/**
 * "Tạo biểu mẫu": Biểu 01 of units for a month, by the workbook's own catalogue and with last month's figures from its
 * facts. Files cost the two round trips of reading the workbook; sheets at most three more, and one for each further 4 MB.
 */
export async function makeForms(request: FormsRequest): Promise<FormsOutcome> {
  const read = await readWorkbook('all');
  if (!read.ok) return { kind: 'refused', refusal: read.refusal };
  const kept = keptIn(read.value);
  const { index } = kept;
  const { period } = request;
  if (index.catalogue.year !== period.year) return { kind: 'otherYear', catalogueYear: index.catalogue.year };
  const inForce = unitsInForce(index, period);
  const units = request.units === 'all' ? inForce : [...new Set(request.units)];
  const unknown = units.filter((unit) => !inForce.includes(unit));
  if (unknown.length > 0) return { kind: 'unknownUnits', units: unknown };
  return request.as === 'files' ? makeFiles(request, units, kept) : makeSheets(request, units, kept, read.value);
}

function unitsInForce(index: CatalogueIndex, period: Period): readonly string[] {
  const on = lastDayOf(period);
  return [...new Set(index.catalogue.units.filter((unit) => isInForce(unit, on)).map((unit) => unit.code))];
}

async function makeFiles(request: FormsRequest, units: readonly string[], { own, index, faults }: Kept): Promise<FormsOutcome> {
  const { period } = request;
  const files: FormFile[] = [];
  const cancelled = await unitByUnit(request, units, async (unit) => {
    const bytes = await writeWorkbook([formPlan({ unit, period, index, facts: own.facts })]);
    files.push({ unit, unitName: index.unit(unit)?.name ?? unit, fileName: `${unit}_${periodKey(period)}.xlsx`, bytes });
  });
  return cancelled ?? { kind: 'files', files, zip: zipOf(files, period), findings: faults };
}

/** Workbooks are compressed already and are stored as they are. */
function zipOf(files: readonly FormFile[], period: Period): MadeFile {
  return { fileName: `bieu-mau_${periodKey(period)}.zip`, bytes: zipSync(Object.fromEntries(files.map(({ fileName, bytes }) => [fileName, bytes])), { level: 0 }) };
}

async function makeSheets(request: FormsRequest, units: readonly string[], { own, index, faults }: Kept, snapshot: WorkbookSnapshot): Promise<FormsOutcome> {
  const { period } = request;
  const standing = formsIn(snapshot.book.names, period);
  const present = units.flatMap((unit) => standing.get(unit) ?? []);
  const taken = new Set(snapshot.sheetNames.map((name) => name.toLowerCase()));
  const made: FormSheet[] = [];
  const plans: SheetPlan[] = [];
  const cancelled = await unitByUnit(request, units.filter((unit) => !standing.has(unit)), async (unit) => {
    const sheet = freeSheetName(unit, period, taken);
    taken.add(sheet.toLowerCase());
    made.push({ unit, sheet });
    plans.push(formPlan({ unit, period, index, facts: own.facts, sheet }));
  });
  if (cancelled !== null) return cancelled;
  if (plans.length === 0) return { kind: 'sheets', made, present, receipt: null, findings: faults };
  const result = await applyPlans(plans);
  return result.ok ? { kind: 'sheets', made, present, receipt: result.value, findings: faults } : { kind: 'refused', refusal: result.refusal };
}

/** Sheets that carry the names of a form of this month, by unit. */
function formsIn(names: readonly DefinedName[], period: Period): ReadonlyMap<string, FormSheet> {
  const stated = (scope: string, name: string): string | null => {
    const found = names.find((each) => each.scope === scope && each.name.toLowerCase() === name.toLowerCase());
    return found === undefined ? null : String(found.value).replace(/^="(.*)"$/, '$1');
  };
  const sheets = new Set(names.flatMap(({ scope }) => (scope === null ? [] : [scope])));
  const forms = new Map<string, FormSheet>();
  for (const sheet of sheets) {
    const unit = stated(sheet, NAMES.formUnit);
    if (unit !== null && stated(sheet, NAMES.formPeriod) === periodKey(period) && !forms.has(unit)) forms.set(unit, { unit, sheet });
  }
  return forms;
}

/** What Excel takes as a sheet's name. */
const LONGEST_NAME = 31;

/** "SCT"; where that is taken, by another month's form say, "SCT_2024-07", then numbered: the reader understands all of them. */
function freeSheetName(unit: string, period: Period, taken: ReadonlySet<string>): string {
  const isFree = (name: string): boolean => !taken.has(name.toLowerCase());
  const month = `_${periodKey(period)}`;
  const dated = `${unit.slice(0, LONGEST_NAME - month.length)}${month}`;
  const wanted = [unit.slice(0, LONGEST_NAME), dated].find(isFree);
  if (wanted !== undefined) return wanted;
  for (let n = 2; ; n += 1) {
    const suffix = ` (${n})`;
    const numbered = `${dated.slice(0, LONGEST_NAME - suffix.length)}${suffix}`;
    if (isFree(numbered)) return numbered;
  }
}

/** Does something for each unit; between two of them the host may draw, and the user may stop it. */
async function unitByUnit({ onProgress, signal }: FormsRequest, units: readonly string[], make: (unit: string) => Promise<void>): Promise<Extract<FormsOutcome, { kind: 'cancelled' }> | null> {
  for (const [done, unit] of units.entries()) {
    onProgress?.({ done, total: units.length, current: unit });
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
    if (signal?.aborted === true) return { kind: 'cancelled', done, total: units.length };
    await make(unit);
  }
  onProgress?.({ done: units.length, total: units.length, current: '' });
  return null;
}
