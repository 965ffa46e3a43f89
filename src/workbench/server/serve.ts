import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { Certificate } from './certificate';

/** What a folder of the disk is called on the server; the first that has the file answers. */
export interface Mount {
  /** "/" or "/workbench/". */
  readonly at: string;
  readonly folder: string;
}

/** A file that is made while the server runs. */
export interface Made {
  readonly at: string;
  readonly type: string;
  readonly content: () => Promise<Uint8Array>;
}

export interface ServeOptions {
  readonly certificate: Certificate;
  readonly mounts: readonly Mount[];
  readonly made: readonly Made[];
  /** 0 takes any free port. */
  readonly port: number;
}

export interface Serving {
  readonly port: number;
  readonly address: string;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.xls': 'application/vnd.ms-excel',
  '.ods': 'application/vnd.oasis.opendocument.spreadsheet',
};

/** Who may show the pane in a frame: Office on the web, and the page that plays it. A production server sends the same. */
export const FRAME_ANCESTORS =
  "frame-ancestors 'self' https://*.office.com https://*.officeapps.live.com https://*.office365.com https://*.microsoft.com https://*.sharepoint.com https://*.cloud.microsoft";

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': FRAME_ANCESTORS,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-cache',
};

/** Serves folders and made files over https on this machine only. A taken port is answered with the next free one. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const server = createServer({ key: options.certificate.key, cert: options.certificate.cert }, (request, response) => {
    answer(options, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500, HEADERS);
      response.end();
    });
  });
  const port = await listen(server, options.port);
  return {
    port,
    address: `https://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer({ mounts, made }: ServeOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
  let asked: string;
  try {
    asked = decodeURIComponent(new URL(request.url ?? '/', 'https://localhost').pathname);
  } catch {
    return refuse(response, 400);
  }
  const fresh = made.find(({ at }) => at === asked);
  if (fresh !== undefined) {
    const content = await fresh.content();
    response.writeHead(200, { ...HEADERS, 'Content-Type': fresh.type, 'Content-Length': content.length });
    response.end(request.method === 'HEAD' ? undefined : content);
    return;
  }
  for (const { at, folder } of mounts) {
    if (!asked.startsWith(at)) continue;
    const inside = asked.slice(at.length) === '' ? 'index.html' : asked.slice(at.length);
    const file = path.resolve(folder, inside);
    if (!file.startsWith(path.resolve(folder) + path.sep)) continue;
    const about = await stat(file).catch(() => null);
    if (about === null || !about.isFile()) continue;
    response.writeHead(200, { ...HEADERS, 'Content-Type': TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream', 'Content-Length': about.size });
    if (request.method === 'HEAD') response.end();
    else createReadStream(file).on('error', () => response.destroy()).pipe(response);
    return;
  }
  refuse(response, 404);
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...HEADERS, 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(String(status));
}

function listen(server: Server, wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let port = wanted;
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && wanted !== 0 && port < wanted + 20) {
        port += 1;
        server.listen(port, 'localhost');
      } else reject(error);
    });
    server.on('listening', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
    server.listen(port, 'localhost');
  });
}
