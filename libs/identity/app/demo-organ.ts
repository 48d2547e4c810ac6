import type { EnrolmentDraft } from './create-organ';
import type { OrganDraft } from './organ-tree';

/** The organ that a new installation shows itself with; name and code say that it is none. */
export const demoOrgan: OrganDraft = {
  code: 'DEMO-DISTRICT',
  name: '示范区卫生健康委员会',
  region: '120104',
  level: 'district',
  kind: 'authority',
  validFrom: '2019-01-01',
};

/** Long enough for every case that a simulated clock, which begins in 2020, can come to. */
const CERTIFICATE = { certificateFrom: '2019-01-01', certificateUntil: '2035-12-31' };

const officer = (login: string, name: string, posts: string[]): EnrolmentDraft => ({ login, name, posts, kind: 'person' });
const holder = (login: string, name: string, posts: string[], serial: number): EnrolmentDraft => ({
  ...officer(login, name, posts),
  ...CERTIFICATE,
  certificateNumber: `示范-${String(serial).padStart(4, '0')}`,
});

/** Everybody a case needs from clue to archive; names that nobody bears. */
export const demoPeople: readonly EnrolmentDraft[] = [
  holder('handler1', '示范经办甲', ['handler'], 1),
  holder('handler2', '示范经办乙', ['handler'], 2),
  holder('handler3', '示范经办丙', ['handler'], 3),
  holder('handler4', '示范经办丁', ['handler'], 4),
  { ...holder('reviewer1', '示范审核甲', ['reviewer', 'hearing-chair'], 5), legalQualification: true },
  { ...holder('reviewer2', '示范审核乙', ['reviewer', 'hearing-chair'], 6), legalQualification: true },
  officer('head1', '示范负责人甲', ['approver', 'voter']),
  officer('head2', '示范负责人乙', ['approver', 'voter']),
  officer('head3', '示范负责人丙', ['approver', 'voter']),
  officer('clerk', '示范记录员', ['recorder', 'reporter']),
  officer('publisher', '示范公示员', ['publisher']),
  officer('second-eye', '示范复核员', ['second-eye']),
  officer('archivist', '示范档案员', ['archivist']),
  { login: 'cli', name: '数据导入', kind: 'cli', posts: ['importer', 'reporter'] },
  { login: 'security', name: '安全管理员', kind: 'admin', posts: ['security-admin'] },
];
