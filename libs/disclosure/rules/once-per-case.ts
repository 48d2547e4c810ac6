import type { MakePublicVersion, PublicVersion } from './public-version';

/** Everything of a file that a public version is made from, by identity. */
interface Made {
  from: readonly unknown[];
  version: PublicVersion;
}

/**
 * The same maker, which makes a version once for a loaded case: several conditions, the preview and the writes of one
 * step ask for it. Forgets with the case.
 */
export function oncePerCase(make: MakePublicVersion): MakePublicVersion {
  const made = new WeakMap<object, Made>();
  return (file, item) => {
    const from = [file.parameters, file.duties, file.slices.identity, file.slices.organ, file.case.number, item.id, item.document];
    const known = made.get(file.case.facts);
    if (known && from.every((part, index) => part === known.from[index])) return known.version;
    const version = make(file, item);
    made.set(file.case.facts, { from, version });
    return version;
  };
}
