// Tells at its end which files this process has loaded beside those of Node.
process.once('exit', () => {
  process.stdout.write(`loaded ${JSON.stringify(Object.keys(require.cache))}\n`);
});
