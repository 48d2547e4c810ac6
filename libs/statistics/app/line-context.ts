import { Injectable } from '@nestjs/common';
import { LawBook, type Caller } from '@sanzhi/casework';
import { OrganTree } from '@sanzhi/identity';
import { dueDates, shanghaiDay } from '@sanzhi/kernel';
import { LegalClock, notFound } from '@sanzhi/platform/ports';
import type { LineContext } from '../rules/import/parse-line';
import type { CountingLaw } from '../rules/tally/line-draft';
import { ReportBook } from './report-book';

/** More organs than one country has in one tree. */
const ALL = 1_000_000;

/** Clocks of publication by item (config/clocks/publication.yaml). */
const PUBLICATION_TERMS = { decision: 'PUB-CF-7', permit: 'PUB-XK-7' };

/** Calendars end with the year 2199. */
const LAST_RECKONED = '2199-01-01';

/** What lines are judged by besides themselves: the tree of organs and the packs, as they stand today. */
@Injectable()
export class LineContexts {
  constructor(
    private readonly organs: OrganTree,
    private readonly law: LawBook,
    private readonly clock: LegalClock,
    private readonly book: ReportBook,
  ) {}

  /** What lines are counted by: the kinds of tallies, and the terms for publication. Each day is reckoned once. */
  countingLaw(): CountingLaw {
    const reckoned = new Map<string, string | null>();
    const publishBy: CountingLaw['publishBy'] = (item, decidedOn) => {
      const key = `${item} ${decidedOn}`;
      const by = reckoned.get(key) ?? this.publishBy(PUBLICATION_TERMS[item], decidedOn);
      reckoned.set(key, by);
      return by;
    };
    return { catalogue: this.book.catalogue, publishBy };
  }

  private publishBy(term: string, decidedOn: string): string | null {
    const { length, unit, validFrom = '', validTo = LAST_RECKONED } = this.law.clockRule(term);
    const last = validTo < LAST_RECKONED ? validTo : LAST_RECKONED;
    if (length === null || unit !== 'working-day' || decidedOn < validFrom || decidedOn > last) return null;
    return dueDates({ start: decidedOn, length, unit }, this.law.calendar()).statutoryDue;
  }

  /** 404 for an organ that the caller's organ does not stand above. */
  async of(caller: Caller, organ: string): Promise<LineContext> {
    const today = shanghaiDay((await this.clock.now()).at);
    const reach = await this.organs.subtree(caller.organ, today);
    const below = await this.organs.below(organ, { on: today, limit: ALL });
    const importing = below.find(({ code }) => code === organ);
    if (!importing || !reach.includes(organ)) throw notFound(`执法主体“${organ}”`);
    const subtree = new Set(below.map(({ code }) => code));
    const known = new Set(await this.organs.codes());
    const businessAs = this.law.parameters(importing, today)['summary.individualBusinessAs'];
    return {
      organ,
      standingOf: (code) => (subtree.has(code) ? 'subtree' : known.has(code) ? 'elsewhere' : 'unknown'),
      individualBusinessAs: businessAs === 'organization' ? 'organization' : 'person',
    };
  }
}
