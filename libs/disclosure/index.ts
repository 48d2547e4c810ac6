export * from './rules/redaction';
export { readProfile } from './adapters/law/read-profile';
