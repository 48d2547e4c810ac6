import type { Stretch } from './sheet';

const longest = 64;
const localPart = /[A-Z0-9._%+-]/;
const atSigns = /@|[[({] ?AT ?[\])}]|#AT#/g;

/** Mail addresses, also with spaces around the sign or the dot, or the sign written out as [at]. */
export function findEmails(text: string): Stretch[] {
  const found: Stretch[] = [];
  for (const sign of text.matchAll(atSigns)) {
    const start = localStart(text, sign.index);
    const end = domainEnd(text, sign.index + sign[0].length);
    if (start !== undefined && end !== undefined) found.push({ start, end });
  }
  return found;
}

function localStart(text: string, sign: number): number | undefined {
  let last = sign;
  for (let spaces = 0; spaces < 2 && text[last - 1] === ' '; spaces += 1) last -= 1;
  let at = last;
  while (at > 0 && last - at < longest && localPart.test(text[at - 1])) at -= 1;
  return at < last ? at : undefined;
}

function domainEnd(text: string, place: number): number | undefined {
  const domain = /^ {0,2}[A-Z0-9-]{1,40}(?: {0,2}[.。] {0,2}[A-Z0-9-]{1,40}){0,3}? {0,2}(?:[.。]|DOT|点) {0,2}[A-Z]{2,12}(?![A-Z0-9-]|\.[A-Z0-9])/;
  const match = domain.exec(text.slice(place, place + 4 * longest));
  return match ? place + match[0].length : undefined;
}
