import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { JsonObject } from '@sanzhi/kernel';
import type { FieldError } from '../../ports';
import { closeObjects } from './close-objects';
import { fieldErrorOf } from './form-messages';

/** Checks one form: all its faults, in Chinese, with pointers into the form; empty when it is in order. */
export type FormCheck = (form: unknown) => FieldError[];

const ajv = new Ajv2020({
  strict: true,
  // A branch may require a field that its parent describes, and `[string, 'null']` is a fair way to say "or nothing".
  strictRequired: false,
  allowUnionTypes: true,
  allErrors: true,
  verbose: true,
  coerceTypes: false,
  useDefaults: false,
  removeAdditional: false,
  // Two forms may carry the same `$id`, and a schema that is dropped is collected with its code.
  addUsedSchema: false,
  logger: false,
});
addFormats.default(ajv as never);

const compiled = new WeakMap<JsonObject, FormCheck>();

/**
 * Makes the check of a form from its JSON Schema (2020-12); the same schema object is compiled once.
 * Values are never converted, and an object takes no field beyond its `properties` unless the schema says otherwise.
 * Throws when the schema itself is wrong (an unknown keyword or format is).
 */
export function compileForm(schema: JsonObject): FormCheck {
  const known = compiled.get(schema);
  if (known) return known;
  const closed = closeObjects(schema);
  const check = checkBy(ajv.compile(closed));
  ajv.removeSchema(closed);
  compiled.set(schema, check);
  return check;
}

function checkBy(validate: ValidateFunction): FormCheck {
  return (form) => {
    if (validate(form)) return [];
    const faults = validate.errors ?? [];
    const telling = faults.filter((fault) => fault.keyword !== 'if');
    return (telling.length ? telling : faults).map(fieldErrorOf);
  };
}
