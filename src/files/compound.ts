import { u16, u32, utf16, u8 } from './octets';

/** The streams of a compound file (the container of .xls and of encrypted workbooks). */
export interface CompoundFile {
  readonly names: readonly string[];
  /** null when there is no such stream, or when its chain of sectors is broken. Names compare without case. */
  stream(name: string): Uint8Array | null;
}

const FREE_FROM = 0xfffffffa;
const STREAM = 2;
const ROOT = 5;

/**
 * Reads [MS-CFB] with every chain bounded: a cycle or a sector outside the file ends in null, never in a loop.
 * The file library's own reader does not promise that.
 */
export function readCompound(bytes: Uint8Array): CompoundFile | null {
  const shift = u16(bytes, 30);
  const miniShift = u16(bytes, 32);
  if ((shift !== 9 && shift !== 12) || miniShift !== 6) return null;
  const sectorSize = 1 << shift;
  const sectors = Math.ceil(bytes.length / sectorSize) - 1;
  const position = (sector: number): number => (sector + 1) * sectorSize;

  const fatSectors: number[] = [];
  for (let index = 0; index < 109; index += 1) {
    const sector = u32(bytes, 76 + 4 * index);
    if (sector < FREE_FROM) fatSectors.push(sector);
  }
  let next = u32(bytes, 68);
  for (let step = 0; next < FREE_FROM; step += 1) {
    if (step > sectors || next >= sectors) return null;
    for (let index = 0; index < sectorSize / 4 - 1; index += 1) {
      const sector = u32(bytes, position(next) + 4 * index);
      if (sector < FREE_FROM) fatSectors.push(sector);
    }
    next = u32(bytes, position(next) + sectorSize - 4);
  }
  if (fatSectors.length > sectors || fatSectors.some((sector) => sector >= sectors)) return null;

  const perSector = sectorSize / 4;
  const following = (sector: number): number => {
    const table = fatSectors[Math.floor(sector / perSector)];
    return table === undefined ? FREE_FROM : u32(bytes, position(table) + 4 * (sector % perSector));
  };
  /** The sectors of a chain joined; null for a cycle, a foreign sector or fewer bytes than asked. */
  const chain = (first: number, size: number | null): Uint8Array | null => {
    const list: number[] = [];
    const wanted = size === null ? sectors : Math.ceil(size / sectorSize);
    for (let sector = first; sector < FREE_FROM && list.length < wanted; sector = following(sector)) {
      if (sector >= sectors || list.length >= sectors) return null;
      list.push(sector);
    }
    if (size !== null && list.length < wanted) return null;
    const out = new Uint8Array(list.length * sectorSize);
    list.forEach((sector, index) => out.set(bytes.subarray(position(sector), position(sector) + sectorSize), index * sectorSize));
    return size === null ? out : out.subarray(0, size);
  };

  const directory = chain(u32(bytes, 48), null);
  if (!directory) return null;
  const entries: { readonly name: string; readonly type: number; readonly start: number; readonly size: number }[] = [];
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const type = u8(directory, at + 66);
    const length = u16(directory, at + 64);
    if (type === 0 || length < 2 || length > 64) continue;
    entries.push({ name: utf16(directory, at, length / 2 - 1), type, start: u32(directory, at + 116), size: u32(directory, at + 120) });
  }
  const root = entries.find((entry) => entry.type === ROOT);
  if (!root) return null;
  const cutoff = u32(bytes, 56);

  const miniStream = (start: number, size: number): Uint8Array | null => {
    const holder = chain(root.start, root.size);
    const table = chain(u32(bytes, 60), null);
    if (!holder || !table) return null;
    const wanted = Math.ceil(size / 64);
    const out = new Uint8Array(wanted * 64);
    let sector = start;
    for (let index = 0; index < wanted; index += 1) {
      if (sector >= FREE_FROM || sector * 64 >= holder.length) return null;
      out.set(holder.subarray(sector * 64, sector * 64 + 64), index * 64);
      sector = u32(table, sector * 4);
    }
    return out.subarray(0, size);
  };

  return {
    names: entries.map((entry) => entry.name),
    stream: (name) => {
      const entry = entries.find((each) => each.type === STREAM && each.name.toLowerCase() === name.toLowerCase());
      if (!entry || entry.size > bytes.length) return null;
      return entry.size < cutoff ? miniStream(entry.start, entry.size) : chain(entry.start, entry.size);
    },
  };
}
