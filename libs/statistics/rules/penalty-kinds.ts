/** Kinds of penalty (行政处罚法第九条, with the finer words of the yearly tables): code -> words it is printed or read by. */
export const PENALTY_KINDS: Readonly<Record<string, readonly string[]>> = {
  warning: ['警告'],
  criticism: ['通报批评'],
  fine: ['罚款'],
  'confiscated-income': ['没收违法所得'],
  'confiscated-goods': ['没收非法财物'],
  'permit-suspended': ['暂扣许可证件'],
  'grade-lowered': ['降低资质等级'],
  'permit-revoked': ['吊销许可证件'],
  'business-restricted': ['限制开展生产经营活动'],
  'business-suspended': ['责令停产停业'],
  closure: ['责令关闭'],
  'occupation-barred': ['限制从业'],
  detention: ['行政拘留'],
  other: ['其他行政处罚'],
};

const SEPARATOR = '+';
const codeByWord = new Map(
  Object.entries(PENALTY_KINDS).flatMap(([code, words]) => [code, ...words].map((word) => [word, code] as const)),
);

/** Code of a penalty kind given as code or as Chinese word; undefined when there is no such kind. */
export const penaltyKindCode = (word: string): string | undefined => codeByWord.get(word);

/** Chinese word of a penalty kind code, as printed in a decision. */
export const penaltyKindTitle = (code: string): string => PENALTY_KINDS[code]?.[0] ?? code;

/**
 * The one roll-up code of a set of penalty kinds: codes, each once, sorted, joined by `+` (`confiscated-income+fine`).
 * Takes codes or Chinese words; throws on a word that is no penalty kind.
 */
export function penaltySetCode(kinds: readonly string[]): string {
  const codes = kinds.map((kind) => {
    const code = penaltyKindCode(kind);
    if (code === undefined) throw new Error(`not a penalty kind: ${kind}`);
    return code;
  });
  return [...new Set(codes)].sort().join(SEPARATOR);
}

/** The codes in a set code; an empty code gives none. */
export const penaltyKindsOf = (setCode: string): string[] => (setCode === '' ? [] : setCode.split(SEPARATOR));
