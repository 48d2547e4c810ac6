import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { Loaded, Nothing } from '../../parts/states';
import { useTexts } from '../../texts';
import { casesBehindQuery, printAddress, type Report, type ReportAsked, type ReportTable } from './reports';

/** A report: tables whose numbers open the cases behind them, figures with theirs, and whether the numbers agree. */
export function ReportShown({ report, asked }: { report: Report; asked: ReportAsked }) {
  const texts = useTexts();
  return (
    <>
      <p className="doable">
        <a className="button plain" href={printAddress(asked)} target="_blank" rel="noreferrer">
          {texts.reports.print}
        </a>
        {report.frozen && <Tag>{texts.reports.frozen}</Tag>}
        <span className="mono quiet">{`${texts.reports.digest} ${report.digest}`}</span>
      </p>
      {report.tables.map((table) => (
        <Table key={table.id} table={table} asked={asked} />
      ))}
      {report.figures.length > 0 && <Figures report={report} />}
      {report.checks.length > 0 && <h2>{texts.reports.checks}</h2>}
      <ul>
        {report.checks.map(({ rule, ok, message }) => (
          <li key={rule}>
            <Tag color={ok ? 'success' : 'error'}>{ok ? texts.reports.ok : texts.reports.broken}</Tag>
            {message}
          </li>
        ))}
      </ul>
    </>
  );
}

/** A number of a table that somebody opened. */
interface Opened {
  organ: string;
  column: string;
  title: string;
  isTotal: boolean;
}

/** Turned on its side: a table of many columns is read from above to below. */
function Table({ table, asked }: { table: ReportTable; asked: ReportAsked }) {
  const texts = useTexts();
  const [opened, setOpened] = useState<Opened | null>(null);
  const organs = table.rows.length === 2 ? table.rows.slice(0, 1) : table.rows;
  return (
    <section aria-labelledby={`table-${table.id}`}>
      <h2 id={`table-${table.id}`}>{`${table.title}（${table.unit}）`}</h2>
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{texts.reports.figure}</th>
            {organs.map(({ label, kind }) => (
              <th scope="col" key={`${kind}/${label}`}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.columns.map(({ id, title }, at) => (
            <tr key={id}>
              <th scope="row">{title}</th>
              {organs.map(({ organ, kind, label, cells }) => (
                <td key={`${kind}/${label}`} className="number" data-label={label}>
                  <Number
                    text={cells[at].text}
                    tallies={cells[at].tallies}
                    title={texts.reports.casesOf(`${label} ${title}`, cells[at].tallies)}
                    open={() => setOpened({ organ, column: id, title, isTotal: kind === 'total' })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {opened && <CasesBehind asked={asked} opened={opened} />}
    </section>
  );
}

function Number({ text, tallies, title, open }: { text: string; tallies: number; title: string; open(): void }) {
  if (tallies === 0) return <>{text}</>;
  return (
    <Button type="link" size="small" onClick={open} aria-label={`${text}，${title}`}>
      {text}
    </Button>
  );
}

function CasesBehind({ asked, opened }: { asked: ReportAsked; opened: Opened }) {
  const texts = useTexts();
  const { organ, column, title, isTotal } = opened;
  const query = useQuery(casesBehindQuery({ ...asked, organ, column, scope: isTotal ? asked.scope : 'own' }));
  return (
    <Loaded query={query}>
      {(cases) => (
        <>
          <h3>{texts.reports.casesOf(title, cases.length)}</h3>
          {cases.length === 0 && <Nothing>{texts.reports.noCases}</Nothing>}
          <ul className="behind">
            {cases.map(({ caseId, number, day }) => (
              <li key={`${number}/${day}`}>
                {caseId ? (
                  <Link to="/cases/$caseId" params={{ caseId }}>
                    {number ?? texts.desk.noNumber}
                  </Link>
                ) : (
                  number
                )}{' '}
                <span className="quiet">{day}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Loaded>
  );
}

function Figures({ report }: { report: Report }) {
  const texts = useTexts();
  return (
    <>
      <h2>{texts.reports.figures}</h2>
      {report.figures.map(({ id, title, text, unit, from, to, cases, reason }) => (
        <details key={id} className="not-now">
          <summary>
            <b>{title}</b>
            <span className="number">{`${text} ${unit}`}</span> <span className="quiet">{`${from} — ${to} · ${texts.reports.casesOf('', cases.length).replace(/^[：: ]+/, '')}`}</span>
          </summary>
          {reason && <p>{reason}</p>}
          <ul className="behind">
            {cases.slice(0, MOST_SHOWN).map((number) => (
              <li key={number}>
                <Link to="/search" search={{ q: number }}>
                  {number}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}

const MOST_SHOWN = 500;
