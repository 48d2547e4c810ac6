const TIMERS = new Set(['setTimeout', 'setInterval']);
const DAY_MS = 86_400_000;
const OPERATORS = { '*': (a, b) => a * b, '+': (a, b) => a + b, '-': (a, b) => a - b, '/': (a, b) => a / b };

function initialValue(scope, name) {
  for (let at = scope; at; at = at.upper) {
    const definition = at.set.get(name)?.defs[0]?.node;
    if (definition) return definition.parent?.kind === 'const' ? definition.init : undefined;
  }
  return undefined;
}

/** The number an expression of literals, arithmetic and local constants stands for; NaN when it cannot be told. */
function valueOf(node, scope) {
  if (!node) return NaN;
  if (node.type === 'Literal') return Number(node.value);
  if (node.type === 'Identifier') return valueOf(initialValue(scope, node.name), scope);
  const apply = node.type === 'BinaryExpression' && OPERATORS[node.operator];
  return apply ? apply(valueOf(node.left, scope), valueOf(node.right, scope)) : NaN;
}

/** No timer waits longer than a day: beyond 2^31 ms Node fires at once, and a clock row does not forget. */
export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: { long: 'A timer of more than a day is a clock: store it and let the sweep ring it.' },
  },
  create(context) {
    return {
      CallExpression(node) {
        const name = node.callee.name ?? node.callee.property?.name;
        if (!TIMERS.has(name)) return;
        if (valueOf(node.arguments[1], context.sourceCode.getScope(node)) > DAY_MS) context.report({ node, messageId: 'long' });
      },
    };
  },
};
