import { column } from './build-column';
import type { ImportKind } from './columns';
import { VALUES } from './values';

/** Regulated units (监管对象), one line per unit and discipline. */
export const objectsKind: ImportKind = {
  kind: 'objects',
  title: '监管对象',
  key: 'number',
  columns: [
    column.text('number', '对象编号', true),
    column.code('discipline', '专业', VALUES.discipline),
    column.code('party_type', '单位类型', VALUES.partyType),
    column.text('party_name', '单位名称'),
    column.partyCode('party_code', '单位证照号码'),
    column.day('since', '纳入监管日期'),
    column.day('until', '退出监管日期'),
    column.text('organ_code', '执法主体代码'),
  ],
  dayOrders: [{ earlier: 'since', later: 'until', because: '先纳入、后退出' }],
};
