import type { CaseFile, ClockStarted, Effect, JsonObject } from '@sanzhi/kernel';
import { json, sql, type Sql } from '@sanzhi/platform/ports';
import type { SubjectClock } from '@sanzhi/casework';
import { groundBeforeService, toBeCleared, toBeScoped } from '../rules/conditions';
import { CREDIT_CLOCKS } from '../rules/credit-conditions';
import { disclosedFacts } from '../rules/disclosed-facts';
import { isPeriodOfDisplay, toBeCorrected, toBeWithdrawn } from '../rules/ending-conditions';
import { itemNamed, itemsOf, type ItemSeen } from '../rules/item';
import { isNatural } from '../rules/known-of-case';
import type { PublicWording } from '../rules/public-wording';

/** Topic of what may now be shown: a version was cleared, or a cleared decision was served. */
export const READY_TOPIC = 'disclosure.ready';

/** What one effect adds to the writes of its step. */
export interface Write {
  statements?: Sql[];
  recorded?: JsonObject;
  outbox?: { topic: string; key: string; payload: JsonObject }[];
  starts?: ClockStarted[];
  stops?: SubjectClock[];
}

/** What an effect is written from: its payload with its id, the case, and the words for the public. */
export interface Writing {
  effect: Effect;
  file: CaseFile;
  wording: PublicWording;
}

/** Terms within which something is shown, and withdrawn: they run for one item each. */
const SHOW = 'PUB-CF-7';
const WITHDRAW = 'PUB-WITHDRAW-3';

const named = ({ effect, file }: Writing): ItemSeen => itemNamed(file, String(effect.payload.item))!;

const by = (file: CaseFile, more: JsonObject = {}): JsonObject => ({ ...more, person: file.step.actor.person, at: file.step.actedAt });

/** `propose {item, channel?, document}`: from that day its own term to be shown runs. Proposed once, it stays as it is. */
export function proposed({ effect: { payload }, file }: Writing): Write {
  const { organ, id } = file.case;
  if (itemNamed(file, String(payload.item))) return {};
  const clock = { rule: SHOW, anchorOn: file.step.actedOn, subjectKind: 'publication', subjectId: `${id}/${String(payload.item)}` };
  const statement = sql`select disclosure.propose(${organ}, ${id}, ${json(by(file, payload))})`;
  return { statements: [statement], recorded: { [payload.channel === 'credit' ? 'proposedOnCredit' : 'proposed']: payload }, starts: [clock] };
}

/** `scope {scope, ground, grade?}`: of the item the form names, or the first that waits. What is not open is not waited for. */
export function scoped({ effect: { payload }, file }: Writing): Write {
  const { id } = toBeScoped(file)!;
  const statement = sql`select disclosure.decide_scope(${file.case.organ}, ${id}, ${json(by(file, payload))})`;
  return { statements: [statement], stops: payload.scope === 'not-open' ? [{ rule: SHOW, subjectId: id }] : [] };
}

/** `clear {}`: the same version that the rules have compared with what was seen. */
export function cleared({ effect, file, wording }: Writing): Write {
  const item = toBeCleared(file, wording.make)!;
  const version = wording.make(file, item);
  const { profile, rules } = version.report;
  const recorded = { cleared: { item: item.item, sha256: version.sha256, profile, rules } };
  const statement = sql`select disclosure.clear(${file.case.organ}, ${item.id}, ${json(by(file, { ...version }))})`;
  return { statements: [statement], recorded, outbox: [ready(effect, item, file)] };
}

/** `served {item}`: whatever shows the thing, on every channel, may go on. */
export function served({ effect, file }: Writing): Write {
  const items = itemsOf(file).filter(({ about, state }) => about === effect.payload.item && state === 'cleared');
  return { outbox: items.map((item) => ready(effect, item, file)) };
}

/** The key is the act's own: a version that was cleared, changed and cleared again is handed over each time. */
function ready(effect: Effect, { id, item }: ItemSeen, file: CaseFile): { topic: string; key: string; payload: JsonObject } {
  return { topic: READY_TOPIC, key: `${effect.id}/${item}`, payload: { caseId: file.case.id, itemId: id, item } };
}

/** `release {item}`: shown from now on, for as long as a period of display says. */
export function released(writing: Writing): Write {
  const { file } = writing;
  const { id, item, sha256 } = named(writing);
  const overdue = overdueOf(SHOW, id, file);
  const statement = sql`select disclosure.release(${id}, ${sha256}, ${groundBeforeService(file)}, ${overdue && `逾期公示，期限届满日 ${overdue}`})`;
  const recorded = { released: { item, sha256, lateSince: overdue } };
  return { statements: [statement], recorded, starts: displayOf(named(writing), file), stops: [{ rule: SHOW, subjectId: id }] };
}

/** On the site a period runs from publication (local packs), on the credit platform from the day of the paper (36号令). */
function displayOf(item: ItemSeen, file: CaseFile): ClockStarted[] {
  const clock = (rule: string, anchorOn: string): ClockStarted => ({ rule, anchorOn, subjectKind: 'publication', subjectId: item.id });
  if (item.channel === 'site') return [clock(isOfPerson(file) ? 'PUB-LOCAL-KEEP-PERSON' : 'PUB-LOCAL-KEEP', file.step.actedOn)];
  const { decidedOn } = file.case.facts.decision as { decidedOn: string };
  const { min, max } = CREDIT_CLOCKS[item.grade ?? 'general'];
  return [...(min ? [clock(min, decidedOn)] : []), clock(max, decidedOn)];
}

const isOfPerson = (file: CaseFile): boolean => {
  const { party } = disclosedFacts(file);
  return party === undefined || isNatural(party);
};

/** The day by which a clock of an item should have been met, when that is over; an outage makes nothing timely. */
function overdueOf(rule: string, itemId: string, { clocks, step }: CaseFile): string | null {
  const dues = clocks.filter((clock) => clock.rule === rule && clock.subjectId === itemId && clock.state === 'running');
  return dues.find(({ statutoryDue }) => statutoryDue !== null && statutoryDue < step.actedOn)?.statutoryDue ?? null;
}

/** `late {item, blockedBy, ground}` */
export function late(writing: Writing): Write {
  const { effect, file } = writing;
  const { blockedBy, ground } = effect.payload as Record<string, string>;
  const { person } = file.step.actor;
  return { statements: [sql`select disclosure.note(${file.case.organ}, ${named(writing).id}, 'late', ${person}, ${blockedBy}, ${ground})`] };
}

/**
 * `withdraw-due {item, ground, arrivedOn}`: on every channel what is shown is to be withdrawn within three days of the day
 * the paper reached the organ, and what is not shown yet never will be.
 */
export function withdrawDue({ effect: { payload }, file }: Writing): Write {
  const items = itemsOf(file).filter(({ about }) => about === (payload.item ?? 'decision'));
  const shown = items.filter((item) => item.state === 'published' && !item.withdrawal);
  const unshown = items.filter(({ state }) => ['proposed', 'scoped', 'cleared'].includes(state));
  return {
    statements: [...shown, ...unshown].map(({ id }) => sql`select disclosure.withdraw_due(${file.case.organ}, ${id}, ${json(by(file, payload))})`),
    recorded: { withdrawDue: { ...payload, items: shown.map(({ item }) => item), dropped: unshown.map(({ item }) => item) } },
    starts: shown.map(({ id }) => ({ rule: WITHDRAW, anchorOn: String(payload.arrivedOn), subjectKind: 'publication', subjectId: id })),
    stops: unshown.map(({ id }) => ({ rule: SHOW, subjectId: id })),
  };
}

/** `draft-withdrawal {reason}` */
export function withdrawalDrafted({ effect, file, wording }: Writing): Write {
  const item = toBeWithdrawn(file)!;
  const worded = wording.notice(file, item, String(effect.payload.reason));
  const statement = sql`select disclosure.draft_withdrawal(${file.case.organ}, ${item.id}, ${json(by(file, { ...worded }))})`;
  return { statements: [statement], recorded: { withdrawalDrafted: { item: item.item, sha256: worded.sha256 } } };
}

/** `withdraw {}`: what was shown is gone with this act; its periods of display end too. */
export function withdrawn({ file }: Writing): Write {
  const { id, item, sha256, withdrawal } = toBeWithdrawn(file)!;
  const overdue = overdueOf(WITHDRAW, id, file);
  const said = { sha256: withdrawal!.sha256, person: file.step.actor.person, late: overdue && `逾期撤回，期限届满日 ${overdue}` };
  return {
    statements: [sql`select disclosure.withdraw(${id}, ${json(said)})`],
    recorded: { withdrawn: { item, sha256, ground: withdrawal!.ground, notice: withdrawal!.notice, lateSince: overdue } },
    stops: [{ rule: WITHDRAW, subjectId: id }, ...displaysOf(id, file)],
  };
}

function displaysOf(itemId: string, { clocks }: CaseFile): SubjectClock[] {
  const own = clocks.filter(({ subjectId, state }) => subjectId === itemId && state === 'running');
  return own.filter(({ rule }) => isPeriodOfDisplay(rule)).map(({ rule }) => ({ rule, subjectId: itemId }));
}

/** `ask-correction {item, reason}` */
export function correctionAsked(writing: Writing): Write {
  const { effect, file, wording } = writing;
  const found = wording.found(file, String(effect.payload.reason));
  const row = by(file, { reason: effect.payload.reason, report: { clean: found.length === 0, found } });
  return { statements: [sql`select disclosure.ask_correction(${file.case.organ}, ${named(writing).id}, ${json(row)})`] };
}

/** `correct {}`: the corrected version stands in the place of the wrong one with this act. */
export function corrected({ file, wording }: Writing): Write {
  const item = toBeCorrected(file)!;
  const version = wording.make(file, item);
  const recorded = { corrected: { item: item.item, from: item.sha256, to: version.sha256 } };
  return { statements: [sql`select disclosure.correct(${item.id}, ${json(by(file, { ...version }))})`], recorded };
}

/** `expire {item}` */
export function expired(writing: Writing): Write {
  const { id, item, sha256 } = named(writing);
  return { statements: [sql`select disclosure.expire(${id})`], recorded: { expired: { item, sha256 } }, stops: displaysOf(id, writing.file) };
}

/** `repair {item, ground}` */
export function repaired(writing: Writing): Write {
  const { effect, file } = writing;
  const { id, item, sha256 } = named(writing);
  const said = { person: file.step.actor.person, ground: effect.payload.ground };
  return { statements: [sql`select disclosure.repair(${id}, ${json(said)})`], recorded: { repaired: { item, sha256 } }, stops: displaysOf(id, file) };
}
