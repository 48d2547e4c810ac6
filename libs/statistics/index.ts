export * from './rules/penalty-kinds';
export type { LineCode, LineProblem, RawLine } from './rules/import/columns';
export { IMPORT_KINDS, isImportKind, type ImportKindName } from './rules/import/kinds';
export { orderOrgans, type OrganLine } from './rules/import/order-organs';
export { parseLine, type LineContext, type ParsedLine } from './rules/import/parse-line';
export { changedProblem, receive, rowDigest, rowKey, type Reception } from './rules/import/row-digest';
export type { CaseRow, InspectionRow, OrganRow, RowOf } from './rules/import/rows';
export { duplicateProblem, SeenKeys } from './rules/import/seen-keys';
export { ImportUsageError, readRows } from './adapters/import/read-rows';
