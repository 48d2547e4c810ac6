/** Functions take at most four parameters, constructors at most five collaborators. */
export default {
  meta: {
    type: 'suggestion',
    schema: [{ type: 'object', properties: { function: { type: 'integer' }, constructor: { type: 'integer' } } }],
    messages: {
      many: '{{kind}} has {{count}} parameters, at most {{max}}: pass one object, or split the work.',
    },
  },
  create(context) {
    const max = { function: 4, constructor: 5, ...context.options[0] };
    const check = (node) => {
      const kind = node.parent.type === 'MethodDefinition' && node.parent.kind === 'constructor' ? 'constructor' : 'function';
      const count = node.params.length;
      if (count > max[kind]) context.report({ node, messageId: 'many', data: { kind, count, max: max[kind] } });
    };
    return { FunctionDeclaration: check, FunctionExpression: check, ArrowFunctionExpression: check };
  },
};
