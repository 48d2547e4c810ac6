/** A text derived from another one, each UTF-16 unit with the half-open stretch of the source it stands for. */
export interface MappedText {
  readonly text: string;
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
}

/** A shadow: `text` keeps Chinese numerals, `spelled` has long runs of them as digits; the same places in both. */
export interface Shadow extends MappedText {
  readonly spelled: string;
}

/** Marks a place where two digits stand side by side but belong to different things (a list number before a number). */
const breakMark = '\u0002';

const ignorable = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/u;
const combining = /[\p{Mn}\p{Me}]/u;
const chineseDigits = new Map<string, string>(
  [['〇零○', '0'], ['一壹幺', '1'], ['二贰两', '2'], ['三叁', '3'], ['四肆', '4'], ['五伍', '5'], ['六陆', '6'],
    ['七柒', '7'], ['八捌', '8'], ['九玖', '9']].flatMap(([chars, digit]) => [...chars].map((c) => [c, digit] as const)),
);
/** Letters of other scripts that look like the X of an identity number. */
const lookalikeX = new Set(['Х', 'Χ', '×', '✕', '✖', 'ⅹ', 'Ⅹ']);
/** Whether there can be a spoken number at all. */
const spokenNumber = new RegExp(`[${[...chineseDigits.keys()].join('')}\\d](?:[ .·-]?[${[...chineseDigits.keys()].join('')}\\d]){6}`);
/** A run of Chinese numerals shorter than this is a year, a count or a name, never a telephone number. */
const shortestSpokenNumber = 7;

/** The text itself, each unit standing for itself. */
export function plainText(text: string): MappedText {
  const from = new Int32Array(text.length);
  const to = new Int32Array(text.length);
  for (let i = 0; i < text.length; i += 1) {
    from[i] = i;
    to[i] = i + 1;
  }
  return { text, from, to };
}

class Shade {
  private readonly chars: string[] = [];
  private from: Int32Array;
  private to: Int32Array;

  constructor(expected: number) {
    this.from = new Int32Array(expected + 64);
    this.to = new Int32Array(expected + 64);
  }

  push(form: string, start: number, end: number): void {
    if (this.chars.length + form.length > this.from.length) this.grow();
    for (let i = 0; i < form.length; i += 1) {
      this.from[this.chars.length] = start;
      this.to[this.chars.length] = end;
      this.chars.push(form[i]);
    }
  }

  /** Two digits side by side, one of them in a circle, are not one number. */
  part(place: number): void {
    if (isDigit(this.chars[this.chars.length - 1] ?? '')) this.push(breakMark, place, place);
  }

  /** A mark on a character belongs to it: what removes the one removes the other. */
  stretch(end: number): void {
    if (this.chars.length > 0) this.to[this.chars.length - 1] = end;
  }

  done(): Shadow {
    const text = this.chars.join('');
    const length = this.chars.length;
    const spelled = spokenNumber.test(text) ? spellOut(this.chars) : text;
    return { text, spelled, from: this.from.subarray(0, length), to: this.to.subarray(0, length) };
  }

  /** One character of the source can unfold into many. */
  private grow(): void {
    const larger = (old: Int32Array) => {
      const next = new Int32Array(old.length * 2 + 64);
      next.set(old);
      return next;
    };
    this.from = larger(this.from);
    this.to = larger(this.to);
  }
}

/**
 * The shadow of a text: full-width forms, other digits and look-alikes written plainly in capitals,
 * invisible characters gone, every kind of space a space and every dash a hyphen. One unit per array place.
 */
export function shadowOf(source: MappedText): Shadow {
  const shade = new Shade(source.text.length);
  let enclosed = false;
  for (let at = 0; at < source.text.length;) {
    const code = source.text.codePointAt(at) as number;
    const width = code > 0xffff ? 2 : 1;
    const form = formOf(code);
    const end = source.to[at + width - 1];
    if (form === undefined) {
      if (combining.test(String.fromCodePoint(code))) shade.stretch(end);
    } else {
      if (enclosed !== isEnclosed(code) && isDigit(form)) shade.part(source.from[at]);
      shade.push(form, source.from[at], end);
    }
    enclosed = isEnclosed(code);
    at += width;
  }
  return shade.done();
}

const isDigit = (form: string): boolean => form >= '0' && form <= '9';
const isEnclosed = (code: number): boolean => (code >= 0x2460 && code <= 0x249b) || code === 0x24ea;

const slowForms = new Map<number, string | undefined>();

function formOf(code: number): string | undefined {
  if (code >= 0x4e00 && code <= 0x9fff) return String.fromCharCode(code);
  if (code >= 0xff01 && code <= 0xff5e) return asciiForm(code - 0xfee0);
  if (code >= 0x20 && code < 0x7f) return asciiForm(code);
  if (!slowForms.has(code)) slowForms.set(code, slowForm(code));
  return slowForms.get(code);
}

function asciiForm(code: number): string {
  return String.fromCharCode(code >= 0x61 && code <= 0x7a ? code - 0x20 : code);
}

function slowForm(code: number): string | undefined {
  const char = String.fromCodePoint(code);
  if (/[\n\u0085\u2028\u2029]/.test(char)) return '\n';
  if (/[\t\v\f\r\p{Zs}]/u.test(char)) return ' ';
  if (ignorable.test(char) || combining.test(char)) return undefined;
  if (lookalikeX.has(char.toUpperCase())) return 'X';
  if (/\p{Pd}|[−‐‑]/u.test(char)) return '-';
  const folded = char.normalize('NFKC').toUpperCase();
  // One place per unit: a form outside the basic plane or with marks of its own would break the map.
  return Array.from(folded, (c) => (/\p{Nd}/u.test(c) ? digitValue(c) : c)).filter((c) => c.length === 1).join('') || char[0];
}

/** Decimal digits of every script stand in blocks of ten that begin with zero. */
function digitValue(char: string): string {
  const code = char.codePointAt(0) as number;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code < 0x80 ? code - 0x30 : code - zero);
}

/** Writes long runs that contain Chinese numerals as digits: 一三八〇〇〇〇… is a number, 二〇二三 is a year. */
function spellOut(chars: string[]): string {
  for (let at = 0; at < chars.length;) {
    const end = numeralRunEnd(chars, at);
    if (end === at) {
      at += 1;
      continue;
    }
    for (const i of spokenPlaces(chars, at, end)) chars[i] = chineseDigits.get(chars[i]) ?? chars[i];
    at = end;
  }
  return chars.join('');
}

/** Places of a run to write as digits; 张三 before a telephone number keeps the last character of the name. */
function spokenPlaces(chars: readonly string[], start: number, end: number): number[] {
  const all = indexesBetween(start, end).filter((i) => isNumeral(chars[i]));
  const nameBefore = (all.length === 12 || all.length === 19) && chineseDigits.has(chars[all[0]]);
  const places = nameBefore ? all.slice(1) : all;
  const spoken = places.filter((i) => chineseDigits.has(chars[i])).length;
  const whole = places.length === 11 || places.length === 18;
  return spoken >= shortestSpokenNumber || (whole && spoken > 1) ? places : [];
}

const isNumeral = (char: string | undefined): boolean =>
  char !== undefined && (isDigit(char) || chineseDigits.has(char));

const indexesBetween = (start: number, end: number): number[] =>
  Array.from({ length: end - start }, (_, i) => start + i);

/** A run is numerals with at most one space, dot or hyphen between two of them. */
function numeralRunEnd(chars: readonly string[], start: number): number {
  if (!isNumeral(chars[start])) return start;
  let at = start + 1;
  for (;;) {
    if (isNumeral(chars[at])) at += 1;
    else if (' -.·'.includes(chars[at] ?? '\n') && isNumeral(chars[at + 1])) at += 2;
    else return at;
  }
}

/** `name` drops what may stand between the characters of a Chinese name, `number` what may stand between digits. */
export type SkeletonKind = 'name' | 'number';

const dropped: Record<SkeletonKind, RegExp> = {
  name: /[\s\-_.·•・‧∙~\u0002]/,
  // An asterisk stays: it is what masking leaves behind, and must not let two masked ends meet.
  number: /[^\p{L}\p{N}*]/u,
};

/** The shadow without separators: each of its places with the place of the shadow it comes from. */
export interface Skeleton {
  readonly text: string;
  readonly places: Int32Array;
}

const skeletons: Record<SkeletonKind, WeakMap<Shadow, Skeleton>> = { name: new WeakMap(), number: new WeakMap() };

/** The skeleton of a shadow; made once for each shadow. */
export function skeletonOf(shadow: Shadow, kind: SkeletonKind): Skeleton {
  const skeleton = skeletons[kind].get(shadow) ?? boneOut(shadow, kind);
  skeletons[kind].set(shadow, skeleton);
  return skeleton;
}

function boneOut(shadow: Shadow, kind: SkeletonKind): Skeleton {
  // A name may end in a numeral (张三), so only numbers are read as spelled.
  const text = kind === 'number' ? shadow.spelled : shadow.text;
  const chars: string[] = [];
  const places = new Int32Array(text.length);
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i];
    const isPlain = (char >= '一' && char <= '龥') || (char >= '0' && char <= '9') || (char >= 'A' && char <= 'Z');
    if (!isPlain && dropped[kind].test(char)) continue;
    places[chars.length] = i;
    chars.push(char);
  }
  return { text: chars.join(''), places: places.subarray(0, chars.length) };
}
