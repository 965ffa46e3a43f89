import { refuse } from './errors';

/** The icon sets: Office.js's word and OOXML's. */
const ICON_SETS: readonly (readonly [string, string])[] = [
  ['ThreeArrows', '3Arrows'], ['ThreeArrowsGray', '3ArrowsGray'], ['ThreeFlags', '3Flags'],
  ['ThreeTrafficLights1', '3TrafficLights1'], ['ThreeTrafficLights2', '3TrafficLights2'], ['ThreeSigns', '3Signs'],
  ['ThreeSymbols', '3Symbols'], ['ThreeSymbols2', '3Symbols2'], ['FourArrows', '4Arrows'], ['FourArrowsGray', '4ArrowsGray'],
  ['FourRedToBlack', '4RedToBlack'], ['FourRating', '4Rating'], ['FourTrafficLights', '4TrafficLights'], ['FiveArrows', '5Arrows'],
  ['FiveArrowsGray', '5ArrowsGray'], ['FiveRating', '5Rating'], ['FiveQuarters', '5Quarters'], ['ThreeStars', '3Stars'],
  ['ThreeTriangles', '3Triangles'], ['FiveBoxes', '5Boxes'],
];

export function asIconSet(word: unknown, location: string): string {
  return ICON_SETS.find(([office]) => office === word)?.[1] ?? refuse('InvalidArgument', location, 'No such icon set.');
}

export function iconSetWord(stored: string): string {
  return ICON_SETS.find(([, ooxml]) => ooxml === stored)?.[0] ?? 'Invalid';
}
