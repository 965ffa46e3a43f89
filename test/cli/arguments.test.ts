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
  ['', { command: 'help' }],
  ['--help', { command: 'help' }],
  ['check --help', { command: 'help' }],
] as const)('%s', (line, expected) => {
  expect(parseInvocation(words(line), TODAY)).toMatchObject(expected);
});

test.each([
  'check', 'consolidate a', 'consolidate a --period 2024-06', 'consolidate a --out x.xlsx', 'consolidate --period 2024-06 --out x', 'check a --out x', 'check a --into x',
  'check a --period 2024-13', 'check a --period 06/2024', 'check a --as-of 2024-02-30', 'check a --as-of hôm-nay', 'check a --unknown', 'kiểm a', 'check a --period', 'check a --json=no', 'check a --json --csv',
  'answer a', 'answer --out x', 'answer a --out x --json', 'answer a --out x --csv', 'answer a --out x --send-back-by mai', 'check a --send-back-by 2024-06-25', 'answer a --out x --into y',
])('%s is wrong use, and says why', (line) => {
  const outcome = parseInvocation(words(line), TODAY);
  expect(outcome.command).toBe('wrong');
  expect(outcome.command === 'wrong' && outcome.message.length).toBeGreaterThan(10);
});
