import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClockRule } from '@sanzhi/kernel';
import { configDir } from '../project-root';
import { loadClockRules } from './clock-rules';

/** One limit as it was collected for this project, with how well its number is known. */
interface Limit {
  id: string;
  name: string;
  length: string;
  unit: string;
  status: 'SEEN' | 'PARTLY' | 'MEMORY' | 'UNKNOWN';
}

const limits = JSON.parse(readFileSync(join(__dirname, 'fixtures/time-limits.json'), 'utf8')) as Limit[];
const rules = loadClockRules(configDir());

/** Limits that name several terms at once, and the rules they stand in. */
const SPLIT: Record<string, string[]> = {
  'CASE-COURT-5-7-30': ['CASE-COURT-ACCEPT-5', 'CASE-COURT-RULE-7', 'CASE-COURT-HEAR-30'],
  'PUB-LOCAL-KEEP': ['PUB-LOCAL-KEEP', 'PUB-LOCAL-KEEP-PERSON'],
  'PUB-CREDIT-GEN': ['PUB-CREDIT-GEN-MIN', 'PUB-CREDIT-GEN-MAX'],
  'PUB-CREDIT-SEV': ['PUB-CREDIT-SEV-MIN', 'PUB-CREDIT-SEV-MAX'],
  'XK-HEAR': ['XK-HEAR-REQ-5', 'XK-HEAR-HOLD-20', 'XK-HEAR-NOTICE-7'],
};
/** Dates that a paper of the case names, and a term that only packs know. */
const NAMED_OR_LOCAL = ['CASE-HELP', 'CASE-INSTALMENT', 'CASE-RECTIFY'];
/** Rules beside the limits: the other half of a limit, or its older text. */
const BESIDE = ['CASE-HEAR-REQ-OLD', 'CASE-REGISTER-7-OLD', 'CASE-SERVE-PUB-OLD', 'PUB-GIREPORT-0331', 'REM-FY-20Y', 'REM-SS-SIMPLE-45', 'XF-RECHECK-30', 'XF-RECHECK-ASK-30', 'XF-REVIEW-ASK-30'];
/** Terms of the organ itself, which no statute names. */
const OWN = ['CASE-HEAR-OPINION', 'CASE-REVIEW'];
const UNITS: Record<string, ClockRule['unit']> = { WD: 'working-day', CD: 'calendar-day', MO: 'month', Y: 'year', H: 'hour' };

/** Terms whose words do not say it in one number: the longest showing, and days that a party counts (as plain days). */
const READ_AS: Record<string, [number, ClockRule['unit']]> = { 'PUB-CREDIT-MINOR': [3, 'month'], 'XK-RENEW-30': [30, 'calendar-day'] };

const idsOf = ({ id }: Limit): string[] => SPLIT[id] ?? [id];
const found = (limit: Limit): ClockRule[] => idsOf(limit).map((id) => rules.get(id)!);

describe('the 74 limits', () => {
  it('all stand in config/clocks, and nothing else does', () => {
    expect(limits).toHaveLength(74);
    expect([...rules.keys()].sort()).toEqual([...limits.flatMap(idsOf), ...BESIDE, ...OWN, ...NAMED_OR_LOCAL].sort());
  });

  it.each(limits.filter(({ status }) => status === 'MEMORY' || status === 'UNKNOWN'))('$id is no law from memory: null, with a warning that shows', (limit) => {
    for (const rule of found(limit)) {
      expect([rule.length, rule.monthDay ?? null]).toEqual([null, null]);
      expect(rule.warning ?? rule.statusNote).toBeTruthy();
      expect(rule).not.toHaveProperty('stops');
      expect(rule).not.toHaveProperty('extension');
    }
  });

  const numbered = limits.filter(({ length, status, unit }) => /^\d+\b/.test(length) && UNITS[unit] && (status === 'SEEN' || status === 'PARTLY'));
  it.each(numbered)('$id says $length $unit, or why it is not the law here', (limit) => {
    const [rule] = found(limit);
    const said = Number(/^\d+/.exec(limit.length)![0]);
    if (rule.length === null) expect(rule.warning).toBeTruthy();
    else expect([rule.length, rule.unit]).toEqual(READ_AS[limit.id] ?? [said, UNITS[limit.unit]]);
  });

  it('carry a basis, a source and who acts', () => {
    for (const rule of rules.values()) expect([rule.basis, rule.source, rule.actor].every((text) => text.length > 0)).toBe(true);
  });
});
