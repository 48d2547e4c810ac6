/** Names of the classes a constructor parameter is typed with. */
function typeNames(parameter) {
  const target = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
  const type = target.typeAnnotation?.typeAnnotation;
  return type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier' ? [type.typeName] : [];
}

/** A collaborator stands above the class that gets it: decorator metadata reads it when the file is loaded. */
export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: { later: '"{{name}}" is declared further down: loading this file would fail. Move it up, or to its own file.' },
  },
  create(context) {
    const classes = new Map();
    const injected = [];
    return {
      ClassDeclaration(node) {
        if (node.id) classes.set(node.id.name, node.range[0]);
        const constructor = node.body.body.find((member) => member.kind === 'constructor');
        if (node.decorators?.length && constructor) injected.push(...constructor.value.params.flatMap(typeNames));
      },
      'Program:exit'() {
        for (const id of injected) {
          if (classes.get(id.name) > id.range[0]) context.report({ node: id, messageId: 'later', data: { name: id.name } });
        }
      },
    };
  },
};
