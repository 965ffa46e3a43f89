import { unzipSync } from 'fflate';
import type { FormsOutcome, FormsRequest } from '../../src/commands/forms';
import { indexCatalogue } from '../../src/core/catalogue/index-catalogue';
import { programme2024 } from '../../src/core/catalogue/programme2024';
import { readBook } from '../../src/core/report/read-book';
import { openFile } from '../../src/files/open-file';
import type { WorkbookModel } from '../../src/workbench/model/types';
import { addSheet, cellAt, findSheet } from '../../src/workbench/model/workbook';
import { fileOf, juneWorkbook, openOffice, sheetNamed, type Office } from './office';

jest.setTimeout(120_000);

const july = { year: 2024, month: 7 };
const index = indexCatalogue(programme2024());

let office: Office | null = null;
afterEach(() => {
  office?.excel.dispose();
  office = null;
});

async function open(model?: WorkbookModel): Promise<Office> {
  office = await openOffice(model);
  return office;
}

const make = (at: Office, more: Partial<FormsRequest> = {}): Promise<FormsOutcome> => at.commands.makeForms({ period: july, units: 'all', as: 'files', ...more });

async function made<K extends FormsOutcome['kind']>(kind: K, outcome: Promise<FormsOutcome>): Promise<Extract<FormsOutcome, { kind: K }>> {
  const result = await outcome;
  if (!isOf(result, kind)) throw new Error(`${result.kind} instead of ${kind}`);
  return result;
}
const isOf = <K extends FormsOutcome['kind']>(outcome: FormsOutcome, kind: K): outcome is Extract<FormsOutcome, { kind: K }> => outcome.kind === kind;

async function reportIn(bytes: Uint8Array, name: string) {
  const outcome = await openFile(name, bytes);
  if (outcome.status !== 'read') throw new Error('not read');
  return readBook(outcome.book, index, 'file').report;
}

describe('as files', () => {
  test('one workbook for every unit, and all of them in one zip', async () => {
    const { files, zip, findings } = await made('files', make(await open()));
    expect(files.map(({ unit }) => unit)).toEqual(index.catalogue.units.map(({ code }) => code));
    expect(files.find(({ unit }) => unit === 'SCT')).toMatchObject({ fileName: 'SCT_2024-07.xlsx', unitName: 'Sở Công Thương' });
    expect(findings).toEqual([]);
    const parts = unzipSync(zip.bytes);
    expect(zip.fileName).toBe('bieu-mau_2024-07.zip');
    expect(Object.keys(parts)).toEqual(files.map(({ fileName }) => fileName));
    expect(parts['SCT_2024-07.xlsx']).toEqual(files.find(({ unit }) => unit === 'SCT')?.bytes);
  });

  test('with last month as the workbook holds it, and the units\' own plans', async () => {
    const at = await open(await juneWorkbook());
    const { files } = await made('files', make(at, { units: ['NT', 'STC'] }));
    expect(at.excel.host.counters.requests).toBeLessThanOrEqual(3);
    const [nt, stc] = await Promise.all(files.map(({ bytes, fileName }) => reportIn(bytes, fileName)));
    const june = await Promise.all(['NT', 'STC'].map(async (unit) => reportIn(fileOf(6, unit).bytes, fileOf(6, unit).name)));
    const figure = (report: typeof nt, code: string, role: 'month' | 'previousMonth' | 'plan') => {
      const reading = report?.rows.find(({ match }) => match.how === 'code' && match.indicator === code)?.figures[role]?.reading;
      return reading?.kind === 'number' ? reading.value : null;
    };
    expect(figure(nt, 'XH02', 'previousMonth')).toBe(figure(june[0] ?? null, 'XH02', 'month'));
    expect(figure(stc, 'KT04', 'previousMonth')).toBe(figure(june[1] ?? null, 'KT04', 'month'));
    expect([figure(nt, 'XH02', 'previousMonth'), figure(stc, 'KT04', 'previousMonth')]).not.toContain(null);
    expect(figure(nt, 'XH02', 'plan')).toBe(figure(june[0] ?? null, 'XH02', 'plan'));
    expect(figure(nt, 'XH02', 'month')).toBeNull();
  });

  test('nothing changes in the workbook', async () => {
    const at = await open();
    await make(at, { units: ['SCT'] });
    expect(at.model.sheets.map(({ name }) => name)).toEqual(['Trang1']);
  });

  test('told before each unit, stopped between two', async () => {
    const at = await open();
    const stop = new AbortController();
    const told: string[] = [];
    const outcome = await make(at, {
      signal: stop.signal,
      onProgress: ({ done, total, current }) => {
        told.push(`${done}/${total} ${current}`);
        if (done === 2) stop.abort();
      },
    });
    const total = index.catalogue.units.length;
    expect(outcome).toEqual({ kind: 'cancelled', done: 2, total });
    expect(told).toEqual(index.catalogue.units.slice(0, 3).map(({ code }, n) => `${n}/${total} ${code}`));
  });
});

describe('as sheets of the workbook', () => {
  test('each under its unit\'s code, protected, with names of its own; taken back by the receipt', async () => {
    const at = await open();
    const { made: sheets, present, receipt } = await made('sheets', make(at, { as: 'sheets', units: ['SCT', 'NT'] }));
    expect([sheets, present]).toEqual([[{ unit: 'SCT', sheet: 'SCT' }, { unit: 'NT', sheet: 'NT' }], []]);
    const nt = sheetNamed(at.model, 'NT');
    expect(nt.protection).toMatchObject({ protected: true, options: { allowFormatCells: true, allowFormatColumns: true, allowFormatRows: true, allowInsertRows: false, selectionMode: 'Normal' } });
    expect(nt.protection.password).toBeUndefined();
    expect(nt.names.map(({ name, formula }) => `${name}${formula}`).sort()).toEqual(['CT_DonVi="NT"', 'CT_Ky="2024-07"', 'CT_PhienBan="2024.1"']);
    expect(nt.pageLayout).toMatchObject({ orientation: 'Landscape', paperSize: 9, titleRows: { first: 7, last: 9 }, zoom: { horizontalFitToPages: 1 } });
    expect(new Set(nt.dataValidations.map(({ type }) => type))).toEqual(new Set(['List', 'Custom', 'TextLength']));
    expect(nt.dataValidations.every(({ prompt }) => (prompt?.message ?? '') !== '')).toBe(true);
    if (receipt === null) throw new Error('no receipt');
    expect(receipt.roundTrips).toBeLessThanOrEqual(3);
    expect(await at.commands.takeBackWrite(receipt)).toMatchObject({ kind: 'takenBack', report: { removedSheets: ['SCT', 'NT'], left: [] } });
    expect(at.model.sheets.map(({ name }) => name)).toEqual(['Trang1']);
  });

  test('figures can be typed into what is open and into nothing else; then it is a report', async () => {
    const at = await open();
    await make(at, { as: 'sheets', units: ['SCT'] });
    expect((await at.commands.workbookState())).toMatchObject({ reportSheets: 0 });
    expect(() => at.excel.host.user.type('SCT', 11, 4, '1')).toThrow();
    expect(() => at.excel.host.user.type('SCT', 11, 9, '1')).toThrow();
    for (const [column, figure] of [[6, '160.5'], [7, '1051.3'], [8, '990.1']] as const) at.excel.host.user.type('SCT', 11, column, figure);
    expect(cellAt(sheetNamed(at.model, 'SCT'), 11, 9)?.value).toBe(56.22);
    expect((await at.commands.workbookState())).toMatchObject({ reportSheets: 1 });
    const checked = await at.commands.checkAll();
    if (checked.kind !== 'checkedAll') throw new Error('not checked');
    expect(checked.sheets.map(({ sheet, report }) => [sheet, report?.unit, report?.period])).toEqual([['SCT', 'SCT', july]]);
    expect(checked.findings.filter(({ severity }) => severity === 'E')).toEqual([]);
    // Protected as the form is, cells may be formatted: what is found can be shown.
    expect(checked.highlights.refused).toBeNull();
  });

  test('a form that waits to be filled is no report that came in', async () => {
    const at = await open();
    await make(at, { as: 'sheets', units: ['SCT', 'STC'], period: { year: 2024, month: 6 } });
    const preview = await at.preview(6, [fileOf(6, 'STC')]);
    expect(preview.inputs.map(({ kind, unit }) => [kind, unit])).toEqual([['file', 'STC']]);
    expect(preview.findings.filter(({ code }) => code === 'F07')).toEqual([]);
  });

  test('a form that is there already is left and named; another month stands beside it', async () => {
    const at = await open();
    await make(at, { as: 'sheets', units: ['SCT'] });
    at.excel.host.user.type('SCT', 11, 6, '160.5');
    const again = await made('sheets', make(at, { as: 'sheets', units: ['SCT', 'STC'] }));
    expect(again).toMatchObject({ made: [{ unit: 'STC', sheet: 'STC' }], present: [{ unit: 'SCT', sheet: 'SCT' }] });
    expect(cellAt(sheetNamed(at.model, 'SCT'), 11, 6)?.value).toBe(160.5);
    expect(await make(at, { as: 'sheets', units: ['SCT'] })).toMatchObject({ kind: 'sheets', made: [], receipt: null });
    const august = await made('sheets', make(at, { as: 'sheets', units: ['SCT'], period: { year: 2024, month: 8 } }));
    expect(august.made).toEqual([{ unit: 'SCT', sheet: 'SCT_2024-08' }]);
  });

  test('a name that something else has is numbered, whatever its capitals', async () => {
    const at = await open();
    addSheet(at.model, 'sct');
    addSheet(at.model, 'SCT_2024-07');
    expect(await make(at, { as: 'sheets', units: ['SCT'] })).toMatchObject({ kind: 'sheets', made: [{ sheet: 'SCT_2024-07 (2)' }] });
  });

  test('every unit at once costs as many round trips as their size asks for', async () => {
    const at = await open();
    const { receipt, made: sheets } = await made('sheets', make(at, { as: 'sheets' }));
    expect(sheets).toHaveLength(index.catalogue.units.length);
    expect(receipt?.roundTrips).toBeLessThanOrEqual(8);
  });

  test('a protected workbook refuses in words of its own and stays as it was', async () => {
    const at = await open();
    at.model.structureProtected = true;
    expect(await make(at, { as: 'sheets', units: ['SCT'] })).toMatchObject({ kind: 'refused', refusal: { code: 'protectedWorkbook' } });
    expect(findSheet(at.model, 'SCT')).toBeUndefined();
  });
});

describe('what cannot be made', () => {
  test('units that the catalogue does not know', async () => {
    expect(await make(await open(), { units: ['SCT', 'ABC'] })).toEqual({ kind: 'unknownUnits', units: ['ABC'] });
  });

  test('a month of another year: its plans are not known', async () => {
    expect(await make(await open(), { period: { year: 2025, month: 1 } })).toEqual({ kind: 'otherYear', catalogueYear: 2024 });
  });
});
