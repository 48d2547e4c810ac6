import createClient from 'openapi-fetch';
import type { components, paths } from './generated/schema';
import { Problem } from './problem';

/** Shapes of the API by name. */
export type Schemas = components['schemas'];

/** The generated client; every call goes through `answered`, which throws a Problem. */
export const api = createClient<paths>({ baseUrl: '' });

interface Call<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** What a call answered with. Throws Problem: 0 `offline` when there was no answer. */
export async function answered<T>(call: Promise<Call<T>>): Promise<T> {
  return (await whole(call)).data as T;
}

/** The same with the version from the ETag, for what will be changed under If-Match; null where there is none. */
export async function versioned<T>(call: Promise<Call<T>>): Promise<{ data: T; version: number | null }> {
  const { data, response } = await whole(call);
  const tag = /^"(\d+)"$/.exec(response.headers.get('etag') ?? '');
  return { data: data as T, version: tag && Number(tag[1]) };
}

async function whole<T>(call: Promise<Call<T>>): Promise<Call<T>> {
  const answer = await call.catch((cause: unknown) => {
    throw Problem.offline(cause);
  });
  if (!answer.response.ok) throw Problem.of(answer.response.status, answer.error);
  return answer;
}

/** Headers of a POST: the key by which a repeat is told from a second one. */
export const keyed = (key: string): { 'idempotency-key': string } => ({ 'idempotency-key': key });

const KEY_BYTES = 16;

/** A new key; from random bytes, since `randomUUID` is missing where an office runs without TLS. */
export function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
