/** One header sentence stands directly above everything that kernel, ports and rules export. */
export default {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { missing: 'Say in one sentence above the export what it is, with the article where it has one.' },
  },
  create(context) {
    const source = context.sourceCode;
    const documented = (node) => {
      const last = source.getCommentsBefore(node).at(-1);
      return Boolean(last) && last.loc.end.line >= node.loc.start.line - 1;
    };
    const isOverload = (node) => {
      const siblings = node.parent.body;
      const before = siblings[siblings.indexOf(node) - 1]?.declaration;
      return before?.type === 'TSDeclareFunction' && before.id.name === node.declaration.id?.name;
    };
    const check = (node) => {
      if (!node.declaration || documented(node) || isOverload(node)) return;
      context.report({ node, messageId: 'missing' });
    };
    return { ExportNamedDeclaration: check, ExportDefaultDeclaration: check };
  },
};
