import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@sanzhi/platform/config';
import { SEEDS } from '@sanzhi/statistics';

/** Lines between the marks of a readme, without the fence. */
function block(file: string): string[] {
  const text = readFileSync(path.join(projectRoot(), file), 'utf8');
  const [, inside] = /<!-- demo:begin -->\n```\n([^]*?)```\n<!-- demo:end -->/.exec(text) ?? [];
  return (inside ?? '').trimEnd().split('\n');
}

describe.each(['README.md', 'README.zh-CN.md'])('the block of the demo in %s', (file) => {
  it('shows each printed figure once, equal, under the heading of its report', () => {
    const printed = SEEDS.flatMap(({ id, title, printed: figures }) => [
      `${id} ${title}`,
      ...Object.keys(figures).sort().map((figure) => `${figure} 报告 ${figures[figure].value} 一致`),
    ]);
    const [head, ...lines] = block(file).filter((line) => line !== '');
    const shown = lines.map((line) => line.replace(/^(\d{3}-\d\d) {2}.* {2}(报告 [\d.]+) {2}计算 [\d.]+ {2}(一致|不一致) .*$/, '$1 $2 $3'));
    expect(head).toMatch(/^办理 \d+ 件，导入 \d+ 行，全部一致$/);
    expect(shown).toEqual(printed);
  });
});
