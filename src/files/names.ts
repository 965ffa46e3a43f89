import type { DefinedName } from '../core/grid';

/**
 * A defined name from its formula text, with or without the leading "=". Constants become their value:
 * ="SCT" is the text SCT, =6 the number 6; everything else stays a formula.
 */
export function definedName(name: string, scope: string | null, formula: string): DefinedName {
  const body = formula.replace(/^=/, '').trim();
  const text = /^"((?:[^"]|"")*)"$/.exec(body);
  if (text) return { name, scope, value: (text[1] ?? '').replace(/""/g, '"') };
  if (/^[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(body)) return { name, scope, value: Number(body) };
  if (/^(?:TRUE|FALSE)$/i.test(body)) return { name, scope, value: body.toUpperCase() === 'TRUE' };
  return { name, scope, value: `=${body}` };
}
