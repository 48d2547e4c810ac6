import type { CountingLaw, LineDraft } from './line-draft';

/** What an imported line says of its publication. */
export interface PublicationSaid {
  item: 'decision' | 'permit' | 'inspection';
  decidedOn?: string | null;
  publishedOn: string | null;
  channel?: string | null;
  discipline?: string | null;
}

/** One publication, in time or late where the item has a statutory term and the day of decision is known. */
export function draftsOfPublication(said: PublicationSaid, law?: CountingLaw): LineDraft[] {
  const { item, publishedOn: day, channel, discipline } = said;
  if (day === null) return [];
  return [{ kind: 'publication.published', day, dims: { item, channel, discipline, timeliness: timelinessOf(said, law) } }];
}

function timelinessOf({ item, decidedOn, publishedOn }: PublicationSaid, law?: CountingLaw): string | null {
  if (!law || item === 'inspection' || !decidedOn || publishedOn === null) return null;
  const by = law.publishBy(item, decidedOn);
  return by === null ? null : publishedOn <= by ? 'in-time' : 'late';
}
