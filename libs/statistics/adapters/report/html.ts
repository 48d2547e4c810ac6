import { readFileSync } from 'node:fs';
import path from 'node:path';
import { configDir } from '@sanzhi/platform/config';
import Mustache from 'mustache';
import type { Layout, LayoutTable } from '../../rules/report/layout';
import type { Report, ReportFigure, ReportTable } from '../../rules/report/report';
import { readReportConfig } from '../config/report-config';

/** What the page shows beyond the JSON of the report. */
export interface PageWords {
  /** Name of the reporting organ; without it the page uses the label of its line, or its code. */
  organName?: string;
  /** Folder of the configuration; the project's own unless told. */
  configDir?: string;
}

const TEMPLATE = 'reports/report.html.mustache';

const SCOPES = { own: '本单位', subtree: '本单位及所属单位' };

const DATE_BASES: Readonly<Record<string, string>> = {
  filed: '立案日期',
  reviewed: '法制审核日期',
  discussed: '集体讨论日期',
  decided: '决定日期',
  served: '送达日期',
  published: '公示日期',
  closed: '结案日期',
  done: '检查日期',
  paid: '缴款日期',
  transferred: '移送日期',
  received: '收到日期',
  accepted: '受理日期',
  concluded: '审结日期',
};

/**
 * One self-contained page of a report: no script, no outside file, every text escaped by the template engine. Made to be
 * read on a screen, by a screen reader, and printed on A4 across.
 */
export function renderReport(report: Report, words: PageWords = {}): string {
  const folder = words.configDir ?? configDir();
  const layout = readReportConfig(folder).layouts.get(report.layout);
  if (!layout) throw new Error(`no layout ${report.layout}`);
  return Mustache.render(readFileSync(path.join(folder, TEMPLATE), 'utf8'), pageOf(report, layout, words));
}

function pageOf(report: Report, layout: Layout, { organName }: PageWords) {
  const ownRow = report.tables[0]?.rows.find(({ kind, organ }) => kind === 'organ' && organ === report.organ);
  return {
    ...listFlags(report),
    title: layout.title,
    organ: organName ?? ownRow?.label ?? report.organ,
    period: periodText(report),
    scope: SCOPES[report.scope],
    state: report.frozen ? '已锁定上报' : '未锁定（草稿）',
    frozen: report.frozen,
    simulatedClock: report.simulatedClock,
    tables: report.tables.map((table, index) => tableOf(table, layout.tables[index])),
    figures: report.figures.map(figureOf),
    checks: report.checks.map(({ ok, message }) => ({ mark: ok ? 'ok' : 'broken', message })),
    restatements: report.restatements.map((one) => ({ ...one, hasCases: one.cases.length > 0, caseList: one.cases.join('、') })),
    layout: report.layout,
    source: layout.source,
    digest: report.digest,
  };
}

const listFlags = ({ figures, checks, restatements }: Report) => ({
  hasFigures: figures.length > 0,
  hasChecks: checks.length > 0,
  hasRestatements: restatements.length > 0,
});

const dayText = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

const periodText = ({ from, to }: { from: string; to: string }): string => `${dayText(from)}至${dayText(to)}`;

interface Head {
  title: string;
  scope: 'col' | 'colgroup';
  colspan: number;
  rowspan: number;
}

/** Columns under a common heading stand in two lines of the head, all others span both. */
function tableOf(table: ReportTable, layout: LayoutTable) {
  const hasGroups = layout.columns.some(({ group }) => group !== undefined);
  const headRows = hasGroups ? 2 : 1;
  return {
    id: table.id,
    title: table.title,
    unit: table.unit,
    headRows,
    heads: headsOf(layout, headRows),
    hasGroups,
    subheads: layout.columns.filter(({ group }) => group !== undefined).map(({ title }) => ({ title })),
    rows: table.rows.map((row, index) => ({ ...row, place: row.kind === 'total' ? '' : String(index + 1) })),
    hasNotes: (layout.notes ?? []).length > 0,
    notes: layout.notes ?? [],
  };
}

function headsOf({ columns }: LayoutTable, headRows: number): Head[] {
  const heads: Head[] = [];
  columns.forEach(({ title, group }, index) => {
    if (group === undefined) heads.push({ title, scope: 'col', colspan: 1, rowspan: headRows });
    else if (index > 0 && columns[index - 1].group === group) heads[heads.length - 1].colspan += 1;
    else heads.push({ title: group, scope: 'colgroup', colspan: 1, rowspan: 1 });
  });
  return heads;
}

function figureOf(figure: ReportFigure) {
  const { id, title, text, unit, cases, reason, dateBasis } = figure;
  return {
    id,
    title,
    text,
    unit,
    period: periodText(figure),
    dateBasis: `按${DATE_BASES[dateBasis] ?? dateBasis}`,
    reason,
    hasCases: cases.length > 0,
    count: cases.length,
    cases,
  };
}
