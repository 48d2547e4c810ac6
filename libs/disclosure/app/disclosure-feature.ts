import type { CaseFile, Effect, JsonObject } from '@sanzhi/kernel';
import { json, sql, type Sql } from '@sanzhi/platform/ports';
import type { CaseFeature, FeatureWrites } from '@sanzhi/casework';
import { disclosureRules, groundBeforeService } from '../rules/conditions';
import { itemNamed, itemsOf, type ItemSeen } from '../rules/item';
import type { MakePublicVersion, PublicVersion } from '../rules/public-version';

/** Topic of what may now be shown: a version was cleared, or a cleared decision was served. */
export const READY_TOPIC = 'disclosure.ready';

/** An item with the version that would be shown now; null where there is nothing to confirm any more. */
export interface ItemView extends ItemSeen {
  preview: Pick<PublicVersion, 'html' | 'sha256' | 'report'> | null;
}

/** What one effect adds to the writes of its step. */
interface Write {
  statement?: Sql;
  recorded?: JsonObject;
  outbox?: { topic: string; key: string; payload: JsonObject };
}

/**
 * What disclosure gives to the engine. Effects: `propose {item, document}`, `scope {item, scope, ground, person}`,
 * `clear {item, sha256, person}`, `served {item}`, `release {item}`, `late {item, blockedBy, ground}`.
 */
export function disclosureFeature(make: MakePublicVersion): CaseFeature {
  return {
    name: 'disclosure',
    rules: disclosureRules(make),
    effects: ['propose', 'scope', 'clear', 'served', 'release', 'late', 'withdraw-due'],
    slice: (organ, caseId) => sql`disclosure.slice(${organ}, ${caseId})`,
    empty: { items: [] },
    view: (file) => ({ items: itemsOf(file).map((item) => viewed(file, item, make)) }),
    writes: (effects, file) => writesOf(effects, file, make),
  };
}

function viewed(file: CaseFile, item: ItemSeen, make: MakePublicVersion): ItemView {
  if (item.state === 'published' || item.state === 'not-open') return { ...item, preview: null };
  const { html, sha256, report } = make(file, item);
  return { ...item, preview: { html, sha256, report } };
}

function writesOf(effects: readonly Effect[], file: CaseFile, make: MakePublicVersion): FeatureWrites {
  const writes = effects.map((effect) => writeOf(effect, file, make));
  return {
    statements: writes.flatMap(({ statement }) => statement ?? []),
    recorded: Object.assign({}, ...writes.map(({ recorded }) => recorded)) as JsonObject,
    outbox: writes.flatMap(({ outbox }) => outbox ?? []),
  };
}

function writeOf(effect: Effect, file: CaseFile, make: MakePublicVersion): Write {
  switch (effect.kind) {
    case 'propose':
      return proposed(effect, file);
    case 'scope':
      return scoped(effect, file);
    case 'clear':
      return cleared(effect, file, make);
    case 'served':
      return itemOf(effect, file)?.state === 'cleared' ? { outbox: ready(effect, file) } : {};
    case 'withdraw-due':
      return { recorded: { withdrawDue: effect.payload } };
    case 'release':
      return released(effect, file);
    default:
      return late(effect, file);
  }
}

const itemOf = ({ payload }: Effect, file: CaseFile): ItemSeen | undefined => itemNamed(file, String(payload.item));

const idOf = ({ payload }: Effect, file: CaseFile): string => `${file.case.id}/${String(payload.item)}`;

/** The key is the act's own: a version that was cleared, changed and cleared again is handed over each time. */
function ready(effect: Effect, file: CaseFile): Write['outbox'] {
  return { topic: READY_TOPIC, key: effect.id, payload: { caseId: file.case.id, itemId: idOf(effect, file), item: effect.payload.item } };
}

function proposed({ payload }: Effect, file: CaseFile): Write {
  const { organ, id } = file.case;
  const row = { ...payload, person: file.step.actor.person, at: file.step.actedAt };
  return { statement: sql`select disclosure.propose(${organ}, ${id}, ${json(row)})`, recorded: { proposed: payload } };
}

function scoped(effect: Effect, file: CaseFile): Write {
  const row = { ...effect.payload, at: file.step.actedAt };
  return { statement: sql`select disclosure.decide_scope(${file.case.organ}, ${idOf(effect, file)}, ${json(row)})` };
}

/** The same version that the rules have compared with what was seen. */
function cleared(effect: Effect, file: CaseFile, make: MakePublicVersion): Write {
  const version = make(file, itemOf(effect, file)!);
  const { profile, rules } = version.report;
  const row = { ...version, person: effect.payload.person, at: file.step.actedAt };
  const recorded = { cleared: { item: effect.payload.item, sha256: version.sha256, profile, rules } };
  const statement = sql`select disclosure.clear(${file.case.organ}, ${idOf(effect, file)}, ${json(row)})`;
  return { statement, recorded, outbox: ready(effect, file) };
}

function released(effect: Effect, file: CaseFile): Write {
  const { id, sha256 } = itemOf(effect, file)!;
  const overdue = overdueOf(id, file);
  const statement = sql`select disclosure.release(${id}, ${sha256}, ${groundBeforeService(file)}, ${overdue && `逾期公示，期限届满日 ${overdue}`})`;
  return { statement, recorded: { released: { item: effect.payload.item, sha256, lateSince: overdue } } };
}

/** The day an item should have been shown at the latest, when that is over; an outage makes nothing timely. */
function overdueOf(itemId: string, { clocks, step }: CaseFile): string | null {
  const dues = clocks.filter((clock) => clock.subjectId === itemId && clock.state === 'running').map((clock) => clock.statutoryDue);
  return dues.find((due) => due !== null && due < step.actedOn) ?? null;
}

function late(effect: Effect, file: CaseFile): Write {
  const { blockedBy, ground } = effect.payload as Record<string, string>;
  const { organ } = file.case;
  const { person } = file.step.actor;
  return { statement: sql`select disclosure.note(${organ}, ${idOf(effect, file)}, 'late', ${person}, ${blockedBy}, ${ground})` };
}
