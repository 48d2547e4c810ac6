import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Input } from 'antd';
import { useEffect, useMemo, useRef, type FormEvent } from 'react';
import { answered, api, Problem, problemOf } from '../../api';
import { Failure } from '../../parts/states';
import { Refusals } from '../../parts/refusals';
import { shanghaiMinute } from '../../parts/when';
import { type Texts, useTexts } from '../../texts';
import type { Typed } from './act';
import { Group } from './field';
import { type Choosable, FormContext } from './form-context';
import { idOf, valueAt, withValue } from './pointer';
import type { FieldSchema, FormValue } from './schema';
import type { DraftState } from './use-draft';

/** A form as it is being filled in. */
export interface ActFormShown {
  schema: FieldSchema;
  typed: Typed;
  change(typed: Typed): void;
  submit(): Promise<void>;
  isPending: boolean;
  /** What the server said to the last submission. */
  problem: Problem | null;
  draft: DraftState;
  discard(): void;
}

/** The form of an action: fields from its schema, what belongs to an act on paper, and how the draft stands. */
export function ActForm(shown: ActFormShown) {
  const { schema, typed, change, problem } = shown;
  const texts = useTexts();
  const faults = problem?.parts.errors ?? [];
  const form = useRef<HTMLFormElement>(null);
  const { data: officers = [] } = useQuery({ queryKey: ['officers'], queryFn: readOfficers, staleTime: 300_000 });
  const shared = useMemo(() => sharedBy(shown, officers), [shown, officers]);
  useEffect(() => {
    if (problem) form.current?.querySelector<HTMLElement>('[aria-invalid="true"], .fault, [role="alert"]')?.focus();
  }, [problem]);
  const isUnderWay = useRef(false);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    // A second click comes before the first one is drawn: what is under way is known here at once.
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    void shown.submit().finally(() => (isUnderWay.current = false));
  };
  return (
    <FormContext value={shared}>
      <form className="act" ref={form} onSubmit={onSubmit} noValidate>
        {problem && <Answer problem={problem} count={faults.length} />}
        {Object.keys(schema.properties ?? {}).length === 0 && <p>{texts.act.empty}</p>}
        <Group pointer="" schema={schema} />
        <Paper typed={typed} change={change} faults={faults} />
        <Bar {...shown} />
      </form>
    </FormContext>
  );
}

async function readOfficers(): Promise<Choosable[]> {
  return (await answered(api.GET('/api/v1/officers', { params: { query: { limit: 200 } } }))).items;
}

/** Errors of the form carry `/form` before the place in it. */
const IN_BODY = '/form';

function sharedBy({ typed, change, problem }: ActFormShown, officers: readonly Choosable[]) {
  const faults = problem?.parts.errors ?? [];
  return {
    officers,
    valueAt: (pointer: string) => valueAt(typed.form, pointer),
    change: (pointer: string, value: FormValue[string]) => change({ ...typed, form: withValue(typed.form, pointer, value) as FormValue }),
    faultsAt: (pointer: string) => faults.filter((fault) => fault.pointer === `${IN_BODY}${pointer}`).map(({ message }) => message),
  };
}

/** Why it was not done: faults at their fields, or every condition with its cure. */
function Answer({ problem, count }: { problem: Problem; count: number }) {
  const texts = useTexts();
  const { refusals } = problem.parts;
  if (refusals.length > 0) {
    return (
      <Alert role="alert" type="error" showIcon title={texts.act.refused} description={<Refusals refusals={refusals} />} data-refused />
    );
  }
  if (count > 0) return <Alert role="alert" type="error" showIcon title={texts.act.fix(count)} description={problem.detail} />;
  return <Failure problem={problemOf(problem)} />;
}

interface PaperShown {
  typed: Typed;
  change(typed: Typed): void;
  faults: readonly { pointer: string; message: string }[];
}

/** For what was done on paper first: when, and what proves it. */
function Paper({ typed, change, faults }: PaperShown) {
  const texts = useTexts();
  const { paper } = typed;
  const set = (part: Partial<Typed['paper']>) => change({ ...typed, paper: { ...paper, ...part } });
  const fault = faults.filter(({ pointer }) => pointer === '/actedAt' || pointer === '/proof').map(({ message }) => message).join('；');
  return (
    <fieldset>
      <legend>
        <Checkbox checked={paper.isPaper} onChange={({ target }) => set({ isPaper: target.checked })}>
          {texts.act.paper}
        </Checkbox>
      </legend>
      {paper.isPaper && (
        <>
          <div className="line">
            <label htmlFor={idOf('-acted-at')}>{texts.act.actedAt}</label>
            <Input id={idOf('-acted-at')} type="datetime-local" value={paper.actedAt} onChange={({ target }) => set({ actedAt: target.value })} />
          </div>
          <div className="line">
            <label htmlFor={idOf('-proof')}>{texts.act.proof}</label>
            <Input id={idOf('-proof')} value={paper.proof} maxLength={300} placeholder={texts.act.proofHint} onChange={({ target }) => set({ proof: target.value })} />
          </div>
          {fault && <p className="fault">{fault}</p>}
        </>
      )}
    </fieldset>
  );
}

function Bar({ draft, discard, isPending }: ActFormShown) {
  const texts = useTexts();
  return (
    <div className="bar">
      <Button type="primary" htmlType="submit" loading={isPending}>
        {isPending ? texts.act.submitting : texts.act.submit}
      </Button>
      {draft.status !== 'untouched' && <Button onClick={discard}>{texts.act.discard}</Button>}
      <span className="quiet" role="status">
        {draftWords(draft, texts)}
      </span>
    </div>
  );
}

function draftWords({ status, savedAt }: DraftState, { act }: Texts): string {
  if (status === 'saving') return act.saving;
  if (status === 'failed') return act.notSaved;
  return savedAt ? act.saved(shanghaiMinute(savedAt)) : '';
}
