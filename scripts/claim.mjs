// A file that says which live process owns something. A dead owner's file never blocks anybody. Node built-ins only.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { birthOf, sleep } from './processes.mjs';

/** A take-over lasts microseconds; one that is older was left by a process killed in the middle of it. */
const TAKE_OVER_LIMIT_MILLIS = 10_000;

/**
 * @typedef {object} Holder
 * @property {number} pid
 * @property {string} birth tells this process from a later one with the same number
 *
 * @typedef {object} Claim
 * @property {() => Record<string, any>} fields what the file says
 * @property {(more: object) => void} update adds fields to the file
 * @property {() => void} release removes the file
 */

/** @param {string} file @returns {(Holder & Record<string, any>) | undefined} the owner, if it lives */
export function holderOf(file) {
  const holder = read(file);
  return holder && lives(holder) ? holder : undefined;
}

/**
 * Tries once to become the owner.
 * @param {string} file @param {object} fields what others may read there (mode 0600)
 * @returns {Claim | undefined} undefined when a live process owns it
 */
export function tryClaim(file, fields) {
  mkdirSync(path.dirname(file), { recursive: true });
  let record = { ...fields, pid: process.pid, birth: birthOf(process.pid) };
  if (!create(file, record) && !takeOver(file, record)) return undefined;
  return {
    fields: () => record,
    update(more) {
      record = { ...record, ...more };
      const draft = draftOf(file, record);
      renameSync(draft, file);
    },
    release() {
      const holder = read(file);
      if (holder?.pid === record.pid && holder.birth === record.birth) rmSync(file, { force: true });
    },
  };
}

/**
 * Waits until it is the owner.
 * @param {string} file @param {object} fields @param {() => void} [onWait] called once if it has to wait
 * @returns {Promise<Claim>}
 */
export async function claim(file, fields, onWait = () => {}) {
  let claimed = tryClaim(file, fields);
  if (!claimed) onWait();
  while (!claimed) {
    await sleep(100);
    claimed = tryClaim(file, fields);
  }
  return claimed;
}

/** A link either makes the whole file or fails: nobody ever reads half of it. */
function create(file, record) {
  const draft = draftOf(file, record);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Replaces a dead owner. Whoever wants that needs the one take-over file, and looks again once it has it. What it then
 * removes is dead and stays so, since nobody else may remove it; where there is nothing, nothing is removed.
 */
function takeOver(file, record) {
  if (holderOf(file)) return false;
  const takeOverFile = `${file}.take-over`;
  if (!createEmpty(takeOverFile)) {
    forgetAbandoned(takeOverFile);
    return false;
  }
  try {
    const found = read(file);
    if (found && lives(found)) return false;
    if (found) rmSync(file, { force: true });
    return create(file, record);
  } finally {
    rmSync(takeOverFile, { force: true });
  }
}

const lives = ({ pid, birth }) => birth !== '' && birthOf(pid) === birth;

function createEmpty(file) {
  try {
    writeFileSync(file, '', { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function forgetAbandoned(takeOverFile) {
  const since = statSync(takeOverFile, { throwIfNoEntry: false })?.mtimeMs;
  if (since !== undefined && Date.now() - since > TAKE_OVER_LIMIT_MILLIS) rmSync(takeOverFile, { force: true });
}

function draftOf(file, record) {
  const draft = `${file}.${process.pid}.draft`;
  writeFileSync(draft, `${JSON.stringify(record, undefined, 2)}\n`, { mode: 0o600 });
  return draft;
}

/** A file that is no record belongs to nobody who lives. */
const NOBODY = { pid: 0, birth: '' };

/** @returns {(Holder & Record<string, any>) | undefined} undefined when there is no file */
function read(file) {
  try {
    const record = JSON.parse(readFileSync(file, 'utf8'));
    return record?.pid > 0 && typeof record.birth === 'string' ? record : NOBODY;
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    if (error instanceof SyntaxError) return NOBODY;
    throw error;
  }
}
