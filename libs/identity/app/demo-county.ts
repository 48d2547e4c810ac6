import type { EnrolmentDraft } from './create-organ';
import { holder, officer } from './demo-people';
import type { OrganDraft } from './organ-tree';

/** A small county with three legal staff: it shows that the matrix of duties can be lived with. */
export const demoCounty: OrganDraft = {
  code: 'DEMO-COUNTY',
  name: '示范县卫生健康委员会',
  region: '990101',
  level: 'county',
  kind: 'authority',
  validFrom: '2019-01-01',
};

/**
 * Fourteen persons. The three of the legal section review, chair hearings, publish and look a second time, which the
 * county's pack allows them; one of them reviews since long before the exam was asked for, one has passed it.
 */
export const countyPeople: readonly EnrolmentDraft[] = [
  ...[1, 2, 3, 4, 5, 6].map((place) => holder(`county-handler${place}`, `示范县经办${place}`, ['handler'], place)),
  { ...officer('county-legal1', '示范县法制甲', ['reviewer', 'hearing-chair', 'publisher']), reviewsSince: '2012-03-01' },
  { ...officer('county-legal2', '示范县法制乙', ['reviewer', 'hearing-chair', 'second-eye']), legalQualification: true },
  officer('county-legal3', '示范县法制丙', ['reviewer', 'publisher', 'second-eye']),
  officer('county-head1', '示范县负责人甲', ['approver', 'voter']),
  officer('county-head2', '示范县负责人乙', ['approver', 'voter']),
  officer('county-head3', '示范县负责人丙', ['approver', 'voter']),
  officer('county-clerk', '示范县办公室', ['recorder', 'archivist', 'reporter']),
  { login: 'county-cli', name: '数据导入', kind: 'cli', posts: ['importer', 'reporter'] },
  { login: 'county-security', name: '安全管理员', kind: 'admin', posts: ['security-admin'] },
];
