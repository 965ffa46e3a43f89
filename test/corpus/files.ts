import { zipSync } from 'fflate';
import type { Finding, FindingCode } from '../../src/core/checks/finding';
import { openFile } from '../../src/files/open-file';
import { readInWorkers, type WorkerPort } from '../../src/files/pool';
import type { PickedFile } from '../../src/files/types';
import { compoundWith } from '../files/making';
import { bytesOf } from './bytes';
import type { Chance } from './chance';
import { draftOf } from './draft';
import type { Case } from './make';
import { bookOf, plainGrid } from './sheet';
import { drawStandard } from './standard-form';
import { MONTHS, type World } from './world';

interface FileFault {
  readonly code: FindingCode;
  readonly way: string;
  readonly alsoTrue?: readonly FindingCode[];
  /** The files that are picked, from the bytes of a sound report. */
  make(sound: Uint8Array, name: string, chance: Chance): readonly PickedFile[];
}

const file = (name: string, bytes: Uint8Array): PickedFile => ({ name, bytes, lastModified: null });
const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const html = '<html><head><meta charset="utf-8"></head><body><table><tr><td>Chỉ tiêu</td><td>Lũy kế</td></tr><tr><td>Xuất khẩu</td><td>1051</td></tr></table></body></html>';

/** A part that unpacks to thousands of times its size. */
const bomb = (): Uint8Array => zipSync({ '[Content_Types].xml': text('<Types/>'), 'xl/worksheets/sheet1.xml': [new Uint8Array(24 * 1024 * 1024), { level: 9 }] });
let bombBytes: Uint8Array | null = null;

/** Faults of the file itself, as it was picked. */
const FILE_FAULTS: readonly FileFault[] = [
  { code: 'F01', way: 'cut short', make: (sound, name, chance) => [file(name, sound.slice(0, Math.floor(sound.length * chance.between(0.2, 0.9))))] },
  { code: 'F01', way: 'a web page under the name of a workbook', make: (_, name) => [file(name, text(html))] },
  { code: 'F01', way: 'values separated by commas under the name of a workbook', make: (_, name) => [file(name, text('Chi tieu,Luy ke\nXuat khau,1051\n'))] },
  { code: 'F01', way: 'another kind of document', make: (_, name) => [file(name, text('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'))] },
  { code: 'F01', way: 'noise', make: (_, name, chance) => [file(name, Uint8Array.from({ length: 3000 }, () => chance.int(0, 255)))] },
  { code: 'F02', way: 'a password', make: (_, name) => [file(name, compoundWith('EncryptedPackage'))] },
  { code: 'F03', way: 'a part that expands', make: (_, name) => [file(name, (bombBytes ??= bomb()))] },
  { code: 'F04', way: 'a lock file', make: (sound, name) => [file(`~$${name}`, sound.slice(0, 165))] },
  { code: 'F04', way: 'no bytes', make: (_, name) => [file(name, new Uint8Array(0))] },
  { code: 'F06', way: 'the same twice', make: (sound, name) => [file(name, sound), file(name.replace('.xlsx', ' (1).xlsx'), sound)] },
];

/** Reads in this very thread; what is judged is what becomes of the files, not the threads. */
function here(): WorkerPort {
  let tell: (data: unknown) => void = () => undefined;
  return {
    send: ({ id, name, bytes, hash }) => void openFile(name, bytes, hash).then((outcome) => tell({ kind: 'done', id, outcome })),
    onMessage(listener) {
      tell = listener;
      queueMicrotask(() => listener({ kind: 'ready' }));
    },
    onFailure: () => undefined,
    end: () => undefined,
  };
}

async function outcomesOf(files: readonly PickedFile[]): Promise<readonly Finding[]> {
  const outcomes = await readInWorkers(here, 1, files);
  return outcomes.flatMap((outcome) => (outcome.status === 'read' ? outcome.findings : [outcome.finding]));
}

/** Files that give no report, or give it twice; and sound ones beside them. */
export function fileCases(world: World, chance: Chance, wanted: number): readonly Case[] {
  const sound = MONTHS.flatMap((month) => ['SCT', 'NT', 'CAT', 'STC'].map((unit) => ({ unit, month })));
  const bytesFor = ({ unit, month }: { unit: string; month: number }): { readonly name: string; readonly bytes: Uint8Array } => {
    const sheet = drawStandard(draftOf(world, unit, month));
    return { name: sheet.file, bytes: bytesOf({ ...bookOf(sheet), grids: [...bookOf(sheet).grids, plainGrid('Ghi chú', [['Không']])] }) };
  };
  const faults = FILE_FAULTS.flatMap((fault) => {
    const ways = FILE_FAULTS.filter((each) => each.code === fault.code).length;
    return Array.from({ length: Math.ceil(wanted / ways) }, (_, at): Case => {
      const own = chance.branch(`${fault.code}/${fault.way}/${at}`);
      const slot = own.pick(sound);
      return {
        kind: 'fault', code: fault.code, way: fault.way, ...slot, layout: 'file', labels: [{ code: fault.code }], alsoTrue: fault.alsoTrue ?? [],
        findings() {
          const { name, bytes } = bytesFor(slot);
          return outcomesOf(fault.make(bytes, name, own));
        },
      };
    });
  });
  const clean = chance.shuffled(sound).slice(0, Math.ceil(wanted / 4)).map((slot): Case => ({
    kind: 'near', code: 'F01', way: 'a sound file', ...slot, layout: 'file', labels: [], alsoTrue: [],
    findings() {
      const { name, bytes } = bytesFor(slot);
      return outcomesOf([file(name, bytes)]);
    },
  }));
  return [...faults, ...clean];
}
