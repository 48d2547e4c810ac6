// The walls of the house: who may import whom. Each wall bites in test/arch/walls.spec.ts.
// A new feature is one line in `standsOn`; a new edge between features is one reviewed word there.

/** Which features' doors each feature may use; kernel, platform and its own rooms are always open to it. */
const standsOn = {
  record: [],
  identity: [],
  casework: ['record', 'identity'],
  parties: ['record', 'identity', 'casework'],
  evidence: ['record', 'identity', 'casework', 'parties'],
  review: ['record', 'identity', 'casework', 'parties'],
  discussion: ['record', 'identity', 'casework', 'parties'],
  documents: ['record', 'identity', 'casework', 'parties'],
  disclosure: ['record', 'identity', 'casework', 'parties'],
  statistics: ['record', 'identity', 'casework', 'parties'],
  messages: ['identity', 'casework'],
};

const SPEC = '\\.(spec|e2e-spec)\\.ts$';
const KERNEL_DOOR = '^libs/kernel/index\\.ts$';
const PORTS_DOOR = '^libs/platform/ports/index\\.ts$';
const DOORS = ['^libs/[^/]+/index\\.ts$', '^libs/platform/[^/]+/index\\.ts$'];
/** A feature is every lib that is not one of these three. */
const NOT_A_FEATURE = '(?!(?:kernel|platform|testing)/)';
const FEATURE_FILE = `^libs/${NOT_A_FEATURE}([^/]+)/`;

const wall = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const kernelWalls = [
  wall(
    'kernel-imports-nothing',
    'The kernel is pure TypeScript: it imports only itself, and node:crypto in one file.',
    { path: '^libs/kernel/', pathNot: SPEC },
    { pathNot: ['^libs/kernel/', '^(?:node:)?crypto$'] },
  ),
  wall(
    'kernel-crypto-only-in-digest',
    'Digests are made in one file, so that the algorithm can be reviewed in one place.',
    { path: '^libs/kernel/', pathNot: [SPEC, '^libs/kernel/digest\\.ts$'] },
    { path: '^(?:node:)?crypto$' },
  ),
];

const roomWalls = [
  wall(
    'rules-only-kernel',
    'rules/ is pure: it imports its own room and the door of the kernel.',
    { path: '^libs/(?!kernel/)([^/]+)/rules/', pathNot: SPEC },
    { pathNot: ['^libs/$1/rules/', KERNEL_DOOR] },
  ),
  wall(
    'app-only-ports',
    'app/ imports its own app/ and rules/, the kernel, platform/ports, the doors of features, and Injectable.',
    { path: `${FEATURE_FILE}app/`, pathNot: SPEC },
    {
      pathNot: [
        '^libs/$1/(?:app|rules)/',
        KERNEL_DOOR,
        PORTS_DOOR,
        `^libs/${NOT_A_FEATURE}[^/]+/index\\.ts$`,
        'node_modules/@nestjs/common/',
      ],
    },
  ),
  wall(
    'not-through-own-door',
    'Inside a lib the rooms meet directly; its door is for the others.',
    { path: '^libs/([^/]+)/', pathNot: [SPEC, '^libs/platform/'] },
    { path: '^libs/$1/index\\.ts$' },
  ),
];

const doorWalls = [
  wall(
    'libs-meet-at-doors',
    'A lib is used through its index.ts; platform has one door per room.',
    { path: '^libs/([^/]+)/' },
    { path: '^libs/', pathNot: ['^libs/$1/', ...DOORS] },
  ),
  wall(
    'apps-use-doors',
    'Apps hold no logic: they put together what the libs offer at their doors.',
    { path: '^apps/' },
    { path: '^libs/', pathNot: DOORS },
  ),
  wall(
    'apps-are-separate',
    'One process never imports another; all share the one list of features.',
    { path: '^apps/([^/]+)/' },
    { path: '^apps/', pathNot: ['^apps/$1/', '^apps/features\\.ts$'] },
  ),
  wall('libs-know-no-app', 'Libs stand below the apps.', { path: '^libs/' }, { path: '^apps/' }),
  wall(
    'platform-knows-no-feature',
    'platform holds technical adapters without one business word.',
    { path: '^libs/platform/' },
    { path: `^libs/${NOT_A_FEATURE}` },
  ),
  wall(
    'testing-only-in-tests',
    'libs/testing is for specs and test/ only.',
    { pathNot: [SPEC, '^test/', '^libs/testing/'] },
    { path: '^libs/testing/' },
  ),
];

const WEB_TEST = '\\.spec\\.tsx?$';
const webWalls = [
  wall(
    'web-knows-the-api-alone',
    'The workbench knows no lib: what it knows of the server is the client made from openapi.json.',
    { path: '^apps/web/' },
    { path: '^(?:libs|apps/(?!web/))' },
  ),
  wall(
    'web-features-meet-at-doors',
    'A feature of the workbench is used through its index; only the router opens its pages.',
    { path: '^apps/web/src/features/([^/]+)/', pathNot: WEB_TEST },
    { path: '^apps/web/src/features/', pathNot: ['^apps/web/src/features/$1/', '^apps/web/src/features/[^/]+/index\\.ts$'] },
  ),
  wall(
    'web-shell-uses-doors',
    'What surrounds the features knows their doors.',
    { path: '^apps/web/src/(?!features/)', pathNot: WEB_TEST },
    { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/[^/]+/index\\.ts$' },
  ),
  wall(
    'web-client-at-its-door',
    'The generated client is used through src/api.',
    { path: '^apps/web/src/(?!api/)', pathNot: WEB_TEST },
    { path: '^apps/web/src/api/', pathNot: '^apps/web/src/api/index\\.ts$' },
  ),
];

/** One wall per feature, from the table above. */
const storeyWalls = Object.entries(standsOn).map(([feature, below]) =>
  wall(
    `${feature}-stands-on`,
    `${feature} may use: ${['kernel', 'platform', ...below].join(', ')}.`,
    { path: `^libs/${feature}/`, pathNot: SPEC },
    { path: '^libs/', pathNot: ['kernel', 'platform', feature, ...below].map((lib) => `^libs/${lib}/`) },
  ),
);
const unknownFeature = wall(
  'feature-without-storey',
  'Every feature lib has its line in the table standsOn.',
  { path: FEATURE_FILE, pathNot: `^libs/(?:${Object.keys(standsOn).join('|')})/` },
  { path: '^libs/' },
);

const TESTS = ['^test/', '^libs/testing/'];
const packageWall = (name, comment, packages, places) =>
  wall(name, comment, { pathNot: [...places, ...TESTS] }, { path: `node_modules/(?:${packages})/` });
const packageWalls = [
  packageWall('typeorm-place', 'TypeORM only in adapters/db and platform/database.', 'typeorm', [
    '^libs/[^/]+/adapters/db/',
    '^libs/platform/database/',
  ]),
  packageWall('pg-place', 'The bare driver only in platform/database and the benchmarks.', 'pg|@types/pg|pg-pool', [
    '^libs/platform/database/',
    '^apps/cli/src/bench/',
  ]),
  packageWall('queue-place', 'BullMQ and ioredis only in platform/jobs and *.job.ts.', 'bullmq|ioredis', [
    '^libs/platform/jobs/',
    '\\.job\\.ts$',
  ]),
  packageWall(
    'compiler-place',
    'ajv and CEL only where configuration is compiled into predicates.',
    'ajv|ajv-[^/]+|cel-js|@bufbuild/cel[^/]*|@marcbachmann/cel-js',
    ['^libs/platform/config/compile/'],
  ),
  wall(
    'no-dev-package-at-run-time',
    'What runs in production is a dependency, not a devDependency.',
    // The workbench is built before it runs.
    { path: '^(?:apps|libs)/', pathNot: [SPEC, '^libs/testing/', '^apps/web/'] },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
  ),
];

const soundness = [
  wall('no-circular', 'Nothing imports itself in a circle.', {}, { circular: true }),
  wall('no-unresolvable', 'Every import leads somewhere.', {}, { couldNotResolve: true }),
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...kernelWalls,
    ...roomWalls,
    ...doorWalls,
    ...webWalls,
    ...storeyWalls,
    unknownFeature,
    ...packageWalls,
    ...soundness,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};

// Read by test/arch: the table must stay free of circles.
Object.defineProperty(module.exports, 'standsOn', { value: standsOn, enumerable: false });
