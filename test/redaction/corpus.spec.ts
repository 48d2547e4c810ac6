import { leaks, readProfile, redact, type RedactionProfile, type RedactionRule, redactWithReport } from '@sanzhi/disclosure';
import { missedSecrets, readCorpus } from './corpus';

const profile = readProfile('penalty-public') as RedactionProfile;
const corpus = readCorpus();

it('has at least sixty texts, thirty of them without anything to remove', () => {
  expect(corpus.length).toBeGreaterThanOrEqual(60);
  expect(corpus.filter(({ secrets }) => secrets.length === 0).length).toBeGreaterThanOrEqual(30);
  expect(new Set(corpus.map(({ id }) => id)).size).toBe(corpus.length);
});

describe.each(corpus)('$id', (labelled) => {
  const result = redactWithReport(labelled.text, profile, labelled.known);

  it('removes what must go', () => {
    expect(missedSecrets(labelled, result)).toEqual([]);
  });

  it('keeps what must stay', () => {
    expect(labelled.keeps.filter((value) => !result.text.includes(value))).toEqual([]);
    const wanted = labelled.secrets.length > 0;
    expect(wanted || result.text === labelled.text ? [] : result.spans).toEqual([]);
  });

  it('passes the gate, and does not change when redacted again', () => {
    expect(leaks(result.text, result.report, profile)).toEqual([]);
    expect(redact(result.text, profile, labelled.known)).toEqual({ text: result.text, spans: [] });
  });
});

it.each<RedactionRule>(['id-card', 'mobile', 'bank-card'])('finds every %s of the corpus', (rule) => {
  const labelled = corpus.flatMap((text) => text.secrets.filter((secret) => secret.rule === rule));
  const missed = corpus
    .flatMap((text) => missedSecrets(text, redact(text.text, profile, text.known)))
    .filter((secret) => secret.startsWith(`${rule} `));
  expect(labelled.length).toBeGreaterThan(15);
  expect(missed).toEqual([]);
});
