import { emptyWord } from '../words.mjs';

/** Exported names say what the thing is: Manager, Helper, Util, Common, Base, Data and Info say nothing. */
export default {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { empty: '"{{name}}": the word "{{word}}" says nothing about what this is for.' },
  },
  create(context) {
    const check = (id) => {
      const name = id?.type === 'Identifier' ? id.name : undefined;
      const word = name && emptyWord(name);
      if (word) context.report({ node: id, messageId: 'empty', data: { name, word } });
    };
    return {
      ExportNamedDeclaration(node) {
        for (const specifier of node.specifiers) check(specifier.exported);
        const declaration = node.declaration;
        if (!declaration) return;
        if (declaration.type === 'VariableDeclaration') for (const each of declaration.declarations) check(each.id);
        else check(declaration.id);
      },
    };
  },
};
