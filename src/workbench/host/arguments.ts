import { refuse } from './errors';
import { isHostObject, type Argument } from './objects';
import type { Place } from './session';

/** Readers of what a request brings: each refuses the wrong kind with InvalidArgument, as Excel does. */

export function isRecord(input: unknown): input is Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null && !Array.isArray(input) && !isHostObject(input);
}

export function asText(input: unknown, location: string): string {
  return typeof input === 'string' ? input : refuse('InvalidArgument', location, 'A text is expected.');
}

export function asBoolean(input: unknown, location: string): boolean {
  return typeof input === 'boolean' ? input : refuse('InvalidArgument', location, 'true or false is expected.');
}

export function asNumber(input: unknown, location: string): number {
  return typeof input === 'number' && Number.isFinite(input) ? input : refuse('InvalidArgument', location, 'A number is expected.');
}

export function asInteger(input: unknown, location: string): number {
  const number = asNumber(input, location);
  return Number.isInteger(number) ? number : refuse('InvalidArgument', location, 'A whole number is expected.');
}

export function asRecord(input: unknown, location: string): Readonly<Record<string, unknown>> {
  return isRecord(input) ? input : refuse('InvalidArgument', location, 'An object is expected.');
}

/** One of a fixed list of words. */
export function asOneOf<const T extends string>(input: unknown, words: readonly T[], location: string): T {
  return words.find((word) => word === input) ?? refuse('InvalidArgument', location, `One of ${words.join(', ')} is expected.`);
}

/** null, undefined and "" count as absent: the client sends null for an argument that was left out. */
export function isAbsent(input: Argument): boolean {
  return input === undefined || input === null || input === '';
}

/** "#RRGGBB" in capitals from "#rrggbb" or one of the HTML names in use. */
export function asColor(input: unknown, location: string): string {
  const text = asText(input, location);
  if (/^#[0-9a-f]{6}$/i.test(text)) return text.toUpperCase();
  const named = HTML_COLORS[text.toLowerCase()];
  return named ?? refuse('InvalidArgument', location, `"${text}" is no colour the stand-in knows.`);
}

const HTML_COLORS: Readonly<Record<string, string | undefined>> = {
  black: '#000000', white: '#FFFFFF', red: '#FF0000', green: '#008000', blue: '#0000FF', yellow: '#FFFF00',
  orange: '#FFA500', gray: '#808080', grey: '#808080', pink: '#FFC0CB', purple: '#800080', lightgray: '#D3D3D3',
};

/** The cells an argument stands for, when it is a Range or RangeAreas. */
export function placeOf(input: Argument, location: string): Place {
  return isHostObject(input) && input.place !== null ? input.place : refuse('InvalidArgument', location, 'A range is expected.');
}
