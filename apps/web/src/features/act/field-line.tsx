import type { ReactNode } from 'react';
import { useTexts } from '../../texts';
import { useForm } from './form-context';
import { idOf } from './pointer';

interface LineShown {
  pointer: string;
  title: string;
  isRequired: boolean;
  /** A tick carries its title itself. */
  isTick: boolean;
  children: ReactNode;
}

/** Title, input and faults of one value, one below the other. */
export function FieldLine({ pointer, title, isRequired, isTick, children }: LineShown) {
  const texts = useTexts();
  return (
    <div className="line">
      {!isTick && (
        <label htmlFor={idOf(pointer)}>
          {title}
          {isRequired && <span className="must">{texts.act.required}</span>}
        </label>
      )}
      {children}
      <Faults pointer={pointer} />
    </div>
  );
}

/** What is wrong with a field, where it is. */
export function Faults({ pointer }: { pointer: string }) {
  const { faultsAt } = useForm();
  const faults = faultsAt(pointer);
  if (faults.length === 0) return null;
  return (
    <p className="fault" id={`${idOf(pointer)}-fault`}>
      {faults.join('；')}
    </p>
  );
}
