import type { Certificate } from './certificate';
import { DIST, PAGE } from './folders';
import { serve, type Serving } from './serve';

export interface SiteOptions {
  readonly certificate: Certificate;
  /** 0 takes any free port. */
  readonly port: number;
  /** The workbook that the page opens on. */
  readonly workbook: Uint8Array;
}

/** The page that plays Excel and the production build of the pane, on one host name, as the loader of office.js demands. */
export function serveSite({ certificate, port, workbook }: SiteOptions): Promise<Serving> {
  return serve({
    certificate,
    port,
    mounts: [
      { at: '/', folder: PAGE },
      { at: '/', folder: DIST },
    ],
    made: [{ at: '/start.xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', content: () => Promise.resolve(workbook) }],
  });
}
