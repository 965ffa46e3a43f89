import type { Timeliness } from '../deadlines/types';
import type { SubmissionReading } from './read';
import type { NumberPart, Paragraph, Sentence } from './types';

/** Who sent in time, late or not at all, from the report month's rows of TheoDoiNop. */
export function disciplineParagraphs(submissions: readonly SubmissionReading[]): readonly Paragraph[] {
  const [first] = submissions;
  const figures = submissions.filter(({ owes }) => owes === 'figures');
  const words = submissions.filter(({ owes }) => owes === 'words');
  if (first === undefined) return [{ kind: 'text', bullet: false, sentences: [{ template: 'noSubmissions', parts: {} }] }];
  const { deadline } = first;
  const bullets: (Sentence | null)[] = [
    counted('onTimeClean', figures, 'onTimeClean'),
    counted('onTimeWithErrors', figures, 'onTimeWithErrors'),
    counted('late', figures, 'late'),
    counted('unknownDate', figures, 'receivedUnknownDate'),
    counted('notYetDue', figures, 'notYetDue'),
    counted('missing', figures, 'missing'),
    words.length === 0 ? null : { template: 'receivedInWords', parts: { owed: countOf(words, 'Phải nộp bằng lời'), received: countOf(words.filter(hasCome), 'Đã nhận') } },
    counted('missingInWords', words, 'missing'),
  ];
  return [
    {
      kind: 'text', bullet: false,
      sentences: [
        ...(deadline === null ? [] : [{ template: 'deadline', parts: { date: deadline } } as const]),
        { template: 'received', parts: { owed: countOf(figures, 'Phải nộp số liệu'), received: countOf(figures.filter(hasCome), 'Đã nhận') } },
      ],
    },
    ...bullets.flatMap((sentence): Paragraph[] => (sentence === null ? [] : [{ kind: 'text', bullet: true, sentences: [sentence] }])),
  ];
}

const hasCome = ({ state }: SubmissionReading): boolean => state !== 'missing' && state !== 'notYetDue';

function countOf(rows: readonly SubmissionReading[], label: string): NumberPart {
  return { kind: 'number', value: rows.length, decimals: 0, reference: { kind: 'count', sheet: rows[0]?.sheet ?? '', cells: rows.map(({ cell }) => cell), label } };
}

function counted(template: 'onTimeClean' | 'onTimeWithErrors' | 'late' | 'missing' | 'missingInWords' | 'unknownDate' | 'notYetDue', submissions: readonly SubmissionReading[], state: Timeliness): Sentence | null {
  const rows = submissions.filter((each) => each.state === state);
  return rows.length === 0 ? null : { template, parts: { count: countOf(rows, 'Tình trạng'), units: rows.map(({ unit }) => unit) } };
}
