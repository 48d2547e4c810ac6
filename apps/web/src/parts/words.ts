import type { Texts } from '../texts';
import { yuanOf } from './money';

/** JSON as it comes with facts and forms. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
/** Title of a field by its name. */
export type Titles = ReadonlyMap<string, string>;

interface Schema {
  title?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
}

/** Amounts are integer fen everywhere and shown in yuan. */
export const isFen = (name: string): boolean => name.endsWith('Fen');
/** The title of a field as people read it: an amount says yuan. */
export const titleOf = (title: string): string => title.replace('（分）', '（元）');

/** Titles of all fields of some forms, by name. */
export function titlesOf(schemas: readonly unknown[]): Titles {
  const titles = new Map<string, string>();
  for (const schema of schemas) collect(schema as Schema, titles);
  return titles;
}

function collect({ properties = {}, items }: Schema, titles: Map<string, string>): void {
  if (items) collect(items, titles);
  for (const [name, field] of Object.entries(properties)) {
    if (field.title && !titles.has(name)) titles.set(name, titleOf(field.title));
    collect(field, titles);
  }
}

/** The glossary's word for a value of a field; some mean different things in different fields. */
export const valueWord = (name: string, value: string, texts: Texts): string =>
  texts.value[`${name}.${value}`] ?? texts.value[value] ?? value;

/** A single value in words: the glossary's where it has one, amounts in yuan, people by name. */
export function wordOf(name: string, value: Json, { texts, names }: { texts: Texts; names: ReadonlyMap<string, string> }): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' && isFen(name)) return `${yuanOf(value)} ${texts.act.yuan}`;
  const text = String(value);
  return names.get(text) ?? valueWord(name, text, texts);
}

/** The title under which a field is shown; undefined for what nobody gave words to. */
export const labelOf = (name: string, titles: Titles, texts: Texts): string | undefined => titles.get(name) ?? texts.fact[name];
