import type { Rule } from '@sanzhi/kernel';

const CHECKS: [field: string, title: string][] = [
  ['legallyChecked', '设备经过法制审核'],
  ['technicallyChecked', '设备经过技术审核，符合标准'],
  ['placePublished', '设置地点已向社会公布'],
  ['contentChecked', '记录内容经过审核，真实、清晰、完整、准确'],
  ['partyInformed', '已及时告知当事人违法事实，当事人可以查询、陈述和申辩'],
];

/** What a monitoring device recorded is evidence only when device and record have been checked (行政处罚法第四十一条). */
export const monitoringLawful: Rule = {
  id: 'monitoring-lawful',
  title: '电子技术监控设备及其记录经过审核',
  basis: '行政处罚法第四十一条',
  reads: ['form'],
  effect: 'refuse',
  check: ({ step: { form } }) => {
    const missing = CHECKS.filter(([field]) => form[field] !== true).map(([, title]) => title);
    return missing.length === 0 ? null : { message: `缺少：${missing.join('；')}。`, cure: '未经审核或者经审核不符合要求的，不得作为行政处罚的证据；请补齐审核后再登记。' };
  },
};
