/** A kind of message with its text; `{number}`, `{duty}`, `{clock}` and `{item}` are filled in when it is read. */
export interface MessageKind {
  kind: string;
  title: string;
  text: string;
}

/** What a text is filled with, in Chinese; null where there is nothing to say. */
export interface Words {
  number: string | null;
  duty: string | null;
  clock: string | null;
  item: string | null;
}

const UNKNOWN: Words = { number: '案件', duty: '', clock: '', item: '' };
const PLACES = ['number', 'duty', 'clock', 'item'] as const;

/** The text of a message for its reader; a case without a number, or one that is closed to him, is just `案件`. */
export function messageText({ text }: MessageKind, words: Words): string {
  return PLACES.reduce((so, place) => so.replaceAll(`{${place}}`, () => words[place] ?? UNKNOWN[place] ?? ''), text);
}
