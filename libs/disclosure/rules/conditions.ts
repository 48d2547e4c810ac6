import { SYSTEM, type CaseFile, type Rule } from '@sanzhi/kernel';
import { creditRules } from './credit-conditions';
import { endingRules } from './ending-conditions';
import { isToBeWithdrawn, itemAsked, itemNamed, itemsOf, type ItemSeen } from './item';
import type { MakePublicVersion } from './public-version';
import { leakIn } from './leak-words';
import type { PublicWording } from './public-wording';

/** Conditions of disclosure, with the maker of the public version that clearing confirms and release checks again. */
export function disclosureRules(wording: PublicWording): Rule[] {
  const { make } = wording;
  return [
    ...creditRules,
    ...endingRules(wording),
    itemAwaitsScope,
    publisherNotHandler,
    itemAwaitsClearing(make),
    secondEyeNotPublisher,
    redactionClean(make),
    redactionAsSeen(make),
    publicationCleared(make),
    servedBeforePublication,
    publicationSettled,
  ];
}

/** Whether what was cleared is no longer what the public would read, or no longer passes the gate as it is now. */
function isStale(file: CaseFile, item: ItemSeen, make: MakePublicVersion): boolean {
  if (item.state !== 'cleared') return false;
  const { sha256, found } = make(file, item);
  return sha256 !== item.sha256 || found.length > 0;
}

/** The item that a second pair of eyes would look at now. */
export function toBeCleared(file: CaseFile, make: MakePublicVersion): ItemSeen | undefined {
  return itemAsked(file, (item) => item.state === 'scoped' || isStale(file, item, make));
}

/** The item whose scope would be decided now. */
export const toBeScoped = (file: CaseFile): ItemSeen | undefined => itemAsked(file, (item) => item.state === 'proposed');

const itemAwaitsScope: Rule = {
  id: 'item-awaits-scope',
  title: '待作公示范围决定',
  basis: '行政处罚法第四十八条第一款',
  reads: ['disclosure'],
  effect: 'refuse',
  check: (file) =>
    toBeScoped(file)
      ? null
      : { message: '没有待作公示范围决定的事项。', cure: '公示范围每个事项只决定一次。' },
};

const publisherNotHandler: Rule = {
  id: 'publisher-not-handler',
  title: '公示承办人不是本案承办人',
  basis: '国办发〔2018〕118号',
  reads: ['duties', 'actor'],
  effect: 'refuse',
  check: ({ duties, step: { actor } }) => {
    const handles = duties.some((row) => row.person === actor.person && row.duty === 'handler');
    if (!handles) return null;
    return { message: `${actor.name}是本案承办人，不得决定本案的公示范围。`, cure: '请由其他承担公示职责的人员办理。' };
  },
};

const itemAwaitsClearing = (make: MakePublicVersion): Rule => ({
  id: 'item-awaits-clearing',
  title: '待脱敏复核',
  basis: '行政处罚法第四十八条、第五十条',
  reads: ['disclosure', 'case', 'parameters'],
  effect: 'refuse',
  check: (file) =>
    toBeCleared(file, make)
      ? null
      : { message: '没有待脱敏复核的公示稿。', cure: '请先作出公开或者部分公开的范围决定；复核后内容未变的，不再复核。' },
});

const secondEyeNotPublisher: Rule = {
  id: 'second-eye-not-publisher',
  title: '复核人不是公示承办人',
  basis: '国办发〔2018〕118号',
  reads: ['disclosure', 'actor'],
  effect: 'refuse',
  check: (file) => {
    const { actor } = file.step;
    if (itemAsked(file, (item) => item.scopedBy === actor.person) === undefined) return null;
    return { message: `${actor.name}作出了公示范围决定，不得复核同一事项。`, cure: '请由另一人复核。' };
  },
};

const redactionClean = (make: MakePublicVersion): Rule => ({
  id: 'redaction-clean',
  title: '公示稿脱敏干净',
  basis: '行政处罚法第五十条；个人信息保护法第二十八条',
  reads: ['disclosure', 'case', 'parameters'],
  effect: 'refuse',
  check: (file) => {
    const item = toBeCleared(file, make);
    return item ? leakIn(make(file, item)) : null;
  },
});

const redactionAsSeen = (make: MakePublicVersion): Rule => ({
  id: 'redaction-as-seen',
  title: '所核即所发',
  basis: '行政处罚法第四十八条、第五十条',
  reads: ['form', 'disclosure', 'case', 'parameters'],
  effect: 'refuse',
  check: (file) => {
    const item = toBeCleared(file, make);
    if (!item || make(file, item).sha256 === file.step.form.sha256) return null;
    return { message: '所核的公示稿与现在的公示稿不一致。', cure: '请刷新后重新核对公示稿全文。' };
  },
});

const publicationCleared = (make: MakePublicVersion): Rule => ({
  id: 'publication-cleared',
  title: '公示稿已复核',
  basis: '行政处罚法第四十八条、第五十条',
  reads: ['form', 'disclosure', 'case', 'parameters'],
  effect: 'refuse',
  check: (file) => {
    const item = itemNamed(file, String(file.step.form.item));
    if (item && item.state === 'cleared' && !isStale(file, item, make)) return null;
    return { message: notClearedBecause(item), cure: '请先办理公示范围决定和脱敏复核。' };
  },
});

function notClearedBecause(item: ItemSeen | undefined): string {
  if (!item) return '没有该公示事项。';
  return {
    proposed: '尚未作出公示范围决定。',
    scoped: '公示稿尚未经脱敏复核。',
    'not-open': '已决定不予公开。',
    cleared: '复核之后公示稿有变，或者未通过脱敏检查，须重新复核。',
    published: '已经公示。',
    withdrawn: '已经撤回。',
    expired: '公示期限已满。',
    repaired: '信用修复后已停止公示。',
    dropped: '处罚决定在公示前已被变更、撤销或者确认违法、无效，不再公示。',
  }[item.state];
}

const servedBeforePublication: Rule = {
  id: 'served-before-publication',
  title: '送达后公示',
  basis: '行政处罚法第四十八条、第六十一条',
  reads: ['case', 'parameters'],
  effect: 'refuse',
  check: ({ case: { facts }, parameters }) =>
    facts.service || parameters['publish.beforeService'] === true
      ? null
      : { message: '行政处罚决定书尚未送达。', cure: '请先送达决定书；地方规定可以先行公示的，由参数载明依据。' },
};

const publicationSettled: Rule = {
  id: 'publication-settled',
  title: '公示事项已办结',
  basis: '行政处罚法第四十七条、第四十八条',
  reads: ['disclosure'],
  effect: 'refuse',
  check: (file) => {
    const items = itemsOf(file);
    if (items.some((item) => ['proposed', 'scoped', 'cleared'].includes(item.state))) {
      return { message: '公示事项尚未公示，也没有不予公开的决定。', cure: '请先办结公示再归档。' };
    }
    if (!items.some(isToBeWithdrawn)) return null;
    return { message: '应当撤回的公开信息尚未撤回。', cure: '请先撤回公开的处罚决定信息再归档。' };
  },
};

/** The ground on which the system may show an item before service, or null. */
export function groundBeforeService(file: CaseFile): string | null {
  const allowed = !file.case.facts.service && file.step.actor.person === SYSTEM && file.parameters['publish.beforeService'] === true;
  return allowed ? 'publish.beforeService' : null;
}
