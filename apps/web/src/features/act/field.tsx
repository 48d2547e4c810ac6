import { Button } from 'antd';
import { type Json, titleOf } from '../../parts/words';
import { useTexts } from '../../texts';
import { FieldInput } from './field-input';
import { Faults, FieldLine } from './field-line';
import { type FieldShown, useForm } from './form-context';
import { PartyLookup } from './party-lookup';
import { idOf, into } from './pointer';
import { blank, type FieldSchema, widgetOf } from './schema';

/** A field with its title, its input, and what the server found wrong with it. */
export function Field(shown: FieldShown) {
  const { name, pointer, schema, isRequired } = shown;
  const widget = widgetOf(name, schema);
  const title = titleOf(schema.title ?? name);
  if (widget === 'list') return <FieldList {...shown} title={title} />;
  if (widget !== 'group') {
    return (
      <FieldLine pointer={pointer} title={title} isRequired={isRequired && widget !== 'tick'} isTick={widget === 'tick'}>
        <FieldInput {...shown} widget={widget} title={title} />
      </FieldLine>
    );
  }
  return (
    <fieldset id={idOf(pointer)} tabIndex={-1}>
      <legend>{title}</legend>
      {name === 'party' && <PartyLookup pointer={pointer} schema={schema} />}
      <Group pointer={pointer} schema={schema} />
      <Faults pointer={pointer} />
    </fieldset>
  );
}

/** All fields of an object, in the order of its schema. */
export function Group({ pointer, schema }: { pointer: string; schema: FieldSchema }) {
  return Object.entries(schema.properties ?? {}).map(([name, field]) => (
    <Field key={name} name={name} pointer={into(pointer, name)} schema={field} isRequired={schema.required?.includes(name) ?? false} />
  ));
}

/** A list whose items are forms of their own: added, filled in, taken away. */
function FieldList({ name, pointer, schema, title }: FieldShown & { title: string }) {
  const texts = useTexts();
  const { valueAt, change } = useForm();
  const items = (valueAt(pointer) ?? []) as Json[];
  const item = schema.items ?? {};
  const isGroup = item.type === 'object';
  const without = (at: number) => items.filter((_, other) => other !== at);
  return (
    <fieldset id={idOf(pointer)} tabIndex={-1}>
      <legend>{title}</legend>
      {items.map((_, at) => {
        const itemTitle = texts.act.itemOf(title, at + 1);
        return (
          <div key={at} className="item" role="group" aria-label={itemTitle}>
            {isGroup ? (
              <Group pointer={into(pointer, at)} schema={item} />
            ) : (
              <Field name={`${name}-item`} pointer={into(pointer, at)} schema={{ ...item, title: itemTitle }} isRequired />
            )}
            <Button onClick={() => change(pointer, without(at))} aria-label={`${texts.act.remove} ${itemTitle}`}>
              {texts.act.remove}
            </Button>
          </div>
        );
      })}
      <Button onClick={() => change(pointer, [...items, isGroup ? blank(item) : null])}>{`${texts.act.add} · ${title}`}</Button>
      <Faults pointer={pointer} />
    </fieldset>
  );
}
