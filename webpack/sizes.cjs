const { gzipSync } = require('node:zlib');

/** Says what a user downloads, gzipped, and fails the build when the first load grows past its budget. */
class SizesPlugin {
  constructor({ entry, firstLoad, lazy }) {
    Object.assign(this, { entry, firstLoad, lazy });
  }

  apply(compiler) {
    compiler.hooks.afterEmit.tap('SizesPlugin', (compilation) => {
      const kilobytes = (name) => {
        const source = compilation.getAsset(name)?.source;
        if (source === undefined) return 0;
        const content = compiler.outputFileSystem.readFileSync(`${compilation.outputOptions.path}/${name}`);
        return gzipSync(content).length / 1024;
      };
      const first = new Set(compilation.entrypoints.get(this.entry)?.getFiles().filter((name) => name.endsWith('.js')) ?? []);
      const lazy = compilation.getAssets().map(({ name }) => name).filter((name) => name.endsWith('.js') && !first.has(name) && /^[^/]+\.js$/.test(name));
      const sum = [...first].reduce((total, name) => total + kilobytes(name), 0);
      const report = [`first load ${sum.toFixed(0)} KB gzip (budget ${this.firstLoad})`, ...lazy.map((name) => `${name} ${kilobytes(name).toFixed(0)} KB`)];
      compilation.getLogger('sizes').info(report.join(' · '));
      process.stdout.write(`sizes: ${report.join(' · ')}\n`);
      if (sum > this.firstLoad) compilation.errors.push(new Error(`The first load is ${sum.toFixed(0)} KB gzip, over its budget of ${this.firstLoad} KB.`));
      for (const name of lazy) {
        if (kilobytes(name) > this.lazy) compilation.errors.push(new Error(`${name} is ${kilobytes(name).toFixed(0)} KB gzip, over the budget of ${this.lazy} KB for a lazy part.`));
      }
    });
  }
}
module.exports = { SizesPlugin };
