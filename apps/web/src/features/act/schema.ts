import type { Json } from '../../parts/words';

/** As much of JSON Schema as forms of procedures use; the server judges by all of it. */
export interface FieldSchema {
  type?: string | string[];
  title?: string;
  format?: string;
  enum?: Json[];
  const?: Json;
  required?: string[];
  properties?: Record<string, FieldSchema>;
  items?: FieldSchema;
  minItems?: number;
  maxItems?: number;
  maxLength?: number;
}

export type FormValue = { [key: string]: Json };

/** From this length on a text gets several lines. */
const LONG_TEXT = 400;

/** How a field is filled in. */
export type Widget = 'group' | 'list' | 'choices' | 'people' | 'person' | 'amount' | 'choice' | 'tick' | 'whole' | 'day' | 'moment' | 'digest' | 'lines' | 'text';

/** Whom a field names, by its name: the post that its holders have; `null`: any officer. */
const PEOPLE: Record<string, string | null> = {
  ...{ handlers: 'handler', officers: 'handler', members: 'voter', member: 'voter', chair: 'voter' },
  ...{ hearingChair: 'hearing-chair', person: null },
};
/** What the system fills in: the digest of exactly what is signed. */
const DIGESTS = ['digest', 'sha256'];

/** Post of those whom the field may name; null for any, undefined where it names nobody. */
export const postFor = (name: string): string | null | undefined => PEOPLE[name];

/** Ordered: the first that fits is used. */
const WIDGETS: [Widget, (name: string, schema: FieldSchema) => boolean][] = [
  ['people', (name, { type }) => type === 'array' && name in PEOPLE],
  ['person', (name, { type }) => type === 'string' && name in PEOPLE],
  ['choices', (_, { type, items }) => type === 'array' && Array.isArray(items?.enum)],
  ['list', (_, { type }) => type === 'array'],
  ['group', (_, { type }) => type === 'object'],
  ['amount', (name, { type }) => type === 'integer' && name.endsWith('Fen')],
  ['whole', (_, { type }) => type === 'integer' || type === 'number'],
  ['tick', (_, { type }) => type === 'boolean'],
  ['choice', (_, schema) => Array.isArray(schema.enum)],
  ['day', (_, { format }) => format === 'date'],
  ['moment', (_, { format }) => format === 'date-time'],
  ['digest', (name) => DIGESTS.includes(name)],
  ['lines', (_, { maxLength }) => (maxLength ?? 0) >= LONG_TEXT],
];

/** The widget of a field: from its schema, and from its name where the schema cannot say what the law means. */
export const widgetOf = (name: string, schema: FieldSchema): Widget => WIDGETS.find(([, fits]) => fits(name, schema))?.[0] ?? 'text';

/** A form with nothing filled in but what can only be one thing. */
export function blank(schema: FieldSchema): FormValue {
  const fields = Object.entries(schema.properties ?? {}).map(([name, field]): [string, Json] => [name, blankField(field)]);
  return Object.fromEntries(fields);
}

function blankField(field: FieldSchema): Json {
  if (field.type === 'object') return blank(field);
  if (field.type === 'array') return [];
  if (field.type === 'boolean') return false;
  return field.enum?.length === 1 ? field.enum[0] : null;
}

/** What is sent: without what was left empty, so that the server names what is missing. False stays only where it was asked for. */
export function filledIn(value: Json, schema: FieldSchema): Json | undefined {
  if (value === null || value === '') return undefined;
  if (Array.isArray(value)) return value.map((item) => filledIn(item, schema.items ?? {}) ?? null);
  if (typeof value !== 'object') return value;
  const fields = Object.entries(value).flatMap(([name, field]): [string, Json][] => {
    const inner = schema.properties?.[name] ?? {};
    const kept = filledIn(field, inner);
    return kept === undefined || isEmptyExtra(kept, inner, schema.required?.includes(name)) ? [] : [[name, kept]];
  });
  return Object.fromEntries(fields);
}

/** An optional list, group or tick that nobody touched is not sent. */
function isEmptyExtra(value: Json, field: FieldSchema, isRequired = false): boolean {
  if (isRequired) return false;
  if (field.type === 'boolean') return value === false;
  if (typeof value !== 'object' || value === null) return false;
  // A group asks for its own fields only once somebody fills one of them in.
  const isUntouched = field.type === 'object' && JSON.stringify(value) === JSON.stringify(filledIn(blank(field), field));
  return isUntouched || Object.keys(value).length === 0;
}
