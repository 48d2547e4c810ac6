import { queryOptions } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../../api';
import { yuanOf } from '../../parts/money';
import type { Texts } from '../../texts';

export type Parameter = Schemas['ParameterInForce'];

/** Whose law, and on which day; what stands in the address of the page. */
export interface LawAsked {
  organ?: string;
  on?: string;
}

/** What is shown of all parameters. */
export type Kind = 'all' | 'unfilled' | 'local';

export const lawQuery = (query: LawAsked) =>
  queryOptions({ queryKey: ['law', query], queryFn: () => answered(api.GET('/api/v1/law/parameters', { params: { query } })) });

export const firedQuery = (query: { from: string; to: string; organ?: string }) =>
  queryOptions({ queryKey: ['law', 'fired', query], queryFn: async () => (await answered(api.GET('/api/v1/law/rules/fired', { params: { query } }))).items });

/** Files of the nation and the sector; every other is of a place. */
const NATIONAL = /^(national|health|limits|practice)\.yaml$/;

/** Parameters of a kind whose id, title or basis holds all words typed. */
export function chosen(items: readonly Parameter[], kind: Kind, typed: string): Parameter[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const isOf: Record<Kind, (one: Parameter) => boolean> = {
    all: () => true,
    unfilled: ({ value }) => value === null,
    local: ({ file }) => !NATIONAL.test(file),
  };
  return items.filter((one) => isOf[kind](one) && words.every((word) => `${one.id} ${one.title} ${one.basis}`.toLowerCase().includes(word)));
}

/** A value as people say it: yuan, days, yes or no, words side by side; null where nobody has filled it in. */
export function saidOf(value: unknown, unit: string, texts: Texts): string | null {
  if (value === null || value === undefined) return null;
  if (unit === 'fen') return texts.law.yuan(yuanOf(Number(value)));
  if (unit === 'boolean') return value === true ? texts.law.yes : texts.law.no;
  if (Array.isArray(value)) return value.map((one) => (typeof one === 'object' ? stepOf(one as Step, texts) : String(one))).join('、');
  return unit in texts.unit ? `${String(value)} ${texts.unit[unit]}` : String(value);
}

interface Step {
  length: number;
  unit: string;
  approval: string;
}

const stepOf = ({ length, unit, approval }: Step, texts: Texts): string => `${length} ${texts.unit[unit]}（${texts.duty[approval] ?? approval}）`;
