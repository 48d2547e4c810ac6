import { nobodyEntrusted, type EnrolmentDraft, type Entrusted } from './create-organ';
import { demoCounty, countyPeople } from './demo-county';
import { holder, officer } from './demo-people';
import type { OrganDraft } from './organ-tree';

/** An organ of the demo with everybody in it. */
export interface DemoOrgan {
  organ: OrganDraft;
  people: readonly EnrolmentDraft[];
  entrusted: Entrusted;
}

/** The organ that a new installation shows itself with; name and code say that it is none. */
export const demoOrgan: OrganDraft = {
  code: 'DEMO-DISTRICT',
  name: '示范区卫生健康委员会',
  region: '120104',
  level: 'district',
  kind: 'authority',
  validFrom: '2019-01-01',
};

/** Everybody a case needs from clue to archive; names that nobody bears. */
export const demoPeople: readonly EnrolmentDraft[] = [
  holder('handler1', '示范经办甲', ['handler'], 1),
  holder('handler2', '示范经办乙', ['handler'], 2),
  holder('handler3', '示范经办丙', ['handler'], 3),
  holder('handler4', '示范经办丁', ['handler', 'section-head'], 4),
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

/** The body that the demo district entrusted with its inspections and penalties. */
const team: OrganDraft = {
  code: 'DEMO-TEAM',
  name: '示范区卫生监督所',
  parentCode: demoOrgan.code,
  region: '120104',
  level: 'district',
  kind: 'entrusted',
  validFrom: '2019-01-01',
};

const entrusted: Entrusted = {
  bodies: [team],
  papers: [
    {
      body: team.code,
      instrument: '示范委托〔2019〕1号',
      scope: '区域内公共卫生、医疗卫生的监督检查和行政处罚的调查取证',
      procedures: ['penalty-ordinary', 'penalty-summary', 'inspection-routine'],
      validFrom: '2019-01-01',
      validUntil: '2035-12-31',
      publishedOn: '2019-01-02',
    },
  ],
};

const STAFF = 27;
const FIRST_SERIAL = 101;
const serials = Array.from({ length: STAFF }, (_, at) => FIRST_SERIAL + at);

/** The rest of a district of forty: handlers of the entrusted body, and a third reviewer. */
const demoStaff: readonly EnrolmentDraft[] = serials.map((serial) =>
  serial === FIRST_SERIAL
    ? { ...holder('reviewer3', '示范审核丙', ['reviewer', 'hearing-chair'], serial), reviewsSince: '2015-06-01' }
    : { ...holder(`team${serial - FIRST_SERIAL}`, `示范监督员${serial - FIRST_SERIAL}`, ['handler'], serial), body: team.code },
);

/** The demo organs: a district of forty officers, and a county with three legal staff. */
export const demoOrgans: readonly DemoOrgan[] = [
  { organ: demoOrgan, people: [...demoPeople, ...demoStaff], entrusted },
  { organ: demoCounty, people: countyPeople, entrusted: nobodyEntrusted },
];
