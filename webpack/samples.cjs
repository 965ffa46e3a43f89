const { readdirSync } = require('node:fs');
const path = require('node:path');

/** The list that "Thử với số liệu mẫu" reads: every sample file with its month. */
function samplesIndex(root) {
  const files = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: period }) => readdirSync(path.join(root, period)).sort().map((name) => ({ period, name, path: `samples/${period}/${name}` })));
  return JSON.stringify({ files });
}
module.exports = { samplesIndex };
