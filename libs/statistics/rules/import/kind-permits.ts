import { column } from './build-column';
import type { ImportKind } from './columns';
import { VALUES } from './values';

/** Permits (行政许可), one line per application; renewals and changes are decisions like any other. */
export const permitsKind: ImportKind = {
  kind: 'permits',
  title: '行政许可',
  key: 'number',
  columns: [
    column.text('number', '许可编号', true),
    column.text('item', '许可事项'),
    column.day('applied_on', '申请日期'),
    column.day('accepted_on', '受理日期'),
    column.day('decided_on', '许可决定日期'),
    column.code('result', '许可结果', VALUES.permitResult, true),
    column.code('party_type', '申请人类型', VALUES.partyType),
    column.text('party_name', '申请人名称'),
    column.partyCode('party_code', '申请人证照号码'),
    column.code('legal_review', '法制审核', VALUES.legalReview),
    column.day('published_on', '公示日期'),
    column.code('channel', '公示渠道', VALUES.channel),
    column.text('organ_code', '执法主体代码'),
  ],
  dayOrders: [
    { earlier: 'applied_on', later: 'accepted_on', because: '先申请、后受理（行政许可法第三十二条）' },
    { earlier: 'accepted_on', later: 'decided_on', because: '先受理、后决定（行政许可法第四十二条）' },
    { earlier: 'applied_on', later: 'decided_on', because: '先申请、后决定' },
    { earlier: 'decided_on', later: 'published_on', because: '先决定、后公示（行政许可法第四十条）' },
  ],
};
