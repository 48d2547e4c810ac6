import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Places where systems put a Chromium; SANZHI_CHROMIUM names another. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** As root there is no sandbox; without a network nothing may be looked up. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Opens the browser; says what to do when there is none. */
export function openChromium(): Promise<Browser> {
  const named = process.env.SANZHI_CHROMIUM;
  const executablePath = named ?? PLACES.find((place) => existsSync(place));
  if (!executablePath || !existsSync(executablePath)) {
    const message = named
      ? `SANZHI_CHROMIUM 指向的 ${named} 不存在。`
      : '没有找到 Chromium。Debian：apt-get install -y chromium fonts-wqy-zenhei；或者用 SANZHI_CHROMIUM 指定其路径。';
    throw new Error(`${message} (browser tests need a Chromium)`);
  }
  return chromium.launch({ executablePath, args: [...FLAGS, '--lang=zh-CN'], env: { ...process.env, LANGUAGE: 'zh_CN' } as Record<string, string> });
}
