import { readConfig } from '@sanzhi/platform/config';
import { PortalProbe, type Probed } from '../../app/prove-gone';

const TIMEOUT_MILLIS = 5_000;

/** Asks over HTTP at SANZHI_PORTAL_URL, through whatever stands before the portal, with nothing of ours in the request. */
export class HttpPortalProbe extends PortalProbe {
  async ask(address: string): Promise<Probed | null> {
    const { portalUrl, portalPort } = readConfig();
    try {
      const answer = await fetch((portalUrl ?? `http://127.0.0.1:${portalPort}`) + address, {
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MILLIS),
      });
      return { status: answer.status, body: await answer.text() };
    } catch {
      return null;
    }
  }
}
