import type { DefinedName } from '../core/grid';
import { LIMITS } from './limits';
import { factsOfOds } from './links';
import { definedName } from './names';
import { isoDate, type Prepared, type SheetFacts } from './prepared';
import { abnormal, accept, unreadable, type Result } from './refusal';
import { attribute, tagsOf, unescapeXml } from './xml';
import { storedZip } from './zip';

const TAG = /<(\/?)table:(table|table-row|table-column|table-cell|covered-table-cell|named-range|named-expression)(?=[\s/>])([^>]*)>/g;

/** How often a row, a column or a cell is repeated; files fill their last row and column up to the sheet's end in this way. */
function repeated(tag: string, name: string): number {
  return Math.max(1, Math.floor(Number(attribute(tag, name) ?? 1)) || 1);
}

interface Scan {
  readonly sheets: Map<string, SheetFacts>;
  readonly names: DefinedName[];
  readonly tooMany: boolean;
}

/** One walk over the content: what is hidden and protected, the names, and how many cells the repetitions come to. */
function scan(xml: string): Scan {
  const hiddenStyles = new Set<string>();
  for (const style of xml.match(/<style:style\b[^>]*style:family="table"[\s\S]*?<\/style:style>/g) ?? []) {
    if (/table:display="false"/.test(style)) hiddenStyles.add(attribute(style, 'name') ?? '');
  }
  const sheets = new Map<string, SheetFacts>();
  const names: DefinedName[] = [];
  let open: { name: string; isProtected: boolean; hidden: boolean; rows: number[]; columns: number[] } | null = null;
  let row = 0;
  let column = 0;
  let cellsOfRow = 0;
  let rowTimes = 1;
  let cells = 0;
  for (const [, closing, element, attributes = ''] of xml.matchAll(TAG)) {
    const hidden = /table:visibility="(?:collapse|filter)"/.test(attributes);
    if (element === 'table') {
      if (closing && open) {
        sheets.set(open.name, {
          isProtected: open.isProtected,
          fonts: new Map(),
          shown: { visibility: open.hidden ? 'hidden' : 'visible', hiddenRows: open.rows, hiddenColumns: open.columns },
        });
        open = null;
      } else if (!closing && !attributes.endsWith('/')) {
        open = {
          name: attribute(attributes, 'name') ?? '',
          isProtected: /table:protected="true"/.test(attributes),
          hidden: hiddenStyles.has(attribute(attributes, 'style-name') ?? ''),
          rows: [],
          columns: [],
        };
        row = 0;
        column = 0;
      }
    } else if (element === 'table-column' && !closing) {
      const times = repeated(attributes, 'number-columns-repeated');
      if (hidden) for (let each = column; each < Math.min(column + times, LIMITS.columns); each += 1) open?.columns.push(each);
      column += times;
    } else if (element === 'table-row') {
      if (!closing) {
        rowTimes = repeated(attributes, 'number-rows-repeated');
        if (hidden) for (let each = row; each < Math.min(row + rowTimes, LIMITS.rows); each += 1) open?.rows.push(each);
        cellsOfRow = 0;
      }
      if (closing || attributes.endsWith('/')) {
        cells += cellsOfRow * rowTimes;
        if (cells > LIMITS.cells || row > LIMITS.rows) return { sheets, names, tooMany: true };
        row += rowTimes;
      }
    } else if (element === 'table-cell' && !closing) {
      if (/value-type=|table:formula=/.test(attributes) || !attributes.endsWith('/')) cellsOfRow += repeated(attributes, 'number-columns-repeated');
    } else if ((element === 'named-range' || element === 'named-expression') && !closing && names.length < LIMITS.definedNames) {
      const formula = attribute(attributes, element === 'named-range' ? 'cell-range-address' : 'expression') ?? '';
      names.push(definedName(attribute(attributes, 'name') ?? '', open?.name ?? null, formula.replace(/^of:=?/, '')));
    }
  }
  return { sheets, names, tooMany: false };
}

/** An OpenDocument workbook whose parts passed the checksums. Refuses one whose repetitions expand beyond the limits. */
export function prepareOds(parts: Map<string, Uint8Array>, entries: readonly string[]): Result<Prepared> {
  const content = parts.get('content.xml');
  if (!content) return unreadable('damaged', 'ods');
  const decoder = new TextDecoder();
  const xml = decoder.decode(content);
  if (tagsOf(xml, 'spreadsheet').length === 0) return unreadable('notWorkbook', 'OpenDocument');
  const { sheets, names, tooMany } = scan(xml);
  if (tooMany) return abnormal('tooManyCells', LIMITS.cells);
  if (sheets.size > LIMITS.sheets) return abnormal('tooManySheets', LIMITS.sheets);
  const meta = decoder.decode(parts.get('meta.xml'));
  const modified = /<dc:date>([^<]*)</.exec(meta)?.[1] ?? null;
  // The library takes a zip for OpenDocument by its manifest, and asks for the styles without checking.
  const needed = new Map<string, Uint8Array>([
    ['META-INF/manifest.xml', parts.get('META-INF/manifest.xml') ?? new TextEncoder().encode('<manifest:manifest/>')],
    ['content.xml', content],
    ['styles.xml', parts.get('styles.xml') ?? new TextEncoder().encode('<office:document-styles/>')],
  ]);
  return accept({ ...factsOfOds(entries, xml), format: 'ods', bytes: storedZip(needed), sheets, names, modified: isoDate(modified === null ? null : unescapeXml(modified)) });
}
