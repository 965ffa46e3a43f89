import boundaries from 'eslint-plugin-boundaries';
import officeAddins from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** The rooms of the house. Who may enter which room is said below, once. */
const rooms = ['core', 'locales', 'files', 'excel', 'commands', 'taskpane', 'workbench', 'cli'];

const mayEnter = {
  core: ['core'],
  locales: ['core', 'locales'],
  files: ['core', 'files'],
  excel: ['core', 'excel'],
  commands: ['core', 'locales', 'files', 'excel', 'commands'],
  taskpane: ['core', 'locales', 'files', 'commands', 'taskpane'],
  workbench: ['core', 'files', 'workbench', 'cli'],
  cli: ['core', 'locales', 'files', 'commands', 'workbench', 'cli'],
};

/** Types may be named from further away: a file type or an outcome is no dependency at run time. */
const walls = Object.entries(mayEnter).map(([from, to]) => ({
  from: { element: { type: from } },
  allow: { to: { element: { types: { anyOf: to } } } },
}));

const noHost = (message) => [
  { name: 'Excel', message },
  { name: 'Office', message },
  { name: 'OfficeExtension', message },
];
const coreImports = {
  patterns: [{ regex: '^(?!\\.{1,2}(/|$)|zod($|/))', message: 'core imports nothing outside core but zod.' }],
};
const fileLibrary = { group: ['@e965/xlsx', '@e965/xlsx/*'], message: 'Only src/files names the file library.' };
const workbookWriter = { group: ['@cj-tech-master/excelts', '@cj-tech-master/excelts/*', '@ironcalc/*'], message: 'Only the stand-in and src/files/write name these.' };

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', '.cache/', 'coverage/', 'src/taskpane/legacy/**'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { boundaries, 'office-addins': officeAddins, 'react-hooks': reactHooks },
    settings: {
      'boundaries/elements': rooms.map((type) => ({ type, pattern: `src/${type}` })),
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] } },
    },
    rules: {
      'boundaries/dependencies': ['error', { default: 'disallow', policies: walls }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-console': 'error',
      eqeqeq: 'error',
      'max-lines': ['error', { max: 350, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/excel/**', 'src/workbench/**', 'src/taskpane/index.tsx'],
    rules: { 'no-restricted-globals': ['error', ...noHost('Excel and Office stand in src/excel (and the entry of the pane) alone.')] },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', coreImports],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'core has no clock: today is a parameter.' },
        { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'core has no clock: today is a parameter.' },
        { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'core knows no chance.' },
      ],
    },
  },
  {
    files: ['src/core/**/*.ts'],
    ignores: ['src/core/catalogue/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'core has no clock: today is a parameter.' },
        { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'core has no clock: today is a parameter.' },
        { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'core knows no chance.' },
        { selector: 'Literal[value=/^(KT|XH|MT|NV)[0-9]{2}/]', message: 'Indicator codes are data of the catalogue.' },
      ],
    },
  },
  {
    files: ['src/{excel,commands,taskpane,locales,cli}/**/*.{ts,tsx}'],
    rules: { 'no-restricted-imports': ['error', { patterns: [fileLibrary, workbookWriter] }] },
  },
  {
    files: ['src/files/**/*.ts'],
    ignores: ['src/files/write/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [workbookWriter] }] },
  },
  {
    files: ['src/files/write/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [fileLibrary, { group: ['@ironcalc/*'], message: 'Only the stand-in names it.' }] }] },
  },
  {
    files: ['src/excel/**/*.ts'],
    rules: {
      'office-addins/no-context-sync-in-loop': 'error',
      'office-addins/call-sync-before-read': 'off',
      'office-addins/load-object-before-read': 'off',
    },
  },
  {
    files: ['src/cli/**/*.ts', 'src/workbench/server/**/*.ts', 'scripts/**/*', 'test/**/*'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.cjs'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['test/**/*.{ts,tsx}', 'scripts/**/*.ts'],
    rules: { 'max-lines': ['error', { max: 600, skipBlankLines: true, skipComments: true }] },
  },
);
