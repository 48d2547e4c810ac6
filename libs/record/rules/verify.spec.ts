import fc from 'fast-check';
import { digest } from '@sanzhi/kernel';
import { chained, type Entry, type EntryHeader, type Head } from './entry';
import { verifyChain, type StoredChain, type StoredEntry } from './verify';

const CASE = '0190a000-0000-7000-8000-000000000001';

function entriesOf(count: number): Entry[] {
  let head: Head | null = null;
  return Array.from({ length: count }, (_, index) => {
    const at = `2023-03-0${1 + (index % 9)}T01:00:00.000Z`;
    const recorded = {
      organ: 'DEMO', case: CASE, recordedAt: at, actedAt: at, actor: { person: 'p1', organ: 'DEMO' }, action: `act-${index}`,
      payload: { form: { n: index, text: '现场检查' } },
    };
    const entry = chained(recorded, head, new Uint8Array(32).fill(index + 1));
    head = { seq: entry.seq, digest: entry.digest };
    return entry;
  });
}

const shownOf = ({ header }: Entry): StoredEntry['shown'] => {
  const { organ, prev, action, actor, actedAt, recordedAt } = JSON.parse(header) as EntryHeader;
  return { organ, prev: prev.sha256, action, actor: actor.person, actedAt, recordedAt };
};

const stored = (entry: Entry): StoredEntry => ({
  seq: entry.seq, shown: shownOf(entry), header: entry.header, sha256: entry.digest.sha256, sm3: entry.digest.sm3,
  payload: entry.payload, salt: entry.salt, erasedUnder: null,
});

function chainOf(entries: Entry[], over: Partial<StoredChain> = {}): StoredChain {
  const last = entries[entries.length - 1];
  const head = { seq: last.seq, sha256: last.digest.sha256, sm3: last.digest.sm3 };
  return { case: CASE, number: null, head, entries: entries.map(stored), ...over };
}

const kinds = (chain: StoredChain): string[] => verifyChain(chain).map(({ seq, kind }) => `${seq} ${kind}`);

describe('chained', () => {
  it('links each entry to the one before by both digests', () => {
    const [first, second] = entriesOf(2);
    expect(first.prev.sha256).toBe('0'.repeat(64));
    expect(second.prev).toEqual(first.digest);
    expect(JSON.parse(second.header)).toMatchObject({ v: 1, seq: 2, case: CASE, organ: 'DEMO', action: 'act-1' });
  });

  it('keeps the payload out of the header', () => {
    expect(entriesOf(1)[0].header).not.toContain('现场检查');
  });

  it('refuses a salt of another length', () => {
    expect(() => chained(JSON.parse('{"payload":{}}'), null, new Uint8Array(31))).toThrow(RangeError);
  });
});

describe('verifyChain', () => {
  const entries = entriesOf(6);

  it('finds nothing in a sound chain, whatever the order it is read in', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: 6 }), (shuffled) => {
        expect(verifyChain({ ...chainOf(entries), entries: shuffled.map(stored) })).toEqual([]);
      }),
    );
  });

  it('finds a changed byte anywhere', () => {
    fc.assert(
      fc.property(fc.nat(5), fc.constantFrom('header', 'payload', 'salt', 'sha256', 'sm3') as fc.Arbitrary<'header'>, fc.nat(), (at, column, where) => {
        const chain = chainOf(entries);
        const text = chain.entries[at][column];
        const place = where % text.length;
        const other = text[place] === '0' ? '1' : '0';
        chain.entries[at] = { ...chain.entries[at], [column]: text.slice(0, place) + other + text.slice(place + 1) };
        expect(verifyChain(chain).some((problem) => problem.seq >= at + 1)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('names a missing entry', () => {
    const chain = chainOf(entries);
    chain.entries.splice(2, 1);
    expect(kinds(chain)).toEqual(['3 missing']);
  });

  it('names an altered payload and leaves the rest sound', () => {
    const chain = chainOf(entries);
    chain.entries[3].payload = '{"form":{"n":3,"text":"改"}}';
    expect(kinds(chain)).toEqual(['4 altered']);
  });

  it.each(['organ', 'prev', 'action', 'actor', 'actedAt', 'recordedAt'] as const)('names an entry that is shown with another %s', (column) => {
    const chain = chainOf(entries);
    chain.entries[3] = { ...chain.entries[3], shown: { ...chain.entries[3].shown, [column]: 'another' } };
    expect(kinds(chain)).toEqual(['4 altered']);
  });

  it.each(['', 'null', '[]', '{"v":1}', 'x'])('names an entry whose bytes are no header, though their digest fits: %s', (header) => {
    const chain = chainOf(entries);
    const { sha256, sm3 } = digest(header);
    chain.entries[3] = { ...chain.entries[3], header, sha256, sm3 };
    expect(kinds(chain)).toEqual(['4 altered', '5 fork']);
  });

  it('names a salt that is none', () => {
    const chain = chainOf(entries);
    chain.entries[3] = { ...chain.entries[3], salt: 'zz' };
    expect(kinds(chain)).toEqual(['4 altered']);
  });

  it('names entries that changed places', () => {
    const chain = chainOf(entries);
    const [second, third] = [chain.entries[1], chain.entries[2]];
    chain.entries[1] = { ...third, seq: 2 };
    chain.entries[2] = { ...second, seq: 3 };
    expect(kinds(chain)).toEqual(expect.arrayContaining(['2 reordered', '3 reordered']));
  });

  it('names a fork: an entry that follows another one than its neighbour', () => {
    const fork = chained({ ...JSON.parse(entries[3].header), payload: { other: true } }, { seq: 3, digest: entries[1].digest }, new Uint8Array(32));
    const chain = chainOf(entries);
    chain.entries[3] = stored(fork);
    expect(kinds(chain)).toContain('4 fork');
  });

  it('names a cut tail by the head of the case row', () => {
    const chain = chainOf(entries);
    chain.entries.splice(4);
    expect(kinds(chain)).toEqual(['6 truncated']);
  });

  it('names entries that the case row does not know of', () => {
    const head = { seq: 5, sha256: entries[4].digest.sha256, sm3: entries[4].digest.sm3 };
    expect(kinds(chainOf(entries, { head }))).toEqual(['6 fork']);
  });

  it('lists an erased payload under its order', () => {
    const chain = chainOf(entries);
    chain.entries[1] = { ...chain.entries[1], payload: null, salt: null, erasedUnder: 6 };
    expect(kinds(chain)).toEqual(['2 erased']);
  });

  it.each([1, 2, 7])('takes no erasure for lawful that stands under entry %i', (erasedUnder) => {
    const chain = chainOf(entries);
    chain.entries[1] = { ...chain.entries[1], payload: null, salt: null, erasedUnder };
    expect(kinds(chain)).toEqual(['2 missing']);
  });

  it('names a head that differs in its national digest alone', () => {
    const chain = chainOf(entries);
    chain.head.sm3 = 'f'.repeat(64);
    expect(kinds(chain)).toEqual(['6 truncated']);
  });

  it('does not take a payload that is gone without an order for erased', () => {
    const chain = chainOf(entries);
    chain.entries[1] = { ...chain.entries[1], payload: null, salt: null };
    expect(kinds(chain)).toEqual(['2 missing']);
  });
});
