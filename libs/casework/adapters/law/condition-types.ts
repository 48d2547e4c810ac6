import type { Json, JsonObject, Procedure, Template } from '@sanzhi/kernel';
import type { ConditionType, ConditionTypes } from '@sanzhi/platform/config';

const SCALARS: Record<string, string> = { string: 'string', integer: 'double', number: 'double', boolean: 'bool' };

/**
 * Types of the facts of a case, from the JSON Schemas of the forms that write them, over all procedures. Two procedures
 * that write a fact differently leave it open (`dyn`).
 */
export function factTypes(procedures: readonly Procedure[]): ConditionTypes {
  const types: ConditionTypes = {};
  for (const { facts = {}, form } of procedures.flatMap((procedure) => Object.values(procedure.actions))) {
    const written = Object.entries(facts).filter(([, template]) => template !== null);
    for (const [fact, template] of written) types[fact] = joined(types[fact], typeOfTemplate(template, form));
  }
  return types;
}

function joined(known: ConditionType | undefined, next: ConditionType): ConditionType {
  if (known === undefined) return next;
  if (typeof known === 'string' || typeof next === 'string') return known === next ? known : 'dyn';
  const fields = [...Object.keys(known), ...Object.keys(next)];
  return Object.fromEntries(fields.map((field) => [field, joined(known[field], next[field] ?? known[field])]));
}

function typeOfTemplate(template: Template, form: JsonObject): ConditionType {
  if (typeof template === 'string' && template.startsWith('$')) {
    const [root, ...path] = template.slice(1).split('.');
    return root === 'form' ? typeOfSchema(schemaAt(form, path)) : 'dyn';
  }
  if (isObject(template)) return Object.fromEntries(Object.entries(template).map(([name, value]) => [name, typeOfTemplate(value, form)]));
  return 'dyn';
}

function schemaAt(schema: JsonObject, path: readonly string[]): JsonObject {
  return path.reduce((here, name) => ((here.properties as Record<string, JsonObject> | undefined)?.[name] ?? {}), schema);
}

/** The CEL type of a JSON Schema: numbers are doubles as in JSON; what is open stays `dyn`. */
function typeOfSchema(schema: JsonObject): ConditionType {
  const { type, properties, items } = schema;
  if (typeof type === 'string' && SCALARS[type]) return SCALARS[type];
  if (type === 'array') {
    const item = isObject(items) ? typeOfSchema(items) : 'dyn';
    return typeof item === 'string' ? `list<${item}>` : 'list<dyn>';
  }
  if (type !== 'object' || !isObject(properties)) return 'dyn';
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, typeOfSchema(value as JsonObject)]));
}

const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
