import type { JsonObject } from '@sanzhi/kernel';
import { compileForm } from './form-validator';

const form: JsonObject = {
  type: 'object',
  required: ['title', 'fineFen'],
  properties: {
    title: { type: 'string', title: '案由', minLength: 2, maxLength: 6 },
    fineFen: { type: 'integer', title: '罚款（分）', minimum: 0 },
    filedOn: { type: 'string', format: 'date' },
    officers: { type: 'array', minItems: 2, items: { type: 'object', properties: { id: { type: 'string' } } } },
    extra: { type: 'object', additionalProperties: true },
  },
  if: { properties: { fineFen: { type: 'integer', minimum: 1 } } },
  then: { required: ['filedOn'] },
};

const pointers = (value: unknown): string[] =>
  compileForm(form)(value).map((fault) => `${fault.pointer} ${fault.code}`);

it('takes a form that is in order, and leaves it as it was', () => {
  const given = { title: '无证行医', fineFen: 100, filedOn: '2023-03-01', extra: { any: 1 } };
  const before = structuredClone(given);
  expect(compileForm(form)(given)).toEqual([]);
  expect(given).toEqual(before);
});

it('tells every fault at once, each with pointer, keyword and a Chinese message', () => {
  expect(compileForm(form)({ title: '无', fineFen: '100', filedOn: '2023-02-30', colour: 'red' })).toEqual([
    { pointer: '/colour', code: 'additionalProperties', message: '表单中没有这个字段' },
    { pointer: '/title', code: 'minLength', message: '案由：至少 2 个字' },
    { pointer: '/fineFen', code: 'type', message: '罚款（分）：应为整数' },
    { pointer: '/filedOn', code: 'format', message: '应为日期（如 2025-06-01）' },
  ]);
});

it('names the missing field by its title', () => {
  expect(compileForm(form)({ fineFen: 0 })).toEqual([{ pointer: '/title', code: 'required', message: '案由：必须填写' }]);
});

it('closes nested objects, but not those that say they are open', () => {
  expect(pointers({ title: '案由', fineFen: 0, officers: [{ id: 'a' }, { id: 'b', rank: 1 }], extra: { any: 1 } })).toEqual([
    '/officers/1/rank additionalProperties',
  ]);
});

it('reads a branch and does not repeat that a branch failed', () => {
  expect(pointers({ title: '案由', fineFen: 5 })).toEqual(['/filedOn required']);
});

it('counts a character outside the basic plane as one, and refuses infinite numbers', () => {
  expect(pointers({ title: '𠮷'.repeat(6), fineFen: 0 })).toEqual([]);
  expect(pointers({ title: '案由', fineFen: JSON.parse('1e400') as number })).toEqual(['/fineFen type']);
});

it.each([null, 5, 'text', [], undefined])('refuses %p as a form', (value) => {
  expect(compileForm(form)(value)).toEqual([{ pointer: '', code: 'type', message: '应为对象' }]);
});

it('compiles the same schema object once', () => {
  expect(compileForm(form)).toBe(compileForm(form));
});

it('stops at a schema with an unknown keyword or format', () => {
  expect(() => compileForm({ type: 'string', maxLenght: 5 })).toThrow('maxLenght');
  expect(() => compileForm({ type: 'string', format: 'credit-code' })).toThrow('credit-code');
});
