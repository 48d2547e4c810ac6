import { inRequestContext } from '../http/request-context';
import { openLog, type Log } from './log';
import { NestLog } from './nest-log';

type Line = Record<string, unknown>;

function recorded(): { log: Log; lines: Line[] } {
  const lines: Line[] = [];
  const stream = { write: (text: string) => void lines.push(JSON.parse(text) as Line) };
  return { log: openLog({ process: 'api', level: 'debug', stream }), lines };
}

it('takes secrets out by name, at any depth and in any spelling', () => {
  const { log, lines } = recorded();
  log.info({ login: 'li', password: 'p1', account: { id_number: 'p2', list: [{ Phone: 'p3', 'set-cookie': 'p4' }] }, totpSecret: 'p5' });
  expect(JSON.stringify(lines)).not.toMatch(/p[1-5]"/);
  expect(lines[0]).toMatchObject({ login: 'li', password: '[redacted]', level: 'info', process: 'api' });
});

it('logs a database error without the values it repeats', () => {
  const { log, lines } = recorded();
  const fault = Object.assign(new Error('duplicate key'), { code: '23505', detail: 'Key (id)=(110101199003070000)', query: 'insert 110101' });
  log.error({ err: new Error('save failed', { cause: fault }) }, 'save');
  expect(JSON.stringify(lines)).not.toContain('110101');
  expect(lines[0]?.err).toMatchObject({ message: 'save failed', cause: { code: '23505', message: 'duplicate key' } });
});

it('names the request in each line, and nothing outside of one', () => {
  const { log, lines } = recorded();
  inRequestContext({ traceId: 't1', account: 'a1', organ: 'o1' }, () => log.info('inside'));
  log.info('outside');
  expect(lines[0]).toMatchObject({ traceId: 't1', account: 'a1', organ: 'o1', msg: 'inside' });
  expect(lines[1]).not.toHaveProperty('traceId');
});

it('cuts what is too deep instead of failing', () => {
  const { log, lines } = recorded();
  const ring: Record<string, unknown> = {};
  ring.self = ring;
  log.info({ ring });
  expect(JSON.stringify(lines)).toContain('[too deep]');
});

it('carries what Nest says, with the speaker', () => {
  const { log, lines } = recorded();
  const nest = new NestLog(log);
  nest.log('started', 'RouterExplorer');
  nest.error(new Error('broken'), 'ExceptionsHandler');
  expect(lines[0]).toMatchObject({ level: 'debug', msg: 'started', speaker: 'RouterExplorer' });
  expect(lines[1]).toMatchObject({ level: 'error', err: { message: 'broken' }, speaker: 'ExceptionsHandler' });
});
