import { Module, type OnModuleInit } from '@nestjs/common';
import { CaseFeatures, CaseworkModule, LawBook } from '@sanzhi/casework';
import { IdentityModule } from '@sanzhi/identity';
import { configDir } from '@sanzhi/platform/config';
import { Consumers } from '@sanzhi/platform/ports';
import { ImportOrgans } from '../app/import-organs';
import { ImportRows } from '../app/import-rows';
import { LineContexts } from '../app/line-context';
import { FindCases } from '../app/find-cases';
import { MakeReport } from '../app/make-report';
import { ReceiveLines } from '../app/receive-lines';
import { Recount } from '../app/recount';
import { ReportBook } from '../app/report-book';
import { RollUpTallies } from '../app/roll-up-tallies';
import { tallyFeature } from '../app/tally-feature';
import { tallyNameProblems } from '../rules/tally/make-tally';
import { readReportConfig } from './config/report-config';
import { ReportsController } from './http/reports.controller';
import { ReportPage } from './report-page';

/** Statistics (统计): tallies of every step, their sums, imports, reports and recounts. */
@Module({
  imports: [CaseworkModule, IdentityModule],
  controllers: [ReportsController],
  providers: [
    { provide: ReportBook, useFactory: () => readReportConfig(configDir()) },
    RollUpTallies,
    LineContexts,
    ReceiveLines,
    ImportOrgans,
    ImportRows,
    MakeReport,
    FindCases,
    ReportPage,
    Recount,
  ],
  exports: [ImportRows, MakeReport, ReportPage, Recount, ReportBook],
})
export class StatisticsModule implements OnModuleInit {
  constructor(
    private readonly book: ReportBook,
    private readonly law: LawBook,
    features: CaseFeatures,
    consumers: Consumers,
    rollUp: RollUpTallies,
  ) {
    features.register(tallyFeature(book.catalogue));
    consumers.register(rollUp);
  }

  /** A procedure that counts what no kind declares stops the start, and not the step of a case. */
  onModuleInit(): void {
    const problems = this.law.procedures().flatMap(({ id, version, actions }) =>
      Object.entries(actions).flatMap(([name, action]) =>
        (action.tallies ?? []).flatMap((tally) =>
          tallyNameProblems(tally, this.book.catalogue).map((problem) => `${id}@${version} ${name}: ${problem}`),
        ),
      ),
    );
    if (problems.length > 0) throw new RangeError(problems.join('\n'));
  }
}
