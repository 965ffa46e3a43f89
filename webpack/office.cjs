const path = require('node:path');

/** The vendor's own address, as every add-in loads it. */
const VENDOR = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/**
 * Where office.js comes from: the one setting of the build. OFFICE_JS=local copies what Excel needs of
 * @microsoft/office-js beside the pane, for closed networks and for the page that plays Excel.
 */
function officeJs(setting = process.env.OFFICE_JS ?? 'vendor') {
  if (setting === 'vendor') return { address: VENDOR, origin: new URL(VENDOR).origin, copies: [] };
  if (setting !== 'local') return { address: setting, origin: new URL(setting).origin, copies: [] };
  const dist = path.join(path.dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');
  const parts = ['office.js', 'excel-*.js', 'o15apptofilemappingtable.js', 'telemetry/**', 'ariatelemetry/**', '*/office_strings.js', '*/excel_strings.js'];
  return {
    address: 'office/office.js',
    origin: null,
    copies: parts.map((from) => ({ context: dist, from, to: 'office/[path][name][ext]', noErrorOnMissing: true, globOptions: { ignore: ['**/*.debug.js'] }, info: { minimized: true } })),
  };
}
module.exports = { officeJs };
