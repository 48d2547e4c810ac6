import { formatShanghai } from '../../../rules/portal-times';
import { addressOf, valuesOf } from '../../../rules/portal-addresses';
import { GROUND_TITLES } from '../../../rules/withdrawal-notice';
import type { EndNotice, ShownItem, ShownLine, ShownOrgan } from '../../../app/portal/read-site';

/** What every page shows around its content. */
export interface Frame {
  /** Of a simulated clock: its day and hour, else null. */
  simulatedAt: string | null;
}

/** A line as templates read it. */
export function lineView(line: ShownLine): object {
  return {
    ...line,
    address: addressOf('item', valuesOf(line.organ, line.id)),
    publishedOn: formatShanghai(line.publishedAt).day,
    corrected: line.correctedAt !== null,
  };
}

/** An item page: the released bytes stand in `html` and are not touched. */
export function itemView(item: ShownItem): object {
  const values = valuesOf(item.organ, item.id);
  return {
    ...item,
    published: formatShanghai(item.publishedAt).minute,
    original: addressOf('original', values),
    organAddress: addressOf('organ', values),
    corrected: item.correctedAt && { at: formatShanghai(item.correctedAt).minute, reason: item.correction },
    noindex: !item.indexed,
  };
}

/** A notice of withdrawal, or that a period of display is over. */
export function noticeView(end: EndNotice): object {
  const values = valuesOf(end.organ, end.id);
  return {
    ...end,
    withdrawn: end.kind === 'withdrawn',
    groundTitle: end.ground && GROUND_TITLES[end.ground],
    ended: formatShanghai(end.endedAt).minute,
    endedOn: formatShanghai(end.endedAt).day,
    address: addressOf('notice', values),
    organAddress: addressOf('organ', values),
    noticesAddress: addressOf('notices', values),
  };
}

/** An organ on the first page. */
export function organView(organ: ShownOrgan): object {
  return { ...organ, address: addressOf('organ', { organ: organ.organ }), newestOn: organ.newestAt && formatShanghai(organ.newestAt).day };
}
