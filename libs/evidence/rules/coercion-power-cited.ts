import type { Rule } from '@sanzhi/kernel';

/** Which texts can give the power: laws, administrative regulations, and local regulations for sealing and seizing (第十条). */
const CAN_GIVE = ['law', 'administrative-regulation', 'local-regulation'];

/** The power to seal or seize is named by a statute or regulation, never by a rule or a document below (行政强制法第十条、第二十二条). */
export const coercionPowerCited: Rule = {
  id: 'coercion-power-cited',
  title: '查封、扣押权有法律、法规依据',
  basis: '行政强制法第十条、第二十二条',
  reads: ['form'],
  effect: 'refuse',
  check: ({ step: { form } }) => {
    const { level, citation } = form.power as { level: string; citation: string };
    if (CAN_GIVE.includes(level)) return null;
    return {
      message: `“${citation}”不是法律、法规，不能设定查封、扣押。`,
      cure: '请写明授予本机关查封、扣押权的法律、法规条款；没有的不得采取，可以依法先行登记保存。',
    };
  },
};
