const EMPTY = /^(?:managers?|helpers?|utils?|utilit(?:y|ies)|commons?|base|data|infos?)$/i;
/** Names that others gave: TypeORM's DataSource is one thing with one name. */
const BORROWED = /data-?source/gi;

/** Words of an identifier or a file name: camelCase, CONSTANT_CASE and kebab-case alike. */
export function wordsOf(name) {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
}

/** The first word of the name that says nothing, or undefined. */
export function emptyWord(name) {
  return wordsOf(name.replace(BORROWED, '')).find((word) => EMPTY.test(word));
}
