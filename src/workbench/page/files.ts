import { part } from './elements';

/** Lets the user pick an .xlsx; the same file can be picked twice in a row. */
export function onPicked(take: (name: string, bytes: Uint8Array) => Promise<void>): void {
  const input = part('file', HTMLInputElement);
  part('open', HTMLButtonElement).addEventListener('click', () => input.click());
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    input.value = '';
    if (file !== undefined) void file.arrayBuffer().then((content) => take(file.name, new Uint8Array(content)));
  });
}

/** Hands bytes to the user as a download. */
export function download(name: string, bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
