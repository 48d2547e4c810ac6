import type { CaseFile } from '@sanzhi/kernel';

/** How far an item is shown: whole, in part, or not at all. */
export type Scope = 'open' | 'partly-open' | 'not-open';

/** An item of disclosure (公示事项) as rules see it. `id` is `<case>/<item>`, also the subject of its clock. */
export interface ItemSeen {
  id: string;
  /** Which thing of the case: `decision`. */
  item: string;
  /** Kind of document it is drawn from. */
  document: string;
  state: 'proposed' | 'scoped' | 'not-open' | 'cleared' | 'published';
  scope: Scope | null;
  ground: string | null;
  scopedBy: string | null;
  clearedBy: string | null;
  /** SHA-256 of the cleared version, lower-case hex. */
  sha256: string | null;
  publishedAt: string | null;
}

/** What disclosure keeps about a case. */
export interface DisclosureSlice {
  items: ItemSeen[];
}

/** The slice of a file under the name `disclosure`. */
export function itemsOf(file: CaseFile): ItemSeen[] {
  return (file.slices.disclosure as DisclosureSlice).items;
}

/** The item of that name, or undefined when none was proposed. */
export function itemNamed(file: CaseFile, item: string): ItemSeen | undefined {
  return itemsOf(file).find((one) => one.item === item);
}
