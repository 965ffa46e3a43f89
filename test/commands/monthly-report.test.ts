import type { Piece, ReportDocument } from '../../src/core/monthly-report/document';
import type { NumberPart } from '../../src/core/monthly-report/types';
import { formatNumber } from '../../src/locales/format';
import { cellAt, findSheet, setValue } from '../../src/workbench/model/workbook';
import type { CellValue, WorkbookModel } from '../../src/workbench/model/types';
import { inExcel } from '../excel/world';
import { AS_OF, columnOf, contentsOf, differing, factRow, juneWorkbook, openOffice, placeOf, sheetNamed, summaryCell, tableNamed, type Office } from './office';

jest.setTimeout(120_000);

const REPORT = 'Báo cáo tháng';
const BODY = 1;
const CHECK = 5;
const june = { year: 2024, month: 6 };

async function inJune<T>(work: (office: Office) => Promise<T>): Promise<T> {
  const office = await openOffice(await juneWorkbook());
  try {
    return await work(office);
  } finally {
    office.excel.dispose();
  }
}

async function documentOf({ commands }: Office): Promise<ReportDocument> {
  const outcome = await commands.monthlyReportFile({ asOf: AS_OF });
  if (outcome.kind !== 'made') throw new Error(JSON.stringify(outcome));
  return outcome.document;
}

let shared: Promise<{ readonly office: Office; readonly document: ReportDocument }> | null = null;

/** One workbook for the tests that only look. */
async function reading(work: (office: Office, document: ReportDocument) => Promise<void>): Promise<void> {
  shared ??= openOffice(await juneWorkbook()).then(async (office) => ({ office, document: await documentOf(office) }));
  const { office, document } = await shared;
  await work(office, document);
}
afterAll(async () => (await shared)?.office.excel.dispose());

async function written({ commands }: Office) {
  const outcome = await commands.writeMonthlyReport({ asOf: AS_OF });
  if (outcome.kind !== 'written') throw new Error(JSON.stringify(outcome));
  return outcome;
}

const valueAt = (model: WorkbookModel, sheet: string, address: string): CellValue => {
  const { row, col } = placeOf(address);
  return cellAt(sheetNamed(model, sheet), row, col)?.value ?? null;
};

function cellsIn(area: string): string[] {
  const [first = '', last = first] = area.split(':');
  const [from, to] = [placeOf(first), placeOf(last)];
  const letters = /^[A-Z]+/.exec(first)?.[0] ?? '';
  return Array.from({ length: to.row - from.row + 1 }, (_, n) => `${letters}${from.row + 1 + n}`);
}

/** What is wrong with a number of the text, '' when it is what stands in the workbook. */
function faultOf(model: WorkbookModel, { value, decimals, unsigned, isYear, reference }: NumberPart, text: string): string {
  const shown = isYear === true ? String(value) : formatNumber(value, 'vi', decimals);
  if (text !== shown) return `${text} is not ${shown}`;
  switch (reference.kind) {
    case 'document':
      return 'a number has a cell';
    case 'cell': {
      const stands = valueAt(model, reference.sheet, reference.cell);
      if (typeof stands !== 'number') return `${reference.label} holds ${JSON.stringify(stands)}`;
      return (unsigned === true ? Math.abs(stands) : stands) === value ? '' : `${reference.label} holds ${stands}, not ${value}`;
    }
    case 'count': {
      const { sheet, cells, within, word } = reference;
      if (new Set(cells).size !== value) return `${cells.length} cells, not ${value}`;
      if (within === undefined) return cells.some((cell) => valueAt(model, sheet, cell) === null) ? 'a counted cell is blank' : '';
      return cellsIn(within).filter((cell) => valueAt(model, sheet, cell) === word).join() === [...cells].sort((a, b) => placeOf(a).row - placeOf(b).row).join() ? '' : `${word}: other cells`;
    }
  }
}

const partsIn = (pieces: readonly Piece[]) => pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece]));

test('every number of the text stands in the workbook where its reference says', async () => {
  await reading(async (office, { paragraphs }) => {
    const numbers = paragraphs.flatMap(({ pieces }) => partsIn(pieces)).flatMap(({ part, text }) => (part.kind === 'number' ? [{ part, text }] : []));
    expect(numbers.length).toBeGreaterThan(100);
    expect(numbers.map(({ part, text }) => faultOf(office.model, part, text)).filter((fault) => fault !== '')).toEqual([]);
  });
});

test('the fixed words of the sentences hold no number of their own', async () => {
  await reading(async (_, { paragraphs }) => {
    const words = paragraphs.filter(({ role }) => role === 'item' || role === 'body').flatMap(({ pieces }) => pieces.filter((piece) => typeof piece === 'string'));
    expect(words.length).toBeGreaterThan(100);
    expect(words.filter((word) => /\d/.test(word))).toEqual([]);
  });
});

test('words of units are quoted from the cells that hold them', async () => {
  await reading(async (office, { paragraphs }) => {
    const quoted = paragraphs.flatMap(({ pieces }) => partsIn(pieces)).flatMap(({ part }) => (part.kind === 'text' && part.reference.kind === 'cell' && part.reference.sheet === 'Vướng mắc' && part.reference.label.includes('Tồn tại') ? [part] : []));
    expect(quoted.length).toBeGreaterThan(1);
    for (const { text, reference } of quoted) {
      if (reference.kind !== 'cell') continue;
      expect(String(valueAt(office.model, reference.sheet, reference.cell))).toContain(text.split('; ')[0]);
    }
  });
});

test('written once, the sheets say so; a second time nothing is written', async () => {
  await inJune(async (office) => {
    const before = await office.commands.workbookState();
    const { sheet, appendixSheet, receipt } = await written(office);
    expect([sheet, appendixSheet, receipt.readBackRefusal]).toEqual([REPORT, 'Phụ lục', undefined]);
    expect(receipt.roundTrips).toBeLessThanOrEqual(3);
    const contents = contentsOf(office.model);
    expect(await office.commands.writeMonthlyReport({ asOf: AS_OF, period: june })).toMatchObject({ kind: 'nothingToWrite', sheet: REPORT });
    expect(differing(contents, contentsOf(office.model))).toEqual([]);
    // A report upward is none of the units' reports.
    expect(await office.commands.workbookState()).toEqual(before);
  });
});

test('every line says that its numbers stand, and says otherwise as soon as one moves', async () => {
  await inJune(async (office) => {
    await written(office);
    const verdicts = (): CellValue[] => [...sheetNamed(office.model, REPORT).cells.values()].flatMap((cells) => cells.get(CHECK)?.value ?? []).filter((text) => text !== 'Đối chiếu');
    expect(new Set(verdicts())).toEqual(new Set(['khớp']));
    const fact = factRow(office.model, 'STC', 'KT04', 6);
    const { sheet } = tableNamed(office.model, 'SoLieu');
    setValue(sheet, fact.row, columnOf(office.model, 'SoLieu', 'Lũy kế'), 9_000);
    await inExcel(office.excel, (workbook) => workbook.application.calculate('Full'));
    expect(summaryCell(office.model, 'KT04', 'Lũy kế').value).toBe(9_000);
    const line = [...sheetNamed(office.model, REPORT).cells.values()].find((cells) => String(cells.get(BODY)?.value).startsWith('- Thu ngân sách nhà nước:'));
    expect(line?.get(CHECK)?.value).toBe('số liệu đã đổi');
    expect(verdicts()).toContain('khớp');
    // Made again in its place: the sentence follows.
    expect(await written(office)).toMatchObject({ sheet: REPORT, receipt: { createdSheets: [] } });
    expect(new Set(verdicts())).toEqual(new Set(['khớp']));
    expect(findSheet(office.model, `${REPORT} (2)`)).toBeUndefined();
  });
});

test('the table of the appendix shows what Tổng hợp shows', async () => {
  await inJune(async (office) => {
    await written(office);
    const sheet = sheetNamed(office.model, 'Phụ lục');
    const row = [...sheet.cells.values()].find((cells) => cells.get(1)?.value === 'Thu ngân sách nhà nước');
    expect([3, 4, 5, 6].map((col) => row?.get(col)?.value)).toEqual(['Kế hoạch năm 2024', 'Thực hiện tháng', 'Lũy kế', 'Cùng kỳ năm trước'].map((header) => summaryCell(office.model, 'KT04', header).value));
    const blank = [...sheet.cells.values()].find((cells) => cells.get(1)?.value === 'Tổng kim ngạch xuất khẩu');
    expect(blank?.get(5)?.value).toBe('');
  });
});

test('a report that the analyst edited stays, and the new one is numbered', async () => {
  await inJune(async (office) => {
    await written(office);
    setValue(sheetNamed(office.model, REPORT), 3, 0, 'Số: 123/BC-SKHĐT');
    const edited = contentsOf(office.model);
    expect(await written(office)).toMatchObject({ sheet: `${REPORT} (2)`, appendixSheet: 'Phụ lục', receipt: { createdSheets: [`${REPORT} (2)`] } });
    expect(differing(edited, contentsOf(office.model, [`${REPORT} (2)`]))).toEqual([]);
    // Then it is the new one that is kept up.
    expect(await office.commands.writeMonthlyReport({ asOf: AS_OF })).toMatchObject({ kind: 'nothingToWrite', sheet: `${REPORT} (2)` });
  });
});

test('a write is taken back whole', async () => {
  await inJune(async (office) => {
    const before = contentsOf(office.model);
    const { receipt } = await written(office);
    expect(await office.commands.takeBackWrite(receipt)).toMatchObject({ kind: 'takenBack', report: { left: [] } });
    expect(differing(before, contentsOf(office.model))).toEqual([]);
  });
});

test('a date of receipt typed since the last run says who was late', async () => {
  await inJune(async (office) => {
    const { sheet, table } = tableNamed(office.model, 'TheoDoiNop');
    const at = (row: number, header: string): CellValue => cellAt(sheet, row, columnOf(office.model, 'TheoDoiNop', header))?.value ?? null;
    for (let row = table.range.row + 1; row <= table.range.lastRow; row += 1) {
      if (at(row, 'Tháng') === 6 && at(row, 'Mã đơn vị') === 'SYT') setValue(sheet, row, columnOf(office.model, 'TheoDoiNop', 'Ngày nhận'), 45_463);
    }
    const { paragraphs } = await documentOf(office);
    const late = paragraphs.find(({ pieces }) => pieces.some((piece) => typeof piece === 'string' && piece.includes('Gửi trễ hạn')));
    expect(late && partsIn(late.pieces).map(({ text }) => text)).toEqual(['1', 'Sở Y tế']);
  });
});

test('no report without Tổng hợp, nor for a month on which it does not stand', async () => {
  const empty = await openOffice();
  try {
    expect(await empty.commands.writeMonthlyReport({ asOf: AS_OF })).toEqual({ kind: 'noSummary' });
  } finally {
    empty.excel.dispose();
  }
  await inJune(async ({ commands }) => {
    expect(await commands.monthlyReportFile({ asOf: AS_OF, period: { year: 2024, month: 5 } })).toEqual({ kind: 'otherMonth', standing: june });
  });
});
