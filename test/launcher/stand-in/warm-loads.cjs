// What takes long to load: it is there before anything is known of the database.
process.stdout.write(`LOADED ${String(process.env.SANZHI_DATABASE_URL)}\n`);
module.exports = { readyToRun: process.env.SANZHI_DATABASE_URL === undefined };
