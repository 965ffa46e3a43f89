import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

export interface Certificate {
  readonly key: string | Buffer;
  readonly cert: string | Buffer;
  /** null when the system trusts it; else one line that says so and names the step. */
  readonly warning: string | null;
}

const DAYS = 365;

/**
 * The certificate for https://localhost. office-addin-dev-certs makes it and asks the system to trust it; where that is
 * refused (no rights, no tool) one is made all the same and the page works after the browser's warning.
 */
export async function certificateFor(folder: string, trust: boolean): Promise<Certificate> {
  const certs = await import('office-addin-dev-certs');
  if (trust) {
    const quiet = silence();
    try {
      const options = await certs.getHttpsServerOptions(DAYS);
      if (certs.verifyCertificates()) return { key: options.key, cert: options.cert, warning: null };
    } catch {
      // Not trusted: fall through to a certificate of our own.
    } finally {
      quiet();
    }
  }
  const [ca, crt, key] = ['ca.crt', 'localhost.crt', 'localhost.key'].map((name) => path.join(folder, name));
  if (ca === undefined || crt === undefined || key === undefined) throw new Error('unreachable');
  if (!existsSync(crt) || !existsSync(key) || olderThanAMonth(crt)) {
    mkdirSync(folder, { recursive: true });
    const quiet = silence();
    try {
      await certs.generateCertificates(ca, crt, key, DAYS, ['localhost', '127.0.0.1']);
    } finally {
      quiet();
    }
  }
  return {
    key: readFileSync(key),
    cert: readFileSync(crt),
    warning: `Chứng chỉ https chưa được máy này tin cậy: chấp nhận cảnh báo của trình duyệt một lần, hoặc chạy «npx office-addin-dev-certs install» với quyền quản trị rồi khởi động lại.`,
  };
}

/** Certificates are made for a year; a monthly renewal keeps clear of the end. */
function olderThanAMonth(file: string): boolean {
  return Date.now() - statSync(file).mtimeMs > 30 * 24 * 3600 * 1000;
}

/** The certificate package talks to the console; the start says one line of its own. Returns the way back. */
function silence(): () => void {
  const { log, info, warn, error } = console;
  const nothing = (): void => undefined;
  Object.assign(console, { log: nothing, info: nothing, warn: nothing, error: nothing });
  return () => Object.assign(console, { log, info, warn, error });
}
