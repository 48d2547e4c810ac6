// One server for the whole run: the one of DATABASE_URL, else a throw-away server. Test files copy a template on it.
module.exports = async () => {
  if (process.env.DATABASE_URL) {
    process.env.SANZHI_TEST_OWNER_URL = process.env.DATABASE_URL;
    return;
  }
  const { startThrowAwayPostgres } = await import('../../scripts/embedded-postgres.mjs');
  const server = await startThrowAwayPostgres();
  globalThis.sanzhiTestServer = server;
  process.env.SANZHI_TEST_OWNER_URL = server.url;
};
