import type { Policy } from '../rules/policy';
import type { Posts } from '../rules/posts';

/** The policy table and the posts it speaks of, as `config/policies.yaml` and `config/duties.yaml` have them. */
export abstract class PolicyBook {
  abstract readonly policies: readonly Policy[];
  abstract readonly posts: Posts;
}
