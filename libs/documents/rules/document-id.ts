import { digest } from '@sanzhi/kernel';

/** Id of a document: a UUID (version 8) made of the id of the effect that issues it; same effect, same id. */
export function documentId(effectId: string): string {
  const hex = digest(effectId).sha256;
  const variant = ((Number.parseInt(hex[16], 16) & 0x3) | 0x8).toString(16);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)];
  return parts.join('-');
}
