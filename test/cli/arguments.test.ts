import { parseInvocation } from '../../src/cli/arguments';

const TODAY = '2024-06-20';
const words = (line: string): string[] => line.split(' ').filter((word) => word !== '');

test.each([
  ['check a.xlsx', { command: 'check', paths: ['a.xlsx'], period: null, asOf: TODAY, json: false }],
  ['check a b --json --period 2024-06', { command: 'check', paths: ['a', 'b'], period: { year: 2024, month: 6 }, json: true }],
  ['--json check a', { command: 'check', json: true }],
  ['check a --as-of 2024-06-17', { asOf: '2024-06-17' }],
  ['consolidate a --period 2024-06 --out x.xlsx', { command: 'consolidate', out: 'x.xlsx', into: null, period: { year: 2024, month: 6 } }],
  ['consolidate a --period 2024-06 --out x.xlsx --into y.xlsx', { into: 'y.xlsx' }],
  ['check a --csv', { command: 'check', csv: true, json: false }],
  ['answer a b --out thu-muc', { command: 'answer', paths: ['a', 'b'], out: 'thu-muc', period: null, sendBackBy: null }],
  ['answer a --out x --period 2024-06 --send-back-by 2024-06-25', { command: 'answer', period: { year: 2024, month: 6 }, sendBackBy: '2024-06-25' }],
  ['forms --period 2024-07 --out thu-muc', { command: 'forms', period: { year: 2024, month: 7 }, out: 'thu-muc', units: 'all', from: null }],
  ['forms --period 2024-07 --out x --from so.xlsx --unit SCT --unit NT', { command: 'forms', from: 'so.xlsx', units: ['SCT', 'NT'] }],
  ['remind a --period 2024-06 --out thu-muc', { command: 'remind', paths: ['a'], period: { year: 2024, month: 6 }, out: 'thu-muc', into: null, sendBackBy: null }],
  ['remind --period 2024-06 --out x --into so.xlsx --send-back-by 2024-06-25', { command: 'remind', paths: [], into: 'so.xlsx', sendBackBy: '2024-06-25' }],
  ['report --from so.xlsx --period 2024-06 --out bc.docx', { command: 'report', from: 'so.xlsx', period: { year: 2024, month: 6 }, out: 'bc.docx', as: 'document', asOf: TODAY }],
  ['report --from so.xlsx --period 2024-06 --out bc.XLSX --as-of 2024-06-25', { command: 'report', as: 'workbook', asOf: '2024-06-25' }],
  ['', { command: 'help' }],
  ['--help', { command: 'help' }],
  ['check --help', { command: 'help' }],
] as const)('%s', (line, expected) => {
  expect(parseInvocation(words(line), TODAY)).toMatchObject(expected);
});

test.each([
  'check', 'consolidate a', 'consolidate a --period 2024-06', 'consolidate a --out x.xlsx', 'consolidate --period 2024-06 --out x', 'check a --out x', 'check a --into x',
  'check a --period 2024-13', 'check a --period 06/2024', 'check a --as-of 2024-02-30', 'check a --as-of hôm-nay', 'check a --unknown', 'kiểm a', 'check a --period', 'check a --json=no', 'check a --json --csv',
  'report --from a.xlsx --period 2024-06', 'report --from a.xlsx --out b.docx', 'report --period 2024-06 --out b.docx', 'report --from a.xlsx --period 2024-06 --out b.pdf', 'report a --from a.xlsx --period 2024-06 --out b.docx', 'report --from a --period 2024-06 --out b.docx --json',
  'forms --out x', 'forms --period 2024-07', 'forms a.xlsx --period 2024-07 --out x', 'forms --period 2024-07 --out x --json', 'forms --period 2024-07 --out x --into y', 'check a --unit SCT', 'check a --from b',
  'remind --period 2024-06 --out x', 'remind a --out x', 'remind a --period 2024-06', 'remind a --period 2024-06 --out x --json', 'remind a --period 2024-06 --out x --send-back-by mai',
  'answer a', 'answer --out x', 'answer a --out x --json', 'answer a --out x --csv', 'answer a --out x --send-back-by mai', 'check a --send-back-by 2024-06-25', 'answer a --out x --into y',
])('%s is wrong use, and says why', (line) => {
  const outcome = parseInvocation(words(line), TODAY);
  expect(outcome.command).toBe('wrong');
  expect(outcome.command === 'wrong' && outcome.message.length).toBeGreaterThan(10);
});
