import type { Cell } from '../grid';
import { cleanText } from './fold';

/** What a cell says as a text, cleaned; '' for blank cells and errors. Numbers come in plain notation (a year in a heading). */
export function textOf(cell: Cell | null): string {
  const content = cell?.content ?? null;
  if (content === null) return '';
  switch (content.kind) {
    case 'text':
      return cleanText(content.value);
    case 'number':
      return String(content.value);
    case 'boolean':
      return content.value ? 'TRUE' : 'FALSE';
    case 'error':
      return '';
  }
}

/** Whether nothing stands in a cell: no content, or a text of spaces only. */
export function isBlank(cell: Cell | null): boolean {
  const content = cell?.content ?? null;
  return content === null || (content.kind === 'text' && content.value.trim() === '');
}
