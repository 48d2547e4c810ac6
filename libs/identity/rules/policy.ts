/** One line of the policy table: what may be asked for, by whom, and what others are told. */
export interface Policy {
  id: string;
  title: string;
  /** Posts of which one is enough; `*` = everybody who has signed in. */
  posts: readonly string[];
  /** Why somebody else may not (Chinese). */
  reason: string;
}

/** Yes, or no with the reason that is shown. */
export type Permission = { allowed: true } | { allowed: false; reason: string };

/** Asks the table. A policy that is not in it is a bug: throws RangeError. */
export function permit(policies: readonly Policy[], id: string, posts: readonly string[]): Permission {
  const policy = policies.find((line) => line.id === id);
  if (!policy) throw new RangeError(`no policy ${id} in the policy table`);
  return isOpen(policy, posts) ? { allowed: true } : { allowed: false, reason: policy.reason };
}

/** Ids of everything these posts may do: what the web shows as buttons. */
export function permitted(policies: readonly Policy[], posts: readonly string[]): string[] {
  return policies.filter((policy) => isOpen(policy, posts)).map((policy) => policy.id);
}

function isOpen(policy: Policy, posts: readonly string[]): boolean {
  return policy.posts.includes('*') || policy.posts.some((post) => posts.includes(post));
}
