import type { Group } from './types';

/** The blocks of the province's table, in its order, as they are headed in forms and sheets. */
export const GROUPS: readonly { readonly key: Group; readonly titleVi: string }[] = [
  { key: 'A', titleVi: 'CHỈ TIÊU KINH TẾ' },
  { key: 'B', titleVi: 'CHỈ TIÊU XÃ HỘI' },
  { key: 'C', titleVi: 'CHỈ TIÊU MÔI TRƯỜNG' },
  { key: 'D', titleVi: 'NHIỆM VỤ, GIẢI PHÁP' },
];

/** "A. CHỈ TIÊU KINH TẾ". */
export function groupTitle(key: Group): string {
  const group = GROUPS.find((each) => each.key === key);
  return group ? `${group.key}. ${group.titleVi}` : key;
}
