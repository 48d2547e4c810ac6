import { column } from './build-column';
import type { ImportKind } from './columns';
import { VALUES } from './values';

/** Registers (台账): what is not a case but is reported, one line per event. */
export const registersKind: ImportKind = {
  kind: 'registers',
  title: '台账',
  key: 'number',
  columns: [
    column.text('number', '编号', true),
    column.code('register', '台账', VALUES.register, true),
    column.day('date', '日期', true),
    column.text('title', '名称'),
    column.text('kind', '种类'),
    column.count('count', '数量'),
    column.count('persons', '人数'),
    column.count('hours', '学时'),
    column.text('result', '结果'),
    column.day('due_on', '期限'),
    column.day('closed_on', '办结日期'),
    column.text('organ_code', '执法主体代码'),
  ],
  dayOrders: [{ earlier: 'date', later: 'closed_on', because: '先登记、后办结' }],
};
