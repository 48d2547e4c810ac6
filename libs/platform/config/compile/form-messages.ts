import type { ErrorObject } from 'ajv';
import type { FieldError } from '../../ports';

type Told = { title?: string; properties?: Record<string, { title?: string } | undefined> };
type Params = Record<string, unknown>;

const TYPES: Record<string, string> = {
  string: '文字',
  number: '数值',
  integer: '整数',
  boolean: '是或否',
  object: '对象',
  array: '列表',
  null: '空值',
};
const FORMATS: Record<string, string> = {
  date: '日期（如 2025-06-01）',
  'date-time': '带时区的时间（如 2025-06-01T09:00:00+08:00）',
  time: '时间',
  email: '电子邮箱',
  uuid: '编号（UUID）',
  uri: '网址',
};
const COMPARISONS: Record<string, string> = { '>=': '不得小于', '<=': '不得大于', '>': '应大于', '<': '应小于' };

const named = (names: Record<string, string>, given: unknown): string =>
  [given].flat().map((name) => names[String(name)] ?? String(name)).join('或');
const compared = (params: Params): string => `${COMPARISONS[String(params.comparison)]} ${String(params.limit)}`;

/** What to tell the user, by the keyword of the schema that failed. */
const MESSAGES: Record<string, (params: Params) => string> = {
  required: () => '必须填写',
  dependentRequired: () => '必须填写',
  additionalProperties: () => '表单中没有这个字段',
  unevaluatedProperties: () => '表单中没有这个字段',
  type: (params) => `应为${named(TYPES, params.type)}`,
  format: (params) => `应为${named(FORMATS, params.format)}`,
  enum: (params) => `只能是：${(params.allowedValues as unknown[]).join('、')}`,
  const: (params) => `只能是：${String(params.allowedValue)}`,
  minimum: compared,
  maximum: compared,
  exclusiveMinimum: compared,
  exclusiveMaximum: compared,
  multipleOf: (params) => `应为 ${String(params.multipleOf)} 的整数倍`,
  minLength: (params) => `至少 ${String(params.limit)} 个字`,
  maxLength: (params) => `最多 ${String(params.limit)} 个字`,
  minItems: (params) => `至少 ${String(params.limit)} 项`,
  maxItems: (params) => `最多 ${String(params.limit)} 项`,
  uniqueItems: () => '各项不得重复',
  pattern: () => '格式不正确',
  oneOf: () => '应符合且只符合其中一种情形',
  anyOf: () => '应符合其中一种情形',
  not: () => '不应是这个值',
  if: () => '与前面所填内容不一致',
};

/** Name in the params of ajv of the field that is missing or too much. */
const FIELD_PARAMS = ['missingProperty', 'additionalProperty', 'unevaluatedProperty'];

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** One fault as ajv reports it (with `verbose`), in the shape of the API: pointer into the form, keyword, Chinese message. */
export function fieldErrorOf(fault: ErrorObject): FieldError {
  const params = fault.params as Params;
  const field = FIELD_PARAMS.map((name) => params[name]).find((name) => typeof name === 'string') as string | undefined;
  const told = (fault.parentSchema ?? {}) as Told;
  const title = field === undefined ? told.title : told.properties?.[field]?.title;
  const message = MESSAGES[fault.keyword]?.(params) ?? '不符合要求';
  return {
    pointer: field === undefined ? fault.instancePath : `${fault.instancePath}/${escaped(field)}`,
    code: fault.keyword,
    message: title ? `${title}：${message}` : message,
  };
}
