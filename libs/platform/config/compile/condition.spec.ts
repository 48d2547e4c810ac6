import { conditionCompiler } from './condition';

const compile = conditionCompiler({ draft: { kinds: 'list<string>', fineFen: 'double' }, lines: { hearing: 'double' } });
const draft = { kinds: ['罚款'], fineFen: 500000 };

describe('expressions of conditions', () => {
  it.each([
    [`draft.kinds.exists(kind, kind in ['罚款'])`, true],
    [`has(lines.hearing) && draft.fineFen >= lines.hearing`, true],
    [`draft.fineFen > 500000`, false],
  ])('%s is %s', (expression, holds) => {
    expect(compile(expression).predicate!({ draft, lines: { hearing: 500000 } })).toBe(holds);
  });

  it('knows that a line is not loaded', () => {
    expect(compile('has(lines.hearing) && draft.fineFen >= lines.hearing').predicate!({ draft, lines: {} })).toBe(false);
    expect(() => compile('draft.fineFen >= lines.hearing').predicate!({ draft, lines: {} })).toThrow('hearing');
  });

  it.each([
    ['draft.fine > 1', /fine/],
    ['drafts.fineFen > 1', /drafts/],
    ['lines.review > 1.0', /review/],
    ['draft.kinds > 1', /overload/],
    ['draft.fineFen', /gives double/],
    ['draft.fineFen >', /./],
    [`[${Array.from({ length: 101 }, () => '1').join(',')}].size() > 1`, /./],
    ['process.exit(1)', /./],
  ])('does not take %s', (expression, fault) => {
    expect(compile(expression).fault).toMatch(fault);
  });
});
