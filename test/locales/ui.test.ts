import { translator } from '../../src/locales/ui';
import { uiEn } from '../../src/locales/ui.en';
import { uiVi } from '../../src/locales/ui.vi';

const namesIn = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();
const english = new Map(Object.entries(uiEn));

describe('texts of the pane', () => {
  test.each(Object.entries(uiVi))('%s has the same values in both languages, and is composed', (key, vietnamese) => {
    const text = english.get(key) ?? '';
    expect(text).not.toBe('');
    // A text may be poorer in one language, never ask for what the other does not give.
    expect(namesIn(vietnamese)).toEqual(expect.arrayContaining([...namesIn(text)]));
    expect(vietnamese).toBe(vietnamese.normalize('NFC'));
  });

  test('values stand where the braces were', () => {
    expect(translator('vi')('consolidate.readingOf', { done: 12, total: 21 })).toBe('Đang đọc 12/21…');
    expect(translator('en')('consolidate.readingOf', { done: 12, total: 21 })).toBe('Reading 12/21…');
  });

  test('a value that looks like a placeholder is left alone', () => {
    expect(translator('vi')('check.sheet', { sheet: '{sheet} $& $1' })).toBe('Trang “{sheet} $& $1”');
  });
});
