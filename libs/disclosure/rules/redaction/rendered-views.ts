import type { MappedText } from './shadow';
import { plainText } from './shadow';

/** Entities a renderer of Chinese pages writes by name; all others are written by number. */
const named: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', middot: '·',
  commat: '@', period: '.', hyphen: '-', dash: '-', ndash: '-', mdash: '-', shy: '', zwnj: '', zwj: '', num: '#',
  colon: ':', sol: '/', lowbar: '_', plus: '+', lpar: '(', rpar: ')', Tab: ' ', NewLine: '\n', bull: '•',
};
const escapes = new RegExp(
  [
    '&#[xX](?<hex>[0-9a-fA-F]{1,6});?', '&#(?<decimal>\\d{1,7});?', '&(?<name>[a-zA-Z]{2,8});',
    '(?<percent>(?:%[0-9a-fA-F]{2}){1,64})',
    '\\\\u\\{(?<brace>[0-9a-fA-F]{1,6})\\}', '\\\\u(?<unit>[0-9a-fA-F]{4})', '\\\\x(?<byte>[0-9a-fA-F]{2})',
  ].join('|'),
  'g',
);

/** Builds a text over another one, piece by piece. */
class Mapping {
  private readonly parts: string[] = [];
  private readonly from: number[] = [];
  private readonly to: number[] = [];

  constructor(private readonly source: MappedText) {}

  copy(start: number, end: number): void {
    this.parts.push(this.source.text.slice(start, end));
    for (let i = start; i < end; i += 1) {
      this.from.push(this.source.from[i]);
      this.to.push(this.source.to[i]);
    }
  }

  write(form: string, start: number, end: number): void {
    this.parts.push(form);
    for (let i = 0; i < form.length; i += 1) {
      this.from.push(this.source.from[start]);
      this.to.push(this.source.to[end - 1]);
    }
  }

  done(): MappedText {
    return { text: this.parts.join(''), from: this.from, to: this.to };
  }
}

/** Entities, percent escapes and script escapes read as what they mean; `&amp;#49;` takes a second round. */
export function unescaped(text: string): MappedText {
  let view = plainText(text);
  for (let round = 0; round < 3; round += 1) {
    const mapping = new Mapping(view);
    let at = 0;
    for (const match of view.text.matchAll(escapes)) {
      const form = meaning(match);
      if (form === undefined) continue;
      mapping.copy(at, match.index);
      mapping.write(form, match.index, match.index + match[0].length);
      at = match.index + match[0].length;
    }
    if (at === 0) return view;
    mapping.copy(at, view.text.length);
    view = mapping.done();
  }
  return view;
}

function meaning({ groups = {} }: RegExpMatchArray): string | undefined {
  if (groups.name !== undefined) return named[groups.name];
  if (groups.percent !== undefined) return utf8(groups.percent);
  const hex = groups.hex ?? groups.brace ?? groups.unit ?? groups.byte;
  const code = hex === undefined ? Number(groups.decimal) : Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function utf8(percent: string): string {
  const bytes = percent.slice(1).split('%').map((byte) => Number.parseInt(byte, 16));
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

const inlineTags = new Set(
  'a abbr b bdi bdo big cite code del dfn em font i ins kbd mark q rp rt ruby s samp small span strong sub sup tt u var wbr'.split(' '),
);

/** What a reader sees: comments and tags gone; a tag that ends a block leaves a line break. */
export function withoutMarkup(view: MappedText): MappedText {
  const { text } = view;
  const mapping = new Mapping(view);
  let at = 0;
  const closing = new Closing(text);
  for (let open = text.indexOf('<'); open >= 0; open = text.indexOf('<', Math.max(at, open + 1))) {
    const end = closing.after(open);
    if (end === undefined) continue;
    mapping.copy(at, open);
    const tag = /^<\/?([a-zA-Z][a-zA-Z0-9]*)/.exec(text.slice(open, open + 24))?.[1].toLowerCase();
    if (tag !== undefined && !inlineTags.has(tag)) mapping.write('\n', open, end);
    at = end;
  }
  mapping.copy(at, text.length);
  return mapping.done();
}

/** Finds where tags and comments end; asks for each kind of end only until there is none, so many openings cost little. */
class Closing {
  private readonly missing = new Set<string>();

  constructor(private readonly text: string) {}

  /** The end of the tag or comment that opens at `place`; nothing for a bare sign or where none closes. */
  after(place: number): number | undefined {
    const isComment = this.text.startsWith('<!--', place);
    if (!isComment && !/[a-zA-Z/!?]/.test(this.text[place + 1] ?? '')) return undefined;
    const mark = isComment ? '-->' : '>';
    if (this.missing.has(mark)) return undefined;
    const close = this.text.indexOf(mark, place);
    if (close < 0) this.missing.add(mark);
    return close < 0 ? undefined : close + mark.length;
  }
}
