import { join } from 'node:path';
import { ConfigFileError, validateAgainst, type ConfigProblem } from '@sanzhi/platform/config';
import { PolicyBook } from '../app/policy-book';
import type { Policy } from '../rules/policy';
import type { Posts } from '../rules/posts';

/** The policy table and the posts from `config/`; read once, at boot. */
export class YamlPolicyBook extends PolicyBook {
  readonly policies: readonly Policy[];
  readonly posts: Posts;

  /** Throws ConfigFileError with file and line for an unknown word, a post that no table has, and an id given twice. */
  constructor(configFolder: string) {
    super();
    this.posts = read<Posts>(configFolder, 'duties');
    this.policies = readPolicies(configFolder, this.posts);
  }
}

function read<T>(folder: string, name: string): T {
  const { value, problems } = validateAgainst<T>(join(folder, `${name}.schema.json`), join(folder, `${name}.yaml`));
  if (!value) throw new ConfigFileError(problems);
  return value;
}

function readPolicies(folder: string, posts: Posts): Policy[] {
  const file = join(folder, 'policies.yaml');
  const { value, problems, lines } = validateAgainst<{ policies: Policy[] }>(join(folder, 'policies.schema.json'), file);
  if (!value) throw new ConfigFileError(problems);
  const known = new Set(['*', ...[...posts.duties, ...posts.administrators].map((post) => post.id)]);
  const faults = value.policies.flatMap((policy, at): ConfigProblem[] => {
    const line = lines.lineOf(['policies', at, 'id']);
    const strange = policy.posts.filter((post) => !known.has(post));
    const again = value.policies.slice(0, at).some((other) => other.id === policy.id);
    return [
      ...strange.map((post) => ({ file, line, message: `没有“${post}”这一职责` })),
      ...(again ? [{ file, line, message: `编号重复：${policy.id}` }] : []),
    ];
  });
  if (faults.length > 0) throw new ConfigFileError(faults);
  return value.policies;
}
