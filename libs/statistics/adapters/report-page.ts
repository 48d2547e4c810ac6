import { Injectable } from '@nestjs/common';
import type { Caller } from '@sanzhi/casework';
import { OrganTree } from '@sanzhi/identity';
import { MakeReport, type ReportAsked } from '../app/make-report';
import { renderReport } from './report/html';

/** More organs than one country has in one tree. */
const ALL = 1_000_000;

/** A report as one page of HTML, under the organ's own name. */
@Injectable()
export class ReportPage {
  constructor(
    private readonly making: MakeReport,
    private readonly organs: OrganTree,
  ) {}

  /** Throws as MakeReport does. */
  async run(caller: Caller, asked: ReportAsked): Promise<string> {
    const report = await this.making.run(caller, asked);
    const tree = await this.organs.below(asked.organ, { limit: ALL });
    return renderReport(report, { organName: tree.find(({ code }) => code === asked.organ)?.name });
  }
}
