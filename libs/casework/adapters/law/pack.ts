import type { Json } from '@sanzhi/kernel';

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
  /** The only words a choice, or a list of words, may hold. */
  choices?: string[];
  /** Least and most that a number may be, whatever binds it. */
  min?: number;
  max?: number;
  /** Part of a later issue that will read it; until then nothing does. */
  waitsFor?: string;
}

/** An overlay for a region (by the head of its code) or for named organs. */
export interface RegionPack {
  id: string;
  title: string;
  region?: string;
  organs?: string[];
  validFrom: string;
  validTo?: string;
  /** Pack of the same place that ends the day before this one begins. */
  supersedes?: string;
  demo?: boolean;
  values: { id: string; value: Parameter['value']; basis: string }[];
}
