import type { Rule } from '@sanzhi/kernel';

/** How the party stood to a paper: signed it, would not, or was not there. */
export interface PartySign {
  how: 'signed' | 'refused' | 'absent';
  name?: string;
  reason?: string;
  witness?: string;
  recording?: string;
}

/**
 * The party signs; who refuses or is not there is noted with the reason, and where he is absent a witness signs or a recording
 * shows it (行政处罚法第五十五条第二款；行政强制法第十八条第七项、第八项).
 */
export const partySignedOrNoted: Rule = {
  id: 'party-signed-or-noted',
  title: '当事人签名，或者注明拒绝、不在场',
  basis: '行政处罚法第五十五条第二款；行政强制法第十八条第七项至第九项',
  reads: ['form'],
  effect: 'refuse',
  check: ({ step: { form } }) => {
    const { how, name, reason, witness, recording } = form.partySign as unknown as PartySign;
    if (how === 'signed') return name ? null : { message: '没有写明签名的人。', cure: '请填写签名的当事人或者其代表的姓名。' };
    if (!reason) return { message: `当事人${how === 'refused' ? '拒绝签名' : '不在场'}，没有注明情况。`, cure: '请在笔录中注明情况。' };
    if (how === 'refused' || witness || recording) return null;
    return { message: '当事人不在场，既没有见证人，也没有录像。', cure: '请邀请见证人到场并签名，或者全程录像后登记编号。' };
  },
};
