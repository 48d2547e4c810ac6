// What can be known about another process: whether it lives, since when, and what it was started with.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

/** @param {number} millis */
export const sleep = (millis) => new Promise((resolve) => { setTimeout(resolve, millis); });

/** @param {number} pid @returns {boolean} */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * A word that differs when the number was given to another process, or the machine was started again.
 * @param {number} pid @returns {string | undefined} undefined when no such process lives
 */
export function birthOf(pid) {
  if (process.platform !== 'linux') {
    return isAlive(pid) ? spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() : undefined;
  }
  try {
    const [state, ...fields] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
    if (state === 'Z') return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[18]}`;
  } catch {
    return undefined;
  }
}

/** @param {number} pid @returns {string} empty when it is not known */
export function commandLineOf(pid) {
  if (process.platform !== 'linux') return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

/**
 * Processes whose working directory is the folder: for a data folder these are PostgreSQL's own.
 * @param {string} folder absolute, without links @returns {number[]} always empty where there is no /proc
 */
export function processesIn(folder) {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === folder;
    } catch {
      return false;
    }
  });
}

/**
 * Waits until the question is answered with yes.
 * @param {() => boolean | Promise<boolean>} question @param {number} millis time limit
 * @returns {Promise<boolean>} false when the time ran out
 */
export async function until(question, millis) {
  const endsAt = Date.now() + millis;
  while (!(await question())) {
    if (Date.now() > endsAt) return false;
    await sleep(25);
  }
  return true;
}
