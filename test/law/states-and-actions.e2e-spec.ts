import type { FileLawBook } from '@sanzhi/casework';
import { decide, SYSTEM, type CaseFile, type Procedure } from '@sanzhi/kernel';
import { openLaw } from '../../apps/cli/src/open-law';

jest.setTimeout(60_000);

let law: FileLawBook;
beforeAll(async () => {
  law = await openLaw();
});

const AFTER = 'decided announcing served applied enforcing remedied performed closed';
const BEFORE = 'investigating reported notice-announcing notified hearing reviewing reviewed discussing discussed ending';
const PAYABLE = 'served applied enforcing remedied';
const CARRYABLE = `${PAYABLE} performed`;
const RECTIFIABLE = `investigating reported notice-announcing notified hearing reviewing reviewed discussing discussed ending exempted concluded decided announcing ${CARRYABLE}`;
const REMEDIABLE = 'served applied enforcing remedied performed closed archived';
const SUMMARY_AFTER = 'decided filed applied enforcing remedied performed closed';
const SUMMARY_PAYABLE = 'filed applied enforcing remedied';
const SUMMARY_CARRYABLE = `${SUMMARY_PAYABLE} performed`;
const SUMMARY_REMEDIABLE = 'decided filed applied enforcing remedied performed closed archived';

/** In which states each act of the ordinary penalty may be taken; what others own is theirs to write down. */
const ORDINARY: Record<string, string> = {
  'register-clue': '', 'verify-clue': 'clue', 'file-case': 'clue', 'endorse-filing': 'filing', 'approve-filing': 'filing', 'decline-filing': 'clue filing',
  'link-tip': 'clue filing investigating', 'extend-verification': 'clue', 'exclude-verification-time': 'clue',
  'report-findings': 'investigating reported notified hearing reviewed discussed', 'notify-party': 'reported', 'record-statement': 'notified hearing reviewing reviewed discussing discussed',
  'answer-statement': 'reported notified hearing reviewed discussed', 'recheck-statement': 'reported notified hearing reviewed discussed', 'waive-hearing': 'notified',
  'request-hearing': 'notified reviewed discussed', 'admit-hearing': 'notified reviewed discussed', 'withdraw-hearing': 'hearing notified', 'schedule-hearing': 'hearing notified',
  'notify-hearing': 'hearing', 'hold-hearing': 'hearing', 'give-hearing-opinion': 'hearing', 'send-to-review': 'notified reviewed discussed', 'decide-penalty': 'notified reviewed discussed',
  'lapse-hearing-right': 'notified', 'report-ending': 'investigating reported notified hearing reviewed discussed', 'return-ending': 'ending', 'decide-exemption': 'ending',
  'serve-exemption': 'exempted', 'approve-ending': 'ending', 'approve-transfer': 'ending', 'approve-crime-transfer': 'ending',
  'send-crime': 'crime-approved', 'record-crime-answer': 'crime-sent', 'serve-decision': 'decided', 'record-failed-service': 'reported decided', 'announce-notice': 'reported', 'notify-by-notice': 'notice-announcing',
  'announce-decision': 'decided', 'serve-by-notice': 'announcing', 'record-payment': PAYABLE, 'record-part-payment': PAYABLE,
  'request-deferral': PAYABLE, 'grant-deferral': PAYABLE, 'refuse-deferral': PAYABLE, 'impose-surcharge': PAYABLE, 'agree-performance': PAYABLE,
  'record-refund': PAYABLE, 'close-case': 'performed concluded enforcing remedied', 'end-remedy-period': PAYABLE, 'urge-performance': PAYABLE,
  'apply-to-court': 'served remedied', 'record-court-answer': 'applied', 'record-remedy': REMEDIABLE, 'reply-to-remedy': REMEDIABLE,
  'remedy-outcome': REMEDIABLE, 'self-correct': REMEDIABLE, 'scope-publication': `${AFTER} archived`, 'clear-publication': `${AFTER} archived`, 'publish-decision': `${AFTER} archived`,
  'archive-case': 'closed', 'collect-cash': PAYABLE, 'hand-in-cash': CARRYABLE, 'deposit-cash': CARRYABLE, 'list-goods': CARRYABLE, 'approve-goods-way': CARRYABLE,
  'dispose-goods': CARRYABLE, 'carry-out-penalty': CARRYABLE, 'tell-registration': CARRYABLE, 'confirm-registration': CARRYABLE, 'order-rectification': RECTIFIABLE,
  'recheck-rectification': RECTIFIABLE, 'record-urging-view': PAYABLE, 'answer-urging-view': PAYABLE, 'record-transfer-receipt': 'concluded crime-sent',
  'confirm-transfer': 'concluded', 'hand-over-goods': 'concluded', 'record-with-government': AFTER,
};

/** What changes the term for the decision; the old law has none of it. */
const TIMED: Record<string, string> = {
  'ask-extension': BEFORE, 'vote-extension': BEFORE, 'extend-decision': BEFORE, 'exclude-time': BEFORE, 'suspend-decision': BEFORE, 'resume-decision': BEFORE,
  'sign-overdue': BEFORE,
};

const SUMMARY: Record<string, string> = {
  'register-clue': '', 'decide-on-the-spot': 'investigating', 'file-with-organ': 'decided', 'record-payment': SUMMARY_PAYABLE,
  'record-part-payment': SUMMARY_PAYABLE, 'request-deferral': SUMMARY_PAYABLE, 'grant-deferral': SUMMARY_PAYABLE, 'refuse-deferral': SUMMARY_PAYABLE,
  'impose-surcharge': SUMMARY_PAYABLE, 'agree-performance': SUMMARY_PAYABLE, 'record-refund': SUMMARY_PAYABLE,
  'close-case': 'performed enforcing remedied', 'end-remedy-period': SUMMARY_PAYABLE, 'urge-performance': SUMMARY_PAYABLE,
  'apply-to-court': 'filed remedied', 'record-court-answer': 'applied', 'record-remedy': SUMMARY_REMEDIABLE, 'reply-to-remedy': SUMMARY_REMEDIABLE,
  'remedy-outcome': SUMMARY_REMEDIABLE, 'self-correct': SUMMARY_REMEDIABLE, 'scope-publication': `${SUMMARY_AFTER} archived`, 'clear-publication': `${SUMMARY_AFTER} archived`,
  'publish-decision': `${SUMMARY_AFTER} archived`, 'archive-case': 'closed',
  'collect-cash': `decided ${SUMMARY_PAYABLE}`, 'hand-in-cash': `decided ${SUMMARY_CARRYABLE}`, 'deposit-cash': `decided ${SUMMARY_CARRYABLE}`,
  'carry-out-penalty': SUMMARY_CARRYABLE, 'order-rectification': `investigating decided ${SUMMARY_CARRYABLE}`, 'record-urging-view': SUMMARY_PAYABLE,
};

const VERSIONS = ['2020-01-01', '2021-07-15', '2025-06-01'];

function fileIn(procedure: Procedure, state: string, action: string): CaseFile {
  const day = procedure.validFrom;
  const { by } = procedure.actions[action];
  const instant = `${day}T01:00:00.000Z`;
  return {
    case: {
      id: 'c', organ: 'O', number: null, procedure: procedure.id, procedureVersion: procedure.version, state, version: 1, facts: {},
      openedOn: day, lastActedAt: null,
    },
    duties: [], clocks: [], slices: { identity: { duties: [], officers: [] } }, parameters: {},
    step: {
      action, form: {}, actor: { person: by === SYSTEM ? SYSTEM : 'p', organ: 'O', name: '甲', posts: [by] }, actedOn: day, actedAt: instant,
      recordedOn: day, recordedAt: instant,
    },
  };
}

/** States in which the machine lets an action begin, its other conditions aside. */
function openStates(procedure: Procedure, action: string): string[] {
  const states = ['', ...Object.keys(procedure.states)];
  // The conditions of an act ask about facts that this file does not have: here its place in the table is asked alone.
  const bare: Procedure = { ...procedure, actions: { ...procedure.actions, [action]: { ...procedure.actions[action], needs: [], clocks: {}, effects: [], tallies: [], to: '=' } } };
  return states.filter((state) => {
    const { refusals = [] } = decide({ procedure: bare, rules: new Map(), standing: [] }, fileIn(procedure, state, action));
    return !refusals.some(({ rule }) => rule === 'not-in-state');
  });
}

const table = (id: string, version: string, wanted: Record<string, string>): Record<string, string[]> => {
  const procedure = law.pinned(id, version);
  return Object.fromEntries(Object.keys(wanted).map((action) => [action, openStates(procedure, action).sort()]));
};

const written = (wanted: Record<string, string>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(wanted).map(([action, states]) => [action, states.split(' ').sort()]));

describe.each(VERSIONS)('version %s', (version) => {
  it('of the ordinary penalty opens each act in the states of the table, and in no other', () => {
    expect(table('penalty-ordinary', version, ORDINARY)).toEqual(written(ORDINARY));
  });

  it('of the summary penalty opens each act in the states of the table, and in no other', () => {
    expect(table('penalty-summary', version, SUMMARY)).toEqual(written(SUMMARY));
  });
});

/** The second kind of procedure: an inspection. */
const INSPECTION: Record<string, string> = {
  'plan-inspection': '', 'approve-inspection': 'planned', 'refuse-inspection': 'planned', 'notify-inspection': 'approved', 'enter-premises': 'approved',
  'record-gone': 'approved on-site', 'record-scene': 'on-site', 'issue-opinion': 'recorded following', 'conclude-inspection': 'recorded',
  'record-recheck': 'following', 'refer-finding': 'following', 'close-inspection': 'following',
};

it('of the inspection opens each act in the states of the table, and in no other', () => {
  expect(table('inspection-routine', '2025-01-01', INSPECTION)).toEqual(written(INSPECTION));
});

it('changes the term for a decision before it is made, and at no other time', () => {
  for (const version of VERSIONS.slice(1)) expect(table('penalty-ordinary', version, TIMED)).toEqual(written(TIMED));
});

it('is chosen by the day, and pinned', () => {
  const on = (day: string) => law.inForce('penalty-ordinary', day)?.version;
  expect(['2020-01-01', '2021-07-14', '2021-07-15', '2025-05-31', '2025-06-01', '2026-11-27'].map(on)).toEqual([
    '2020-01-01', '2020-01-01', '2021-07-15', '2021-07-15', '2025-06-01', '2025-06-01',
  ]);
  expect(on('2019-12-31')).toBeUndefined();
});

it('does not judge the old law by article 58', () => {
  const needs = (version: string) => law.pinned('penalty-ordinary', version).actions['decide-penalty'].needs;
  expect(needs('2020-01-01')).not.toContain('review-passed-where-required');
  for (const version of ['2021-07-15', '2025-06-01']) expect(needs(version)).toContain('review-passed-where-required');
});

it('L46: no act of any procedure is dated before its cause, in the future, or late without a paper', () => {
  const acts = law.procedures().flatMap((procedure) => Object.entries(procedure.actions).filter(([, { by }]) => by !== SYSTEM).map(([action]) => [procedure, action] as const));
  expect(acts.length).toBeGreaterThan(200);
  const at = (day: string) => `${day}T01:00:00.000Z`;
  for (const [procedure, action] of acts) {
    const { standing } = law.law(procedure);
    const asked = (actedOn: string, recordedOn: string): string[] => {
      const bare = fileIn(procedure, procedure.actions[action].from[0] ?? '', action);
      const file: CaseFile = { ...bare, case: { ...bare.case, lastActedAt: at('2026-06-09') }, step: { ...bare.step, actedOn, actedAt: at(actedOn), recordedOn, recordedAt: at(recordedOn) } };
      const dated = standing.filter(({ id }) => ['not-before-cause', 'not-in-the-future', 'late-entry-has-proof'].includes(id));
      return dated.filter((rule) => rule.check(file) !== null).map(({ id }) => id);
    };
    const where = `${procedure.id}@${procedure.version} ${action}`;
    expect([where, asked('2026-06-08', '2026-06-10')]).toEqual([where, ['not-before-cause', 'late-entry-has-proof']]);
    expect([where, asked('2026-06-11', '2026-06-10')]).toEqual([where, ['not-in-the-future', 'late-entry-has-proof']]);
    expect([where, asked('2026-06-10', '2026-06-10')]).toEqual([where, []]);
  }
});
