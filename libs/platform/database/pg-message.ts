import pg, { type Connection } from 'pg';
import type { Rows } from '../ports';
import type { Prepared } from './prepared';

/** A column of an answer: its name, and how its text is read. */
interface Column {
  name: string;
  read(text: string): unknown;
}

interface RowDescription {
  fields: { name: string; dataTypeID: number }[];
}

interface DataRow {
  fields: (string | null)[];
}

type Told = (error: Error | undefined, rows: Rows[]) => void;

/** What a connection keeps: the statements that its server has parsed, by name, each with its columns. */
const kept = new WeakMap<Connection, Map<string, Column[]>>();

/**
 * Several statements in one message of the extended protocol, with one Sync at its end: the server answers once, and after
 * a failure it skips the rest, a commit too. A statement is parsed and described once per connection, then known by name.
 */
export class PgMessage extends pg.Query {
  private readonly answers: Rows[] = [];
  private known = new Map<string, Column[]>();
  private columns: Column[] = [];
  private current: Rows = [];

  constructor(
    private readonly statements: readonly Prepared[],
    told: Told,
  ) {
    super({ text: '' });
    // Where the driver looks for it, and puts its own in its place: that one stops the time-out of the message.
    Object.assign(this, { callback: told });
  }

  override submit = (connection: Connection): void => {
    this.known = kept.get(connection) ?? new Map<string, Column[]>();
    kept.set(connection, this.known);
    const { stream } = connection;
    stream.cork();
    const sent = new Set<string>();
    for (const statement of this.statements) this.send(statement, connection, sent);
    connection.sync();
    stream.uncork();
    this.begin();
  };

  handleRowDescription({ fields }: RowDescription): void {
    this.columns = fields.map(({ name, dataTypeID }) => ({ name, read: pg.types.getTypeParser(dataTypeID, 'text') }));
  }

  handleDataRow({ fields }: DataRow): void {
    const row: Rows[number] = {};
    this.columns.forEach(({ name, read }, index) => {
      const text = fields[index];
      row[name] = text === null ? null : read(text);
    });
    this.current.push(row);
  }

  handleCommandComplete(): void {
    const { name } = this.statements[this.answers.length];
    if (name) this.known.set(name, this.columns);
    this.answers.push(this.current);
    this.begin();
  }

  handleError(error: Error): void {
    this.tell(error, []);
  }

  handleReadyForQuery(): void {
    this.tell(undefined, this.answers);
  }

  private tell(error: Error | undefined, rows: Rows[]): void {
    (this as unknown as { callback: Told }).callback(error, rows);
  }

  private begin(): void {
    const name = this.statements[this.answers.length]?.name;
    this.columns = (name && this.known.get(name)) || [];
    this.current = [];
  }

  /** A name of which nothing is known may be there from a message that failed: closing what is not there is no error. */
  private send({ name = '', text, values }: Prepared, connection: Connection, sent: Set<string>): void {
    const parsed = name !== '' && (this.known.has(name) || sent.has(name));
    if (!parsed) {
      if (name) connection.close({ type: 'S', name }, true);
      connection.parse({ name, text, types: [] }, true);
      sent.add(name);
    }
    connection.bind({ statement: name, values }, true);
    if (!this.known.has(name)) connection.describe({ type: 'P' }, true);
    connection.execute(null, true);
  }
}
