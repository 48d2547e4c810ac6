import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { answered, api, problemOf } from '../../api';
import type { Json } from '../../parts/words';
import { useTexts } from '../../texts';
import { useForm } from './form-context';
import { blank, type FieldSchema } from './schema';

/** Nobody types a hospital twice: its file fills the fields in. */
export function PartyLookup({ pointer, schema }: { pointer: string; schema: FieldSchema }) {
  const texts = useTexts();
  const { change } = useForm();
  const [code, setCode] = useState('');
  const lookup = useMutation({
    mutationFn: async () => (await answered(api.GET('/api/v1/parties', { params: { query: { code: code.trim().toUpperCase() } } }))).items[0] ?? null,
    onSuccess: (file) => {
      if (!file) return;
      const known = file as Record<string, Json>;
      const fields = Object.keys(blank(schema)).map((name): [string, Json] => [name, known[name] ?? null]);
      change(pointer, Object.fromEntries(fields));
    },
  });
  const told = lookup.error ? problemOf(lookup.error).parts.errors[0]?.message : lookup.data === null ? texts.act.partyNone : lookup.data && texts.act.partyFound;
  return (
    <div className="line lookup">
      <label htmlFor="party-lookup">{texts.act.partyLookup}</label>
      <div className="doable">
        <Input id="party-lookup" value={code} maxLength={18} placeholder={texts.act.partyHint} onChange={({ target }) => setCode(target.value)} />
        <Button onClick={() => lookup.mutate()} loading={lookup.isPending}>
          {texts.search.submit}
        </Button>
      </div>
      <p className="hint" role="status">
        {told}
      </p>
    </div>
  );
}
