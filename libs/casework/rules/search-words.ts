/** Shortest word that can be looked for: the index knows pairs of characters. */
export const SHORTEST_WORD = 2;

/** The words of a query, each at least two characters; null when there is none or one is shorter. */
export function searchWords(query: string): string[] | null {
  const words = [...new Set(query.trim().split(/[\s\u3000]+/).filter(Boolean))];
  return words.length > 0 && words.every((word) => [...word.normalize('NFKC')].length >= SHORTEST_WORD) ? words : null;
}
