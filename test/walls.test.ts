import { spawnSync } from 'node:child_process';
import path from 'node:path';

/**
 * The walls of the house are lint rules; a wall that never stopped anybody might be painted on. Each case is a line that
 * must be refused in its room, and one beside it that must not.
 */
const root = path.resolve(__dirname, '..');

// ESLint loads its configuration as a module, which Jest's world cannot; one process of its own lints all the cases.
const PROGRAM = `
import { ESLint } from 'eslint';
let input = '';
for await (const part of process.stdin) input += part;
const eslint = new ESLint();
const results = [];
for (const [filePath, text] of JSON.parse(input)) {
  const [result] = await eslint.lintText(text, { filePath });
  results.push((result?.messages ?? []).map((message) => message.ruleId));
}
process.stdout.write(JSON.stringify(results));
`;

function lint(cases: readonly (readonly [string, string])[]): readonly (readonly (string | null)[])[] {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', PROGRAM], { cwd: root, input: JSON.stringify(cases), encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

const refused: readonly (readonly [string, string, string])[] = [
  ['src/core/checks/wall.ts', "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;\n", 'no-restricted-imports'],
  ['src/core/checks/wall.ts', "import type { HostRefusal } from '../../excel/types';\nexport type A = HostRefusal;\n", 'boundaries/dependencies'],
  ['src/core/checks/wall.ts', 'export const now = Date.now();\n', 'no-restricted-syntax'],
  ['src/core/checks/wall.ts', "export const code = 'KT04';\n", 'no-restricted-syntax'],
  ['src/core/checks/wall.ts', 'export const a = typeof Excel.run;\n', 'no-restricted-globals'],
  ['src/commands/wall.ts', 'export const a = typeof Office.context;\n', 'no-restricted-globals'],
  ['src/taskpane/wall.ts', "import type { HostRefusal } from '../excel/types';\nexport type A = HostRefusal;\n", 'boundaries/dependencies'],
  ['src/taskpane/wall.ts', "import { createWorkbook } from '../workbench/model/workbook';\nexport const a = createWorkbook;\n", 'boundaries/dependencies'],
  ['src/commands/wall.ts', "import { read } from '@e965/xlsx';\nexport const a = read;\n", 'no-restricted-imports'],
  ['src/excel/wall.ts', 'export const a = async (context: Excel.RequestContext): Promise<void> => {\n  for (const _ of [1, 2]) await context.sync();\n};\n', 'office-addins/no-context-sync-in-loop'],
  ['src/excel/wall.ts', 'export const a = (b: any): void => void b;\n', '@typescript-eslint/no-explicit-any'],
];

const allowed: readonly (readonly [string, string])[] = [
  ['src/core/checks/wall.ts', "import { z } from 'zod';\nimport type { Period } from '../period';\nexport const a = (period: Period): unknown => z.number().parse(period.month);\n"],
  ['src/core/catalogue/wall.ts', "export const code = 'KT04';\n"],
  ['src/excel/wall.ts', 'export const a = typeof Excel.run;\n'],
  ['src/files/wall.ts', "import { read } from '@e965/xlsx';\nexport const a = read;\n"],
];

describe('the walls hold', () => {
  const results = lint([...refused.map(([file, text]) => [file, text] as const), ...allowed]);
  test.each(refused.map((wall, n) => [...wall, results[n]] as const))('%s: %j is refused by %s', (_file, _text, rule, broken) => expect(broken).toContain(rule));
  test.each(allowed.map((wall, n) => [...wall, results[refused.length + n]] as const))('%s: %j may stand', (_file, _text, broken) => expect(broken).toEqual([]));
});
