import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A road to a server that can be closed and opened again on the same port. */
export class TcpProxy {
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;
  private port = 0;

  constructor(private readonly target: { host: string; port: number }) {}

  /** Opens the road; the port on 127.0.0.1 stays the same. */
  async open(): Promise<number> {
    this.server = createServer((near) => this.join(near));
    await new Promise<void>((resolve) => this.server?.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
    return this.port;
  }

  /** Cuts every connection and refuses new ones. */
  async close(): Promise<void> {
    this.sockets.forEach((socket) => socket.destroy());
    await new Promise((resolve) => this.server?.close(resolve));
  }

  private join(near: Socket): void {
    const far = connect(this.target);
    for (const [one, other] of [[near, far], [far, near]]) {
      this.sockets.add(one);
      one.on('error', () => other.destroy()).on('close', () => (other.destroy(), this.sockets.delete(one)));
      one.pipe(other);
    }
  }
}
