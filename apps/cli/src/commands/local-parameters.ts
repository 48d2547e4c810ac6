import { readParameters } from '@sanzhi/casework';
import { configDir } from '@sanzhi/platform/config';
import type { LocalParameters } from './due';

/** Effective parameters of an organ by its packs, from files alone: a region code stands for the organs of a region. */
export function localParameters(): LocalParameters {
  const { packs } = readParameters(configDir());
  return (organ, onDay) => packs.values({ code: organ, region: organ }, onDay);
}
