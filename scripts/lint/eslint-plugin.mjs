import declaredBeforeInjected from './rules/declared-before-injected.mjs';
import exportedHeader from './rules/exported-header.mjs';
import fewParameters from './rules/few-parameters.mjs';
import legalTime from './rules/legal-time.mjs';
import refusalNotThrown from './rules/refusal-not-thrown.mjs';
import shortTimers from './rules/short-timers.mjs';
import tellingNames from './rules/telling-names.mjs';

/** The house's own rules, for what no published rule says. */
export default {
  meta: { name: 'sanzhi' },
  rules: {
    'declared-before-injected': declaredBeforeInjected,
    'exported-header': exportedHeader,
    'few-parameters': fewParameters,
    'legal-time': legalTime,
    'refusal-not-thrown': refusalNotThrown,
    'short-timers': shortTimers,
    'telling-names': tellingNames,
  },
};
