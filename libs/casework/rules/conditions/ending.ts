import type { CaseFile, Rule } from '@sanzhi/kernel';
import { factsOf, formOf, type Ending } from './facts';

interface EndingForm extends Ending {
  correction?: string;
}

/** Which grounds end a case in which way (行政处罚法第二十七、三十、三十一、三十三、三十六、五十七条). */
const GROUNDS: Record<Ending['outcome'], readonly string[]> = {
  'not-punished': ['minor-corrected', 'first-offence', 'no-fault', 'minor-age', 'incapable'],
  'not-established': ['not-established'],
  dropped: ['limitation-passed', 'filed-in-error', 'other'],
  transferred: ['other-jurisdiction'],
  terminated: ['party-dead', 'party-dissolved', 'other'],
  crime: ['suspected-crime'],
};

/** The ground is one of the outcome's; for slight and first offences the correction is shown (第三十三条第一款). */
export const groundFitsEnding: Rule = {
  id: 'ground-fits-ending',
  title: '理由与处理结果相符',
  basis: '行政处罚法第二十二条、第二十七条、第三十条、第三十一条、第三十三条、第三十六条、第五十七条',
  reads: ['form'],
  effect: 'refuse',
  check: (file) => {
    const { outcome, ground, correction, receiver } = formOf<EndingForm>(file);
    if (!GROUNDS[outcome].includes(ground)) return { message: '所选理由不是该处理结果的法定情形。', cure: '请核对处理结果和理由。' };
    if (['minor-corrected', 'first-offence'].includes(ground) && !correction) {
      return { message: '轻微违法、初次违法不予处罚的，须有及时改正的情况。', cure: '请填写改正情况及证明材料。' };
    }
    const moves = outcome === 'transferred' || outcome === 'crime';
    return moves && !receiver ? { message: '未写明移送的机关。', cure: '请填写接受移送的机关。' } : null;
  },
};

/** Whoever is not punished is educated (第三十三条第三款). */
export const educationGiven: Rule = {
  id: 'education-given',
  title: '不予处罚的已予教育',
  basis: '行政处罚法第三十三条第三款',
  reads: ['form'],
  effect: 'refuse',
  check: (file) => {
    const { outcome, education } = formOf<EndingForm>(file);
    return outcome === 'not-punished' && !education
      ? { message: '对当事人不予行政处罚的，应当对当事人进行教育，尚无教育记录。', cure: '请填写教育的时间、内容。' }
      : null;
  },
};

/** The head decides on what was reported, nothing else (第五十七条第一款). */
export const endingFollowsReport: Rule = {
  id: 'ending-follows-report',
  title: '处理决定与调查终结报告一致',
  basis: '行政处罚法第五十七条第一款',
  reads: ['form', 'case'],
  effect: 'refuse',
  check: (file) => {
    const { ending } = factsOf(file);
    const { outcome } = formOf<{ outcome: string }>(file);
    if (ending?.outcome === outcome) return null;
    return { message: '拟作的处理与报告的处理建议不一致。', cure: '请退回重新报告，或者按报告的处理结果办理。' };
  },
};

const condition = (id: string, title: string, holds: (file: CaseFile) => boolean): Rule => ({
  id,
  title,
  basis: '行政处罚法第二十七条、第三十二条、第三十三条、第五十七条',
  reads: ['form', 'case'],
  effect: 'refuse',
  check: (file) => (holds(file) ? null : { message: `不属于“${title}”的情形。`, cure: '无需办理。' }),
});

/** Condition: the report proposes to hand the case to the police or procuratorate. */
export const reportedAsCrime = condition('reported-as-crime', '涉嫌犯罪移送', (file) => formOf<EndingForm>(file).outcome === 'crime');

/** Condition: the police or procuratorate took the case. */
export const crimeAccepted = condition('crime-accepted', '移送已被受理', (file) => file.step.form.answer === 'accepted');

/** Condition: the police or procuratorate gave the case back; the penalty has a term of its own then (第二十七条). */
export const crimeReturned = condition('crime-returned', '移送的案件被退回', (file) => file.step.form.answer === 'returned');

/** Condition: the party is not punished though the facts stand. */
export const isExempted = condition('is-exempted', '不予行政处罚', (file) => factsOf(file).ending?.outcome === 'not-punished');

/** Condition: the penalty is lighter than the scale or below it (从轻、减轻，第三十二条). */
export const isMitigated = condition('is-mitigated', '从轻或者减轻处罚', (file) => !!factsOf(file).draft?.mitigation);

/** A penalty below the scale says which ground of the law allows it (第三十二条). */
export const mitigationGrounded: Rule = {
  id: 'mitigation-grounded',
  title: '减轻处罚写明减少的数额',
  basis: '行政处罚法第三十二条',
  reads: ['form'],
  effect: 'refuse',
  check: (file) => {
    const { draft } = formOf<{ draft: { fineFen: number; mitigation?: { form: string; reducedFen: number } } }>(file);
    const { mitigation } = draft;
    if (mitigation?.form !== 'reduced' || draft.fineFen === 0 || mitigation.reducedFen > 0) return null;
    return { message: '减轻处罚的，须写明低于法定最低数额的差额。', cure: '请填写减轻的数额。' };
  },
};
