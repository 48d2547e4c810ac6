import { join } from 'node:path';
import { projectRoot, runScript, TemporaryHouse } from './temporary-house';

interface Violation {
  rule: { name: string };
  from: string;
}

const walls = require(join(projectRoot, '.dependency-cruiser.cjs')) as {
  forbidden: { name: string }[];
  standsOn: Record<string, string[]>;
};
const cruiser = 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs';

async function violations(cwd: string, folders: string[]): Promise<Violation[]> {
  const args = ['--config', join(projectRoot, '.dependency-cruiser.cjs'), '--output-type', 'json', ...folders];
  const { stdout, stderr } = await runScript(cwd, cruiser, args);
  if (!stdout.startsWith('{')) throw new Error(stderr);
  return (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
}

/** [importing file, what it imports, the walls that must report it; none: the import is lawful]. */
type Case = [file: string, specifier: string, walls: string[]];

const lawful: Case[] = [
  ['libs/kernel/digest.ts', 'node:crypto', []],
  ['libs/kernel/calendar/working-days.ts', '../digest', []],
  ['libs/kernel/digest.spec.ts', 'fast-check', []],
  ['libs/review/rules/opinion-kinds.ts', './reviewer-independence', []],
  ['libs/review/rules/reviewer-independence.ts', '@sanzhi/kernel', []],
  ['libs/review/rules/reviewer-independence.spec.ts', '@sanzhi/testing', []],
  ['libs/review/app/give-opinion.ts', '../rules/opinion-kinds', []],
  ['libs/review/app/ask-opinion.ts', '@sanzhi/platform/ports', []],
  ['libs/review/app/void-opinion.ts', '@nestjs/common', []],
  ['libs/review/app/list-opinions.ts', '@sanzhi/casework', []],
  ['libs/review/adapters/review.module.ts', '@sanzhi/platform/jobs', []],
  ['libs/review/adapters/http/opinion.controller.ts', '../../app/give-opinion', []],
  ['libs/review/adapters/db/opinion.entity.ts', 'typeorm', []],
  ['libs/review/adapters/jobs/press-reviewer.job.ts', 'bullmq', []],
  ['libs/platform/database/unit-of-work.ts', 'pg', []],
  ['libs/platform/jobs/redis-connection.ts', 'ioredis', []],
  ['libs/platform/config/compile/schema-compiler.ts', 'ajv', []],
  ['libs/platform/http/problem.ts', '@sanzhi/kernel', []],
  ['libs/casework/adapters/casework.module.ts', '@sanzhi/record', []],
  ['libs/testing/builders.ts', '@sanzhi/casework', []],
  ['apps/api/src/app.module.ts', '@sanzhi/review', []],
  ['apps/cli/src/bench/bare-loop.ts', 'pg', []],
  ['apps/web/src/features/desk/desk-page.ts', '../session', []],
  ['apps/web/src/parts/problem-shown.ts', '../api', []],
  ['apps/web/src/shell/theme.ts', 'fast-check', []],
];

const unlawful: Case[] = [
  ['libs/kernel/clock.ts', 'node:fs', ['kernel-imports-nothing']],
  ['libs/kernel/money.ts', 'uuid', ['kernel-imports-nothing']],
  ['libs/kernel/period.ts', '@sanzhi/platform/ports', ['kernel-imports-nothing']],
  ['libs/kernel/salt.ts', 'node:crypto', ['kernel-crypto-only-in-digest']],
  ['libs/review/rules/reads-files.ts', 'node:fs', ['rules-only-kernel']],
  ['libs/review/rules/knows-nest.ts', '@nestjs/common', ['rules-only-kernel']],
  ['libs/review/rules/knows-app.ts', '../app/give-opinion', ['rules-only-kernel']],
  ['libs/review/rules/knows-ports.ts', '@sanzhi/platform/ports', ['rules-only-kernel']],
  ['libs/review/rules/knows-feature.ts', '@sanzhi/casework', ['rules-only-kernel']],
  ['libs/review/app/knows-adapter.ts', '../adapters/db/opinion.entity', ['app-only-ports']],
  ['libs/review/app/knows-database.ts', '@sanzhi/platform/database', ['app-only-ports']],
  ['libs/review/app/knows-typeorm.ts', 'typeorm', ['app-only-ports', 'typeorm-place']],
  ['libs/review/app/knows-nest-core.ts', '@nestjs/core', ['app-only-ports']],
  ['libs/review/app/knows-platform-of-node.ts', 'node:crypto', ['app-only-ports']],
  ['libs/review/app/asks-itself.ts', '@sanzhi/review', ['not-through-own-door']],
  ['libs/review/adapters/climbs-in.ts', '../../casework/app/take-action', ['libs-meet-at-doors']],
  ['libs/casework/app/climbs-in.spec.ts', '../../record/app/chain', ['libs-meet-at-doors']],
  ['libs/platform/http/knows-feature.ts', '@sanzhi/identity', ['platform-knows-no-feature']],
  ['libs/record/adapters/looks-up.ts', '@sanzhi/casework', ['record-stands-on']],
  ['libs/identity/adapters/looks-aside.ts', '@sanzhi/record', ['identity-stands-on']],
  ['libs/casework/adapters/looks-up.ts', '@sanzhi/review', ['casework-stands-on']],
  ['libs/parties/adapters/looks-aside.ts', '@sanzhi/review', ['parties-stands-on']],
  ['libs/messages/adapters/looks-aside.ts', '@sanzhi/review', ['messages-stands-on']],
  ['libs/evidence/adapters/looks-aside.ts', '@sanzhi/review', ['evidence-stands-on']],
  ['libs/review/adapters/looks-aside.ts', '@sanzhi/discussion', ['review-stands-on']],
  ['libs/discussion/adapters/looks-aside.ts', '@sanzhi/review', ['discussion-stands-on']],
  ['libs/documents/adapters/looks-aside.ts', '@sanzhi/review', ['documents-stands-on']],
  ['libs/disclosure/adapters/looks-aside.ts', '@sanzhi/review', ['disclosure-stands-on']],
  ['libs/statistics/adapters/looks-aside.ts', '@sanzhi/review', ['statistics-stands-on']],
  ['libs/novelty/adapters/novelty.module.ts', '@sanzhi/kernel', ['feature-without-storey']],
  ['libs/review/adapters/http/knows-typeorm.ts', 'typeorm', ['typeorm-place']],
  ['libs/review/adapters/db/knows-driver.ts', 'pg', ['pg-place']],
  ['libs/review/adapters/jobs/knows-queue.ts', 'bullmq', ['queue-place']],
  ['apps/worker/src/knows-redis.ts', 'ioredis', ['queue-place']],
  ['libs/casework/adapters/knows-schema.ts', 'ajv', ['compiler-place']],
  ['libs/platform/config/knows-formats.ts', 'ajv-formats', ['compiler-place']],
  ['apps/api/src/climbs-in.ts', '../../../libs/review/app/give-opinion', ['apps-use-doors']],
  ['apps/api/src/knows-worker.ts', '../../worker/src/main', ['apps-are-separate']],
  ['libs/review/adapters/knows-api.ts', '../../../apps/worker/src/main', ['libs-know-no-app']],
  ['libs/review/adapters/builds-tests.ts', '@sanzhi/testing', ['review-stands-on', 'testing-only-in-tests']],
  ['apps/api/src/builds-tests.ts', '@sanzhi/testing', ['testing-only-in-tests']],
  ['libs/review/adapters/runs-tests.ts', 'fast-check', ['no-dev-package-at-run-time']],
  ['apps/web/src/features/desk/knows-lib.ts', '@sanzhi/kernel', ['web-knows-the-api-alone']],
  ['apps/web/src/features/desk/climbs-in.ts', '../session/session', ['web-features-meet-at-doors']],
  ['apps/web/src/shell/climbs-in.ts', '../features/session/session', ['web-shell-uses-doors']],
  ['apps/web/src/parts/knows-client.ts', '../api/generated/schema', ['web-client-at-its-door']],
  ['libs/review/adapters/first-half.ts', './second-half', ['no-circular']],
  ['libs/review/adapters/lost.ts', './nowhere', ['no-unresolvable']],
];

function build(): TemporaryHouse {
  const files: Record<string, string> = {
    'libs/casework/app/take-action.ts': 'export const part = 1;\n',
    'libs/record/app/chain.ts': 'export const part = 1;\n',
    'apps/worker/src/main.ts': 'export const part = 1;\n',
    'apps/web/src/api/index.ts': 'export const door = 1;\n',
    'apps/web/src/api/generated/schema.ts': 'export const part = 1;\n',
    'apps/web/src/features/session/index.ts': 'export const door = 1;\n',
    'apps/web/src/features/session/session.ts': 'export const part = 1;\n',
    'libs/review/adapters/second-half.ts': "export * from './first-half';\n",
    'libs/review/rules/names-a-type.ts': "import type { DataSource } from 'typeorm';\nexport type Source = DataSource;\n",
  };
  const rooms = ['ports', 'config', 'database', 'jobs', 'http', 'logging'].map((room) => `platform/${room}`);
  for (const lib of ['kernel', 'testing', ...rooms, ...Object.keys(walls.standsOn)]) {
    files[`libs/${lib}/index.ts`] = 'export const door = 1;\n';
  }
  for (const [file, specifier] of [...lawful, ...unlawful]) {
    files[file] = `import * as part from '${specifier}';\nexport const whole = part;\n`;
  }
  const house = new TemporaryHouse(files);
  const { dependencies, devDependencies } = require(join(projectRoot, 'package.json'));
  house.write({ 'package.json': JSON.stringify({ name: 'house', dependencies, devDependencies }) });
  return house;
}

describe('import walls', () => {
  const house = build();
  const seen = new Map<string, string[]>();

  beforeAll(async () => {
    for (const { rule, from } of await violations(house.root, ['apps', 'libs'])) {
      seen.set(from, [...(seen.get(from) ?? []), rule.name].sort());
    }
  }, 60_000);
  afterAll(() => house.remove());

  test.each(lawful)('%s may import %s', (file) => {
    expect(seen.get(file) ?? []).toEqual([]);
  });

  test.each(unlawful)('%s may not import %s', (file, _specifier, expected) => {
    expect(seen.get(file)).toEqual(expected);
  });

  test('an import of types alone is an import', () => {
    expect(seen.get('libs/review/rules/names-a-type.ts')).toEqual(['rules-only-kernel', 'typeorm-place']);
  });

  test('every wall has a case that shows it bites', () => {
    const bitten = new Set(unlawful.flatMap(([, , names]) => names));
    expect(walls.forbidden.map(({ name }) => name).filter((name) => !bitten.has(name))).toEqual([]);
  });

  test('nothing else is reported', () => {
    const expected = new Set([...unlawful.map(([file]) => file), 'libs/review/rules/names-a-type.ts']);
    expect([...seen.keys()].filter((file) => !expected.has(file))).toEqual([]);
  });

  test('no feature stands on itself, directly or in a circle', () => {
    const reach = (feature: string, path: string[]): string[] =>
      path.includes(feature)
        ? [[...path, feature].join(' -> ')]
        : walls.standsOn[feature].flatMap((below) => reach(below, [...path, feature]));
    expect(Object.keys(walls.standsOn).flatMap((feature) => reach(feature, []))).toEqual([]);
  });
});

test('the real house keeps its walls', async () => {
  const found = await violations(projectRoot, ['apps', 'libs']);
  expect(found.map(({ rule, from }) => `${rule.name}: ${from}`)).toEqual([]);
}, 60_000);
