import type { Json, JsonObject } from '@sanzhi/kernel';

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keywords whose value is a schema for a part of the value. */
const PARTS = ['items', 'additionalProperties', 'contains'];
/** Keywords whose value maps names to such schemas. */
const NAMED_PARTS = ['properties', 'patternProperties', '$defs'];

/**
 * A copy of a schema in which every object that says nothing else takes no further fields.
 * Branches (allOf, anyOf, oneOf, if, then, else, not) look at the same value as their parent and stay as they are.
 */
export function closeObjects(schema: JsonObject): JsonObject {
  const closed: JsonObject = { ...schema };
  for (const part of PARTS) if (isObject(schema[part])) closed[part] = closeObjects(schema[part]);
  for (const part of NAMED_PARTS) if (isObject(schema[part])) closed[part] = closeEach(schema[part]);
  if (Array.isArray(schema.prefixItems)) closed.prefixItems = schema.prefixItems.map(closeItem);
  return isOpen(schema) ? { ...closed, additionalProperties: false } : closed;
}

function isOpen(schema: JsonObject): boolean {
  const isForObjects = schema.type === 'object' || (Array.isArray(schema.type) && schema.type.includes('object'));
  return isForObjects && !('additionalProperties' in schema) && !('unevaluatedProperties' in schema);
}

function closeEach(parts: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, closeItem(part)]));
}

function closeItem(part: Json): Json {
  return isObject(part) ? closeObjects(part) : part;
}
