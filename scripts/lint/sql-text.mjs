const TOKENS = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|\$(\w*)\$[\s\S]*?\$\1\$/g;

/** Line number, from 1, of a place in a text. */
export function lineOf(text, index) {
  return text.slice(0, index).split('\n').length;
}

/** The text with its comments turned to spaces: every other place keeps its index. */
export function blankComments(text) {
  return text.replace(TOKENS, (token) => {
    if (token.startsWith('$')) {
      const quote = /^\$\w*\$/.exec(token)[0];
      return quote + blankComments(token.slice(quote.length, -quote.length)) + quote;
    }
    return token.startsWith("'") ? token : token.replace(/[^\n]/g, ' ');
  });
}

/** Top-level statements as {index, outside}; `outside` is the statement without strings and dollar-quoted bodies. */
export function statementsOf(code) {
  const outside = code.replace(TOKENS, (token) => token.replace(/[^\n]/g, ' '));
  const statements = [];
  let from = 0;
  for (const part of outside.split(';')) {
    statements.push({ index: from + (part.length - part.trimStart().length), outside: part });
    from += part.length + 1;
  }
  return statements;
}
