import { SHEETS } from '../sheets/names';
import { foldText } from './fold';

/** The sheets that the add-in keeps in the analysts' workbook: never report sheets. The list of dated tasks belongs to them too. */
const OWN: ReadonlySet<string> = new Set([...Object.values(SHEETS), 'Nhiệm vụ'].map(foldText));

export function isOwnSheet(name: string): boolean {
  return OWN.has(foldText(name));
}
