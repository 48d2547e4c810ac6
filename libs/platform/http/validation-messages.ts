import type { ValidationError } from 'class-validator';
import type { FieldError } from '../ports';

/** What to tell the user by the constraint that failed; `#` is the number that the constraint names. */
const MESSAGES: Record<string, string> = {
  whitelistValidation: '没有这个字段',
  isDefined: '必须填写',
  isNotEmpty: '不得为空',
  isString: '应为文字',
  isInt: '应为整数',
  isNumber: '应为数值',
  isBoolean: '应为是或否',
  isArray: '应为列表',
  isObject: '应为对象',
  isUuid: '应为编号（UUID）',
  isEmail: '应为电子邮箱',
  min: '不得小于 #',
  max: '不得大于 #',
  minLength: '至少 # 个字',
  maxLength: '最多 # 个字',
  isLength: '长度不符合要求',
  arrayMinSize: '至少 # 项',
  arrayMaxSize: '最多 # 项',
  arrayNotEmpty: '至少 1 项',
  arrayUnique: '各项不得重复',
  matches: '格式不正确',
  nestedValidation: '应为对象',
  unknownValue: '应为对象',
};
const CHOICE = new Set(['isIn', 'isEnum']);
const HAN = /\p{Script=Han}/u;
/** Told alone, since the others of the same field then only say the same in other words. */
const DECISIVE = ['whitelistValidation', 'isDefined', 'isString', 'isInt', 'isNumber', 'isObject', 'isArray', 'isBoolean'];

/** All faults of a body, flat, with JSON pointers. */
export function fieldErrorsOf(faults: readonly ValidationError[], above = ''): FieldError[] {
  return faults.flatMap((fault) => {
    const pointer = fault.property === undefined ? above : `${above}/${escaped(fault.property)}`;
    return [...ownErrors(fault, pointer), ...fieldErrorsOf(fault.children ?? [], pointer)];
  });
}

function ownErrors(fault: ValidationError, pointer: string): FieldError[] {
  const constraints = Object.entries(fault.constraints ?? {});
  const decisive = constraints.find(([code]) => DECISIVE.includes(code));
  return (decisive ? [decisive] : constraints).map(([code, text]) => ({ pointer, code, message: messageOf(fault, code, text) }));
}

function messageOf(fault: ValidationError, code: string, text: string): string {
  if (HAN.test(text)) return text;
  if (CHOICE.has(code)) return `只能是：${text.split(': ').at(-1)}`;
  if (fault.value === undefined && code !== 'whitelistValidation') return '必须填写';
  const number = /-?\d+(?:\.\d+)?/.exec(text.slice(fault.property?.length ?? 0))?.[0] ?? '';
  return (MESSAGES[code] ?? '不符合要求').replace('#', number);
}

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
