import { blank, type FieldSchema, filledIn, widgetOf } from './schema';

const form: FieldSchema = {
  type: 'object',
  required: ['party', 'handlers', 'method', 'confirmed'],
  properties: {
    party: { type: 'object', required: ['name'], properties: { name: { type: 'string', maxLength: 200 }, phone: { type: 'string' } } },
    clue: { type: 'object', properties: { harmful: { type: 'boolean' }, on: { type: 'string', format: 'date' } } },
    handlers: { type: 'array', items: { type: 'string' } },
    evidence: { type: 'array', items: { type: 'object', properties: { title: { type: 'string' }, sha256: { type: 'string' } } } },
    kinds: { type: 'array', items: { type: 'string', enum: ['警告', '罚款'] } },
    method: { type: 'string', enum: ['direct'] },
    fineFen: { type: 'integer' },
    seq: { type: 'integer' },
    confirmed: { type: 'boolean', const: true },
    facts: { type: 'string', maxLength: 20000 },
  },
};

it.each([
  ['handlers', 'people'],
  ['kinds', 'choices'],
  ['evidence', 'list'],
  ['party', 'group'],
  ['fineFen', 'amount'],
  ['seq', 'whole'],
  ['method', 'choice'],
  ['confirmed', 'tick'],
  ['facts', 'lines'],
])('%s is filled in by %s', (name, widget) => {
  expect(widgetOf(name, form.properties?.[name] ?? {})).toBe(widget);
});

it('names a digest, a chair and a day by what they are', () => {
  expect(widgetOf('digest', { type: 'string' })).toBe('digest');
  expect(widgetOf('chair', { type: 'string' })).toBe('person');
  expect(widgetOf('on', { type: 'string', format: 'date' })).toBe('day');
  expect(widgetOf('receipt', { type: 'string', maxLength: 100 })).toBe('text');
});

it('begins with nothing but what can only be one thing', () => {
  expect(blank(form)).toEqual({
    party: { name: null, phone: null }, clue: { harmful: false, on: null }, handlers: [], evidence: [], kinds: [], method: 'direct',
    fineFen: null, seq: null, confirmed: false, facts: null,
  });
});

it('sends what was filled in, and nothing that was left empty', () => {
  const value = { ...blank(form), party: { name: '示例门诊部', phone: '' }, evidence: [{ title: '现场笔录', sha256: null }], fineFen: 0 };
  expect(filledIn(value, form)).toEqual({
    party: { name: '示例门诊部' }, handlers: [], evidence: [{ title: '现场笔录' }], method: 'direct', fineFen: 0, confirmed: false,
  });
});

it('leaves out an optional group that nobody touched, with all that the group itself asks for', () => {
  const goods: FieldSchema = {
    type: 'object',
    required: ['items', 'seen'],
    properties: { items: { type: 'array', items: { type: 'object' } }, seen: { type: 'boolean' }, kind: { type: 'string', enum: ['goods'] }, value: { type: 'integer' } },
  };
  const within = { type: 'object', properties: { goods } };
  expect(filledIn(blank(within), within)).toEqual({});
  expect(filledIn({ goods: { ...blank(goods), value: 5 } }, within)).toEqual({ goods: { items: [], seen: false, kind: 'goods', value: 5 } });
  expect(filledIn(blank(within), { ...within, required: ['goods'] })).toEqual({ goods: { items: [], seen: false, kind: 'goods' } });
});
