import { isPrefilled, prefilled } from './prefill';
import type { FieldSchema } from './schema';

const text: FieldSchema = { type: 'string' };
const formOf = (properties: Record<string, FieldSchema>): FieldSchema => ({ type: 'object', properties });
const draft = { factsFound: '经查', kinds: ['罚款'], fineFen: 6_000_000, confiscatedFen: 5, law: { version: '2021-07-15' } };
const view = {
  case: { facts: { party: { name: '示例门诊部', legalRepresentative: '示例负责人' }, draft, decision: { fineFen: 6_000_000, confiscatedFen: 5 } } },
  slices: {
    review: { currentDigest: 'd1' },
    discussion: { currentDigest: 'd1' },
    disclosure: { items: [{ state: 'published', preview: null }, { state: 'scoped', preview: { sha256: 'p1' } }] },
  },
};

it('takes the fact of the same name, cut to the fields of the form', () => {
  const schema = formOf({ draft: formOf({ factsFound: text, fineFen: { type: 'integer' }, discretion: text }) });
  expect(prefilled(schema, view)).toEqual({ draft: { factsFound: '经查', fineFen: 6_000_000, discretion: null } });
});

it('proposes what is signed, decided, paid, and shown', () => {
  const schema = formOf({
    digest: text, sha256: text, kinds: { type: 'array' }, fineFen: { type: 'integer' }, confiscatedFen: { type: 'integer' }, paidFen: { type: 'integer' }, receiver: text,
  });
  expect(prefilled(schema, view)).toEqual({
    digest: 'd1', sha256: 'p1', kinds: ['罚款'], fineFen: 6_000_000, confiscatedFen: 5, paidFen: 6_000_005, receiver: '示例负责人',
  });
});

it('leaves blank what the file does not say', () => {
  const schema = formOf({ digest: text, opinion: text, draft: formOf({ basis: text }) });
  const nothing = { case: { facts: {} }, slices: {} };
  expect(prefilled(schema, nothing)).toEqual({ digest: null, opinion: null, draft: { basis: null } });
  expect(isPrefilled(prefilled(schema, nothing), schema)).toBe(false);
  expect(isPrefilled(prefilled(schema, view), schema)).toBe(true);
});
