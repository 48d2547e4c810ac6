import type { Json, JsonObject } from '@sanzhi/kernel';
import { NOT_RECORDED } from './fold-record';

/** Names of the facts in which two cases differ; what the record does not carry may be anything. */
export function differingFacts(folded: JsonObject, stored: JsonObject): string[] {
  const names = new Set([...Object.keys(folded), ...Object.keys(stored)]);
  return [...names].filter((name) => !Object.hasOwn(folded, name) || !Object.hasOwn(stored, name) || !isSame(folded[name], stored[name])).sort();
}

function isSame(folded: Json, stored: Json): boolean {
  if (folded === NOT_RECORDED) return typeof stored === 'string';
  if (folded === null || stored === null || typeof folded !== 'object' || typeof stored !== 'object') return folded === stored;
  if (Array.isArray(folded) || Array.isArray(stored)) return areSame(folded, stored);
  return differingFacts(folded, stored).length === 0;
}

function areSame(folded: Json, stored: Json): boolean {
  if (!Array.isArray(folded) || !Array.isArray(stored) || folded.length !== stored.length) return false;
  return folded.every((item, index) => isSame(item, stored[index]));
}
