import { column } from './build-column';
import type { ImportKind } from './columns';
import { VALUES } from './values';

/** Compulsory measures and enforcement (行政强制), one line per act. */
export const coercionKind: ImportKind = {
  kind: 'coercion',
  title: '行政强制',
  key: 'number',
  columns: [
    column.text('number', '强制编号', true),
    column.code('kind', '强制种类', VALUES.coercion, true),
    column.day('decided_on', '决定日期'),
    column.day('done_on', '实施日期'),
    column.day('applied_on', '申请日期'),
    column.text('case_number', '案号'),
    column.money('amount_yuan', '金额'),
    column.text('organ_code', '执法主体代码'),
  ],
  dayOrders: [{ earlier: 'decided_on', later: 'done_on', because: '先决定、后实施（行政强制法第十八条、第三十七条）' }],
};
