import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

/**
 * The compiler of JSON Schemas (2020-12), one for all: each of its kind compiles the schema of schemas anew. Values are
 * never converted; an unknown keyword or format is an error. At boot what it writes is compiled more often than run, so it
 * takes no time to make its code shorter.
 */
export const schemaCompiler = new Ajv2020({
  strict: true,
  // A branch may require a field that its parent describes, and `[string, 'null']` is a fair way to say "or nothing".
  strictRequired: false,
  allowUnionTypes: true,
  allErrors: true,
  verbose: true,
  coerceTypes: false,
  useDefaults: false,
  removeAdditional: false,
  // Two schemas may carry the same `$id`, and one that is dropped is collected with its code.
  addUsedSchema: false,
  logger: false,
  code: { optimize: false },
});
addFormats.default(schemaCompiler as never);
