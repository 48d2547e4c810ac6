const YUAN = /^(\d{1,12})(?:\.(\d{1,2}))?$/;

/** Integer fen as yuan, as people write them: `60000`, `0.5`. */
export function yuanOf(fen: number): string {
  const rest = String(fen % 100).padStart(2, '0').replace(/0+$/, '');
  return `${Math.trunc(fen / 100)}${rest && `.${rest}`}`;
}

/** Typed yuan as integer fen, exact; null when it is no amount. */
export function fenOf(yuan: string): number | null {
  const found = YUAN.exec(yuan.trim());
  return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : null;
}
