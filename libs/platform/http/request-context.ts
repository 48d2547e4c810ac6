import { AsyncLocalStorage } from 'node:async_hooks';

/** What every log line and answer of one request carries. Account and organ are known once the session is. */
export interface RequestContext {
  /** 32 hex digits; in the answer too, so that a user can name the fault. */
  readonly traceId: string;
  account?: string;
  organ?: string;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** Runs `work` and everything that it starts in the context. */
export function inRequestContext<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}

/** The context of the request that is being answered; undefined outside of one. */
export function requestContext(): RequestContext | undefined {
  return storage.getStore();
}
