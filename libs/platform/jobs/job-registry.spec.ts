import type { Job } from './job';
import { bindJobs, JobsMismatch } from './job-registry';

const job = (): Job => ({ run: async () => undefined });

it('binds every name to its handler', () => {
  const relay = { plan: { name: 'relay' as const }, job: job() };
  expect(bindJobs(['relay'], [relay, relay]).get('relay')).toBe(relay);
});

it('names every fault at once: no handler, two handlers', () => {
  const purge = (): { plan: { name: 'inbox-purge' }; job: Job } => ({ plan: { name: 'inbox-purge' }, job: job() });
  const bind = (): unknown => bindJobs(['relay', 'inbox-purge'], [purge(), purge()]);
  expect(bind).toThrow(new JobsMismatch(['relay: no handler', 'inbox-purge: 2 handlers']));
});
