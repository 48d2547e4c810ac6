import { column } from './build-column';
import type { ImportKind } from './columns';
import { VALUES } from './values';

/** Organs (执法主体), any order; a root has no parent. */
export const organsKind: ImportKind = {
  kind: 'organs',
  title: '执法主体',
  key: 'code',
  columns: [
    column.text('code', '代码', true),
    column.text('name', '名称', true),
    column.text('parent_code', '上级代码'),
    column.region('region', '行政区划代码'),
    column.code('level', '层级', VALUES.level, true),
  ],
  dayOrders: [],
};
