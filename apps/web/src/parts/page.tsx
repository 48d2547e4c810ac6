import { useEffect, type ReactNode } from 'react';
import { useTexts } from '../texts';

/** A page of the house: its heading, what belongs beside it, and the title of the window. */
export function Page({ title, beside, children }: { title: string; beside?: ReactNode; children: ReactNode }) {
  const texts = useTexts();
  useEffect(() => {
    document.title = `${title} · ${texts.product.name}`;
  }, [title, texts]);
  return (
    <>
      <div className="page-head">
        <h1>{title}</h1>
        {beside}
      </div>
      {children}
    </>
  );
}
