import { createCalculatorFrom } from '../calc/calculator';
import { part } from './elements';
import { download, onPicked } from './files';
import { readManifest } from './manifest';
import { listenForF6 } from './nextPart';
import { createPane } from './pane';
import { drawRibbon } from './ribbon';
import { createWorkbench, type Workbench } from './workbench';

declare global {
  interface Window {
    /** For tests and the curious: the page's workbook from outside. */
    workbench?: Workbench;
  }
}

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

/** `?lang=en` shows the add-in in English, `?pane=closed` starts without the pane, as Excel does. */
async function start(): Promise<void> {
  const settings = new URLSearchParams(window.location.search);
  const locale = settings.get('lang') === 'en' ? 'en-US' : 'vi-VN';
  const addIn = readManifest(await (await fetched('manifest.xml')).text(), locale);
  const program = new Uint8Array(await (await fetched('calc.wasm')).arrayBuffer());
  const pane = createPane(addIn.name);
  const workbench = await createWorkbench({ makeCalculator: () => createCalculatorFrom(program), pane, paneAddress: addIn.pane, locale });
  drawRibbon(part('ribbon', HTMLElement), addIn, async ({ id, action }) => {
    if (action.kind === 'pane') workbench.showPane();
    else await workbench.invoke(action.name, id).catch((error: unknown) => (part('message', HTMLElement).textContent = String(error)));
  });
  const curtain = part('curtain', HTMLElement);
  const openFile = async (name: string, bytes: Uint8Array): Promise<void> => {
    curtain.textContent = `Đang mở ${name}…`;
    curtain.hidden = false;
    await new Promise((resolve) => setTimeout(resolve, 0));
    try {
      await workbench.open(bytes, name);
    } catch (error) {
      part('message', HTMLElement).textContent = `Không mở được ${name}: ${error instanceof Error ? error.message : String(error)}`;
    } finally {
      curtain.hidden = true;
    }
  };
  onPicked(openFile);
  listenForF6(workbench.focusPane);
  part('save', HTMLButtonElement).addEventListener('click', () => void workbench.save().then((bytes) => download(workbench.name(), bytes)));
  await openFile('Tổng hợp chỉ tiêu 2024.xlsx', new Uint8Array(await (await fetched('start.xlsx')).arrayBuffer()));
  if (settings.get('pane') !== 'closed') workbench.showPane();
  window.workbench = workbench;
}

start().catch((error: unknown) => {
  part('curtain', HTMLElement).textContent = `Trang không khởi động được: ${error instanceof Error ? error.message : String(error)}`;
});
