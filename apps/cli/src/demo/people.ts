import { randomBytes } from 'node:crypto';
import type { Caller } from '@sanzhi/casework';
import { createOrgan, demoPeople, ScryptPasswordHasher, type Enrolled, type EnrolmentDraft, type OrganDraft } from '@sanzhi/identity';
import { openDataSource, PgUnitOfWork, poolOf } from '@sanzhi/platform/database';
import type { Seed, SeedYear } from '@sanzhi/statistics';

/** Somebody of a demo organ, as the session would say it. */
export type Person = Caller;

/** Who does what in a driven case. */
export interface Office {
  organ: string;
  name: string;
  handlers: Person[];
  reviewer: Person;
  heads: Person[];
  clerk: Person;
  publisher: Person;
  secondEye: Person;
  archivist: Person;
  importer: Person;
}

/** The people of the demo organ with six handlers, as the plans name them. */
const officePeople: readonly EnrolmentDraft[] = [
  ...demoPeople,
  ...[5, 6].map((place) => ({ ...demoPeople[0], login: `handler${place}`, name: `示范经办${place}`, certificateNumber: `示范-100${place}` })),
];

/** Opens an office for each agency, with people of its own; organs below an agency come by import. */
export async function openOffices(ownerUrl: string, years: ReadonlyMap<Seed, SeedYear>): Promise<Map<Seed, Office>> {
  const owner = await openDataSource({ url: ownerUrl, poolSize: 1, applicationName: 'sanzhi-demo' });
  try {
    const means = { units: new PgUnitOfWork(poolOf(owner)), passwords: new ScryptPasswordHasher(4) };
    const offices = new Map<Seed, Office>();
    for (const [seed, { organs }] of years) {
      const { code, name, region, level } = organs[0];
      const people = officePeople.map((one) => ({ ...one, login: `${seed.id}-${one.login}`, password: randomBytes(16).toString('hex') }));
      const draft = { code, name, region, level: level as OrganDraft['level'], validFrom: '2019-01-01' };
      offices.set(seed, officeOf({ code, name }, await createOrgan(means, draft, people)));
    }
    return offices;
  } finally {
    await owner.destroy();
  }
}

/** The office from what set-up enrolled, in the order of the drafts. */
function officeOf({ code: organ, name }: { code: string; name: string }, enrolled: readonly Enrolled[]): Office {
  const person = ({ account, officer }: Enrolled, draft: EnrolmentDraft): Person => {
    const actor = { person: officer ?? account, organ, name: draft.name, posts: [...draft.posts] };
    return { account, organ, readable: [organ], actor };
  };
  const holding = (post: string): Person[] =>
    officePeople.flatMap((draft, index) => (draft.posts.includes(post) ? [person(enrolled[index], draft)] : []));
  const first = (post: string): Person => holding(post)[0];
  return {
    organ,
    name,
    handlers: holding('handler'),
    reviewer: first('reviewer'),
    heads: holding('approver'),
    clerk: first('recorder'),
    publisher: first('publisher'),
    secondEye: first('second-eye'),
    archivist: first('archivist'),
    importer: first('importer'),
  };
}
