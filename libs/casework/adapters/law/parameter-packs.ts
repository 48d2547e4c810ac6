import type { Json } from '@sanzhi/kernel';
import type { OrganSeen } from '../../app/law-book';

/** A parameter of the law with what binds it. `value: null` means that no law gives it and nobody has filled it in. */
export interface Parameter {
  id: string;
  title: string;
  unit: string;
  value: Json;
  bound: 'fixed' | 'floor' | 'ceiling' | 'free';
  basis: string;
  status: string;
  validFrom?: string;
  validTo?: string;
}

/** An overlay for a region (by the head of its code) or for named organs. */
export interface RegionPack {
  id: string;
  title: string;
  region?: string;
  organs?: string[];
  validFrom: string;
  validTo?: string;
  demo?: boolean;
  values: { id: string; value: Parameter['value']; basis: string }[];
}

/** An effective value and where it comes from. */
export interface EffectiveParameter extends Parameter {
  /** File that gave the value. */
  file: string;
  demo: boolean;
}

/** Organs and days whose values are kept at once. */
const MOST_KNOWN = 5000;

/** All packs as loaded. */
export class ParameterPacks {
  private readonly known = new Map<string, Record<string, Json>>();

  constructor(
    private readonly national: readonly (Parameter & { file: string })[],
    private readonly regions: readonly (RegionPack & { file: string })[],
  ) {}

  /** Every effective parameter of an organ on a legal day; narrower regions and then organs win. */
  explained(organ: Pick<OrganSeen, 'code' | 'region'>, onDay: string): Map<string, EffectiveParameter> {
    const effective = new Map<string, EffectiveParameter>();
    for (const one of this.national.filter((parameter) => inForce(parameter, onDay))) {
      effective.set(one.id, { ...one, demo: false });
    }
    const packs = this.regions.filter((pack) => inForce(pack, onDay) && applies(pack, organ));
    for (const pack of packs.sort((one, other) => narrowness(one) - narrowness(other))) {
      for (const { id, value, basis } of pack.values) {
        effective.set(id, { ...effective.get(id)!, value, basis, file: pack.file, demo: pack.demo ?? false });
      }
    }
    return effective;
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

const inForce = (dated: { validFrom?: string; validTo?: string }, onDay: string): boolean =>
  (dated.validFrom ?? '0000') <= onDay && onDay <= (dated.validTo ?? '9999');

const applies = (pack: RegionPack, organ: Pick<OrganSeen, 'code' | 'region'>): boolean =>
  pack.organs ? pack.organs.includes(organ.code) : organ.region.startsWith(pack.region ?? '-');

const narrowness = (pack: RegionPack): number => (pack.organs ? 100 : (pack.region ?? '').length);
