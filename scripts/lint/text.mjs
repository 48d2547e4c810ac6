/** What ties a text to the machine it was written on. Character classes keep these patterns from matching themselves. */
const FOREIGN = [
  [/(?<![\w.])\/(?:[w]ork|[r]oot|[h]ome\/\w+|[U]sers\/\w+)\/(?!\*)/, 'host-path', 'a path of one machine'],
  [/(?<![\w.])\/[t]mp\//, 'host-path', 'a path of one machine; ask os.tmpdir()'],
  [/\b[A-Z]:\\\\?[U]sers\b/, 'host-path', 'a path of one machine'],
  [/\bregistry\.[a-z0-9-]+\.[a-z]{2,}/i, 'registry-host', 'the host of a package registry'],
  [/\b(?:npm[m]irror|artif[a]ctory|yarnp[k]g)\b/i, 'registry-host', 'the host of a package registry'],
];
const MARKS = /^(?:<{7}|>{7}) /;

/** Findings in one text file: [{path, line, rule, message}]. */
export function checkText({ path, text }) {
  return text.split('\n').flatMap((line, at) => {
    const found = FOREIGN.filter(([pattern]) => pattern.test(line)).map(([, rule, message]) => ({ rule, message }));
    if (MARKS.test(line)) found.push({ rule: 'merge-mark', message: 'a merge was left half done' });
    return found.map(({ rule, message }) => ({ path, line: at + 1, rule, message }));
  });
}
