import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A road to a server that can be closed and opened again on the same port, be slow, swallow everything, or lead elsewhere. */
export class TcpProxy {
  private readonly sockets = new Set<Socket>();
  private readonly held: (() => void)[] = [];
  private server: Server | undefined;
  private port = 0;
  private isHeld = false;
  private delayMillis = 0;

  constructor(private target: { host: string; port: number }) {}

  /** Opens the road; the port on 127.0.0.1 stays the same. */
  async open(): Promise<number> {
    this.server = createServer((near) => this.join(near));
    await new Promise<void>((resolve) => this.server?.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
    return this.port;
  }

  /** Cuts every connection and refuses new ones. */
  async close(): Promise<void> {
    this.pass();
    this.sockets.forEach((socket) => socket.destroy());
    await new Promise((resolve) => this.server?.close(resolve));
  }

  /** Nothing passes any more, in either direction, and nobody is told: no end, no reset. */
  hold(): void {
    this.isHeld = true;
  }

  /** What was held passes, and everything after it. */
  pass(): void {
    this.isHeld = false;
    for (const go of this.held.splice(0)) go();
  }

  /** Each piece takes so long, each way. */
  slow(millis: number): void {
    this.delayMillis = millis;
  }

  /** New connections lead elsewhere. */
  lead(target: { host: string; port: number }): void {
    this.target = target;
  }

  private join(near: Socket): void {
    const far = connect(this.target);
    for (const [one, other] of [[near, far], [far, near]]) {
      this.sockets.add(one);
      one.setNoDelay(true);
      one.on('error', () => this.inTurn(() => other.destroy()));
      one.on('close', () => {
        this.sockets.delete(one);
        this.inTurn(() => other.destroy());
      });
      one.on('data', (piece: Buffer) => this.inTurn(() => other.destroyed || other.write(piece)));
    }
  }

  private inTurn(go: () => void): void {
    if (this.isHeld) this.held.push(go);
    else if (this.delayMillis > 0) setTimeout(go, this.delayMillis);
    else go();
  }
}
