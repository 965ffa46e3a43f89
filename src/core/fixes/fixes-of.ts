import { positionOf } from '../address';
import type { CatalogueIndex } from '../catalogue/types';
import type { Finding } from '../checks/finding';
import { tidyText } from '../report/legacy/tidy';
import type { MissingState, Report, ReportRow } from '../report/types';
import { edit, formulaEdit, heldAt, inColumn, numberEdit, reportSheet, typedAt, type Held, type ReportSheet } from './cell-state';
import type { CellEdit, FixKind, FixOption, FixProposal } from './types';

/** The form's own signs, as the statistical tables use them. */
const SIGNS: { readonly [S in MissingState]: string } = { notOccurred: '-', notAvailable: '…', notApplicable: 'x' };
/** A text in Unicode shows as it should in no font of an old encoding; this one is the administration's own. */
const FONT = 'Times New Roman';

/**
 * What can be mended in a report that is a sheet of the open workbook, by fingerprint. Every edit carries what the check
 * saw, so that it is written only while that still stands there. Picked files are never changed and get no proposal.
 */
export function fixesOf(report: Report, findings: readonly Finding[], index: CatalogueIndex): ReadonlyMap<string, FixProposal> {
  const fixes = new Map<string, FixProposal>();
  if (report.source.kind === 'file') return fixes;
  const sheet = reportSheet(report);
  for (const finding of findings) {
    if (finding.sheet !== report.source.sheet || finding.file !== report.source.file || finding.fix === 'none') continue;
    const options = optionsFor(finding, sheet, index).filter((option) => option.edits.length > 0);
    const kind = finding.fix;
    if (options.length > 0) fixes.set(finding.fingerprint, { fingerprint: finding.fingerprint, kind, options: kind === 'safe' ? options.slice(0, 1) : options });
  }
  return fixes;
}

function optionsFor(finding: Finding, sheet: ReportSheet, index: CatalogueIndex): readonly FixOption[] {
  const cell = typedAt(sheet, finding.cells[0]);
  switch (finding.code) {
    case 'V03':
      return numberOption('toNumber', sheet, cell, finding.params.value);
    case 'V05':
      return signOption(sheet, cell, finding.params.state);
    case 'V16':
      return tidyOption(sheet, finding.cells, finding.params.reason);
    case 'V21':
      return typeof cell?.state === 'string' ? [{ kind: 'keepText', value: cell.state, edits: [edit(sheet, cell, cell.state, { numberFormat: '@' })] }] : [];
    case 'V25':
      return withNote(sheet, cell, finding.params.value, finding.params.text);
    case 'V04':
      return finding.params.readings.flatMap((value) => numberOption('otherValue', sheet, cell, value));
    case 'V14':
    case 'V24':
      return numberOption('otherValue', sheet, cell, finding.params.other);
    case 'V15':
      return scaleOption(sheet, finding, finding.params.role, finding.params.other);
    case 'V10':
      return nearestOption(sheet, cell, finding.params.text, finding.params.nearest);
    case 'K10':
      return confirmOption(sheet, finding, index);
    case 'V17':
    case 'V18':
      return restoreFormula(sheet, finding.cells[0], finding.params.formula);
    case 'V22':
      return restoreContent(sheet, cell, finding.params.locked);
    default:
      return [];
  }
}

function numberOption(kind: FixKind, sheet: ReportSheet, cell: Held | null, value: number): readonly FixOption[] {
  return cell === null ? [] : [{ kind, value, edits: [numberEdit(sheet, cell, value)] }];
}

/** A sign that is the form's already needs nothing. */
function signOption(sheet: ReportSheet, cell: Held | null, state: MissingState): readonly FixOption[] {
  const sign = SIGNS[state];
  return cell === null || cell.state === sign ? [] : [{ kind: 'toSign', value: sign, edits: [edit(sheet, cell, sign)] }];
}

/** One finding speaks of all cells with one habit: each is put right by itself, and the option shows the first. */
function tidyOption(sheet: ReportSheet, cells: readonly string[], reason: string): readonly FixOption[] {
  const edits = cells.flatMap((address): readonly CellEdit[] => {
    const held = typedAt(sheet, address);
    if (held === null || typeof held.state !== 'string') return [];
    const after = tidyAt(sheet, address, held.state, reason);
    const isLegacy = reason === 'tcvn3' || reason === 'vni';
    return after === null ? [] : [edit(sheet, held, after, isLegacy && held.cell?.font !== undefined ? { fontName: FONT } : {})];
  });
  const first = edits[0]?.after;
  return typeof first === 'string' ? [{ kind: 'toText', value: first, edits }] : [];
}

function tidyAt(sheet: ReportSheet, address: string, text: string, reason: string): string | null {
  const at = positionOf(address);
  if (at === null) return null;
  const legacy = sheet.legacy.get(`${at.row},${at.column}`);
  if (legacy) return legacy.converted;
  // Names of child rows are indented, and so may be what stands above the table.
  const indented = at.row < sheet.report.heading.top || sheet.report.heading.columns.some((each) => each.role === 'name' && each.column === at.column);
  const tidy = tidyText(text, indented);
  return tidy?.reason === reason ? tidy.text : null;
}

/** The number goes into its cell, the words as they were written into the row's note. A form without notes has no place for them. */
function withNote(sheet: ReportSheet, cell: Held | null, value: number, text: string): readonly FixOption[] {
  const row = cell === null ? null : rowAt(sheet, cell.address);
  const note = row === null ? null : inColumn(sheet, row.row, 'note');
  if (cell === null || note === null || (note.state !== null && typeof note.state !== 'string')) return [];
  const before = note.state ?? '';
  const words = edit(sheet, note, before.trim() === '' ? text : `${before}; ${text}`, { appends: true });
  return [{ kind: 'toNumber', value, edits: [numberEdit(sheet, cell, value), words] }];
}

function rowAt(sheet: ReportSheet, address: string): ReportRow | null {
  return sheet.rows.get(positionOf(address)?.row ?? -1) ?? null;
}

/** A rate that is a thousand times off marks numerator and denominator: what is offered changes the one it is said of. */
function scaleOption(sheet: ReportSheet, finding: Finding, role: keyof ReportRow['figures'], other: number): readonly FixOption[] {
  const address = finding.cells.find((cell) => rowAt(sheet, cell)?.figures[role]?.address === cell);
  return numberOption('otherValue', sheet, typedAt(sheet, address), other);
}

/** The choice may stand behind a label in its cell: only the word itself is put right. */
function nearestOption(sheet: ReportSheet, cell: Held | null, text: string, nearest: string): readonly FixOption[] {
  if (nearest === '' || text === '' || typeof cell?.state !== 'string' || !cell.state.includes(text)) return [];
  const at = cell.state.lastIndexOf(text);
  return [{ kind: 'confirm', value: nearest, edits: [edit(sheet, cell, cell.state.slice(0, at) + nearest + cell.state.slice(at + text.length))] }];
}

/** The code beside the name settles it for good; a form without codes gets the catalogue's name. */
function confirmOption(sheet: ReportSheet, finding: Finding, index: CatalogueIndex): readonly FixOption[] {
  const indicator = finding.indicator === null ? null : index.indicator(finding.indicator);
  const row = finding.cells.map((cell) => rowAt(sheet, cell)).find((each) => each !== null) ?? null;
  if (!indicator || row === null) return [];
  const code = inColumn(sheet, row.row, 'code');
  if (code !== null) return [{ kind: 'confirm', value: indicator.code, edits: [edit(sheet, code, indicator.code)] }];
  const name = inColumn(sheet, row.row, 'name');
  return name === null ? [] : [{ kind: 'confirm', value: indicator.name, edits: [edit(sheet, name, indicator.name)] }];
}

function restoreFormula(sheet: ReportSheet, address: string | undefined, formula: string): readonly FixOption[] {
  const held = address === undefined ? null : heldAt(sheet, address);
  return held === null ? [] : [{ kind: 'restore', value: formula, edits: [formulaEdit(sheet, held, formula)] }];
}

function restoreContent(sheet: ReportSheet, cell: Held | null, locked: string | number): readonly FixOption[] {
  if (cell === null) return [];
  return [{ kind: 'restore', value: locked, edits: [typeof locked === 'number' ? numberEdit(sheet, cell, locked) : edit(sheet, cell, locked)] }];
}
