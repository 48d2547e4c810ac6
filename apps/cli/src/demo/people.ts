import type { Caller } from '@sanzhi/casework';
import { demoPeople, type Enrolled, type EnrolmentDraft } from '@sanzhi/identity';

/** Somebody of the demo organ, as the session would say it. */
export type Person = Caller;

/** Who does what in a driven case. */
export interface Office {
  organ: string;
  handlers: Person[];
  reviewer: Person;
  heads: Person[];
  clerk: Person;
  publisher: Person;
  secondEye: Person;
  archivist: Person;
  importer: Person;
}

/** The people of the demo organ with six handlers, as the year's plans name them; logins are apart from the demo organ's. */
export const officePeople: readonly EnrolmentDraft[] = [
  ...demoPeople.map((one) => ({ ...one, login: `year-${one.login}` })),
  ...[5, 6].map((place) => ({ ...demoPeople[0], login: `year-handler${place}`, name: `示范经办${place}`, certificateNumber: `示范-100${place}` })),
];

/** The office from what set-up enrolled. */
export function officeOf(organ: string, enrolled: readonly Enrolled[]): Office {
  const draftOf = (login: string): EnrolmentDraft => officePeople.find((one) => one.login === login)!;
  const person = ({ login, account, officer }: Enrolled): Person => {
    const { name, posts } = draftOf(login);
    return { account, organ, readable: [organ], actor: { person: officer ?? account, organ, name, posts: [...posts] } };
  };
  const holding = (post: string): Person[] => enrolled.filter(({ login }) => draftOf(login).posts.includes(post)).map(person);
  const first = (post: string): Person => holding(post)[0];
  return {
    organ,
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
