import type { ImportRecord } from './import-record';

const QUOTED = /[",\r\n]/;

/** Lines of an import file as CSV (RFC 4180) with the columns the first line has. */
export function csvText(records: readonly ImportRecord[]): string {
  const columns = Object.keys(records[0] ?? {});
  const lines = records.map((record) => columns.map((column) => cellText(record[column] ?? '')).join(','));
  return [columns.join(','), ...lines].map((line) => `${line}\r\n`).join('');
}

const cellText = (text: string): string => (QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
