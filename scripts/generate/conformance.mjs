import { count, namedIn, problems, readStages } from '../conformance.mjs';
import { COMMAND, listedRules } from '../listed-rules.mjs';

const OUTPUT = 'docs/generated/conformance.md';
const cell = (text) => String(text).replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ');
const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;

/** What guards the row: rules with their article, then what else does. */
function guardedBy({ rules = [], by = [], waitsFor, reason }, basisOf) {
  const named = rules.map((id) => `\`${id}\` (${basisOf.get(id) ?? 'unknown'})`);
  const waits = waitsFor ? [`waits for ${waitsFor}`] : [];
  return [...named, ...[by].flat(), ...waits, ...(reason ? [reason] : [])].join('; ');
}

const isAttack = ({ rows }) => /^[TU]/.test(rows[0]?.id ?? '');

/** What is printed of a row before its state: [heading, field]. */
const GUARD = [['step', 'step'], ['refused, or kept as a defect, when', 'guard'], ['law', 'law']];
const ATTACK = [['attack', 'attack'], ['the test proves', 'proves']];

function table(stage, { basisOf, named }) {
  const { title, file, rows } = stage;
  const columns = isAttack(stage) ? ATTACK : GUARD;
  const { built, waiting, dropped } = count(rows);
  const tests = ({ id }) => (named.get(id) ?? []).map((test) => `\`${test}\``).join(', ');
  return [
    `## ${title} (\`${file}\`)`,
    '',
    `${rows.length} rows: ${built} built, ${waiting} waiting, ${dropped} dropped.`,
    '',
    line(['id', ...columns.map(([heading]) => heading), 'state', 'guarded by', 'tests']),
    `|${'---|'.repeat(columns.length + 4)}`,
    ...rows.map((row) => line([row.id, ...columns.map(([, field]) => row[field]), row.state, guardedBy(row, basisOf), tests(row)])),
    '',
  ];
}

const sums = (name, rows) => {
  const { built, waiting, dropped } = count(rows);
  return `| ${[name, rows.length, built, waiting, dropped].join(' | ')} |`;
};

/** The page of all rows: the guards of the law, then attacks, where there are any. */
export function conformancePage(stages, facts) {
  const [guards, attacks] = [stages.filter((stage) => !isAttack(stage)), stages.filter(isAttack)];
  const all = (list) => list.flatMap(({ rows }) => rows);
  return [
    '# Conformance',
    '',
    'Made from `test/conformance/` by `npm run generate`. A built row is found again in the title of a test and names the rules',
    'that guard it; a waiting one names the part it waits for. How to read a row: `test/conformance/README.md`.',
    '',
    '| rows | all | built | waiting | dropped |',
    '|---|---|---|---|---|',
    sums('guards of the law (G, L)', all(guards)),
    ...(attacks.length > 0 ? [sums('attacks (T, U)', all(attacks))] : []),
    '',
    ...[...guards, ...attacks].flatMap((stage) => table(stage, facts)),
  ].join('\n').trimEnd() + '\n';
}

export default {
  name: 'conformance',
  outputs: [OUTPUT],
  requires: COMMAND,
  run(root) {
    const stages = readStages(root);
    const basisOf = new Map(listedRules(root).map(({ id, basis }) => [id, basis]));
    const named = namedIn(root);
    const untrue = problems(stages, { rules: new Set(basisOf.keys()), named });
    if (untrue.length > 0) throw new Error(`conformance rows are untrue:\n${untrue.join('\n')}`);
    return new Map([[OUTPUT, conformancePage(stages, { basisOf, named })]]);
  },
};
