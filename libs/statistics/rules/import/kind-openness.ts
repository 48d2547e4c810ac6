import { column } from './build-column';
import type { ImportKind } from './columns';
import { VALUES } from './values';

const columns = [
  column.text('number', '编号', true),
  column.text('kind', '种类'),
  column.day('date', '日期'),
  column.code('state', '状态', VALUES.paperState),
  column.money('amount_yuan', '金额'),
  column.text('organ_code', '执法主体代码'),
];

/** Charges (行政事业性收费) of the table of article 20 (政府信息公开条例第二十条第八项). */
export const feesKind: ImportKind = { kind: 'fees', title: '行政事业性收费', key: 'number', columns, dayOrders: [] };

/** Normative documents (行政规范性文件) of the same table (第二十条第一项). */
export const normativeDocumentsKind: ImportKind = {
  kind: 'normative-documents',
  title: '行政规范性文件',
  key: 'number',
  columns,
  dayOrders: [],
};
