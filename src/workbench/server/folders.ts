import path from 'node:path';

/** The checkout's own folders; nothing outside it is written. */
export const ROOT = path.resolve(__dirname, '../../..');
export const DIST = path.join(ROOT, '.cache', 'dist');
export const PAGE = path.join(ROOT, '.cache', 'workbench');
export const CERTIFICATES = path.join(ROOT, '.cache', 'certs');
export const START_WORKBOOK = path.join(ROOT, '.cache', 'start.xlsx');
export const SAMPLES = path.join(ROOT, 'samples');
