import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

/** One leaf of a set of tabs. */
export interface Tab {
  key: string;
  title: string;
  show(): ReactNode;
}

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };

/** Tabs by the pattern of the ARIA guide: one stop for Tab, arrows from leaf to leaf; only the chosen leaf is drawn. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  const [chosen, setChosen] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const onKeyDown = ({ key }: KeyboardEvent) => {
    const step = STEPS[key];
    if (step === undefined) return;
    const next = (chosen + step + tabs.length) % tabs.length;
    setChosen(next);
    list.current?.querySelectorAll('button')[next].focus();
  };
  return (
    <>
      <div className="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
        {tabs.map(({ key, title }, at) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`${id}-${key}`}
            aria-selected={at === chosen}
            aria-controls={`${id}-leaf`}
            tabIndex={at === chosen ? 0 : -1}
            onClick={() => setChosen(at)}
          >
            {title}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-leaf`} aria-labelledby={`${id}-${tabs[chosen].key}`}>
        {tabs[chosen].show()}
      </div>
    </>
  );
}
