import { setTimeout as pause } from 'node:timers/promises';

/**
 * Places where a test may break a process, by name. Each is one call that does nothing unless it is armed.
 * What lies between two of them is one message to PostgreSQL or one answer of the queue: nothing can break in between.
 */
export const FAILPOINTS = {
  /** A unit of work has sent everything it writes (outbox rows and publications too); its commit is not sent. */
  'before-commit': '一个事务的全部内容已写入、尚未提交',
  /** A unit of work that wrote something is committed; nobody has been told. */
  'after-commit': '事务已提交、尚未答复',
  /** The sweep has claimed due rungs and put them into the outbox; not committed. */
  'after-outbox-insert': '到期节点已写入移交表、尚未提交',
  /** Rows are in the outbox, committed; the bell is not rung. */
  'before-queue-add': '移交事项已提交、尚未通知队列',
  /** The queue took the bell; whoever rang does not know yet. */
  'after-queue-add': '队列已收到通知、尚未记下',
  /** A consumer has done its work on rows of the outbox; nothing of it is sent. */
  'after-handler-effect': '后台处理已完成、尚未提交',
  /** A job that the queue rang for is done and committed; the queue has no answer. */
  'before-ack': '队列任务已完成、尚未回执',
} as const;

/** Name of a failpoint. */
export type FailpointName = keyof typeof FAILPOINTS;

type Action = 'kill9' | 'throw' | 'hang' | { delayMs: number };

interface Armed {
  action: Action;
  /** Only the so-many-th time; every time when undefined. */
  nth?: number;
  reached: number;
}

/** Thrown by the action `throw`: no part of the program knows it, so it is treated as a bug is. */
export class FailpointReached extends Error {
  override readonly name = 'FailpointReached';
}

const armed = new Map<FailpointName, Armed>();

/** Stands at a place of FAILPOINTS; resolves at once unless a test armed it. */
export async function failpoint(name: FailpointName): Promise<void> {
  const point = armed.get(name);
  if (point) await reach(name, point);
}

/** Whether a place is armed: what travels in one message is taken apart only then. */
export function isArmed(name: FailpointName): boolean {
  return armed.has(name);
}

async function reach(name: FailpointName, point: Armed): Promise<void> {
  point.reached += 1;
  if (point.nth !== undefined && point.reached !== point.nth) return;
  const { action } = point;
  if (action === 'throw') throw new FailpointReached(`failpoint ${name}`);
  if (typeof action === 'object') return void (await pause(action.delayMs));
  if (action === 'kill9') process.kill(process.pid, 'SIGKILL');
  // A dying process gets no further either.
  await new Promise(() => undefined);
}

/**
 * Arms what the setting FAILPOINT names: `name:action[@nth]`, several with commas; action = `kill9`, `throw`, `hang`
 * or `delay=ms`. Nothing is armed without one; what was armed before is not any more. Throws RangeError on a fault.
 */
export function armFailpoints(setting = ''): void {
  armed.clear();
  for (const [name, point] of parsed(setting)) armed.set(name, point);
}

/** Why a setting arms nothing, in English; null when it is right. */
export function failpointFault(setting: string): string | null {
  try {
    parsed(setting);
    return null;
  } catch (cause) {
    return (cause as Error).message;
  }
}

const ONE = /^([a-z-]+):(?:(kill9|throw|hang)|delay=(\d{1,6}))(?:@([1-9]\d{0,5}))?$/;

function parsed(setting: string): [FailpointName, Armed][] {
  const words = setting.split(',').map((word) => word.trim());
  return words.filter((word) => word !== '').map((word) => {
    const [, name, plain, delay, nth] = ONE.exec(word) ?? [];
    if (!name) throw new RangeError(`not name:action[@nth]: ${word}`);
    if (!Object.hasOwn(FAILPOINTS, name)) throw new RangeError(`no failpoint ${name}; there are ${Object.keys(FAILPOINTS).join(', ')}`);
    const action = (plain ?? { delayMs: Number(delay) }) as Action;
    return [name as FailpointName, { action, nth: nth ? Number(nth) : undefined, reached: 0 }];
  });
}
