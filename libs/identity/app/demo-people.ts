import type { EnrolmentDraft } from './create-organ';

/** Long enough for every case that a simulated clock, which begins in 2020, can come to. */
const CERTIFICATE = { certificateFrom: '2019-01-01', certificateUntil: '2035-12-31' };

/** Somebody of a demo organ with an account; nobody bears the name. */
export const officer = (login: string, name: string, posts: string[]): EnrolmentDraft => ({ login, name, posts, kind: 'person' });

/** The same with an enforcement certificate; `serial` makes its number. */
export const holder = (login: string, name: string, posts: string[], serial: number): EnrolmentDraft => ({
  ...officer(login, name, posts),
  ...CERTIFICATE,
  certificateNumber: `示范-${String(serial).padStart(4, '0')}`,
});
