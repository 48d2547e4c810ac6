import type { CaseFile } from '@sanzhi/kernel';
import type { ItemSeen } from './item';
import { knownOfCase } from './known-of-case';
import { oncePerCase } from './once-per-case';
import { publicVersionBy, type MakePublicVersion } from './public-version';
import type { RedactionProfile } from './redaction';
import { foundIn, withdrawalNotice, type WithdrawalNotice } from './withdrawal-notice';

/** Everything of a case that is put into words for the public, under one redaction profile. Pure. */
export interface PublicWording {
  make: MakePublicVersion;
  /** The notice that would stay where an item was shown. */
  notice(file: CaseFile, item: ItemSeen, reason: string): WithdrawalNotice;
  /** Kinds of personal data in a text that a person wrote for the public; empty when it may go out as it is. */
  found(file: CaseFile, text: string): string[];
}

/** The wording under a profile. */
export function wordingBy(profile: RedactionProfile): PublicWording {
  return {
    make: oncePerCase(publicVersionBy(profile)),
    notice: (file, { number, withdrawal }, reason) =>
      withdrawalNotice({ number: number ?? '—', ground: withdrawal?.ground ?? 'changed', reason }, profile, knownOfCase(file)),
    found: (file, text) => foundIn(text, profile, knownOfCase(file)),
  };
}
