import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../api';
import { Loaded, Nothing } from '../../parts/states';
import { useTexts } from '../../texts';
import { firedQuery } from './law';

/** How often each condition refused an act, or stayed as a defect, in the year up to a day. */
export function Fired({ organ, on }: { organ: string; on: string }) {
  const { law: texts } = useTexts();
  const period = { from: `${on.slice(0, 4)}-01-01`, to: on };
  const query = useQuery(firedQuery({ organ, ...period }));
  return (
    <section aria-labelledby="law-fired">
      <h2 id="law-fired">{texts.fired(period.from, period.to)}</h2>
      <Loaded query={query}>{(items) => (items.length === 0 ? <Nothing>{texts.noneFired}</Nothing> : <Times items={items} />)}</Loaded>
    </section>
  );
}

function Times({ items }: { items: readonly Schemas['RuleFired'][] }) {
  const { law: texts } = useTexts();
  return (
    <table className="list">
      <thead>
        <tr>
          {[texts.condition, texts.basis, texts.effect, texts.times, texts.lastOn].map((head) => (
            <th scope="col" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map(({ rule, title, basis, effect, times, lastOn }) => (
          <tr key={`${rule}/${effect}`}>
            <td data-label={texts.condition}>
              {title}
              <div className="mono quiet">{rule}</div>
            </td>
            <td data-label={texts.basis}>{basis}</td>
            <td data-label={texts.effect}>{texts.effects[effect]}</td>
            <td data-label={texts.times} className="number">
              {times}
            </td>
            <td data-label={texts.lastOn} className="number">
              {lastOn}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
