import { useTexts } from '../texts';

/** What of a case runs out first, as the server says it. */
export interface DueShown {
  lamp: 'late' | 'urgent' | 'soon' | 'calm' | 'none';
  daysLeft: number | null;
  dueTitle: string | null;
  statutoryDue: string | null;
  safeDue: string | null;
  provisional: boolean;
}

/** A lamp that also says its word, so that nothing hangs on a colour. */
export function Lamp({ due }: { due: Pick<DueShown, 'lamp' | 'daysLeft'> }) {
  const { lamp: words, desk } = useTexts();
  const days = due.daysLeft === null ? '' : ` · ${desk.left(due.daysLeft)}`;
  return <span className={`lamp ${due.lamp}`}>{`${words[due.lamp]}${days}`}</span>;
}

/** Statutory and safe day of a limit, with its title. */
export function DueDays({ due }: { due: DueShown }) {
  const { desk } = useTexts();
  if (due.statutoryDue === null) return null;
  const mark = due.provisional ? `（${desk.provisional}）` : '';
  return (
    <>
      <div>{due.dueTitle}</div>
      <div className="number">{`${desk.statutory} ${due.statutoryDue}${mark}`}</div>
      <div className="number quiet">{`${desk.safe} ${due.safeDue ?? ''}`}</div>
    </>
  );
}
