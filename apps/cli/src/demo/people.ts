import type { Caller } from '@sanzhi/casework';
import { demoPeople, type EnrolmentDraft } from '@sanzhi/identity';

/** Somebody of the demo organ, as the session would say it. */
export type Person = Caller;

/** Who does what in a driven case. Handlers work in pairs, so that every case has two. */
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

interface EnrolledPerson {
  login: string;
  account: string;
  officer: string | null;
}

/** The office from what set-up enrolled. */
export function officeOf(organ: string, enrolled: readonly EnrolledPerson[]): Office {
  const draftOf = (login: string): EnrolmentDraft => demoPeople.find((one) => one.login === login)!;
  const person = ({ login, account, officer }: EnrolledPerson): Person => {
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
