import { readFileSync } from 'node:fs';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { PNG } from 'pngjs';
import { FUNCTION_NAMES } from '../src/taskpane/functionNames';

const root = path.resolve(__dirname, '..');
const text = readFileSync(path.join(root, 'manifest.xml'), 'utf8');

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
  readonly text: string;
}

function toNode(raw: Record<string, unknown>): Node {
  const name = Object.keys(raw).find((key) => key !== ':@') ?? '';
  const inner = raw[name];
  const attributes = Object.fromEntries(Object.entries((raw[':@'] ?? {}) as Record<string, string>).map(([key, value]) => [key.replace(/^@_/, ''), value]));
  if (!Array.isArray(inner)) return { name, attributes, children: [], text: String(inner) };
  const children = inner.map((child: Record<string, unknown>) => toNode(child));
  return { name, attributes, children: children.filter((child) => child.name !== '#text'), text: children.filter((child) => child.name === '#text').map((child) => child.text).join('') };
}

const parsed: Record<string, unknown>[] = new XMLParser({ preserveOrder: true, ignoreAttributes: false, parseTagValue: false }).parse(text);
const app = toNode(parsed.find((node) => 'OfficeApp' in node) ?? {});
const all = (node: Node, name: string): Node[] => [...(node.name === name ? [node] : []), ...node.children.flatMap((child) => all(child, name))];
const one = (name: string, within: Node = app): Node => {
  const [first] = all(within, name);
  if (first === undefined) throw new Error(`The manifest has no ${name}.`);
  return first;
};
const names = (node: Node): string[] => node.children.map((child) => child.name);

describe('the manifest keeps the order that Office insists on', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['OfficeApp', ['Id', 'Version', 'ProviderName', 'DefaultLocale', 'DisplayName', 'Description', 'IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'Hosts', 'Requirements', 'DefaultSettings', 'Permissions', 'VersionOverrides']],
    ['VersionOverrides', ['Hosts', 'Resources']],
    ['DesktopFormFactor', ['GetStarted', 'FunctionFile', 'ExtensionPoint']],
    ['CustomTab', ['Group', 'Label']],
    ['Group', ['Label', 'Icon', 'Control', 'Control', 'Control']],
    ['Control', ['Label', 'Supertip', 'Icon', 'Action']],
    ['Resources', ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings']],
  ];
  test.each(cases)('%s', (name, expected) => {
    for (const node of all(app, name)) expect(names(node)).toEqual(expected);
  });
});

test('every resid names a resource, and every resource is used', () => {
  const resources = ['bt:Image', 'bt:Url', 'bt:String'].flatMap((name) => all(one('Resources'), name)).map((node) => node.attributes['id']);
  const used = new Set<string | undefined>();
  const walk = (node: Node): void => {
    if (node.attributes['resid'] !== undefined) used.add(node.attributes['resid']);
    node.children.forEach(walk);
  };
  walk(app);
  expect([...used].sort()).toEqual([...resources].sort());
});

test('ids and texts stay within the lengths that Office allows', () => {
  const ids = [...all(app, 'CustomTab'), ...all(app, 'Group'), ...all(app, 'Control'), ...['bt:Image', 'bt:Url', 'bt:String'].flatMap((name) => all(one('Resources'), name))].map((node) => node.attributes['id'] ?? '');
  for (const id of ids) expect([id, id.length > 0 && id.length <= 32]).toEqual([id, true]);
  const within = (block: string, limit: number): void => {
    for (const string of all(one(block), 'bt:String')) {
      for (const value of [string.attributes['DefaultValue'] ?? '', ...all(string, 'bt:Override').map((override) => override.attributes['Value'] ?? '')]) {
        expect([value, value.length > 0 && value.length <= limit]).toEqual([value, true]);
      }
    }
  };
  within('bt:ShortStrings', 125);
  within('bt:LongStrings', 250);
});

test('every text has its English override', () => {
  for (const string of all(one('Resources'), 'bt:String')) expect(all(string, 'bt:Override').map((override) => override.attributes['Locale'])).toEqual(['en-US']);
  expect(one('DefaultLocale').text).toBe('vi-VN');
});

test('every icon is a picture of the size that it is declared as', () => {
  const addresses = new Map(all(one('bt:Images'), 'bt:Image').map((image) => [image.attributes['id'], image.attributes['DefaultValue'] ?? '']));
  for (const icon of all(app, 'Icon')) {
    expect(icon.children.map((image) => image.attributes['size'])).toEqual(['16', '32', '80']);
    for (const image of icon.children) {
      const file = new URL(addresses.get(image.attributes['resid']) ?? '').pathname.slice(1);
      const png = PNG.sync.read(readFileSync(path.join(root, file)));
      expect([file, png.width, png.height]).toEqual([file, Number(image.attributes['size']), Number(image.attributes['size'])]);
    }
  }
});

test('every function that a button calls is one that the pane registers', () => {
  expect(all(app, 'FunctionName').map((node) => node.text)).toEqual([...FUNCTION_NAMES]);
});

test('one page serves as runtime, function file and pane, and the floor is declared', () => {
  const url = one('Runtime').attributes['resid'];
  expect(one('FunctionFile').attributes['resid']).toBe(url);
  expect(one('SourceLocation', one('Action', all(app, 'Control')[2])).attributes['resid']).toBe(url);
  expect(all(app, 'Set').map((set) => [set.attributes['Name'], set.attributes['MinVersion']])).toEqual([['SharedRuntime', '1.1'], ['ExcelApi', '1.14']]);
});
