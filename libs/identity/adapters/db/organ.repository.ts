import { Injectable } from '@nestjs/common';
import { json, sql, UnitOfWork } from '@sanzhi/platform/ports';
import { OrganTree, type Organ, type OrganDraft, type OrganPage } from '../../app/organ-tree';
import { atTheDoor } from './at-the-door';

/** The tree of organs in PostgreSQL; it is public, so it is read in nobody's name. */
@Injectable()
export class OrganRepository extends OrganTree {
  constructor(private readonly units: UnitOfWork) {
    super();
  }

  below(code: string, { on, after = '', limit }: OrganPage): Promise<Organ[]> {
    return this.units.run(atTheDoor, async (unit) => {
      const [rows] = await unit.load(sql`
        select code, name, parent_code as "parentCode", region, level, kind, valid_from as "validFrom", valid_to as "validTo"
        from identity.organ where code = any (identity.subtree(${code}, coalesce(${on}::date, identity.legal_today()))) and code > ${after}
        order by code limit ${limit}`);
      return rows as unknown as Organ[];
    });
  }

  subtree(code: string, on: string): Promise<string[]> {
    return this.units.run(atTheDoor, async (unit) => {
      const [[row]] = await unit.load(sql`select identity.subtree(${code}, ${on}::date) as codes`);
      return row.codes as string[];
    });
  }

  codes(): Promise<string[]> {
    return this.units.run(atTheDoor, async (unit) => {
      const [rows] = await unit.load(sql`select code from identity.organ order by code`);
      return rows.map((row) => row.code as string);
    });
  }

  put(organs: readonly OrganDraft[]): Promise<('added' | 'changed' | 'same')[]> {
    return this.units.run(atTheDoor, async (unit) => {
      const answers = await unit.load(...organs.map((organ) => sql`select identity.put_organ(${json(organ)}) as put`));
      return answers.map(([row]) => row.put as 'added' | 'changed' | 'same');
    });
  }
}
