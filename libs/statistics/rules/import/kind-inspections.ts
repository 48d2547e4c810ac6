import { column } from './build-column';
import type { ImportKind } from './columns';
import { VALUES } from './values';

/** Inspections (行政检查), one line per visit or drawn task. For `unit-gone`, `done_on` is the day of closing. */
export const inspectionsKind: ImportKind = {
  kind: 'inspections',
  title: '行政检查',
  key: 'number',
  columns: [
    column.text('number', '检查编号', true),
    column.code('discipline', '专业', VALUES.discipline),
    column.text('premises', '场所类别'),
    column.code('source', '检查来源', VALUES.source),
    column.code('party_type', '被检查单位类型', VALUES.partyType),
    column.text('party_name', '被检查单位名称'),
    column.partyCode('party_code', '被检查单位证照号码'),
    column.day('done_on', '检查日期', true),
    column.count('officers', '执法人员数'),
    column.code('device', '执法设备', VALUES.device),
    column.code('certificate_shown', '出示证件', VALUES.yesNo),
    column.code('scan_code', '扫码入企', VALUES.yesNo),
    column.code('result', '检查结果', VALUES.inspectionResult),
    column.code('opinion_issued', '出具意见书', VALUES.yesNo),
    column.text('case_number', '案号'),
    column.day('published_on', '公示日期'),
    column.text('campaign', '专项行动'),
    column.code('joint_role', '联合检查角色', VALUES.jointRole),
    column.text('joint_with', '联合单位'),
    column.text('organ_code', '执法主体代码'),
  ],
  dayOrders: [{ earlier: 'done_on', later: 'published_on', because: '先检查、后公示' }],
};
