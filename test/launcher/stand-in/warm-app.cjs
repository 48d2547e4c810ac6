// A process that loads first and runs when it is told: says so, and what it was given in the end.
const { readyToRun } = require('./warm-loads.cjs');

process.stdout.write(`RUN ${JSON.stringify({ loadedBefore: readyToRun, own: process.env.SANZHI_DATABASE_URL, owner: process.env.DATABASE_URL })}\n`);
process.once('disconnect', () => process.exit(0));
process.channel.unref();
setInterval(() => {}, 1000);
