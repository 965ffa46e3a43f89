import type { AnswerWords } from '../../core/answers/types';
import type { Locale } from '../format';
import { answerWordsEn } from './answers.en';
import { answerWordsVi } from './answers.vi';

/** The words of answers to units, by language. What goes out to a unit is Vietnamese unless somebody asks otherwise. */
export const ANSWER_WORDS: { readonly [L in Locale]: AnswerWords } = { vi: answerWordsVi, en: answerWordsEn };
