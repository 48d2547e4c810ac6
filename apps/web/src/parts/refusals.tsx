import type { Refusal } from '../api';
import { useTexts } from '../texts';

/** Every condition that does not hold, with its article and its cure. */
export function Refusals({ refusals }: { refusals: readonly Refusal[] }) {
  const texts = useTexts();
  return (
    <ul className="refusals">
      {refusals.map(({ rule, title, basis, message, cure }) => (
        <li key={rule}>
          <strong>{title}</strong>
          <p>{message}</p>
          <p className="cure">{`${texts.case.cure}：${cure}`}</p>
          <p className="quiet">{`${texts.case.basis}：${basis}`}</p>
        </li>
      ))}
    </ul>
  );
}
