import { otherClockInSql } from '../sql-clock.mjs';

const CLOCK_OBJECTS = new Set(['performance']);
const CLOCK_MEMBERS = new Set(['Date.now', 'process.hrtime', 'Temporal.Now']);

/** Legal time has one source, the SQL function sanzhi_now(): no other clock is asked in what applies the law. */
export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      clock: '{{what}} is not legal time: the use case gets `now` from sanzhi_now() and hands it on.',
      sql: '{{what}} in SQL is not legal time: write sanzhi_now().',
    },
  },
  create(context) {
    const report = (node, what, messageId = 'clock') => context.report({ node, messageId, data: { what } });
    const checkSql = (node, text) => {
      const what = otherClockInSql(text);
      if (what) report(node, what, 'sql');
    };
    const isDate = (node) => node.callee.type === 'Identifier' && node.callee.name === 'Date';
    return {
      MemberExpression(node) {
        if (node.object.type !== 'Identifier') return;
        const member = `${node.object.name}.${node.property.name ?? node.property.value}`;
        if (CLOCK_MEMBERS.has(member) || CLOCK_OBJECTS.has(node.object.name)) report(node, member);
      },
      NewExpression: (node) => isDate(node) && node.arguments.length === 0 && report(node, 'new Date()'),
      CallExpression: (node) => isDate(node) && report(node, 'Date()'),
      Literal: (node) => typeof node.value === 'string' && checkSql(node, node.value),
      TemplateElement: (node) => checkSql(node, node.value.raw),
    };
  },
};
