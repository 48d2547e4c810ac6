import type { Dossier } from './dossier';
import { asJson, decisionOn, digestOf, LARGE, type Proposal, SMALL } from './forms';

const AGREE = { opinion: '同意。' };
const HEADS = ['head1', 'head2', 'head3'];

/** Steps of the ordinary penalty, each of one case and one proposal; everybody acts at the present instant. */
export const steps = {
  file: async (file: Dossier): Promise<void> => {
    await file.act('handler1', 'file-case', { reason: '有初步证据，属于本机关管辖。' });
    await file.act('head1', 'approve-filing', AGREE);
  },
  report: async (file: Dossier, proposal: Proposal = SMALL): Promise<void> => {
    await file.act('handler1', 'report-findings', { draft: asJson(proposal) });
  },
  notify: async (file: Dossier): Promise<void> => {
    await file.act('handler1', 'notify-party', { receiver: '示例签收人', method: 'direct' });
  },
  hear: async (file: Dossier): Promise<void> => {
    await file.act('handler1', 'record-statement', { kind: 'waived', content: '当事人书面放弃陈述申辩。' });
  },
  waiveHearing: async (file: Dossier): Promise<void> => {
    await file.act('handler1', 'waive-hearing', { waiver: '当事人签署放弃听证声明。' });
  },
  submit: async (file: Dossier, response?: string): Promise<void> => {
    await file.act('handler1', 'send-to-review', response === undefined ? {} : { response });
  },
  opine: async (file: Dossier, proposal: Proposal, opinion = 'OP-AGREE'): Promise<void> => {
    await file.act('reviewer1', 'give-opinion', { opinion, digest: digestOf(proposal), text: '审核意见。' });
  },
  convene: async (file: Dossier): Promise<void> => {
    const members = HEADS.map((login) => file.office.person(login));
    await file.act('clerk', 'convene-discussion', { members, chair: members[2], place: '第一会议室' });
  },
  vote: async (file: Dossier, proposal: Proposal, logins: readonly string[] = HEADS): Promise<void> => {
    for (const login of logins) await file.act(login, 'cast-vote', { vote: 'agree', view: '同意处罚建议。', digest: digestOf(proposal) });
  },
  resolve: async (file: Dossier, proposal: Proposal): Promise<void> => {
    await file.act('clerk', 'resolve-discussion', { resolution: 'approved', digest: digestOf(proposal), minutes: '一致同意处罚建议。' });
  },
  decide: async (file: Dossier, proposal: Proposal = SMALL): Promise<void> => {
    await file.act('head1', 'decide-penalty', decisionOn(proposal));
  },
  serve: async (file: Dossier): Promise<void> => {
    await file.act('handler1', 'serve-decision', { method: 'direct', receiver: '示例签收人' });
  },
  scope: async (file: Dossier): Promise<void> => {
    await file.act('publisher', 'scope-publication', { scope: 'open', ground: '具有一定社会影响，依法公开。', secrecyChecked: true });
  },
  clear: async (file: Dossier): Promise<void> => {
    await file.act('second-eye', 'clear-publication', { sha256: await previewOf(file), confirmed: true });
  },
  pay: async (file: Dossier, { fineFen, confiscatedFen }: Proposal = SMALL): Promise<void> => {
    await file.act('handler1', 'record-payment', { paidFen: fineFen + confiscatedFen, receipt: '示范票据0001' });
  },
  close: async (file: Dossier): Promise<void> => {
    await file.act('handler1', 'close-case', { summary: '当事人已履行，予以结案。' });
  },
  archive: async (file: Dossier): Promise<void> => {
    await file.act('archivist', 'archive-case', { volume: '2023-001' });
  },
};

/** Digest of the public version as it would be shown now. */
export async function previewOf(file: Dossier): Promise<string> {
  const { slices } = await file.view('second-eye');
  const { items } = slices.disclosure as { items: { preview: { sha256: string } | null }[] };
  return items[0].preview?.sha256 ?? '';
}

/** Told what is intended, and with nothing more to say about it. */
export async function toNotified(file: Dossier, proposal: Proposal): Promise<void> {
  await steps.file(file);
  await steps.report(file, proposal);
  await steps.notify(file);
  await steps.hear(file);
  if (proposal.fineFen >= LARGE.fineFen) await steps.waiveHearing(file);
}

/** Reviewed and discussed where the lines of the demo pack ask for it, and decided. */
export async function toDecided(file: Dossier, proposal: Proposal = SMALL): Promise<void> {
  await toNotified(file, proposal);
  if (proposal.fineFen >= LARGE.fineFen) {
    await steps.submit(file);
    await steps.opine(file, proposal);
    await steps.convene(file);
    await steps.vote(file, proposal);
    await steps.resolve(file, proposal);
  }
  await steps.decide(file, proposal);
}

/** Served, and cleared for publication. */
export async function toCleared(file: Dossier, proposal: Proposal = SMALL): Promise<void> {
  await toDecided(file, proposal);
  await steps.serve(file);
  await steps.scope(file);
  await steps.clear(file);
}
