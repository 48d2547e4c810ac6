import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DueDays, Lamp } from '../../parts/lamp';
import { Loaded } from '../../parts/states';
import { type Texts, useTexts } from '../../texts';
import { type ClockView, explanationQuery } from './case';

/** The limits of a case: running ones first, each with the way its date was computed. */
export function Clocks({ clocks }: { clocks: readonly ClockView[] }) {
  const texts = useTexts();
  const running = clocks.filter(({ state }) => state === 'running');
  const rest = clocks.filter(({ state }) => state !== 'running');
  return (
    <section aria-labelledby="clocks">
      <h2 id="clocks">{texts.case.clocks}</h2>
      {running.length === 0 && <p className="nothing">{texts.case.noClocks}</p>}
      {[...running, ...rest].map((clock) => (
        <Clock key={clock.id} clock={clock} />
      ))}
    </section>
  );
}

function Clock({ clock }: { clock: ClockView }) {
  const texts = useTexts();
  const [isOpen, setOpen] = useState(false);
  const due = { ...clock, dueTitle: clock.title };
  return (
    <div className="clock">
      <div>
        <DueDays due={due} />
        {clock.state === 'running' ? <Lamp due={clock} /> : <span className="quiet">{texts.case[clock.state]}</span>}
      </div>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{texts.case.explain}</summary>
        {isOpen && <Explanation clockId={clock.id} />}
      </details>
    </div>
  );
}

function Explanation({ clockId }: { clockId: string }) {
  const texts = useTexts();
  const query = useQuery(explanationQuery(clockId));
  return (
    <Loaded query={query}>
      {(told) => (
        <>
          <dl className="facts">
            <dt>{texts.case.basis}</dt>
            <dd>{told.basis}</dd>
            <dt>{texts.case.anchor}</dt>
            <dd>{told.anchorOn}</dd>
            <dt>{texts.case.length}</dt>
            <dd>{`${told.length} ${texts.unit[told.unit] ?? told.unit}`}</dd>
            <dt>{texts.case.calendar}</dt>
            <dd className="mono">{told.calendarRevision}</dd>
          </dl>
          <Days days={told.days} texts={texts} />
        </>
      )}
    </Loaded>
  );
}

function Days({ days, texts }: { days: readonly { date: string; counted: boolean; reason: string }[]; texts: Texts }) {
  return (
    <div className="days" tabIndex={0} role="region" aria-label={texts.case.explain}>
      <table className="list compact">
        <thead>
          <tr>
            {[texts.case.day, texts.case.counted, texts.case.reason].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map(({ date, counted, reason }) => (
            <tr key={date}>
              <td className="number">{date}</td>
              <td>{counted ? texts.case.counted : texts.case.skipped}</td>
              <td>{reasonOf(reason, texts)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** `holiday:春节` carries the name of its holiday. */
function reasonOf(reason: string, texts: Texts): string {
  const [kind, name] = reason.split(':');
  return texts.dayReason[kind] ?? `${texts.holiday}${name ? `（${name}）` : ''}`;
}
