import { Tag } from 'antd';
import { yuanOf } from '../../parts/money';
import { Nothing } from '../../parts/states';
import { useTexts } from '../../texts';
import type { CaseView } from './case';

interface Line {
  kind: string;
  owedFen: number;
  paidFen: number;
  openFen: number;
}
interface Quote {
  imposed: boolean;
  sentence: string;
  spans: { from: string; to: string; days: number; baseFen: number; perDayFen: number }[];
}
interface Part {
  dueOn: string;
  amountFen: number;
  state: 'paid' | 'open' | 'missed';
}
interface Payment {
  on: string;
  paidFen: number;
  receipt?: string;
}
interface Goods {
  no: number;
  name: string;
  quantity: string;
  way: string | null;
  disposedOn: string | null;
}
interface Ledger {
  asOf: string;
  lines: Line[];
  owedFen: number;
  payments: Payment[];
  surcharge: Quote | null;
  plan: Part[];
  goods: Goods[];
}

/** Money and goods of a case (款物): owed, paid and open of each kind, the surcharge day by day, the plan, the goods. */
export function Money({ view }: { view: CaseView }) {
  const texts = useTexts();
  const { ledger } = (view.slices.money ?? {}) as { ledger?: Ledger | null };
  if (!ledger) return <Nothing>{texts.money.none}</Nothing>;
  const { lines, owedFen, surcharge, plan, payments, goods, asOf } = ledger;
  return (
    <>
      <p>{owedFen < 0 ? texts.money.back(asOf, yuanOf(-owedFen)) : texts.money.owed(asOf, yuanOf(owedFen))}</p>
      <Table
        heads={[texts.money.kind, texts.money.due, texts.money.paid, texts.money.open]}
        rows={lines.map((line) => [texts.value[line.kind] ?? line.kind, yuanOf(line.owedFen), yuanOf(line.paidFen), yuanOf(line.openFen)])}
      />
      {surcharge && <Surcharge quote={surcharge} />}
      {plan.length > 0 && <Plan parts={plan} />}
      {payments.length > 0 && (
        <>
          <h3>{texts.money.payments}</h3>
          <Table
            heads={[texts.money.day, texts.money.amount, texts.money.receipt]}
            rows={payments.map(({ on, paidFen, receipt }) => [on, yuanOf(paidFen), receipt ?? ''])}
          />
        </>
      )}
      {goods.length > 0 && (
        <>
          <h3>{texts.money.goods}</h3>
          <Table
            heads={[texts.money.item, texts.money.quantity, texts.money.way, texts.money.day]}
            rows={goods.map(({ no, name, quantity, way, disposedOn }) => [
              `${no}. ${name}`,
              quantity,
              way ? (texts.value[way] ?? way) : texts.money.here,
              disposedOn ?? '',
            ])}
          />
        </>
      )}
    </>
  );
}

function Surcharge({ quote }: { quote: Quote }) {
  const texts = useTexts();
  return (
    <>
      <h3>
        {`${texts.money.surcharge} `}
        {!quote.imposed && <Tag>{texts.money.notImposed}</Tag>}
      </h3>
      <p>{quote.sentence}</p>
      {quote.spans.length > 0 && (
        <Table
          heads={[texts.money.from, texts.money.to, texts.money.days, texts.money.base, texts.money.perDay]}
          rows={quote.spans.map(({ from, to, days, baseFen, perDayFen }) => [from, to, String(days), yuanOf(baseFen), yuanOf(perDayFen)])}
        />
      )}
    </>
  );
}

function Plan({ parts }: { parts: readonly Part[] }) {
  const texts = useTexts();
  return (
    <>
      <h3>{texts.money.plan}</h3>
      <Table
        heads={[texts.money.day, texts.money.amount, texts.money.state]}
        rows={parts.map(({ dueOn, amountFen, state }) => [dueOn, yuanOf(amountFen), texts.money.parts[state]])}
      />
    </>
  );
}

function Table({ heads, rows }: { heads: readonly string[]; rows: readonly (readonly string[])[] }) {
  return (
    <table className="list compact">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, row) => (
          <tr key={`${row} ${cells.join()}`}>
            {cells.map((cell, at) => (
              <td key={heads[at]} className={at > 0 ? 'number' : undefined}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
