const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const TerserPlugin = require('terser-webpack-plugin');

/** The page that plays Excel. It is a workbench, not a product: nothing of it goes into dist/. */
module.exports = {
  mode: 'production',
  entry: { workbench: './src/workbench/page/main.ts' },
  output: { path: path.resolve(__dirname, '.cache/workbench'), filename: '[name].[contenthash:10].js', publicPath: '', clean: true },
  resolve: { extensions: ['.ts', '.mjs', '.js'] },
  module: {
    rules: [
      {
        test: /\.ts$/,
        exclude: /node_modules/,
        use: { loader: 'swc-loader', options: { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } } },
      },
      { test: /\.wasm$/, type: 'asset/resource' },
    ],
  },
  optimization: { minimizer: [new TerserPlugin({ minify: TerserPlugin.swcMinify, extractComments: false })] },
  performance: { hints: false },
  stats: 'errors-warnings',
  plugins: [
    new HtmlPlugin({ filename: 'index.html', template: './src/workbench/page/index.html', minify: false }),
    new CopyPlugin({ patterns: [{ from: 'src/workbench/page/page.css', to: 'page.css' }, { from: require.resolve('@ironcalc/wasm/wasm_bg.wasm'), to: 'calc.wasm' }] }),
  ],
};
