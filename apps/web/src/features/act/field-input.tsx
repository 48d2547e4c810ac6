import { Checkbox, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { fenOf, yuanOf } from '../../parts/money';
import { type Json, valueWord } from '../../parts/words';
import { useTexts } from '../../texts';
import { type FieldShown, useForm } from './form-context';
import { idOf } from './pointer';
import { postFor, type Widget } from './schema';

/** What every input gets, whatever it looks like. */
interface InputShown extends FieldShown {
  widget: Widget;
  title: string;
}
interface Wired {
  shown: InputShown;
  value: Json;
  change(value: Json): void;
  aria: { id: string; 'aria-invalid': boolean; 'aria-describedby'?: string; 'aria-required': boolean };
}

const INPUTS: Partial<Record<Widget, (wired: Wired) => ReactNode>> = {
  lines: (wired) => <Lines {...wired} />,
  choice: (wired) => <Choice {...wired} />,
  choices: (wired) => <Choice {...wired} isMultiple />,
  person: (wired) => <People {...wired} />,
  people: (wired) => <People {...wired} isMultiple />,
  tick: (wired) => <Tick {...wired} />,
  amount: (wired) => <Amount {...wired} />,
  whole: (wired) => <Whole {...wired} />,
  day: (wired) => <Text {...wired} type="date" />,
  digest: (wired) => <Digest {...wired} />,
};

/** The input of a field that is one value. */
export function FieldInput(shown: InputShown) {
  const { valueAt, change, faultsAt } = useForm();
  const isFaulty = faultsAt(shown.pointer).length > 0;
  const id = idOf(shown.pointer);
  const aria = {
    id,
    'aria-invalid': isFaulty,
    'aria-describedby': isFaulty ? `${id}-fault` : undefined,
    'aria-required': shown.isRequired,
  };
  const wired = { shown, value: valueAt(shown.pointer) ?? null, change: (value: Json) => change(shown.pointer, value), aria };
  return (INPUTS[shown.widget] ?? ((rest: Wired) => <Text {...rest} />))(wired);
}

/** From this length on a text is likely to be a page. */
const LONG_TEXT = 4000;

const textOf = (value: Json): string => (value === null ? '' : String(value));

function Text({ value, change, aria, shown, type }: Wired & { type?: string }) {
  return <Input {...aria} type={type} value={textOf(value)} maxLength={shown.schema.maxLength} onChange={({ target }) => change(target.value || null)} />;
}

function Lines({ value, change, aria, shown }: Wired) {
  return (
    <Input.TextArea
      {...aria}
      value={textOf(value)}
      maxLength={shown.schema.maxLength}
      rows={(shown.schema.maxLength ?? 0) > LONG_TEXT ? 6 : 3}
      onChange={({ target }) => change(target.value || null)}
    />
  );
}

function Choice({ value, change, aria, shown, isMultiple }: Wired & { isMultiple?: boolean }) {
  const texts = useTexts();
  const words = (isMultiple ? shown.schema.items?.enum : shown.schema.enum) ?? [];
  return (
    <Select
      {...aria}
      mode={isMultiple ? 'multiple' : undefined}
      value={(isMultiple ? (value ?? []) : (value ?? undefined)) as string}
      placeholder={texts.act.choose}
      options={words.map((word) => ({ value: word as string, label: valueWord(shown.name, String(word), texts) }))}
      optionFilterProp="label"
      showSearch
      onChange={(chosen: Json) => change(chosen)}
    />
  );
}

function People({ value, change, aria, shown, isMultiple }: Wired & { isMultiple?: boolean }) {
  const texts = useTexts();
  const { officers } = useForm();
  const post = postFor(shown.name) ?? null;
  const options = officers.filter(({ posts }) => post === null || posts.includes(post)).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Select
      {...aria}
      mode={isMultiple ? 'multiple' : undefined}
      value={(isMultiple ? (value ?? []) : (value ?? undefined)) as string}
      placeholder={texts.act.officer}
      options={options}
      optionFilterProp="label"
      showSearch
      onChange={(chosen: Json) => change(chosen)}
    />
  );
}

function Tick({ value, change, aria, shown }: Wired) {
  const { id, ...rest } = aria;
  return (
    <Checkbox {...rest} id={id} checked={value === true} onChange={({ target }) => change(target.checked)}>
      {shown.title}
    </Checkbox>
  );
}

/** Typed in yuan, kept in fen; what is no amount stays in the field and is sent as it is, for the server to name. */
function Amount({ value, change, aria }: Wired) {
  const texts = useTexts();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (typeof value === 'number' ? yuanOf(value) : textOf(value));
  return (
    <Input
      {...aria}
      inputMode="decimal"
      suffix={texts.act.yuan}
      value={shown}
      onChange={({ target }) => {
        setTyped(target.value);
        change(target.value === '' ? null : (fenOf(target.value) ?? target.value));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}

function Whole({ value, change, aria }: Wired) {
  const isNumber = (text: string): boolean => /^-?\d{1,15}$/.test(text);
  return (
    <Input
      {...aria}
      inputMode="numeric"
      value={textOf(value)}
      onChange={({ target }) => change(target.value === '' ? null : isNumber(target.value) ? Number(target.value) : target.value)}
    />
  );
}

/** Filled in by the system: nobody types what a signature is bound to. */
function Digest({ value, aria, shown, change }: Wired) {
  const texts = useTexts();
  if (!shown.isRequired) return <Text value={value} aria={aria} shown={shown} change={change} />;
  return (
    <>
      <output {...aria} className="mono digest">
        {textOf(value) || texts.act.missingDigest}
      </output>
      <p className="hint">{texts.act.readOnlyDigest}</p>
    </>
  );
}
