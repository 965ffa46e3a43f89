/** Two worlds: functions and stories run in Node, components in jsdom. The browser stories have a project of their own. */
const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
      target: 'es2022',
    },
    module: { type: 'commonjs' },
  },
];
const base = {
  transform: { '^.+\\.(t|j|mj)sx?$': swc },
  // These packages ship as ES modules only; Jest runs CommonJS.
  transformIgnorePatterns: ['/node_modules/(?!(@ironcalc/wasm|@e965/xlsx|@cj-tech-master/excelts|fflate|numfmt|d3-[a-z]+|internmap)/)'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'json'],
};
module.exports = {
  // Jest keeps one core free by itself; on two cores that is half of the machine.
  maxWorkers: '100%',
  projects: [
    { ...base, displayName: 'node', testEnvironment: 'node', testMatch: ['<rootDir>/test/**/*.test.ts'], testPathIgnorePatterns: ['/test/e2e/'] },
    { ...base, displayName: 'jsdom', testEnvironment: 'jsdom', testMatch: ['<rootDir>/test/**/*.test.tsx'], setupFiles: ['<rootDir>/test/setup/jsdom.ts'] },
    { ...base, displayName: 'browser', testEnvironment: 'node', testMatch: ['<rootDir>/test/e2e/**/*.test.ts'] },
  ],
};
