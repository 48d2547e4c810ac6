import { useTexts } from '../texts';
import { type Json, labelOf, type Titles, wordOf } from './words';

/** What is needed to say values in words. */
export interface Wording {
  titles: Titles;
  names: ReadonlyMap<string, string>;
}

/** A value of a form or of facts, whatever its shape; fields without words are left out. */
export function Value({ name, value, wording }: { name: string; value: Json; wording: Wording }) {
  const texts = useTexts();
  if (Array.isArray(value)) return <Several name={name} values={value} wording={wording} />;
  if (typeof value === 'object' && value !== null) return <Fields fields={value} wording={wording} />;
  return <span className="said">{wordOf(name, value, { texts, names: wording.names })}</span>;
}

/** Fields side by side with their titles. */
export function Fields({ fields, wording }: { fields: Record<string, Json>; wording: Wording }) {
  const texts = useTexts();
  const shown = Object.entries(fields).flatMap(([name, value]) => {
    const label = labelOf(name, wording.titles, texts);
    return label === undefined || value === null || value === '' ? [] : [{ name, value, label }];
  });
  return (
    <dl className="facts">
      {shown.map(({ name, value, label }) => (
        <div key={name} className="pair">
          <dt>{label}</dt>
          <dd>
            <Value name={name} value={value} wording={wording} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Several({ name, values, wording }: { name: string; values: Json[]; wording: Wording }) {
  const texts = useTexts();
  const arePlain = values.every((value) => typeof value !== 'object');
  if (arePlain) return <span>{values.map((value) => wordOf(name, value, { texts, names: wording.names })).join('、')}</span>;
  return (
    <ol className="value-list">
      {values.map((value, at) => (
        <li key={at}>
          <Value name={name} value={value} wording={wording} />
        </li>
      ))}
    </ol>
  );
}
