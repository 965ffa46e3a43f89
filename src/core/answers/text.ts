import type { Answer, AnswerPoint, AnswerWords } from './types';

/** The answer as plain text, to paste into a mail or a message. Lines end with "\n". */
export function answerText(answer: Answer, words: AnswerWords): string {
  return [
    answer.addressee,
    '',
    ...answer.opening,
    '',
    ...answer.points.flatMap((point) => [...pointLines(point, words), '']),
    ...answer.closing,
    '',
  ].join('\n');
}

function pointLines(point: AnswerPoint, words: AnswerWords): string[] {
  const place = placeText(point, words);
  return [
    `${point.ordinal}. [${words.severity[point.severity]}] ${place === '' ? '' : `${place}: `}${point.content}`,
    ...(point.found === '' ? [] : [`   ${words.foundLabel}: ${point.found}`]),
    ...(point.expected === '' ? [] : [`   ${words.expectedLabel}: ${point.expected}`]),
    `   ${askedText(point, words)}`,
  ];
}

/** "Biểu 01, ô H14"; a point on a whole file names the file. */
export function placeText({ sheet, cells, file }: AnswerPoint, words: AnswerWords): string {
  if (sheet === '' && cells === '') return file === '' ? '' : `${words.wholeFile} ${file}`;
  return [sheet, cells === '' ? '' : words.cell(cells)].filter((part) => part !== '').join(', ');
}

/** What is asked, or the explanation where one is on record. */
export function askedText({ action, explanation }: AnswerPoint, words: AnswerWords): string {
  return explanation === '' ? `${words.askedLabel}: ${action}` : explanation;
}
