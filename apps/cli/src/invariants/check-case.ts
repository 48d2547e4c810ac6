import type { LawBook, OrganSeen } from '@sanzhi/casework';
import { brokenPair, canonicalJson, digest, type Json, type JsonObject } from '@sanzhi/kernel';
import { foldRecord, type Folded } from './fold-record';
import type { Findings } from './invariant';
import { differingFacts } from './same-facts';
import type { SaidPayload, StoredCase, StoredStep } from './stored-case';

/** Everything that one case can be asked: I6, I7, I8, I9 of its tallies, I10, and I3 of its record. Pure. */
export function checkCase(stored: StoredCase, { organ, law }: { organ: OrganSeen; law: LawBook }, findings: Findings): void {
  const { folded, illegal } = foldRecord(stored, organ, law);
  findings.count('I8', stored.entries.length + stored.duties.length);
  for (const { kind, seq, detail } of illegal) findings.say('I8', kind, { seq, detail });
  checkRow(stored, folded, findings);
  checkDuties(stored, findings);
  checkTimes(stored.entries, findings);
  checkPapers(stored, findings);
  checkReleases(stored, findings);
  checkTallies(stored, findings);
}

function checkRow({ row, entries, tasks }: StoredCase, folded: Folded, findings: Findings): void {
  findings.count('I7');
  const differs = (name: string, one: unknown, other: unknown): void => {
    if (one !== other) findings.say('I7', name, { detail: `${String(other)} in the row, ${String(one)} by the record` });
  };
  differs('version', entries.length, row.version);
  differs('state', folded.state, row.state);
  differs('opened-on', folded.openedOn, row.openedOn);
  differs('last-acted-at', folded.lastActedAt, row.lastActedAt);
  const list = (some: readonly { duty: string; action: string }[]): string => some.map(({ duty, action }) => `${duty}/${action}`).join(' ');
  differs('tasks', list(folded.tasks), list(tasks));
  if (!folded.whole) return;
  differs('number', folded.number, row.number);
  for (const name of differingFacts(folded.facts, row.facts)) findings.say('I7', 'facts', { detail: name });
}

/** No one person holds two duties that the law keeps apart. */
function checkDuties({ duties }: StoredCase, findings: Findings): void {
  for (const { person, duty } of duties) {
    const pair = brokenPair(person, duty, duties.filter((held) => held.duty !== duty));
    if (pair?.one === duty) findings.say('I8', 'one-person', { detail: `${pair.one} and ${pair.other}: ${person}` });
  }
}

/** Order is the sequence; the instants may not contradict it, and nothing is recorded before it is done. */
function checkTimes(entries: readonly StoredStep[], findings: Findings): void {
  findings.count('I10', entries.length);
  entries.forEach(({ seq, recordedAt, actedAt }, index) => {
    if (index > 0 && recordedAt < entries[index - 1].recordedAt) findings.say('I10', 'recorded-before-the-last', { seq, detail: recordedAt });
    if (actedAt > recordedAt) findings.say('I10', 'acted-after-it-was-recorded', { seq, detail: actedAt });
  });
}

const payloads = ({ entries }: StoredCase): { seq: number; said: SaidPayload }[] =>
  entries.flatMap(({ seq, payload }) => (payload === null ? [] : [{ seq, said: JSON.parse(payload) as SaidPayload }]));

/** Bytes against both digests, rows against entries and facts, each way. */
function checkPapers(stored: StoredCase, findings: Findings): void {
  const { documents } = stored;
  findings.count('I6', documents.length);
  for (const { id, html, sha256, sm3 } of documents) {
    const own = digest(html);
    if (own.sha256 !== sha256 || own.sm3 !== sm3) findings.say('I6', 'altered', { detail: id });
  }
  checkPapersSaid(stored, findings);
  for (const [kind, fact] of Object.entries((stored.row.facts.documents ?? {}) as unknown as Record<string, PaperFact>)) {
    const found = documents.find(({ id }) => id === fact.id);
    if (found?.sha256 !== fact.sha256 || found.number !== fact.number) findings.say('I6', 'fact-without-row', { detail: kind });
  }
}

interface PaperFact {
  id: string;
  sha256: string;
  number: string | null;
}

/** Each paper that an entry names is there, and each that is there is named by one. */
function checkPapersSaid(stored: StoredCase, findings: Findings): void {
  const said = payloads(stored).flatMap(({ seq, said: { recorded } }) =>
    Object.entries(recorded.documents ?? {}).map(([kind, paper]) => ({ seq, paper: `${kind} ${String((paper as JsonObject).sha256)}` })));
  const kept = stored.documents.map(({ id, kind, sha256 }) => ({ id, paper: `${kind} ${sha256}` }));
  for (const { seq, paper } of said) if (!kept.some((one) => one.paper === paper)) findings.say('I6', 'missing', { seq, detail: paper });
  if (stored.entries.some(({ payload }) => payload === null)) return;
  for (const { id, paper } of kept) if (!said.some((one) => one.paper === paper)) findings.say('I6', 'orphan', { detail: id });
}

/** The record of a case releases each version of an item once. */
function checkReleases(stored: StoredCase, findings: Findings): void {
  const seen = new Set<string>();
  for (const { seq, said } of payloads(stored)) {
    const released = said.recorded.disclosure?.released as { item: string; sha256: string } | undefined;
    if (!released) continue;
    findings.count('I3');
    const version = `${released.item} ${released.sha256}`;
    if (seen.has(version)) findings.say('I3', 'released-twice', { seq, detail: version });
    seen.add(version);
  }
}

/** What entries say was counted stands as tallies, each once, and no other tally comes from the case. */
function checkTallies(stored: StoredCase, findings: Findings): void {
  const sourceOf = /\/(\d+)\/\d+$/;
  for (const { seq, said } of payloads(stored)) {
    const counted = (said.recorded.statistics?.tallies ?? []) as Json[];
    const kept = stored.tallies.filter(({ source }) => Number(sourceOf.exec(source)?.[1]) === seq);
    findings.count('I9', counted.length);
    const recorded = counted.map(canonicalJson).sort();
    const rows = kept.map(({ kind, day, dims, measures }) => canonicalJson({ kind, day, dims, measures })).sort();
    if (recorded.join() !== rows.join()) findings.say('I9', 'tallies', { seq, detail: `${recorded.length} by the record, ${rows.length} kept` });
  }
}
