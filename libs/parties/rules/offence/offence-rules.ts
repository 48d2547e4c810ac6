import { formatYuan, type CaseFile, type Rule, type Unmet } from '@sanzhi/kernel';
import { boundsOf, conductDay, offenceLaw, tierBounds, type Bounds, type ClueDated, type Offence, type OffenceLaw } from './offence';

/** Finds an offence of the library by its id. */
export type OffenceBook = (id: string) => Offence | undefined;

/** What a case says of its offence; everything is optional, as files of before the library have none of it. */
interface OffenceFacts {
  party?: { kind: Offence['parties'][number] };
  clue?: ClueDated & { offenceId?: string };
  draft?: Proposed | null;
}

/** A proposed penalty, with what discretion went by. */
export interface Proposed {
  kinds?: string[];
  fineFen?: number;
  /** Lighter or reduced (从轻、减轻), with its ground; another rule asks whether the ground bears it. */
  mitigation?: { form: 'lighter' | 'reduced' } | null;
  grading?: Grading | null;
}

/** What discretion went by: illegal income found in fen, tier, codes of factors. */
export interface Grading {
  incomeFen?: number;
  tier?: string;
  factors?: string[];
}

/** The offence of a case with the proposal under judgement: that of the form, or the one the case has. */
interface Judged {
  offence: Offence;
  law: OffenceLaw | null;
  ground: string;
  draft: Proposed;
  grading: Grading;
}

/** Rules of the offence library. They hold where a case names no offence of it. */
export function offenceRules(book: OffenceBook): Rule[] {
  return [offenceKnown(book), partyFitsOffence(book), offenceStillPunished(book), penaltyInRange(book), offScaleReviewed(book), fineOffScale(book)];
}

function offenceKnown(book: OffenceBook): Rule {
  return rule(['offence-known', '案由在案由库中', '行政处罚法第十六条、第五十四条'], ['form', 'case'], (file) => {
    const id = offenceIdOf(file);
    if (id === undefined || book(id)) return null;
    return { message: `案由库中没有编号为“${id}”的案由。`, cure: '请从案由库中选择；库中没有的，不选编号，以文字填写案由。' };
  });
}

function partyFitsOffence(book: OffenceBook): Rule {
  const names = { person: '自然人', organization: '法人或者其他组织', 'individual-business': '个体工商户' };
  return rule(['party-fits-offence', '当事人类型与案由相符', '行政处罚法第四条'], ['form', 'case'], (file) => {
    const offence = book(offenceIdOf(file) ?? '');
    const party = (file.step.form.party ?? file.case.facts.party) as OffenceFacts['party'];
    if (!offence || !party || offence.parties.includes(party.kind)) return null;
    const allowed = offence.parties.map((kind) => names[kind]).join('、');
    return { message: `“${offence.title}”的当事人应为${allowed}，现为${names[party.kind]}。`, cure: '请核对当事人类型或者案由。' };
  });
}

/** Nothing is punished that was no offence at the conduct, or is none any more. */
function offenceStillPunished(book: OffenceBook): Rule {
  return rule(['offence-still-punished', '行为时和现在均应处罚', '行政处罚法第四条、第三十七条'], ['form', 'case', 'step'], (file) => {
    const judged = judgedOf(file, book);
    if (!judged || judged.law) return null;
    const when = judged.ground === 'no-offence-then' ? '行为发生时' : '现行规定';
    return { message: `“${judged.offence.title}”按${when}不予处罚。`, cure: '不予立案，或者作出不予处罚的决定。' };
  });
}

/** The fine lies within what the law gives; a version without numbers says so and leaves it to the reviewer. */
function penaltyInRange(book: OffenceBook): Rule {
  return rule(['penalty-in-range', '罚款在法定幅度之内', '行政处罚法第三十四条；案由所载依据'], ['form', 'case', 'step'], (file) => {
    const judged = judgedOf(file, book);
    if (!judged?.law || !judged.draft.fineFen) return null;
    return kindsUnmet(judged.law, judged.draft) ?? fineUnmet(judged.law, judged.draft, judged.grading);
  });
}

function kindsUnmet(law: OffenceLaw, { kinds = [] }: Proposed): Unmet | null {
  const strange = kinds.filter((kind) => !law.kinds.includes(kind));
  if (strange.length === 0) return null;
  return { message: `${law.basis}没有规定“${strange.join('、')}”。`, cure: `可以适用的种类：${law.kinds.join('、')}。` };
}

function fineUnmet(law: OffenceLaw, { fineFen = 0, mitigation }: Proposed, { incomeFen }: Grading): Unmet | null {
  const bounds = boundsOf(law, incomeFen);
  if (!bounds) return law.fine ? incomeMissing(law) : null;
  const low = fineFen < bounds.minFen;
  if (low ? mitigation?.form === 'reduced' : fineFen <= bounds.maxFen) return null;
  return {
    message: `拟处罚款 ${formatYuan(fineFen)} 元，不在${law.basis}规定的 ${textOf(bounds)} 之内。`,
    cure: low ? '依法减轻的，选择减轻的法定情节（第三十条、第三十二条）并送法制审核；否则在幅度之内裁量。' : '请在法定幅度之内裁量。',
  };
}

const incomeMissing = (law: OffenceLaw): Unmet => ({ message: `${law.basis}按违法所得的倍数罚款，没有填写违法所得。`, cure: '请查明并填写违法所得；没有违法所得的填 0。' });

/** A fine outside its tier is decided only after legal review. */
function offScaleReviewed(book: OffenceBook): Rule {
  return rule(['off-scale-reviewed', '超出裁量基准的经法制审核', '行政处罚法第三十四条、第五十八条'], ['case', 'step', 'review'], (file) => {
    const why = whyOffScale(file, book);
    const { result } = (file.slices.review ?? { result: 'none' }) as { result: string };
    if (why === null || result !== 'none') return null;
    return { message: `${why}，尚未经法制审核。`, cure: '请送法制审核；或者按裁量基准重新提出处罚建议。' };
  });
}

/** Condition: the fine lies outside its tier, or none was chosen; the scope of legal review asks it (`config/conditions`). */
function fineOffScale(book: OffenceBook): Rule {
  return rule(['fine-off-scale', '罚款超出裁量基准', '行政处罚法第三十四条'], ['case', 'step'], (file) =>
    whyOffScale(file, book) === null ? { message: '罚款没有超出裁量基准。', cure: '无需因此送法制审核。' } : null,
  );
}

/** Why a proposal lies outside the scale, in Chinese; null when it lies within, or there is no scale. */
export function whyOffScale(file: CaseFile, book: OffenceBook): string | null {
  const judged = judgedOf(file, book);
  if (!judged?.law || !judged.draft.fineFen) return null;
  const { offence, law, grading } = judged;
  const draft = { ...judged.draft, fineFen: judged.draft.fineFen };
  const bounds = boundsOf(law, grading.incomeFen);
  const tier = offence.tiers.find(({ id }) => id === grading.tier);
  if (!bounds || offence.tiers.length === 0) return null;
  if (!tier) return `“${offence.title}”没有选择裁量阶次`;
  const within = tierBounds(bounds, tier);
  const { fineFen } = draft;
  if (fineFen >= within.minFen && fineFen <= within.maxFen) return null;
  return `拟处罚款 ${formatYuan(fineFen)} 元，不在“${tier.title}”阶次的 ${textOf(within)} 之内`;
}

function judgedOf(file: CaseFile, book: OffenceBook): Judged | null {
  const { clue, draft: kept } = file.case.facts as unknown as OffenceFacts;
  const offence = book(clue?.offenceId ?? '');
  if (!offence || !clue) return null;
  const form = file.step.form as { draft?: Proposed };
  const draft = form.draft ?? kept ?? {};
  const grading = draft.grading ?? {};
  const days = { conductOn: conductDay(clue), decidedOn: file.step.actedOn };
  return { offence, draft, grading, ...offenceLaw(offence, days, grading.incomeFen) };
}

function offenceIdOf(file: CaseFile): string | undefined {
  const clue = (file.step.form.clue ?? file.case.facts.clue) as OffenceFacts['clue'];
  return clue?.offenceId;
}

const textOf = ({ minFen, maxFen }: Bounds): string => `${formatYuan(minFen)} 元至 ${formatYuan(maxFen)} 元`;

/** A rule by [id, title, basis]. */
function rule([id, title, basis]: [string, string, string], reads: string[], check: Rule['check']): Rule {
  return { id, title, basis, reads, effect: 'refuse', check };
}
