import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { answered, api } from '../../api';
import { shanghaiMinute } from '../../parts/when';
import { Value, type Wording } from '../../parts/values';
import { titleOf } from '../../parts/words';
import { type Texts, useTexts } from '../../texts';
import { partsOf } from './pointer';
import type { FieldSchema } from './schema';
import { type Choice, type Difference, proposed } from './three-way';

/** What there is to choose from, and what happened meanwhile. */
export interface ConflictShown {
  caseId: string;
  /** Version that the writer had in front of him. */
  since: number;
  found: readonly Difference[];
  schema: FieldSchema;
  wording: Wording;
  titleOfAction(action: string): string;
  go(choices: Record<string, Choice>): void;
}

/** Three columns instead of lost work: before, mine, theirs; the writer chooses field by field. */
export function Conflict(shown: ConflictShown) {
  const texts = useTexts();
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  const { found, go } = shown;
  return (
    <section className="conflict" aria-labelledby="conflict">
      <Alert role="alert" type="warning" showIcon title={<span id="conflict">{texts.conflict.title}</span>} description={texts.conflict.lead} />
      <Meanwhile {...shown} />
      {found.length === 0 && <p>{texts.conflict.same}</p>}
      {found.map((one) => (
        <Compared
          key={one.pointer}
          one={one}
          shown={shown}
          texts={texts}
          chosen={choices[one.pointer] ?? proposed(one)}
          choose={(choice) => setChoices({ ...choices, [one.pointer]: choice })}
        />
      ))}
      <Button type="primary" onClick={() => go(choices)} autoFocus>
        {texts.conflict.go}
      </Button>
    </section>
  );
}

interface ComparedShown {
  one: Difference;
  shown: ConflictShown;
  texts: Texts;
  chosen: Choice;
  choose(choice: Choice): void;
}

function Compared({ one, shown, texts, chosen, choose }: ComparedShown) {
  const name = partsOf(one.pointer).at(-1) ?? '';
  const side = (choice: Choice, title: string, act: string) => (
    <label className={chosen === choice ? 'side chosen' : 'side'}>
      <input type="radio" name={one.pointer} checked={chosen === choice} onChange={() => choose(choice)} />
      <b>{`${title} · ${act}`}</b>
      <Value name={name} value={one[choice]} wording={shown.wording} />
    </label>
  );
  return (
    <fieldset>
      <legend>{fieldTitle(one.pointer, shown.schema)}</legend>
      <div className="three">
        <div className="side">
          <b>{texts.conflict.before}</b>
          <Value name={name} value={one.before} wording={shown.wording} />
        </div>
        {side('mine', texts.conflict.mine, texts.conflict.keepMine)}
        {side('theirs', texts.conflict.theirs, texts.conflict.takeTheirs)}
      </div>
    </fieldset>
  );
}

/** Titles on the way to the field: 处罚建议 · 罚款金额（元）. */
function fieldTitle(pointer: string, schema: FieldSchema): string {
  let at: FieldSchema | undefined = schema;
  const titles = partsOf(pointer).map((part) => {
    at = at?.properties?.[part];
    return titleOf(at?.title ?? part);
  });
  return titles.join(' · ');
}

function Meanwhile({ caseId, since, wording, titleOfAction }: ConflictShown) {
  const texts = useTexts();
  const { data } = useQuery({
    queryKey: ['case', caseId, 'record', 'since', since],
    queryFn: () => answered(api.GET('/api/v1/cases/{id}/record', { params: { path: { id: caseId } } })),
  });
  const entries = (data?.items ?? []).filter(({ seq }) => seq > since);
  return (
    <>
      <h3>{texts.conflict.meanwhile}</h3>
      <ul>
        {entries.map(({ seq, action, actor, actedAt }) => (
          <li key={seq}>{`${seq}. ${titleOfAction(action)} · ${wording.names.get(actor) ?? texts.duty[actor] ?? actor} · ${shanghaiMinute(actedAt)}`}</li>
        ))}
      </ul>
    </>
  );
}
