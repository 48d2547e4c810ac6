import type { CaseFile, Effect, JsonObject } from '@sanzhi/kernel';
import { sql } from '@sanzhi/platform/ports';
import type { CaseFeature, FeatureWrites } from '@sanzhi/casework';
import { disclosureRules } from '../rules/conditions';
import { itemsOf, type ItemSeen, type ItemState } from '../rules/item';
import type { PublicVersion } from '../rules/public-version';
import type { PublicWording } from '../rules/public-wording';
import * as write from './item-writes';

export { READY_TOPIC } from './item-writes';

/** An item with the version that would be shown now; null where there is nothing to confirm any more. */
export interface ItemView extends ItemSeen {
  preview: Pick<PublicVersion, 'html' | 'sha256' | 'report'> | null;
}

/** What follows from each kind of effect that procedures name as `disclosure/<kind>`. */
const WRITES: Record<string, (writing: write.Writing) => write.Write> = {
  propose: write.proposed,
  scope: write.scoped,
  clear: write.cleared,
  served: write.served,
  release: write.released,
  late: write.late,
  'withdraw-due': write.withdrawDue,
  'draft-withdrawal': write.withdrawalDrafted,
  withdraw: write.withdrawn,
  'ask-correction': write.correctionAsked,
  correct: write.corrected,
  expire: write.expired,
  repair: write.repaired,
};

/** What disclosure gives to the engine. The payload of each effect stands with what it writes. */
export function disclosureFeature(wording: PublicWording): CaseFeature {
  return {
    name: 'disclosure',
    rules: disclosureRules(wording),
    effects: Object.keys(WRITES),
    slice: (organ, caseId) => sql`disclosure.slice(${organ}, ${caseId})`,
    empty: { items: [] },
    view: (file) => ({ items: itemsOf(file).map((item) => viewed(file, item, wording)) }),
    writes: (effects, file) => writesOf(effects, file, wording),
  };
}

const WAITING: readonly ItemState[] = ['proposed', 'scoped', 'cleared'];

function viewed(file: CaseFile, item: ItemSeen, { make }: PublicWording): ItemView {
  if (!WAITING.includes(item.state) && item.correction === null) return { ...item, preview: null };
  const { html, sha256, report } = make(file, item);
  return { ...item, preview: { html, sha256, report } };
}

function writesOf(effects: readonly Effect[], file: CaseFile, wording: PublicWording): FeatureWrites {
  const writes = effects.map((effect) => WRITES[effect.kind]({ effect, file, wording }));
  return {
    statements: writes.flatMap(({ statements = [] }) => statements),
    recorded: Object.assign({}, ...writes.map(({ recorded }) => recorded)) as JsonObject,
    outbox: writes.flatMap(({ outbox = [] }) => outbox),
    clocks: { start: writes.flatMap(({ starts = [] }) => starts), stop: writes.flatMap(({ stops = [] }) => stops) },
  };
}
