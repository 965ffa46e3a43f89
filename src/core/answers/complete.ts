import type { CatalogueIndex } from '../catalogue/types';
import type { Period } from '../period';
import type { Answer, AnswerWords } from './types';

/** Of the units that reported, those to which nothing is to be said, in their order; each once. */
export function completeUnits(reported: readonly string[], answers: readonly Pick<Answer, 'unit'>[]): readonly string[] {
  const asked = new Set(answers.map(({ unit }) => unit));
  return [...new Set(reported)].filter((unit) => !asked.has(unit));
}

/** "Báo cáo đã đầy đủ": what such a unit may be told, as plain text. */
export function completeText(unit: string, period: Period | null, index: CatalogueIndex, words: AnswerWords): string {
  return words.complete(index.unit(unit)?.name ?? unit, period);
}
