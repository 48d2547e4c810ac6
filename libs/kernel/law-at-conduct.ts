/** A dated version of the law on one offence. Days 'YYYY-MM-DD'. */
export interface DatedLaw {
  validFrom: string;
  validTo?: string;
}

/** Which version applies, and why. */
export interface LawChosen<L> {
  /** Null where nothing may be punished. */
  law: L | null;
  ground: 'at-conduct' | 'lighter-since' | 'no-offence-then' | 'no-offence-now';
}

/**
 * The substance of a penalty goes by the law at the time of the conduct, unless the law was changed before the decision
 * and the new one is lighter or does not hold it for an offence (从旧兼从轻, 行政处罚法第三十七条). `heavier` compares two
 * versions: > 0 where the first is the heavier one. Of the versions in between none applies. Nothing is punished
 * that was no offence when it was done, or is none any more.
 */
export function lawForConduct<L extends DatedLaw>(
  versions: readonly L[],
  { conductOn, decidedOn }: { conductOn: string; decidedOn: string },
  heavier: (one: L, other: L) => number,
): LawChosen<L> {
  const then = inForceOn(versions, conductOn);
  if (!then) return { law: null, ground: 'no-offence-then' };
  const now = inForceOn(versions, decidedOn);
  if (!now) return { law: null, ground: 'no-offence-now' };
  return now !== then && heavier(now, then) < 0 ? { law: now, ground: 'lighter-since' } : { law: then, ground: 'at-conduct' };
}

/** The version in force on a day; of two the later one. */
export function inForceOn<L extends DatedLaw>(versions: readonly L[], day: string): L | undefined {
  return versions
    .filter(({ validFrom, validTo }) => validFrom <= day && day <= (validTo ?? '9999-12-31'))
    .sort((one, other) => (one.validFrom < other.validFrom ? 1 : -1))
    .at(0);
}
