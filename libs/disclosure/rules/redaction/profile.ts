/** The rule names a span can carry; a closed list, part of the command line contract. */
export const redactionRules = [
  'id-card', 'mobile', 'landline', 'bank-card', 'plate', 'email', 'address', 'name', 'birth-date', 'health', 'known',
] as const;

/** One rule name. */
export type RedactionRule = (typeof redactionRules)[number];

/** The parts a person can play in a case, as far as redaction tells them apart. */
export const personRoles = ['party', 'witness', 'informant', 'minor', 'officer', 'legal-person'] as const;

/** One part a person plays. */
export type PersonRole = (typeof personRoles)[number];

/** How far a statement of the profile is backed: read in the source, local practice, a regional switch, unverified. */
export type BasisStatus = 'seen' | 'local' | 'parameter' | 'unverified';

/** What is done with each known value of a person; `personal-only` removes identity papers, keeps codes of office. */
export interface RoleTreatment {
  readonly name: 'keep' | 'surname' | 'remove';
  readonly idNumber: 'remove' | 'personal-only';
  readonly phone: 'keep' | 'remove';
  readonly address: 'keep' | 'district' | 'remove';
  readonly basis: string;
  readonly status: BasisStatus;
}

/** One rule of a profile: on or off, what stands in the place of what is removed, and why. */
export interface RuleSetting {
  readonly on: boolean;
  readonly replacement: string;
  readonly basis: string;
  readonly status: BasisStatus;
}

/** The word lists that open, close or forbid a finding. */
export interface CueWords {
  readonly partyName: readonly string[];
  readonly thirdName: readonly string[];
  readonly shownName: readonly string[];
  readonly officerName: readonly string[];
  readonly officerCertificate: readonly string[];
  readonly homeAddress: readonly string[];
  readonly anyAddress: readonly string[];
  readonly birth: readonly string[];
  readonly diagnosis: readonly string[];
  readonly healthNote: readonly string[];
  readonly healthNumber: readonly string[];
  readonly idNumber: readonly string[];
  readonly phone: readonly string[];
  readonly publicPhone: readonly string[];
  readonly account: readonly string[];
  readonly creditCode: readonly string[];
  readonly serial: readonly string[];
}

/** A redaction profile (脱敏方案) as loaded from `config/disclosure/<id>.yaml`. */
export interface RedactionProfile {
  readonly id: string;
  readonly title: string;
  readonly validFrom: string;
  /** What stands for a removed name of a third person. */
  readonly removedName: string;
  /** What follows the surname of a masked name. */
  readonly maskedNameTail: string;
  readonly rules: Readonly<Record<RedactionRule, RuleSetting>>;
  readonly roles: Readonly<Record<PersonRole, RoleTreatment>>;
  readonly cues: CueWords;
}

/** A person of the case; values as the case file holds them. */
export interface KnownPerson {
  readonly name?: string;
  readonly idNumber?: string;
  readonly phone?: string;
  readonly address?: string;
  /** A person without a role is treated as a witness: removed. */
  readonly role?: PersonRole;
}

/** What the case already knows and the public may not read. */
export interface KnownValues {
  readonly persons?: readonly KnownPerson[];
  readonly values?: readonly string[];
}

/** One removed stretch: UTF-16 offsets of the input, half-open. */
export interface RedactionSpan {
  readonly start: number;
  readonly end: number;
  readonly rule: RedactionRule;
  readonly replacement: string;
}

/** Redacted text with its spans, sorted and without overlap. */
export interface Redaction {
  readonly text: string;
  readonly spans: readonly RedactionSpan[];
}

/** The statements of a profile that no source read so far backs, each as `path: basis`, for a visible warning. */
export function unverifiedStatements(profile: RedactionProfile): string[] {
  const rules = Object.entries(profile.rules).map(([key, at]) => ({ path: `rules.${key}`, ...at }));
  const roles = Object.entries(profile.roles).map(([key, at]) => ({ path: `roles.${key}`, ...at }));
  return [...rules, ...roles]
    .filter((at) => at.status === 'unverified' || at.status === 'parameter')
    .map((at) => `${at.path}: ${at.basis}`);
}
