import { uiEn } from './ui.en';
import { uiVi } from './ui.vi';

export type UiKey = keyof typeof uiVi;

/** The names between braces in a text: "{done}/{total}" → "done" | "total". */
type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never;

export type UiParams<Key extends UiKey> = [Placeholders<(typeof uiVi)[Key]>] extends [never]
  ? []
  : [values: Readonly<Record<Placeholders<(typeof uiVi)[Key]>, string | number>>];

/** Looks a text up and puts the values in; a missing key or value does not compile. */
export type Translate = <Key extends UiKey>(key: Key, ...params: UiParams<Key>) => string;

const dictionaries: { readonly vi: Readonly<Record<UiKey, string>>; readonly en: Readonly<Record<UiKey, string>> } = { vi: uiVi, en: uiEn };

/** The pane's texts in one language. */
export function translator(locale: 'vi' | 'en'): Translate {
  const dictionary = dictionaries[locale];
  return (key, ...params) => {
    const values: Readonly<Record<string, string | number>> = params[0] ?? {};
    return dictionary[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  };
}
