import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';

/** A place in compiled code as a stack names it: `(/…/dist/libs/x/y.js:12:34)`. */
const PLACE = /(?<=\(|\bat )(\/[^():\n]*\/dist\/(?:apps|libs|bundle)\/[^\s():]*\.js):(\d+):(\d+)/g;

const maps = new Map<string, SourceMap | null>();

/**
 * A stack with the lines of the sources. The maps are read when something is wrong, and only those of the files in it:
 * reading all of them at each start costs every process a third of a second.
 */
export function mappedStack(stack: string | undefined): string | undefined {
  return stack?.replace(PLACE, (place, file: string, line: string, column: string) => {
    const entry = mapOf(file)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (!entry || !('originalSource' in entry)) return place;
    const source = path.resolve(path.dirname(file), entry.originalSource);
    return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}

function mapOf(file: string): SourceMap | null {
  const known = maps.get(file);
  if (known !== undefined) return known;
  const map = readMap(file);
  maps.set(file, map);
  return map;
}

/** Null where there is none to read: the stack then stays as it is. */
function readMap(file: string): SourceMap | null {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
  } catch {
    return null;
  }
}
