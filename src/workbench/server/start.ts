import path from 'node:path';
import { buildWhatIsOld } from './build';
import { certificateFor } from './certificate';
import { CERTIFICATES } from './folders';
import { serveSite } from './site';
import { prepareStartWorkbook } from './startWorkbook';

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const PORT = Number(process.env.PORT ?? 3000);

/** `npm start`: the production build of the pane, and the page that plays Excel round it. With --prepare nothing is served. */
async function start(): Promise<void> {
  await buildWhatIsOld(say);
  const workbook = await prepareStartWorkbook(say);
  if (process.argv.includes('--prepare')) return;
  const certificate = await certificateFor(CERTIFICATES, true);
  if (certificate.warning !== null) say(certificate.warning);
  const serving = await serveSite({ certificate, port: PORT, workbook });
  say(`\nMở ${serving.address}/ trong trình duyệt (Ctrl+C để dừng).`);
  say(`Báo cáo tháng 6 còn lại để thả vào ngăn: ${path.join('samples', '2024-06')}`);
}

start().catch((error: unknown) => {
  process.stderr.write(`Không khởi động được: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
