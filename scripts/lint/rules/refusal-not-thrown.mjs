const NAMES = /^Refusals?$/;

function names(type) {
  const parts = type.types ?? [type];
  return parts.flatMap((part) => [part.aliasSymbol?.name, part.symbol?.name]).filter(Boolean);
}

/** What the law refuses is returned, never thrown: a caller must not be able to mistake it for a fault. */
export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: { thrown: 'A Refusal is a value: return it.' },
  },
  create(context) {
    const services = context.sourceCode.parserServices;
    return {
      ThrowStatement(node) {
        const type = services.getTypeAtLocation(node.argument);
        if ([type.aliasSymbol?.name, ...names(type)].some((name) => name && NAMES.test(name))) {
          context.report({ node, messageId: 'thrown' });
        }
      },
    };
  },
};
