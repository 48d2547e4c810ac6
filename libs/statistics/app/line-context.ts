import { Injectable } from '@nestjs/common';
import { LawBook, type Caller } from '@sanzhi/casework';
import { OrganTree } from '@sanzhi/identity';
import { shanghaiDay } from '@sanzhi/kernel';
import { LegalClock, notFound } from '@sanzhi/platform/ports';
import type { LineContext } from '../rules/import/parse-line';

/** More organs than one country has in one tree. */
const ALL = 1_000_000;

/** What lines are judged by besides themselves: the tree of organs and the packs, as they stand today. */
@Injectable()
export class LineContexts {
  constructor(
    private readonly organs: OrganTree,
    private readonly law: LawBook,
    private readonly clock: LegalClock,
  ) {}

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
