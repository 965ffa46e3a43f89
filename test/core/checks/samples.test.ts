import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkBook } from '../../../src/core/checks/check-book';
import type { Finding } from '../../../src/core/checks/finding';
import { emptyHistory, type History } from '../../../src/core/checks/history';
import { factIndex } from '../../../src/core/consolidation/fact-index';
import type { Fact } from '../../../src/core/consolidation/types';
import { periodKey, type Period } from '../../../src/core/period';
import { readBook } from '../../../src/core/report/read-book';
import { openFile } from '../../../src/files/open-file';
import { index } from './report-of';

const SAMPLES = join(__dirname, '..', '..', '..', 'samples');
const MONTHS = [2, 3, 4, 5, 6];

/** Facts straight from the rows, so that the checks over time can be seen without the consolidation. */
function plainFacts(reading: ReturnType<typeof readBook>, into: Map<string, Fact>): void {
  const { report } = reading;
  if (!report?.unit || !report.period) return;
  for (const row of report.rows) {
    if (row.match.how === 'none') continue;
    const value = (role: 'month' | 'cumulative' | 'lastYear' | 'numerator' | 'denominator'): number | null => {
      const cell = row.figures[role]?.reading;
      return cell?.kind === 'number' ? cell.value : null;
    };
    into.set([report.unit, row.match.indicator, periodKey(report.period)].join('|'), {
      unit: report.unit, indicator: row.match.indicator, period: report.period, role: 'part', level: null, state: 'figure', used: true, reasons: [], marks: [],
      method: 'reported', file: report.source.file, sheet: report.source.sheet, cells: {}, hash: report.source.hash, recordedAt: '',
      month: value('month'), cumulative: value('cumulative'), lastYear: value('lastYear'), numerator: value('numerator'), denominator: value('denominator'),
    });
  }
}

async function checkMonth(month: number, history: History, facts: Map<string, Fact>): Promise<Finding[]> {
  const folder = join(SAMPLES, periodKey({ year: 2024, month }));
  const reportPeriod: Period = { year: 2024, month };
  const findings: Finding[] = [];
  for (const name of readdirSync(folder).sort()) {
    const outcome = await openFile(name, readFileSync(join(folder, name)));
    if (outcome.status !== 'read') throw new Error(`${name} was not read`);
    const reading = readBook(outcome.book, index, 'file');
    findings.push(...checkBook({ reading, index, reportPeriod, history }).findings);
    plainFacts(reading, facts);
  }
  return findings;
}

const said = (finding: Finding): string => [finding.code, finding.severity, finding.unit ?? finding.file, finding.indicator ?? '', finding.cells.join('+'), finding.held ? 'held' : ''].join(' ').trim();

describe.each([['with the months before', true], ['each month by itself', false]])('the sample reports, %s', (_what, withHistory) => {
  const months = new Map<number, Finding[]>();
  beforeAll(async () => {
    const facts = new Map<string, Fact>();
    for (const month of MONTHS) months.set(month, await checkMonth(month, withHistory ? factIndex([...facts.values()]) : emptyHistory, facts));
  }, 120_000);

  test.each([2, 3, 4, 5])('month %d is free of errors and of held figures', (month) => {
    expect((months.get(month) ?? []).filter((finding) => finding.severity === 'E' || finding.held).map(said)).toEqual([]);
  });

  test('the messy June: what is wrong, and nothing else', () => {
    const loud = (months.get(6) ?? []).filter((finding) => finding.severity !== 'I').map(said);
    expect(loud.sort()).toEqual([
      'F11 W CL',
      'K12 W TTT  A4',
      'L10 W SLDTBXH XH03 H12+N12+O12',
      'L10 W SLDTBXH XH03.1 H13+N13+O13',
      'L10 W TTT NV04 H13+N13+O13',
      'S13 W SYT  C13',
      'S14 W KV XH07 C13+C14',
      'T09 W KV XH02 G12+H12 held',
      'V01 E CAT NV08.2 G13',
      'V01 E KV XH09 H16',
      'V01 E KV XH09 L16',
      'V01 E KV XH09 M16',
      'V03 W CL MT03 G17',
      'V03 W CL XH02 G7',
      'V03 W CL XH07 G8',
      'V03 W CL XH08 G9',
      'V03 W CL XH09 G10',
      'V04 W CTH KT04.2 H12 held',
      'V04 W SCT KT03 H12 held',
      'V14 W VN XH08 H14',
      'V15 W VN XH02 H12 held',
      ...(withHistory ? ['V23 W CAT NV08.2 H13'] : []),
    ]);
  });

  test('the messy June: what needs nothing', () => {
    const quiet = (months.get(6) ?? []).filter((finding) => finding.code === 'V05' || (finding.code === 'V21' && finding.unit === 'SYT')).map(said);
    expect(quiet.sort()).toEqual(['V05 I CAT NV08.2 H13', 'V21 I SYT  N12']);
  });

  test('readings and other values are shown with the likelier one first', () => {
    const expected = (months.get(6) ?? []).filter((finding) => finding.fix === 'ask').map((finding) => [finding.unit, finding.found, finding.expected]);
    expect(expected).toEqual(expect.arrayContaining([['SCT', '1.051', 1051], ['CTH', '7.896', 7896], ['VN', 660000, 660], ['VN', 0.3397, 33.97]]));
  });
});
