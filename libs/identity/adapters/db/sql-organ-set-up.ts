import { json, sql, type UnitOfWork } from '@sanzhi/platform/ports';
import { OrganSetUp, type Enrolled, type OrganPut } from '../../app/create-organ';

/** Sets organs up through the owner's connection: no role of a process may call `identity.enrol`. */
export class SqlOrganSetUp extends OrganSetUp {
  constructor(private readonly units: UnitOfWork) {
    super();
  }

  loginsOf(organ: string): Promise<string[]> {
    return this.units.run({ organ, actor: 'set-up' }, async (unit) => {
      const [rows] = await unit.load(sql`select login from identity.account where organ = ${organ}`);
      return rows.map((row) => row.login as string);
    });
  }

  put({ organ, enrolments, entrusted }: OrganPut): Promise<Enrolled[]> {
    return this.units.run({ organ: organ.code, actor: 'set-up' }, async (unit) => {
      const organs = [organ, ...entrusted.bodies].map((one) => sql`select identity.put_organ(${json(one)})`);
      const enrol = enrolments.map((draft) => sql`select identity.enrol(${organ.code}, ${json(draft)}) as enrolled`);
      const papers = entrusted.papers.map((paper) => sql`select identity.entrust(${organ.code}, ${json(paper)})`);
      const answers = (await unit.load(...organs, ...enrol, ...papers)).slice(organs.length, organs.length + enrol.length);
      return answers.map(([row], at) => ({ login: enrolments[at].login, ...(row.enrolled as Omit<Enrolled, 'login'>) }));
    });
  }
}
