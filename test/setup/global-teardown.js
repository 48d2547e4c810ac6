module.exports = async () => {
  await globalThis.sanzhiTestServer?.stop();
};
