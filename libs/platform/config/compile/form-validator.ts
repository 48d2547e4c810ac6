import type { ValidateFunction } from 'ajv/dist/2020';
import type { JsonObject } from '@sanzhi/kernel';
import type { FieldError } from '../../ports';
import { closeObjects } from './close-objects';
import { fieldErrorOf } from './form-messages';
import { schemaCompiler } from './schema-compiler';

/** Checks one form: all its faults, in Chinese, with pointers into the form; empty when it is in order. */
export type FormCheck = (form: unknown) => FieldError[];

const compiled = new WeakMap<JsonObject, FormCheck>();
/** By text: most procedures are put together from the same parts, and compiling takes longer than reading them. */
const compiledTexts = new Map<string, FormCheck>();

/**
 * Makes the check of a form from its JSON Schema (2020-12); the same schema is compiled once.
 * Values are never converted, and an object takes no field beyond its `properties` unless the schema says otherwise.
 * Throws when the schema itself is wrong (an unknown keyword or format is).
 */
export function compileForm(schema: JsonObject): FormCheck {
  const known = compiled.get(schema);
  if (known) return known;
  const text = JSON.stringify(schema);
  const check = compiledTexts.get(text) ?? compileAnew(schema);
  compiledTexts.set(text, check);
  compiled.set(schema, check);
  return check;
}

function compileAnew(schema: JsonObject): FormCheck {
  const closed = closeObjects(schema);
  const check = checkBy(schemaCompiler.compile(closed));
  schemaCompiler.removeSchema(closed);
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
