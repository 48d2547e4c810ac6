import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { KnownValues, Redaction, RedactionRule } from '@sanzhi/disclosure';

/** A labelled text: what must go (every occurrence), what must stay. Persons and numbers are invented. */
export interface LabelledText {
  readonly id: string;
  readonly text: string;
  readonly secrets: ReadonlyArray<{ readonly value: string; readonly rule: RedactionRule }>;
  readonly keeps: readonly string[];
  readonly known?: KnownValues;
}

/** All labelled texts of the folder `corpus`. */
export function readCorpus(): LabelledText[] {
  const folder = path.join(__dirname, 'corpus');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as LabelledText[]);
}

/** The places of a value in a text. */
export function placesOf(text: string, value: string): { start: number; end: number }[] {
  const places = [];
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length)) {
    places.push({ start: at, end: at + value.length });
  }
  return places;
}

/** The secrets of a text that no span covers wholly, or that a span of another rule covers. */
export function missedSecrets({ text, secrets }: LabelledText, { spans }: Redaction): string[] {
  return secrets
    .filter(({ value, rule }) =>
      placesOf(text, value).some(({ start, end }) =>
        !spans.some((span) => span.rule === rule && span.start <= start && span.end >= end)))
    .map(({ value, rule }) => `${rule} ${value}`);
}
