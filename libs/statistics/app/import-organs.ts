import { Injectable } from '@nestjs/common';
import { OrganTree, type OrganDraft } from '@sanzhi/identity';
import { AppError, sql, UnitOfWork } from '@sanzhi/platform/ports';
import type { LineProblem } from '../rules/import/columns';
import { orderOrgans, type OrganLine } from '../rules/import/order-organs';
import type { LineContext } from '../rules/import/parse-line';
import { changedProblem } from '../rules/import/row-digest';
import type { OrganRow } from '../rules/import/rows';
import { sumAnswers, type ImportAnswer, type ImportAsked } from './import-asked';
import { readLines } from './read-lines';

/** An organ as the tree has it now. */
type OrganNow = Omit<OrganRow, 'region'> & { region: string };

/** Codes that the tree can hold. */
const CODE = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/;
/** A line of organs is judged by itself alone. */
const CONTEXT: LineContext = { organ: '', standingOf: () => 'unknown', individualBusinessAs: 'person' };

/** Imports organs (执法主体) into the tree; parents and children in any order. */
@Injectable()
export class ImportOrgans {
  constructor(
    private readonly organs: OrganTree,
    private readonly units: UnitOfWork,
  ) {}

  /** AppError 422 when the lines would close a circle with what the tree has already. */
  async run(asked: ImportAsked<'organs'>): Promise<ImportAnswer> {
    const lines: OrganLine[] = [];
    const rejected: LineProblem[] = [];
    for await (const { good, problems } of readLines(asked, CONTEXT, Number.MAX_SAFE_INTEGER)) {
      rejected.push(...problems, ...good.flatMap(codeProblem));
      lines.push(...good.filter(({ row }) => CODE.test(row.code)));
    }
    const now = await this.now(lines);
    const nowhere = lines.filter(({ row }) => !row.region && !row.parentCode && !now.has(row.code));
    const { ordered, problems } = orderOrgans(lines.filter((line) => !nowhere.includes(line)), (code) => now.has(code));
    rejected.push(...nowhere.map(({ line }) => regionProblem(line)), ...problems);
    return sumAnswers([{ accepted: 0, skipped: 0, rejected }, await this.put(ordered, now, asked)]);
  }

  /** The organs of the file and their parents, as far as they exist. The tree is public, so nobody's name is needed. */
  private async now(lines: readonly OrganLine[]): Promise<Map<string, OrganNow>> {
    const codes = lines.flatMap(({ row }) => [row.code, row.parentCode ?? row.code]);
    const [rows] = await this.units.run({ organ: '', readable: [], actor: 'import' }, (unit) =>
      unit.load(sql`select code, name, parent_code as "parentCode", region, level from identity.organ where code = any (${[...new Set(codes)]})`),
    );
    return new Map((rows as unknown as OrganNow[]).map((organ) => [organ.code, organ]));
  }

  private async put(ordered: readonly OrganLine[], now: Map<string, OrganNow>, asked: ImportAsked<'organs'>): Promise<ImportAnswer> {
    const answer: ImportAnswer = { accepted: 0, skipped: 0, rejected: [] };
    const wanted = withRegions(ordered, now).filter(({ line, organ }) => {
      const before = now.get(organ.code);
      if (before && same(organ, before)) answer.skipped += 1;
      else if (before && asked.correct === undefined) answer.rejected.push(changedProblem(line, 'organs', organ.code));
      else return true;
      return false;
    });
    if (!asked.dryRun && wanted.length > 0) await this.putAll(wanted.map(({ organ }) => organ as OrganDraft));
    return { ...answer, accepted: wanted.length };
  }

  private async putAll(drafts: readonly OrganDraft[]): Promise<void> {
    try {
      await this.organs.put(drafts);
    } catch (cause) {
      if ((cause as { constraint?: string }).constraint !== 'organ_no_circle') throw cause;
      throw Object.assign(new AppError(422, 'invalid', '按文件更正后，执法主体的上下级会首尾相接成环；未作任何更改，请核对上级代码。'), { cause });
    }
  }
}

/** An organ without a region of its own lies in that of its parent, which stands before it. */
function withRegions(ordered: readonly OrganLine[], now: ReadonlyMap<string, OrganNow>): { line: number; organ: OrganNow }[] {
  const regions = new Map([...now].map(([code, { region }]) => [code, region]));
  return ordered.map(({ line, row }) => {
    const region = row.region ?? regions.get(row.code) ?? regions.get(row.parentCode ?? '') ?? '';
    regions.set(row.code, region);
    return { line, organ: { ...row, region } };
  });
}

const same = (row: OrganNow, before: OrganNow): boolean =>
  (['name', 'parentCode', 'region', 'level'] as const).every((field) => row[field] === before[field]);

function codeProblem({ line, row }: OrganLine): LineProblem[] {
  if (CODE.test(row.code)) return [];
  return [{ line, field: 'code', code: 'BAD_VALUE', message: `代码「${row.code}」应为 1 至 64 位字母、数字或连字符，以字母或数字开头。` }];
}

const regionProblem = (line: number): LineProblem => ({
  line,
  field: 'region',
  code: 'REQUIRED',
  message: '没有上级的执法主体必须填写「行政区划代码」（region）；请补填 6、9 或 12 位数字。',
});
