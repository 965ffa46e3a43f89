import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { ConditionalFormatModel, TextOperator, WorkbookModel } from '../model/types';
import { withChartNames } from './charts';
import { elements, encode, readParts, writeCriteria } from './parts';

/**
 * Puts into a written file what the library cannot write: rules that stop the next ones, what filters let through, and
 * what charts are called (by sheet, in the order in which they were written).
 */
export function patchFile(bytes: Uint8Array, model: WorkbookModel, chartNames: ReadonlyMap<string, readonly string[]> = new Map()): Uint8Array {
  const edits = editsFor(bytes, model, chartNames);
  if (edits.size === 0) return bytes;
  const files = unzipSync(bytes);
  for (const [path, edit] of edits) {
    const part = files[path];
    if (part !== undefined) files[path] = strToU8(edit(strFromU8(part)));
  }
  return zipSync(files, { level: 6 });
}

type Edit = (xml: string) => string;

function editsFor(bytes: Uint8Array, model: WorkbookModel, chartNames: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, Edit> {
  const edits = new Map<string, Edit>();
  const needed = model.sheets.some(
    ({ conditionalFormats, autoFilter, tables, charts }) =>
      charts.length > 0 || conditionalFormats.some((format) => attributesOf(format) !== '') || (autoFilter?.criteria.size ?? 0) > 0 || tables.some(({ criteria }) => criteria.size > 0),
  );
  if (!needed) return edits;
  const parts = readParts(bytes);
  for (const sheet of model.sheets) {
    const raw = parts.sheets.get(sheet.name);
    const filter = writeCriteria(sheet.autoFilter?.criteria ?? new Map());
    if (raw === undefined) continue;
    edits.set(raw.path, (xml) => withFilter(withRules(xml, sheet.conditionalFormats), filter));
    const names = chartNames.get(sheet.name) ?? [];
    for (const drawing of names.length === 0 ? [] : raw.drawings) edits.set(drawing.path, (xml) => withChartNames(xml, names));
    for (const table of sheet.tables) {
      const part = raw.tables.find(({ xml }) => elements(xml, 'table')[0]?.attributes.get('displayName') === table.name);
      const columns = writeCriteria(table.criteria);
      if (part !== undefined && columns !== '') edits.set(part.path, (xml) => withFilter(xml, columns));
    }
  }
  return edits;
}

const TEXT_RULES: Readonly<Record<TextOperator, readonly [string, string]>> = {
  Contains: ['containsText', 'containsText'], NotContains: ['notContainsText', 'notContains'],
  BeginsWith: ['beginsWith', 'beginsWith'], EndsWith: ['endsWith', 'endsWith'],
};

/** What a rule has to say beyond what the library wrote; rules over text were written as formulas that say the same. */
function attributesOf({ rule, stopIfTrue }: ConditionalFormatModel): string {
  const stop = stopIfTrue ? ' stopIfTrue="1"' : '';
  if (rule.kind !== 'ContainsText') return stop;
  const [type, operator] = TEXT_RULES[rule.operator];
  return ` type="${type}" operator="${operator}" text="${encode(rule.text)}"${stop}`;
}

function withRules(xml: string, formats: readonly ConditionalFormatModel[]): string {
  return xml.replace(/<cfRule\b[^>]*?\bpriority="(\d+)"/g, (tag: string, priority: string) => {
    const format = formats[Number(priority) - 1];
    const attributes = format === undefined ? '' : attributesOf(format);
    return `${attributes.startsWith(' type=') ? tag.replace(' type="expression"', '') : tag}${attributes}`;
  });
}

function withFilter(xml: string, columns: string): string {
  if (columns === '') return xml;
  return xml.replace(/<autoFilter\b([^>]*?)(?:\/>|>[\s\S]*?<\/autoFilter>)/, (_whole, attributes: string) => `<autoFilter${attributes}>${columns}</autoFilter>`);
}
