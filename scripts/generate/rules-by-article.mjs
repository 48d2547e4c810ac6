import { COMMAND, listedRules } from '../listed-rules.mjs';

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

/** Which rules apply which article: the lawyer's view of the rules, as [{id, title, basis, effect, reads}]. */
export function articlesPage(rules) {
  const rows = [...rules].sort((a, b) => compare(sortKey(a.basis), sortKey(b.basis)) || compare(a.id, b.id));
  const lines = rows.map(({ id, title, basis, effect, reads }) =>
    `| ${basis} | \`${id}\` | ${title} | ${effect === 'defect' ? 'keeps the defect' : 'refuses'} | ${[reads].flat().join(', ')} |`,
  );
  return [
    '# Rules by article',
    '',
    'Made from the rules in `libs/*/rules/` by `npm run generate`.',
    '',
    `${rows.length} rules, ${new Set(rows.map(({ basis }) => basis)).size} articles.`,
    '',
    '| article | rule | 法定条件 | when it does not hold | reads |',
    '|---|---|---|---|---|',
    ...lines,
    '',
  ].join('\n');
}

export default {
  name: 'rules-by-article',
  outputs: [OUTPUT],
  requires: COMMAND,
  run: (root) => new Map([[OUTPUT, articlesPage(listedRules(root))]]),
};
