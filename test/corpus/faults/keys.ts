import { fault, has, isMonthlyFlow, someRow, type Fault, type Scene } from '../fault';
import { rounded } from '../series';
import { put, textIn, type Sheet } from '../sheet';
import { YEAR } from '../world';
import { lastDayOf } from '../../../src/core/catalogue/validity';
import { addRow } from './sheet';

/** Measures that people write for another one, by the catalogue's. */
const WRONG_MEASURES: Readonly<Record<string, readonly string[]>> = {
  'tỷ đồng': ['triệu đồng', 'nghìn đồng', 'triệu USD'], 'triệu USD': ['tỷ đồng', 'nghìn USD', 'tỷ USD'], 'người': ['hộ', 'nghìn người', '%'], '%': ['người', 'tỷ đồng', 'hộ'], 'vụ': ['người', 'nghìn vụ'],
};
const UNKNOWN = ['Sở Nông lâm', 'Công ty Cổ phần Vĩnh Hy', 'UBND huyện Vĩnh Sơn', 'Ban Quản lý vịnh Nha Phu'];
const others = (scene: Scene): string => scene.chance.pick(scene.world.catalogue.units.filter((unit) => unit.code !== scene.unit && ['department', 'district'].includes(unit.kind)).map((unit) => unit.code));

/** Faults of what says who, when and which. */
export const keyFaults: readonly Fault[] = [
  fault('K01', 'both', 'a unit that nobody knows', (scene) => {
    const sheet = scene.sheet();
    if (!sheet.isStandard && textIn(sheet, 0, 0) === '') return null;
    const name = scene.chance.pick(UNKNOWN);
    if (sheet.isStandard) {
      sheet.names = sheet.names.map((each) => (each.name === 'CT_DonVi' ? { ...each, value: 'XYZT' } : each));
      put(sheet, 1, 0, name.toLocaleUpperCase('vi'));
      put(sheet, 4, 0, `Đơn vị báo cáo: ${name} (XYZT)`);
    } else for (const row of [0, 1]) put(sheet, row, 0, row === 0 ? name.toLocaleUpperCase('vi') : null);
    sheet.file = `Bieu bao cao thang ${scene.month}-${YEAR}.xlsx`;
    return { labels: [{ code: 'K01' }], alsoTrue: ['R01'] };
  }),
  fault('K02', 'both', 'no unit anywhere', (scene) => {
    const sheet = scene.sheet();
    sheet.names = sheet.names.filter((each) => each.name !== 'CT_DonVi');
    put(sheet, 0, 0, null);
    put(sheet, 1, 0, null);
    if (sheet.isStandard) put(sheet, 4, 0, null);
    sheet.file = `Bieu bao cao thang ${scene.month}-${YEAR}.xlsx`;
    return { labels: [{ code: 'K02' }], alsoTrue: ['R01'] };
  }),
  fault('K03', 'both', 'the file is named after another unit', (scene) => {
    const sheet = scene.sheet();
    if (!sheet.isStandard && textIn(sheet, 0, 0) === '') return null;
    sheet.file = `${others(scene)}_${YEAR}-${String(scene.month).padStart(2, '0')}.xlsx`;
    return { labels: [{ code: 'K03' }] };
  }),
  fault('K04', 'both', 'no month anywhere', (scene) => {
    const sheet = scene.sheet();
    sheet.names = sheet.names.filter((each) => each.name !== 'CT_Ky');
    for (let row = 0; row < sheet.headingTop; row += 1) {
      for (const [column, { content }] of [...(sheet.cells.get(row) ?? [])]) if (content?.kind === 'text' && /tháng|kỳ số liệu|kèm theo/i.test(content.value)) put(sheet, row, column, null);
    }
    for (const [column, { content }] of [...(sheet.cells.get(sheet.headingTop) ?? [])]) {
      if (content?.kind !== 'text') continue;
      const neutral = content.value.replace(/\s*tháng \d+$/u, ' trong tháng').replace(/^(Luỹ kế) \d+ tháng$/u, '$1').replace(/^\d+ tháng đầu năm$/u, 'Lũy kế từ đầu năm');
      put(sheet, sheet.headingTop, column, neutral);
    }
    sheet.file = scene.isStandard ? `${scene.unit}.xlsx` : `Bao cao - ${scene.world.index.unit(scene.unit)?.short ?? ''}.xlsx`;
    return { labels: [{ code: 'K04' }], alsoTrue: ['R01'] };
  }),
  fault('K05', 'both', 'after the report month', (scene) => (scene.month < 3 ? null : { labels: [{ code: 'K05' }], reportPeriod: { year: YEAR, month: scene.month - 1 } })),
  fault('K05', 'both', 'of another year', (scene) => ({ labels: [{ code: 'K05' }], reportPeriod: { year: YEAR + 1, month: scene.month } })),
  fault('K06', 'both', 'a closed month', (scene) => {
    const closedPeriods = [{ period: { year: YEAR, month: scene.month }, closedOn: `${YEAR}-12-20` }];
    return { labels: [{ code: 'K06' }], index: scene.world.remake({ ...scene.world.catalogue, closedPeriods }) };
  }),
  fault('K07', 'standard', "another unit's indicator", (scene) => {
    const foreign = scene.chance.shuffled(scene.world.catalogue.indicators).find((each) => each.kind === 'flow' && each.unit !== '' && scene.world.index.assignment(scene.unit, each.code) === null);
    if (foreign === undefined) return null;
    const { month } = scene;
    addRow(scene, foreign.code, { month: 10, cumulative: 10 * month, previousMonth: null });
    // A flow without earlier months cannot be checked over time.
    return { labels: [{ code: 'K07', indicator: foreign.code }], alsoTrue: ['R01'] };
  }),
  fault('K08', 'both', 'the name of another indicator', (scene) => {
    const row = someRow(scene, (each) => has(each, 'cumulative'));
    if (row === null) return null;
    const other = scene.chance.pick(scene.world.catalogue.indicators.filter((each) => each.code !== row.indicator.code && each.unit !== '' && !scene.draft.entries.some((present) => present.indicator.code === each.code)));
    row.name = other.name;
    // On the form the name is locked; changing it is told too.
    return scene.sheet().columns.has('code') ? { labels: [{ code: 'K08', indicator: row.indicator.code }], alsoTrue: scene.isStandard ? ['V22'] : [] } : null;
  }),
  fault('K09', 'both', 'another measure', (scene) => {
    const row = someRow(scene, (each) => has(each, 'cumulative') && WRONG_MEASURES[each.indicator.unit] !== undefined);
    if (row === null) return null;
    row.measure = scene.chance.pick(WRONG_MEASURES[row.indicator.unit] ?? []);
    // On the form the measure is locked; changing it is told too.
    return scene.sheet().columns.has('unitOfMeasure') ? { labels: [{ code: 'K09', indicator: row.indicator.code }], alsoTrue: scene.isStandard ? ['V22'] : [] } : null;
  }),
  fault('K10', 'free', 'a name with slips', (scene) => {
    const row = someRow(scene, (each) => isOwedMonthly(scene, each.indicator.code) && each.indicator.name.split(' ').length >= 7);
    if (row === null) return null;
    row.name = slipped(row.indicator.name, scene.chance.int(0, 2));
    return scene.sheet().columns.has('code') ? null : { labels: [{ code: 'K10', indicator: row.indicator.code }] };
  }),
  fault('K11', 'both', 'a unit that is no more', (scene) => {
    const { catalogue } = scene.world;
    const validTo = lastDayOf({ year: YEAR, month: scene.month - 1 });
    const units = catalogue.units.map((each) => (each.code === scene.unit ? { ...each, validTo } : each));
    return { labels: [{ code: 'K11' }], index: scene.world.remake({ ...catalogue, units }) };
  }),
  fault('K11', 'standard', 'a denominator of another time', (scene) => {
    const stated = scene.month < 11 ? 90 : 92;
    const numerator = scene.chance.int(66, 75);
    // The share follows from the count and is computed from it: the row itself is not used, and that is listed.
    return addRow(scene, 'XH12.2', { cumulative: rounded((numerator / stated) * 100, 1), numerator, denominator: stated }) === null
      ? null : { labels: [{ code: 'K11', indicator: 'XH12.2', role: 'denominator' }, { code: 'F11', indicator: 'XH12.2' }] };
  }),
  fault('K12', 'standard', 'the title of another month', (scene) => {
    const sheet = scene.sheet();
    const before = scene.month - 1;
    put(sheet, 3, 0, textIn(sheet, 3, 0).replace(`THÁNG ${scene.month} `, `THÁNG ${before} `));
    return { labels: [{ code: 'K12' }] };
  }),
  fault('K12', 'both', 'the file name of another month', (scene) => {
    const sheet = scene.sheet();
    const other = scene.month === 12 ? 11 : scene.month + 1;
    const short = scene.world.index.unit(scene.unit)?.short ?? '';
    sheet.file = sheet.isStandard ? `${scene.unit}_${YEAR}-${String(other).padStart(2, '0')}.xlsx` : `Bao cao thang ${other} - ${short}.xlsx`;
    return { labels: [{ code: 'K12' }] };
  }),
  fault('F08', 'standard', 'an old form', (scene) => {
    const sheet = scene.sheet();
    const version = scene.chance.pick(['2023.1', '2023.2', '2024.0', '2022.1']);
    sheet.names = sheet.names.map((each) => (each.name === 'CT_PhienBan' ? { ...each, value: version } : each));
    return { labels: [{ code: 'F08' }] };
  }),
  fault('F09', 'both', 'a link', (scene) => {
    const sheet = scene.sheet();
    sheet.links = [scene.chance.pick(['KH 2024.xlsx', 'So lieu thang 5.xlsx'])];
    return { labels: [{ code: 'F09' }] };
  }),
  fault('F10', 'both', 'macros', (scene) => {
    const sheet = scene.sheet();
    sheet.hasMacros = true;
    sheet.file = sheet.file.replace(/xlsx$/, 'xlsm');
    return { labels: [{ code: 'F10' }] };
  }),
  fault('V10', 'standard', 'a level that is not in the list', (scene) => levelLine(scene, (line) => line.replace(/ước tính$/, scene.chance.pick(['dự kiến', 'tạm tính', 'cuối cùng', 'uoc thinh'])), 'V10')),
  fault('V11', 'standard', 'a day that does not exist', (scene) => levelLine(scene, (line) => line.replace(/– 14\//, `– ${scene.chance.pick([32, 34, 45])}/`), 'V11')),
  fault('V11', 'standard', 'days of another month', (scene) => levelLine(scene, (line) => line.replace(/\d\d\/\d\d\/\d{4} – \d\d\/\d\d\/\d{4}/, `15/0${scene.chance.int(1, 4)}/2023 – 14/0${scene.chance.int(5, 9)}/2023`), 'V11')),
  fault('V11', 'both', 'days counted from 1904', (scene) => {
    const sheet = scene.sheet();
    const row = scene.chance.pick([...sheet.rows.values()]);
    sheet.date1904 = true;
    put(sheet, row, sheet.columns.get('note') ?? 0, serialOf(scene.month) - DAYS_TO_1904, { format: 'dd/mm/yyyy' });
    return { labels: [{ code: 'V11' }] };
  }),
  fault('R01', 'both', 'nothing is known of earlier months', (scene) =>
    scene.month >= 3 && scene.facts.length > 0 && scene.draft.entries.some(isMonthlyFlow) ? { labels: [{ code: 'R01' }], facts: [], words: [] } : null),
];

/** Between the first days of the two date systems. */
const DAYS_TO_1904 = 1462;
/** The 15th of a month of the year as Excel counts days from 1900. */
export const serialOf = (month: number): number => Math.round(Date.UTC(YEAR, month - 1, 15) / 86_400_000) + 25_569;

export function levelLine(scene: Scene, change: (line: string) => string, code: 'V10' | 'V11' | null): ReturnType<Fault['seed']> {
  const sheet: Sheet = scene.sheet();
  const line = textIn(sheet, 5, 0);
  const changed = change(line);
  put(sheet, 5, 0, changed);
  return changed === line ? null : { labels: code === null ? [] : [{ code }] };
}

function isOwedMonthly(scene: Scene, code: string): boolean {
  const assignment = scene.world.index.assignment(scene.unit, code);
  return assignment?.due === 'M' && assignment.role !== 'check';
}

/** A word more, a word less, or two letters wrong: near, and not the same. */
function slipped(name: string, how: number): string {
  const words = name.split(' ');
  if (how === 0) return `${name} trên địa bàn`;
  if (how === 1) return [...words.slice(0, 2), ...words.slice(3)].join(' ');
  return words.map((word, at) => (at === 2 || at === 4 ? `${word.slice(0, -1)}m` : word)).join(' ');
}

