const path = require('node:path');
const { sources } = require('webpack');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const TerserPlugin = require('terser-webpack-plugin');
const { officeJs } = require('./webpack/office.cjs');
const { samplesIndex } = require('./webpack/samples.cjs');
const { SizesPlugin } = require('./webpack/sizes.cjs');

const root = __dirname;

/** What the pane may load and talk to: itself, and the one address of office.js. Griffel writes styles, hence the inline ones. */
function policyOf(office) {
  const scripts = ["'self'", ...(office.origin === null ? [] : [office.origin])].join(' ');
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

module.exports = async (_env, argv) => {
  const production = argv.mode !== 'development';
  const office = officeJs();
  return {
    mode: production ? 'production' : 'development',
    entry: { taskpane: './src/taskpane/index.tsx' },
    output: {
      path: path.resolve(root, process.env.CHITIEU_DIST ?? 'dist'),
      filename: production ? '[name].[contenthash:10].js' : '[name].js',
      chunkFilename: production ? '[name].[contenthash:10].js' : '[name].js',
      publicPath: '',
      clean: true,
    },
    resolve: { extensions: ['.tsx', '.ts', '.mjs', '.js'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          use: { loader: 'swc-loader', options: { jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } }, target: 'es2021' } } },
        },
      ],
    },
    optimization: { minimizer: [new TerserPlugin({ minify: TerserPlugin.swcMinify, extractComments: false })] },
    performance: { hints: false },
    devtool: production ? false : 'source-map',
    stats: 'errors-warnings',
    plugins: [
      new HtmlPlugin({ filename: 'taskpane.html', template: './src/taskpane/taskpane.html', officeJs: office.address, policy: policyOf(office), minify: false }),
      new CopyPlugin({
        patterns: [
          'manifest.xml',
          { from: 'assets', to: 'assets' },
          { from: 'src/taskpane/legacy', to: 'legacy', info: { minimized: true } },
          'src/taskpane/unsupported.html',
          { from: 'samples', to: 'samples', globOptions: { ignore: ['**/truth.json'] } },
          ...office.copies,
        ],
      }),
      {
        apply(compiler) {
          compiler.hooks.thisCompilation.tap('SamplesIndex', (compilation) => {
            compilation.hooks.processAssets.tap('SamplesIndex', () => compilation.emitAsset('samples/index.json', new sources.RawSource(samplesIndex(path.join(root, 'samples')))));
          });
        },
      },
      ...(production ? [new SizesPlugin({ entry: 'taskpane', firstLoad: 290, lazy: 245 })] : []),
    ],
    devServer: production
      ? undefined
      : { host: 'localhost', port: 3000, hot: true, server: { type: 'https', options: await (await import('office-addin-dev-certs')).getHttpsServerOptions().catch(() => ({})) } },
  };
};
