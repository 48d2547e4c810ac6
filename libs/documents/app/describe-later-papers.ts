import type { CaseFile } from '@sanzhi/kernel';
import { balanceOn } from '@sanzhi/casework';
import { dayText, moneyText, paragraphs } from '../rules/wording';
import type { DocumentView } from './document-view';

interface LaterFacts {
  ending?: { outcome: string; reason: string; correction?: string | null; education?: string | null; receiver?: string | null } | null;
  decision?: { decidedOn: string };
  service?: { servedOn: string };
  urging?: { on: string } | null;
  documents?: Record<string, { number: string | null } | undefined>;
}

const REASONS: Record<string, string> = { 'whereabouts-unknown': '你（单位）下落不明', 'other-ways-failed': '以其他方式无法送达' };

const factsOf = (file: CaseFile): LaterFacts => file.case.facts as LaterFacts;
const formOf = (file: CaseFile): Record<string, string | undefined> => file.step.form as Record<string, string | undefined>;

/** How the case ends without a penalty; null where none was reported. */
export function endingOf(file: CaseFile): DocumentView['ending'] {
  const { ending } = factsOf(file);
  if (!ending) return null;
  return {
    exempted: ending.outcome === 'not-punished',
    reason: paragraphs(ending.reason),
    correction: paragraphs(ending.correction ?? ''),
    education: paragraphs(ending.education ?? ''),
    receiver: ending.receiver ?? '',
  };
}

/** What is owed on the day of the paper; null before the decision was served. */
export function claimOf(file: CaseFile): DocumentView['claim'] {
  const { decision, service, urging, documents = {} } = factsOf(file);
  if (!decision || !service) return null;
  const { fineFen, confiscatedFen, surchargeFen, paidFen, owedFen } = balanceOn(file, file.step.actedOn);
  const lines: [title: string, amountFen: number][] = [['罚款', fineFen], ['没收款', confiscatedFen], ['加处罚款', surchargeFen], ['已缴', paidFen]];
  return {
    decisionNumber: numberOf(documents),
    decidedOn: dayText(decision.decidedOn),
    servedOn: dayText(service.servedOn),
    dues: lines.filter(([, amountFen]) => amountFen > 0).map(([title, amountFen]) => `${title}${moneyText(amountFen)}`),
    total: moneyText(Math.max(0, owedFen)),
    urgedOn: urging ? dayText(urging.on) : '',
  };
}

/** What is announced, and why; null where the step announces nothing. The notice before it, where nothing is decided yet. */
export function announcedOf(file: CaseFile, days: number | null): DocumentView['announced'] {
  const { decision, documents = {} } = factsOf(file);
  const { channel, ground = '' } = formOf(file);
  if (!channel) return null;
  const paper = decision
    ? { title: '行政处罚决定书', number: `（${numberOf(documents)}）`, madeOn: dayText(decision.decidedOn), decides: true }
    : { title: '行政处罚事先告知书', number: '', madeOn: dayText(file.step.actedOn), decides: false };
  return { ...paper, reason: REASONS[ground] ?? '', days: days === null ? '（未载入法定值）' : String(days) };
}

/** The court that is asked; null where none is. */
export function courtOf(file: CaseFile): DocumentView['court'] {
  const { court, view } = formOf(file);
  return court ? { name: court, view: paragraphs(view ?? '') } : null;
}

const numberOf = (documents: NonNullable<LaterFacts['documents']>): string =>
  documents['penalty-decision']?.number ?? documents['summary-decision']?.number ?? '';
