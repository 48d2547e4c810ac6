// What each route answers, read from the return type of its handler: the types are written once, and described from there.
import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Types whose name says all: free JSON, judged elsewhere. */
const FREE = { Json: {}, JsonObject: { type: 'object', additionalProperties: true } };
/** A refusal is answered as a Problem, never with the good status. */
const NO_ANSWER = new Set(['StepRefused']);

/**
 * Schemas of the answers of all controllers.
 * @param {string} root project root
 * @returns {Promise<{answers: Map<string, object>, components: Record<string, object>}>} answers by operation id
 */
export async function answerSchemas(root) {
  const { default: ts } = await import('typescript');
  const files = readdirSync(path.join(root, 'libs'), { recursive: true }).map(String).filter((file) => /\.controller\.ts$/.test(file)).sort();
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const names = files.map((file) => path.join(root, 'libs', file));
  const program = ts.createProgram(names, { ...options, noEmit: true, incremental: false, tsBuildInfoFile: undefined });
  const writer = new SchemaWriter(ts, program.getTypeChecker());
  for (const name of names) ts.forEachChild(program.getSourceFile(name), (node) => ts.isClassDeclaration(node) && writer.readController(node));
  return { answers: writer.answers, components: Object.fromEntries([...writer.components].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

class SchemaWriter {
  answers = new Map();
  components = new Map();

  constructor(ts, checker) {
    this.ts = ts;
    this.checker = checker;
  }

  readController(node) {
    for (const member of node.members) {
      const handles = this.ts.isMethodDeclaration(member) && this.ts.getDecorators(member)?.length > 0;
      if (!handles) continue;
      const returned = this.checker.getSignatureFromDeclaration(member).getReturnType();
      const schema = this.answer(this.checker.getAwaitedType(returned) ?? returned);
      if (schema) this.answers.set(`${node.name.text}_${member.name.text}`, schema);
    }
  }

  /** Undefined where nothing, or a page instead of JSON, is answered. */
  answer(type) {
    const { TypeFlags } = this.ts;
    const parts = (type.isUnion() ? type.types : [type]).filter((part) => !NO_ANSWER.has(nameOf(part)));
    const shown = parts.filter((part) => !(part.flags & (TypeFlags.Void | TypeFlags.String | TypeFlags.Any)));
    if (shown.length === 0) return undefined;
    return shown.length === 1 ? this.schema(shown[0]) : { anyOf: shown.map((part) => this.schema(part)) };
  }

  schema(type) {
    const alias = type.aliasSymbol?.name;
    if (alias && FREE[alias]) return FREE[alias];
    return this.plain(type) ?? (type.isUnion() ? this.union(type.types) : this.object(type));
  }

  plain(type) {
    const { TypeFlags } = this.ts;
    const { flags } = type;
    if (flags & (TypeFlags.Unknown | TypeFlags.Any)) return {};
    if (flags & TypeFlags.StringLiteral) return { type: 'string', enum: [type.value] };
    if (flags & TypeFlags.NumberLiteral) return { type: 'number', enum: [type.value] };
    if (flags & TypeFlags.BooleanLiteral) return { type: 'boolean', enum: [type.intrinsicName === 'true'] };
    if (flags & TypeFlags.StringLike) return { type: 'string' };
    if (flags & TypeFlags.NumberLike) return { type: 'number' };
    if (flags & TypeFlags.Boolean) return { type: 'boolean' };
    if (flags & TypeFlags.Null) return { type: 'null' };
    return undefined;
  }

  union(types) {
    const { TypeFlags } = this.ts;
    const known = types.filter((part) => !(part.flags & TypeFlags.Undefined));
    const literals = known.filter((part) => part.isStringLiteral());
    const truths = known.filter((part) => part.flags & TypeFlags.BooleanLiteral);
    const others = known.filter((part) => !literals.includes(part) && !(truths.length === 2 && truths.includes(part)));
    const schemas = others.map((part) => this.schema(part));
    if (truths.length === 2) schemas.unshift({ type: 'boolean' });
    if (literals.length > 0) schemas.unshift({ type: 'string', enum: literals.map((part) => part.value).sort() });
    return nullable(schemas);
  }

  object(type) {
    if (this.checker.isArrayType(type) || this.checker.isTupleType(type)) {
      return { type: 'array', items: this.schema(this.checker.getTypeArguments(type)[0]) };
    }
    const name = nameOf(type);
    const generic = (type.aliasTypeArguments ?? this.checker.getTypeArguments(type) ?? []).length > 0;
    if (!name || generic) return this.properties(type);
    if (!this.components.has(name)) {
      this.components.set(name, {});
      this.components.set(name, this.properties(type));
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  properties(type) {
    const entries = this.checker.getPropertiesOfType(type).map((property) => this.property(property));
    const index = this.checker.getIndexTypeOfType(type, this.ts.IndexKind.String);
    const required = entries.filter(([, , optional]) => !optional).map(([name]) => name);
    return {
      type: 'object',
      ...(required.length > 0 ? { required } : {}),
      ...(entries.length > 0 ? { properties: Object.fromEntries(entries.map(([name, schema]) => [name, schema])) } : {}),
      ...(index ? { additionalProperties: this.schema(index) } : {}),
    };
  }

  property(property) {
    const { SymbolFlags, displayPartsToString } = this.ts;
    const schema = this.schema(this.checker.getTypeOfSymbol(property));
    const said = displayPartsToString(property.getDocumentationComment(this.checker)).replace(/\s+/g, ' ').trim();
    const described = said && !schema.$ref ? { ...schema, description: said } : schema;
    return [property.name, described, Boolean(property.flags & SymbolFlags.Optional)];
  }
}

/** Name of an interface or alias; inline shapes have none. */
function nameOf(type) {
  const name = type.aliasSymbol?.name ?? type.symbol?.name;
  return name && !/^(?:__type|__object|Array|Pick|Omit|Record)$/.test(name) ? name : undefined;
}

/** `null` beside one plain type is written as OpenAPI 3.1 does. */
function nullable(schemas) {
  const rest = schemas.filter((schema) => schema.type !== 'null');
  const isNullable = rest.length < schemas.length;
  if (rest.length === 1 && !isNullable) return rest[0];
  const [one] = rest;
  if (rest.length === 1 && typeof one.type === 'string' && !one.enum) return { ...one, type: [one.type, 'null'] };
  return { anyOf: [...rest, ...(isNullable ? [{ type: 'null' }] : [])] };
}

/**
 * Adds the schemas to a description: to the 200 or 201 of each operation that has no content yet.
 * @param {object} document OpenAPI 3.1, changed in place
 */
export function describeAnswers(document, { answers, components }) {
  for (const operation of Object.values(document.paths).flatMap((methods) => Object.values(methods))) {
    const schema = answers.get(operation.operationId);
    const answer = operation.responses['200'] ?? operation.responses['201'];
    if (schema && answer) answer.content = { 'application/json': { schema }, ...answer.content };
  }
  document.components.schemas = { ...components, ...document.components.schemas };
}
