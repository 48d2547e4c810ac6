import { readStages } from '../conformance.mjs';
import { COMMAND, listedRules } from '../listed-rules.mjs';
import { ruleSources, ruleTests } from '../rule-sources.mjs';

const OUTPUT = 'docs/generated/rules-by-article.md';
const compare = (a, b) => (a < b ? -1 : Number(a > b));

/** 五十八 -> 58, up to 九千九百九十九; 十 alone is 10. */
function numberOf(chinese) {
  const units = { 十: 10, 百: 100, 千: 1000 };
  let sum = 0;
  let digit = 0;
  for (const sign of chinese) {
    if (units[sign]) {
      sum += (digit || 1) * units[sign];
      digit = 0;
    } else digit = '零一二三四五六七八九'.indexOf(sign);
  }
  return sum + digit;
}

/** 第九条 before 第五十八条 before 第一百条: numbers in an article are compared as numbers. */
function sortKey(basis) {
  const digits = basis.replace(/第([零一二三四五六七八九十百千]+)/g, (_, chinese) => `第${numberOf(chinese)}`);
  return digits.replace(/\d+/g, (number) => number.padStart(5, '0'));
}

const code = (words) => [words].flat().map((word) => `\`${word}\``).join(', ');

function line({ id, title, basis, effect, reads, parameters = [], usedIn = [], test, rows = [] }) {
  const breach = effect === 'defect' ? 'keeps the defect' : 'refuses';
  const cells = [basis, code(id), title, breach, [reads].flat().join(', '), code(parameters), code(actionsOf(usedIn)), test ? code(test) : '', rows.join(', ')];
  return `| ${cells.join(' | ')} |`;
}

/** `penalty-ordinary@2021-07-15/decide` of every version is one action. */
const actionsOf = (usedIn) => [...new Set(usedIn.map((place) => place.split('/')[1]))].sort(compare);

/**
 * The lawyer's view of the rules, as [{id, title, basis, effect, reads}], each with what else is known of it:
 * `parameters` it reads, `usedIn` actions, the nearest `test` that names it, `rows` of conformance with their state.
 */
export function articlesPage(rules) {
  const sorted = [...rules].sort((a, b) => compare(sortKey(a.basis), sortKey(b.basis)) || compare(a.id, b.id));
  return [
    '# Rules by article',
    '',
    'Made from the rules in `libs/*/rules/` and `config/conditions/` by `npm run generate`. Parameters are those that the check',
    'of a rule, with all it stands on, may read; their values: `sanzhi rules explain ID --organ CODE --on DAY`. How often a rule',
    'fired: `sanzhi rules list --fired`. Rows: `conformance.md` beside this page.',
    '',
    `${sorted.length} rules, ${new Set(sorted.map(({ basis }) => basis)).size} articles.`,
    '',
    '| article | rule | 法定条件 | when it does not hold | reads | parameters | asked by | test | rows |',
    '|---|---|---|---|---|---|---|---|---|',
    ...sorted.map(line),
    '',
  ].join('\n');
}

/** Rows of conformance that name each rule: `G013 (built)`. */
function rowsByRule(root) {
  const rows = readStages(root).flatMap((stage) => stage.rows);
  return new Map(rows.flatMap(({ rules = [] }) => rules).map((id) => [id, rows.filter(({ rules = [] }) => rules.includes(id)).map(({ id: row, state }) => `${row} (${state})`)]));
}

function known(root) {
  const rules = listedRules(root);
  const sources = ruleSources(root, rules);
  const tests = ruleTests(root, rules, sources);
  const rows = rowsByRule(root);
  return rules.map((rule) => ({ ...rule, parameters: sources.get(rule.id)?.parameters, test: tests.get(rule.id)?.[0], rows: rows.get(rule.id) }));
}

export default {
  name: 'rules-by-article',
  outputs: [OUTPUT],
  requires: COMMAND,
  run: (root) => new Map([[OUTPUT, articlesPage(known(root))]]),
};
