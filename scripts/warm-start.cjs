// A process of the launcher: loads its code while the database is still starting, and runs when it is told its settings.
// node warm-start.cjs SCRIPT MODULE...   without the launcher it ends, as nothing keeps it waiting.
const [, , script, ...modules] = process.argv;

for (const file of modules) require(file);

process.once('message', (settings) => {
  Object.assign(process.env, settings);
  process.argv.splice(1, process.argv.length - 1, script);
  require(script);
});
