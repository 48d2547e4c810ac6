import type { ItemView } from '@sanzhi/disclosure';
import type { Dossier } from './dossier';

/** Items of a case as the publisher sees them. */
export async function itemsOf(file: Dossier): Promise<ItemView[]> {
  const { slices } = await file.view('publisher');
  return (slices.disclosure as { items: ItemView[] }).items;
}

/** One of them, by its name. */
export async function itemOf(file: Dossier, item = 'decision'): Promise<ItemView> {
  return (await itemsOf(file)).find((one) => one.item === item)!;
}

/** Steps of the publication of one item, by separate persons. */
export const publication = {
  scope: async (file: Dossier, item: string): Promise<void> => {
    await file.act('publisher', 'scope-publication', { item, scope: 'open', ground: '具有一定社会影响，依法公开。', secrecyChecked: true });
  },
  clear: async (file: Dossier, item: string): Promise<void> => {
    const { preview } = await itemOf(file, item);
    await file.act('second-eye', 'clear-publication', { item, sha256: preview!.sha256, confirmed: true });
  },
  draftWithdrawal: async (file: Dossier, reason: string): Promise<void> => {
    await file.act('publisher', 'draft-withdrawal', { reason });
  },
  withdraw: async (file: Dossier): Promise<void> => {
    const { withdrawal } = await itemOf(file);
    await file.act('second-eye', 'withdraw-publication', { sha256: withdrawal!.sha256!, confirmed: true });
  },
};
