const TYPES: Readonly<Record<string, string | undefined>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
};

/** How long the browser may take to begin the download before the address is given back. */
const KEPT = 60_000;

/**
 * Hands a file to the browser to save. Whether it did is nowhere told: some hosts (Excel for Mac) let a pane download
 * nothing and say so to nobody.
 */
export function saveFile(name: string, bytes: Uint8Array): void {
  const type = TYPES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
}
