import { shanghaiTime, type CaseFile } from '@sanzhi/kernel';
import { dayText, duesText, paragraphs, partyLines, penaltyLines, type PartyWritten, type Penalties } from '../rules/wording';
import { announcedOf, claimOf, courtOf, endingOf } from './describe-later-papers';
import { measureOf } from './describe-measure';
import type { DocumentView } from './document-view';

/** From this day an on-the-spot penalty goes to reconsideration before suit (行政复议法2023年修订第二十三条第一款第一项). */
const REVIEW_FIRST_FROM = '2024-01-01';

/** What is known of a document before its text is written. */
export interface DocumentAsked {
  title: string;
  number: string | null;
  /** Whether the right to a hearing has to be told (第六十三条). */
  hearing: boolean;
  /** Days after which public notice counts as service; null where no rule read gives them. */
  noticeDays: number | null;
}

interface Written extends Partial<Penalties> {
  factsFound?: string;
  evidence?: { title: string }[];
  basis?: string;
  discretion?: string;
  order?: { content: string; dueOn: string } | null;
  guardian?: string | null;
  advice?: string;
  dueOn?: string;
  receiver?: string;
  place?: string;
}

/** Facts of the case as they are before the step; what the step itself brings stands in its form. */
interface Facts {
  party: PartyWritten;
  clue?: { offence: string };
  draft?: Written | null;
  notice?: { servedOn: string } | null;
  statement?: { kind: 'stated' | 'waived'; content: string; handling?: string | null } | null;
  hearingRight?: string | null;
  hearing?: { heldOn: string } | null;
  statements?: { kind: string; content: string; points?: string[] | null }[];
  statementAnswers?: { answers: { point: number; adopted: boolean; reason: string }[] }[];
  ending?: Written | null;
  documents?: Record<string, { number: string | null }>;
}

const factsOf = (file: CaseFile): Facts => file.case.facts as unknown as Facts;
const formOf = (file: CaseFile): Written => file.step.form as unknown as Written;

/** Everything the templates may say about a case at this step. Pure. */
export function describeDocument(file: CaseFile, asked: DocumentAsked): DocumentView {
  const facts = factsOf(file);
  const written = { ...facts.draft, ...facts.ending, ...formOf(file) };
  const penalties = penaltiesOf(written);
  const { noticeDays, ...heading } = asked;
  return {
    ...heading,
    organ: (file.slices.organ as { name: string }).name,
    issuedOn: dayText(file.step.actedOn),
    party: partyLines({ ...facts.party, guardian: written.guardian ?? undefined }),
    you: facts.party.kind === 'organization' ? '你单位' : '你',
    offence: offenceOf(facts),
    facts: lines(written.factsFound),
    evidence: (written.evidence ?? []).map((one) => one.title),
    basis: written.basis ?? '',
    discretion: lines(written.discretion),
    advice: adviceOf(written),
    penalties: penaltyLines(penalties),
    order: orderOf(written),
    payment: paymentOf(file, penalties),
    notice: noticeOf(facts),
    statementDays: statementDaysOf(file),
    remedy: remedyOf(file),
    contact: packText(file, 'document.contact', '本机关'),
    officers: officersOf(file),
    spot: spotOf(file),
    ending: endingOf(file),
    claim: claimOf(file),
    announced: announcedOf(file, noticeDays),
    court: courtOf(file),
    measure: measureOf(file),
  };
}

const penaltiesOf = ({ kinds = [], fineFen = 0, confiscatedFen = 0, goods, licence }: Written): Penalties => ({ kinds, fineFen, confiscatedFen, goods, licence });

const orderOf = ({ order }: Written): DocumentView['order'] => (order ? { content: order.content, dueOn: dayText(order.dueOn) } : null);
const lines = (text?: string): string[] => paragraphs(text ?? '');

/** What an inspection advises, and until when it is to be mended. */
const adviceOf = ({ advice, dueOn }: Written): string[] => (advice === undefined ? [] : [...lines(advice), ...(dueOn ? [`整改期限：${dayText(dueOn)}。`] : [])]);

/** An inspection has no offence yet. */
const offenceOf = ({ clue }: Facts): string => clue?.offence ?? '';

/** A text that the organ's pack gives; where it gives none the paper says so, and never invents one. */
function packText(file: CaseFile, id: string, title: string): string {
  const value = file.parameters[id];
  return typeof value === 'string' ? value : `〔${title}：未载入法定值〕`;
}

function paymentOf(file: CaseFile, penalties: Penalties): DocumentView['payment'] {
  const dues = duesText(penalties);
  if (dues === '') return null;
  return { dues, channel: packText(file, 'document.paymentChannel', '缴款途径'), fined: penalties.fineFen > 0 };
}

const SAID = { stated: '提出陈述、申辩', waived: '书面放弃陈述、申辩' };
const HEARING: Record<string, string> = {
  lapsed: '在法定期限内未申请听证',
  waived: '书面放弃听证',
  withdrawn: '申请听证后书面撤回',
  absent: '无正当理由未参加听证或者中途退出，视为放弃听证',
};

function noticeOf(facts: Facts): DocumentView['notice'] {
  if (!facts.notice) return null;
  return {
    number: facts.documents?.['penalty-notice']?.number ?? '',
    servedOn: dayText(facts.notice.servedOn),
    hearing: hearingOf(facts),
    ...statementOf(facts),
  };
}

/** A decision after a hearing rests on its record, and says so (第六十五条). */
function hearingOf({ hearingRight, hearing }: Facts): string | null {
  if (hearingRight === 'held' && hearing) return `本机关于${dayText(hearing.heldOn)}依申请举行听证，本决定根据听证笔录作出`;
  return HEARING[hearingRight ?? ''] ?? null;
}

function statementOf({ statement, statements = [], statementAnswers = [] }: Facts) {
  if (!statement) return { said: '在规定期限内未提出陈述、申辩', stated: [], handling: [] };
  const made = statements.filter(({ kind }) => kind === 'stated');
  const points = made.flatMap(({ content, points: several }) => (several?.length ? several : [content]));
  const numbered = points.length > 1 ? points.map((point, at) => `第${at + 1}项意见：${point}`) : [];
  const stated = statement.kind === 'stated' ? [...led('陈述、申辩意见：', statement.content), ...numbered] : [];
  const answers = statementAnswers.flatMap((one) => one.answers);
  const answered = answers.map(({ point, adopted, reason }) => `第${point}项意见，经复核${adopted ? '予以采纳' : '不予采纳'}：${reason}`);
  return { said: SAID[statement.kind], stated, handling: [...led('复核情况：', statement.handling ?? ''), ...answered] };
}

const led = (lead: string, text: string): string[] => paragraphs(text).map((line, at) => (at === 0 ? lead + line : line));

function statementDaysOf(file: CaseFile): number | null {
  const days = file.parameters['clock.CASE-NOTICE.length'];
  return typeof days === 'number' ? days : null;
}

function remedyOf(file: CaseFile): DocumentView['remedy'] {
  return {
    reconsideration: packText(file, 'document.reconsiderationOrgan', '行政复议机关'),
    court: packText(file, 'document.court', '人民法院'),
    reviewFirst: spotOf(file) !== null && file.step.actedOn >= REVIEW_FIRST_FROM,
  };
}

function officersOf(file: CaseFile): DocumentView['officers'] {
  const handlers = file.duties.filter((held) => held.duty === 'handler').map((held) => held.person);
  const { officers } = file.slices.identity as { officers: { id: string; name: string; certificateNumber: string | null }[] };
  const known = officers.filter((officer) => handlers.includes(officer.id));
  const printed = known.map(({ name, certificateNumber }) => ({ name, certificate: certificateNumber ?? '' }));
  return printed.sort((one, other) => (one.certificate < other.certificate ? -1 : 1));
}

/** Only a decision made on the spot brings its facts with it. */
function spotOf(file: CaseFile): DocumentView['spot'] {
  const { factsFound, place, receiver = '' } = formOf(file);
  if (factsFound === undefined) return null;
  const time = `${dayText(file.step.actedOn)}${timeText(file.step.actedAt)}`;
  return { place: place ?? factsOf(file).party.address ?? '', receiver, time };
}

/** Hour and minute in Shanghai. */
function timeText(instant: string): string {
  const [hour, minute] = shanghaiTime(instant).split(':').map(Number);
  return `${hour}时${minute}分`;
}
