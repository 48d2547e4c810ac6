import { digest, type JsonObject } from '@sanzhi/kernel';
import { leaks, redactWithReport, type KnownValues, type RedactionProfile } from './redaction';

/** What became of the decision (行政处罚法第四十八条第二款). */
export type WithdrawalGround = 'changed' | 'annulled' | 'held-illegal' | 'held-void';

/** The grounds as the public reads them. */
export const GROUND_TITLES: Record<WithdrawalGround, string> = {
  changed: '变更',
  annulled: '撤销',
  'held-illegal': '确认违法',
  'held-void': '确认无效',
};

/** The text that stays where a decision was shown (撤回说明), with its digest and what redaction found in it. */
export interface WithdrawalNotice {
  notice: string;
  /** SHA-256 of `notice` in UTF-8, lower-case hex. */
  sha256: string;
  /** {profile, clean, sha256, found: [rule]}; no value. */
  report: JsonObject;
}

/**
 * Words a withdrawal: number, ground and reason. The reason goes out as it was written or not at all: whatever redaction
 * would take out of it makes the report unclean.
 */
export function withdrawalNotice(
  said: { number: string; ground: WithdrawalGround; reason: string },
  profile: RedactionProfile,
  known: KnownValues,
): WithdrawalNotice {
  const { number, ground, reason } = said;
  const notice = `${number}行政处罚决定已被${GROUND_TITLES[ground]}，依照《中华人民共和国行政处罚法》第四十八条第二款，现撤回公开的该处罚决定信息。说明：${reason}`;
  const { sha256 } = digest(notice);
  const found = foundIn(reason, profile, known);
  return { notice, sha256, report: { profile: `${profile.id}@${profile.validFrom}`, clean: found.length === 0, sha256, found } };
}

/** Kinds of personal data in a text that has to be free of any. */
export function foundIn(text: string, profile: RedactionProfile, known: KnownValues): string[] {
  const { spans, report } = redactWithReport(text, profile, known);
  const kinds = [...spans.map((span) => span.rule), ...leaks(text, report, profile).map((leak) => leak.rule)];
  return [...new Set(kinds)].sort();
}
