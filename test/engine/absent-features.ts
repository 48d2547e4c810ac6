import { Module, type Type } from '@nestjs/common';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { CaseFeatures, CaseworkModule } from '@sanzhi/casework';
import { conditionsOf, type ActionSpec, type Rule } from '@sanzhi/kernel';
import { configDir } from '@sanzhi/platform/config';
import { askingRules, caseworkRules } from '../../libs/casework/rules/conditions';

/** Brings every rule and effect that the procedures name and no loaded feature has: they always hold, and write nothing. */
export function absentFeatures(present: readonly Type[]): Type {
  const here = ['casework', 'identity', 'ledger', 'money', 'clock', 'hearing', ...present.map((type) => type.name.replace('Module', '').toLowerCase())];
  const actions = writtenActions();
  const effects = actions.flatMap((action) => action.effects ?? []).filter((effect) => !here.includes(effect.feature));
  const asked = writtenConditions().flatMap(({ any }) => any.flatMap(({ rule }) => rule ?? []));
  const named = [...actions.flatMap((action) => [...action.needs, ...conditionsOf(action)]), ...asked];
  const needs = new Set(named.filter((id) => !CASEWORK_RULES.includes(id)));

  @Module({ imports: [CaseworkModule] })
  class AbsentFeatures {
    constructor(features: CaseFeatures) {
      for (const name of new Set(effects.map((effect) => effect.feature))) {
        features.register({ name, rules: [], effects: effects.filter((one) => one.feature === name).map((one) => one.kind) });
      }
      features.register({
        name: 'absent',
        effects: [],
        // Asked when the law is read: by then every feature has registered.
        get rules() {
          const others = features.all().filter((feature) => feature.name !== 'absent');
          const known = new Set(others.flatMap((feature) => [...feature.rules, ...(feature.standing ?? []), ...(feature.asking ?? [])].map((rule) => rule.id)));
          return [...needs].filter((id) => !known.has(id)).map((id) => (asked.includes(id) ? unmet(id) : holding(id)));
        },
      });
    }
  }
  return AbsentFeatures;
}

function writtenActions(): ActionSpec[] {
  const folder = path.join(configDir(), 'procedures');
  const yamlIn = (under: string) => readdirSync(under).filter((name) => name.endsWith('.yaml')).map((name) => path.join(under, name));
  const files = [...yamlIn(folder), ...yamlIn(path.join(folder, 'parts'))];
  const read = (file: string) => parse(readFileSync(file, 'utf8')) as { actions?: Record<string, ActionSpec> };
  return files.flatMap((file) => Object.values(read(file).actions ?? {}));
}

/** What casework brings, coded or as a condition in `config/`. */
const CASEWORK_RULES = [...caseworkRules.map((rule) => rule.id), ...askingRules.map(({ id }) => id), ...writtenConditions().map(({ id }) => id)];

interface Written {
  id: string;
  any: { rule?: string }[];
}

function writtenConditions(): Written[] {
  const folder = path.join(configDir(), 'conditions');
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return files.flatMap((name) => (parse(readFileSync(path.join(folder, name), 'utf8')) as { conditions: Written[] }).conditions);
}

/** What a condition as data asks and nobody brings is no reason for it. */
const unmet = (id: string): Rule => ({ ...holding(id), check: () => ({ message: '示例', cure: '示例' }) });

const holding = (id: string): Rule => ({ id, title: id, basis: '示例', reads: ['case'], effect: 'refuse', check: () => null });
