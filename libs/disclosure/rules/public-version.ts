import { digest, formatYuan, type CaseFile, type JsonObject } from '@sanzhi/kernel';
import { disclosedFacts, type DisclosedFacts } from './disclosed-facts';
import type { ItemSeen } from './item';
import { isNatural, knownOfCase } from './known-of-case';
import { publicHtml, type PublicRow } from './public-html';
import { redactFields, type RedactedFields } from './redact-fields';
import { leaks, type Leak, type RedactionProfile, type RedactionRule } from './redaction';

/** What the public would read of an item, and what stands in its list. Days are ISO days. */
export interface PublicVersion {
  title: string;
  number: string;
  partyShown: string;
  decidedOn: string;
  /** Whether feeds and search engines may carry it: never a natural person, unless the pack opens them. */
  indexed: boolean;
  html: string;
  /** SHA-256 of `html` in UTF-8, lower-case hex. */
  sha256: string;
  /** {profile, clean, sha256, rules: {rule: count}, removed: [{rule, digest}]}: digests alone, no value. */
  report: JsonObject;
  /** What the last gate still found, by kind; empty when it may be shown. */
  found: RedactionRule[];
}

/** Makes the public version of an item from the case as it is now; the same for preview, clearing and the last check. */
export type MakePublicVersion = (file: CaseFile, item: Pick<ItemSeen, 'id' | 'document'>) => PublicVersion;

/** The maker under a profile. Pure: the same file and item always give the same bytes. */
export function publicVersionBy(profile: RedactionProfile): MakePublicVersion {
  return (file, item) => {
    const facts = disclosedFacts(file);
    const redacted = redactFields(freeText(facts), profile, knownOfCase(file));
    const { party, offence } = redacted.fields;
    const title = `${party}${offence}案`;
    const number = facts.documents?.[item.document]?.number ?? file.case.number ?? '—';
    const decidedOn = facts.decision?.decidedOn ?? '';
    const html = publicHtml(title, rowsOf({ title, number, facts, redacted, organ: organName(file) }));
    const { sha256 } = digest(html);
    const hits = leaks(html, redacted.report, profile);
    const report = { profile: `${profile.id}@${profile.validFrom}`, clean: hits.length === 0, sha256, ...reported(item.id, redacted) };
    return { title, number, partyShown: party, decidedOn, indexed: isIndexed(file, facts), html, sha256, report, found: kindsOf(hits) };
  };
}

const isIndexed = ({ parameters }: CaseFile, { party }: DisclosedFacts): boolean =>
  parameters['publish.person.index'] === true || (party !== undefined && !isNatural(party));

type FreeText = 'party' | 'code' | 'offence' | 'basis' | 'factsFound';

/** The code of a body stands with its name, so that it is told from a number of a person. */
const CODE = '统一社会信用代码：';

function freeText({ party, clue, draft }: DisclosedFacts): Record<FreeText, string> {
  const code = party?.kind === 'person' ? undefined : party?.code;
  const given = { party: party?.name, code: code && CODE + code, offence: clue?.offence, basis: draft?.basis, factsFound: draft?.factsFound };
  return Object.fromEntries(Object.entries(given).map(([name, text]) => [name, text ?? ''])) as Record<FreeText, string>;
}

interface Shown {
  title: string;
  number: string;
  facts: DisclosedFacts;
  redacted: RedactedFields<FreeText>;
  organ: string;
}

/** What a published penalty shows: the eight elements of the health field's standard catalogue, content and brief facts. */
function rowsOf({ title, number, facts, redacted: { fields }, organ }: Shown): PublicRow[] {
  const { kinds = [], decidedOn = '' } = facts.decision ?? {};
  const code = fields.code.slice(CODE.length);
  return [
    ['行政处罚决定书文号', number],
    ['处罚名称', title],
    ['处罚类别', kinds.join('、')],
    ['处罚事由', fields.offence],
    ['行政相对人名称', fields.party],
    ...(code ? [['统一社会信用代码', code] as const] : []),
    ['处罚依据', fields.basis],
    ['处罚内容', contentOf(facts)],
    ['简要事实', fields.factsFound],
    ['处罚单位', organ],
    ['处罚决定日期', decidedOn],
    ...changeOf(facts),
  ];
}

/** A decision that was changed says so, since when; what it said before is withdrawn. */
function changeOf({ decision }: DisclosedFacts): PublicRow[] {
  if (decision?.standing !== 'changed') return [];
  return [['变更情况', `本决定已于${decision.standingSince ?? ''}依法变更，以上为变更后的内容；变更前公开的信息已撤回。`]];
}

function contentOf({ decision }: DisclosedFacts): string {
  const { kinds = [], fineFen = 0, confiscatedFen = 0 } = decision ?? {};
  const fine = fineFen > 0 ? [`罚款${formatYuan(fineFen)}元`] : [];
  const confiscated = confiscatedFen > 0 ? [`没收${formatYuan(confiscatedFen)}元`] : [];
  const others = kinds.filter((kind) => kind !== '罚款' && !(kind.startsWith('没收') && confiscatedFen > 0));
  return [...others, ...fine, ...confiscated].join('；');
}

const organName = (file: CaseFile): string => (file.slices.organ as { name: string }).name;

/** How often each rule removed something, and what was removed as digests bound to the item. */
function reported(id: string, { spans, report }: RedactedFields<FreeText>): JsonObject {
  const counts = new Map<string, number>();
  for (const { rule } of spans) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const removed = report.removed.map(({ rule, value }) => ({ rule, digest: digest(`${id}/${value}`).sha256 }));
  return { rules: Object.fromEntries([...counts].sort()), removed };
}

const kindsOf = (hits: readonly Leak[]): RedactionRule[] => [...new Set(hits.map((hit) => hit.rule))].sort();
