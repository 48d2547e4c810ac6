import type { CaseFile } from '@sanzhi/kernel';
import { evidenceOf } from './measure';
import type { InquirySeen } from './piece';

/** Questions to others that wait for an answer. */
export const openInquiries = (file: CaseFile): InquirySeen[] => evidenceOf(file).inquiries.filter(({ endedAt }) => endedAt === null);

/** The open question that the form names, or undefined. */
export const inquiryNamed = (file: CaseFile, kind: InquirySeen['kind']): InquirySeen | undefined =>
  openInquiries(file).find((one) => one.kind === kind && (one.id === file.step.form.test || kind === 'expert'));
