import type { Json } from '@sanzhi/kernel';
import type { OrganSeen, ParameterSeen } from '../../app/law-book';
import { endSuperseded, narrownessOf } from './pack-order';
import type { Parameter, RegionPack } from './pack';

/** An effective value and where it comes from. */
export interface EffectiveParameter extends Parameter, ParameterSeen {
  validFrom?: string;
  validTo?: string;
}

/** Another value that comes, and from which day. */
export interface Change {
  on: string;
  value: Json;
  file: string | null;
}

/** Organs and days whose values are kept at once. */
const MOST_KNOWN = 5000;

/** All packs as loaded. */
export class ParameterPacks {
  private readonly regions: readonly (RegionPack & { file: string })[];
  private readonly known = new Map<string, Record<string, Json>>();

  constructor(
    private readonly national: readonly (Parameter & { file: string })[],
    regions: readonly (RegionPack & { file: string })[],
  ) {
    this.regions = endSuperseded(regions);
  }

  /** Ids of all parameters that the law knows. */
  ids(): string[] {
    return [...new Set(this.national.map(({ id }) => id))];
  }

  /** Every parameter with its unit, as the law declares it. */
  declared(): { id: string; unit: string }[] {
    return this.ids().map((id) => ({ id, unit: this.national.find((one) => one.id === id)!.unit }));
  }

  /** Every effective parameter of an organ on a legal day; narrower regions and then organs win. */
  explained(organ: Pick<OrganSeen, 'code' | 'region'>, onDay: string): Map<string, EffectiveParameter> {
    const effective = new Map<string, EffectiveParameter>();
    for (const one of this.national.filter((parameter) => inForce(parameter, onDay))) {
      effective.set(one.id, { ...one, boundBasis: one.basis, demo: false });
    }
    for (const pack of this.packsOf(organ, onDay)) {
      for (const { id, value, basis } of pack.values) {
        const { validFrom, validTo, file, demo = false } = pack;
        effective.set(id, { ...effective.get(id)!, value, basis, file, demo, validFrom, validTo });
      }
    }
    return effective;
  }

  /** Ids of the packs of an organ on a legal day, the narrowest last. */
  idsOf(organ: Pick<OrganSeen, 'code' | 'region'>, onDay: string): string[] {
    return this.packsOf(organ, onDay).map(({ id }) => id);
  }

  private packsOf(organ: Pick<OrganSeen, 'code' | 'region'>, onDay: string): (RegionPack & { file: string })[] {
    const packs = this.regions.filter((pack) => inForce(pack, onDay) && applies(pack, organ));
    return packs.sort((one, other) => narrownessOf(one) - narrownessOf(other));
  }

  /** Of every parameter: the first day after `onDay` on which its value is another one, with that value. */
  nextChanges(organ: Pick<OrganSeen, 'code' | 'region'>, onDay: string): Map<string, Change> {
    const now = this.explained(organ, onDay);
    const changes = new Map<string, Change>();
    for (const on of this.turningDays().filter((day) => day > onDay)) {
      const then = this.explained(organ, on);
      for (const id of this.ids().filter((one) => !changes.has(one))) {
        const { value = null, file = null } = then.get(id) ?? {};
        if (JSON.stringify(value) !== JSON.stringify(now.get(id)?.value ?? null)) changes.set(id, { on, value, file });
      }
    }
    return changes;
  }

  /** Days on which a validity begins, or is over, in order. */
  private turningDays(): string[] {
    const dated = [...this.national, ...this.regions];
    const days = dated.flatMap(({ validFrom, validTo }) => [...(validFrom ? [validFrom] : []), ...(validTo ? [dayAfter(validTo)] : [])]);
    return [...new Set(days)].sort();
  }

  /** The same as plain values, for rules; kept, since every step of an organ on a day asks for the same ones. */
  values(organ: Pick<OrganSeen, 'code' | 'region'>, onDay: string): Record<string, Json> {
    const key = `${organ.code} ${organ.region} ${onDay}`;
    const known = this.known.get(key);
    if (known) return known;
    const values = Object.freeze(Object.fromEntries([...this.explained(organ, onDay)].map(([id, { value }]) => [id, value])));
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    this.known.set(key, values);
    return values;
  }
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

const inForce = (dated: { validFrom?: string; validTo?: string }, onDay: string): boolean =>
  (dated.validFrom ?? '0000') <= onDay && onDay <= (dated.validTo ?? '9999-12-31');

const applies = (pack: RegionPack, organ: Pick<OrganSeen, 'code' | 'region'>): boolean =>
  pack.organs ? pack.organs.includes(organ.code) : organ.region.startsWith(pack.region ?? '-');

