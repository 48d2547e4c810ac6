import { alternation, perCues } from './cue-words';
import type { NumberHit } from './number-pass';
import { type CueStrength, nameAt, nameBefore, wholeRunBefore } from './person-names';
import type { CueWords } from './profile';
import type { Stretch } from './sheet';

/** What a cue says about the name behind it. */
export type NameKind = 'party' | 'third' | 'shown' | 'officer';

/** A name that a cue announced. */
export interface NameHit extends Stretch {
  readonly kind: NameKind;
  readonly name: string;
}

const separator = /^(?:姓名或名称|姓名|名称|名字|签名|签字)?(?:\([^()\n]{0,12}\))?([\s:_]{0,12})/;
const listMark = /^(?:\([^()\n]{0,40}\))?\s?([、,和及与])\s?/;
const mostNames = 8;

const nameCues = perCues((cues) => {
  const lists: ReadonlyArray<readonly [NameKind, readonly string[]]> = [
    ['party', cues.partyName], ['third', cues.thirdName], ['shown', cues.shownName], ['officer', cues.officerName],
  ];
  const kinds = new Map(lists.flatMap(([kind, words]) => words.map((word) => [word.toUpperCase(), kind] as const)));
  return { kinds, pattern: new RegExp(alternation([...kinds.keys()]), 'g') };
});

/** Names of persons announced by cue words, and those that `，男，` or `（身份证号` stand behind. */
export function findNames(text: string, cues: CueWords): NameHit[] {
  const { kinds, pattern } = nameCues(cues);
  const hits: NameHit[] = [];
  for (const match of text.matchAll(pattern)) {
    const word = match[0].replaceAll(' ', '');
    hits.push(...namesBehind(text, match.index + match[0].length, word, kinds.get(word) as NameKind));
  }
  return [...hits, ...describedNames(text, hits)];
}

function namesBehind(text: string, place: number, word: string, kind: NameKind): NameHit[] {
  const between = separator.exec(text.slice(place, place + 40)) as RegExpExecArray;
  let at = place + between[0].length;
  let strength = strengthOf(word, between);
  const hits: NameHit[] = [];
  for (let count = 0; count < mostNames; count += 1) {
    const name = nameAt(text, at, strength);
    if (!name || isLabel(text, name.end)) break;
    hits.push({ ...name, kind, name: text.slice(name.start, name.end) });
    const more = listMark.exec(text.slice(name.end, name.end + 50));
    if (!more) break;
    // A comma may end the list: what follows it must look like a name without help.
    strength = more[1] === '、' ? 'form' : 'prose';
    at = name.end + more[0].length;
  }
  return hits;
}

function strengthOf(word: string, between: RegExpExecArray): CueStrength {
  const named = word.endsWith('姓名') || /^(?:姓名|名字)/.test(between[0]);
  const colon = between[1].includes(':') || between[1].includes('_');
  if (named) return colon ? 'sure' : 'form';
  return colon ? 'form' : 'prose';
}

/** 单位：… behind a name field is the next label, not the name. */
const isLabel = (text: string, place: number): boolean => /^ {0,4}:/.test(text.slice(place, place + 6));

const described = /[,(] {0,2}(?:男|女)(?=[,、)。; ]|$)|[,(、的]? {0,2}(?:公民|居民)?身份(?:证|证件|号)|的?(?:询问笔录|调查笔录|谈话笔录|证人证言|证言)/gm;

/** 张三，男，… and 张三（身份证号…）: the party where the sentence opens a line, else a third person. */
function describedNames(text: string, known: readonly NameHit[]): NameHit[] {
  const seen = new Set(known.map((hit) => hit.end));
  const hits: NameHit[] = [];
  for (const match of text.matchAll(described)) {
    const name = nameBefore(text, match.index);
    if (!name || seen.has(name.end)) continue;
    const opensLine = /(?:^|\n)\s*$/.test(text.slice(Math.max(0, name.start - 12), name.start));
    hits.push({ ...name, kind: opensLine ? 'party' : 'third', name: text.slice(name.start, name.end) });
  }
  return hits;
}

const certificate = /^ ?\( ?(?:(?:执法)?证件?(?:编?号码?)?[:为 ]{0,2}[A-Z]?\d{5,14}|(?!1[3-9](?:[4-9]\d|3[6-9]))[A-Z]?\d{5,14}) ?\)/;

/**
 * Certificate numbers in brackets behind the names of officers. They begin with the codes of a province and a city
 * (01-35), so what cannot be one is taken for a telephone number unless 证号 stands before it.
 */
export function officerCertificates(text: string, names: readonly NameHit[]): Stretch[] {
  return names.filter(({ kind }) => kind === 'officer').flatMap(({ end }) => {
    const match = certificate.exec(text.slice(end, end + 32));
    return match ? [{ start: end, end: end + match[0].length }] : [];
  });
}

/** 张三13800000001, 张三,990000…: the name that stands right before a number of a person. */
export function namesBeside(text: string, numbers: readonly NumberHit[], known: readonly NameHit[]): NameHit[] {
  const seen = new Set(known.map((hit) => hit.end));
  return numbers.filter(({ rule }) => rule === 'id-card' || rule === 'mobile').flatMap(({ start }) => {
    let end = start;
    while (start - end < 4 && /[ ,:([]/.test(text[end - 1] ?? '')) end -= 1;
    const name = wholeRunBefore(text, end);
    return name && !seen.has(end) ? [{ ...name, kind: 'third' as const, name: text.slice(name.start, end) }] : [];
  });
}
