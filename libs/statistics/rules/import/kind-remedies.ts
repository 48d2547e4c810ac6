import { column } from './build-column';
import type { ImportKind } from './columns';
import { VALUES } from './values';

/** Reconsideration and litigation (行政复议、行政诉讼), one line per matter and role of the organ. */
export const remediesKind: ImportKind = {
  kind: 'remedies',
  title: '行政复议和行政诉讼',
  key: 'number',
  columns: [
    column.text('number', '编号', true),
    column.code('kind', '救济种类', VALUES.remedy, true),
    column.code('role', '本机关地位', VALUES.remedyRole),
    column.day('received_on', '收到日期'),
    column.day('accepted_on', '受理日期'),
    column.day('concluded_on', '审结日期'),
    column.code('outcome', '结果', VALUES.remedyOutcome),
    column.code('head_appeared', '负责人出庭', VALUES.yesNo),
    column.text('case_number', '案号'),
    column.text('organ_code', '执法主体代码'),
  ],
  dayOrders: [
    { earlier: 'received_on', later: 'accepted_on', because: '先收到、后受理（行政复议法第三十条）' },
    { earlier: 'accepted_on', later: 'concluded_on', because: '先受理、后审结' },
    { earlier: 'received_on', later: 'concluded_on', because: '先收到、后审结' },
  ],
};
