// Loads the files of one folder with the code that V8 has compiled of them before, which lies beside each as FILE.compiled.
// What another version of Node wrote V8 refuses, and compiles the text as ever.
// node compiled-code.cjs FOLDER NAME...   loads these files of the folder, and keeps what V8 compiled.
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const vm = require('node:vm');

const compiledOf = (file) => `${file}.compiled`;
const used = new Set();
const made = new Map();

/** @param {string} folder whose files are loaded so, from now on; a second time changes nothing */
function use(folder) {
  if (used.has(folder)) return;
  used.add(folder);
  const loader = quietly(mainLoader);
  const compileAnew = Module.prototype._compile;
  Module.prototype._compile = function compile(text, file) {
    if (path.dirname(file) !== folder) return compileAnew.apply(this, arguments);
    const kept = compiledOf(file);
    const cachedData = existsSync(kept) ? readFileSync(kept) : undefined;
    const script = new vm.Script(Module.wrap(text), { filename: file, cachedData, importModuleDynamically: loader });
    made.set(file, script);
    return script.runInThisContext().call(this.exports, this.exports, requireOf(this), this, file, folder);
  };
}

/** As Node makes it for a module. */
function requireOf(module) {
  const require = (name) => module.require(name);
  const resolve = (name, options) => Module._resolveFilename(name, module, false, options);
  return Object.assign(require, { resolve, main: process.mainModule, extensions: Module._extensions, cache: Module._cache });
}

/** `import()` means the same as in any other file; its first use is here. */
function mainLoader() {
  const loader = vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER;
  new vm.Script(`import('node:path')`, { importModuleDynamically: loader }).runInThisContext();
  return loader;
}

/** At its first use Node warns that this constant is young. */
function quietly(work) {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return work();
  } finally {
    process.emitWarning = emitWarning;
  }
}

function keep() {
  for (const [file, script] of made) writeFileSync(compiledOf(file), script.createCachedData());
}

module.exports = { use };

if (require.main === module) {
  const [, , folder, ...names] = process.argv;
  use(folder);
  for (const name of names) require(path.join(folder, `${name}.js`));
  keep();
  process.exit();
}
