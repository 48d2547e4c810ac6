/** An organ of the tree (执法主体 or 受委托组织). Days are ISO days, both inclusive; null is open. */
export interface Organ {
  code: string;
  name: string;
  parentCode: string | null;
  /** Administrative division, 6, 9 or 12 digits. */
  region: string;
  level: 'nation' | 'province' | 'city' | 'district' | 'county';
  kind: 'authority' | 'entrusted';
  validFrom: string | null;
  validTo: string | null;
}

/** An organ to add or to bring up to date; kind and period stay as they were where they are left out. */
export type OrganDraft = Pick<Organ, 'code' | 'name' | 'region' | 'level'> & Partial<Organ>;

/** Which part of a tree is wanted. */
export interface OrganPage {
  /** Day of the tree; the legal day of today when left out. */
  on?: string;
  /** Code after which the page begins. */
  after?: string;
  /** Most organs. */
  limit: number;
}

/** The dated tree of organs; no secret, the same for everybody. */
export abstract class OrganTree {
  /** The organ and all below it, by code; empty when it was not there on the day. */
  abstract below(code: string, page: OrganPage): Promise<Organ[]>;
  /** Codes of the organ and all below it on that day. */
  abstract subtree(code: string, on: string): Promise<string[]>;
  /** Codes of every organ, whatever the day. */
  abstract codes(): Promise<string[]>;
  /** Adds or changes organs, all or none, parents and children in any order; says for each what it was. */
  abstract put(organs: readonly OrganDraft[]): Promise<('added' | 'changed' | 'same')[]>;
}
