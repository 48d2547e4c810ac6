const CALLS = /(?<![\w.$])(?:pg_catalog\.)?(?:clock_timestamp|statement_timestamp|transaction_timestamp|now|timeofday)\s*\(\s*\)/i;
const WORDS = /(?<![\w.$'-])(?:current_date|current_timestamp|current_time|localtimestamp|localtime)(?![\w-])/i;
const CASTS = /'(?:now|today|tomorrow|yesterday)'\s*::\s*(?:date|timestamp|timestamptz|time)\b/i;

/** The first expression of an SQL text that asks the server's clock instead of sanzhi_now(), or undefined. */
export function otherClockInSql(text) {
  for (const pattern of [CALLS, WORDS, CASTS]) {
    const found = pattern.exec(text);
    if (found) return found[0];
  }
  return undefined;
}
