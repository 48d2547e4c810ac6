import type { CaseFile, JsonObject } from '@sanzhi/kernel';
import { closingPapersComplete } from './closing-papers';

const holds = (parameters: JsonObject, facts: JsonObject, procedure = 'penalty-ordinary'): boolean =>
  closingPapersComplete.check({ case: { procedure, facts }, parameters } as unknown as CaseFile) === null;

describe('closing-papers-complete', () => {
  it.each<[string, JsonObject, JsonObject, string | undefined, boolean]>([
    ['none demanded', {}, {}, undefined, true],
    ['one lacks', { 'closing.papers.ordinary.punished': ['penalty-notice', 'penalty-decision'] }, { documents: { 'penalty-decision': { id: '1' } } }, undefined, false],
    ['all there', { 'closing.papers.ordinary.punished': ['penalty-decision'] }, { documents: { 'penalty-decision': { id: '1' } } }, undefined, true],
    ['of another outcome', { 'closing.papers.ordinary.transferred': ['transfer-letter'] }, { conclusion: { outcome: 'transferred' } }, undefined, false],
    ['of another procedure', { 'closing.papers.ordinary.punished': ['penalty-notice'] }, {}, 'penalty-summary', true],
  ])('%s', (_, parameters, facts, procedure, expected) => {
    expect(holds(parameters, facts, procedure)).toBe(expected);
  });
});
