import { Link } from '@tanstack/react-router';
import { DueDays, Lamp } from '../../parts/lamp';
import { type Column, Rows } from '../../parts/rows';
import { type Texts, useTexts } from '../../texts';
import type { CaseLine } from './desk';

/** Cases in lines, as lists and search show them. */
export function CaseRows({ items, caption }: { items: readonly CaseLine[]; caption: string }) {
  return <Rows caption={caption} rows={items} columns={columnsOf(useTexts())} keyOf={({ id }) => id} />;
}

const columnsOf = ({ desk }: Texts): Column<CaseLine>[] => [
  {
    title: desk.number,
    isNumber: true,
    show: (line) => (
      <Link to="/cases/$caseId" params={{ caseId: line.id }} data-stop>
        {line.number ?? desk.noNumber}
      </Link>
    ),
  },
  { title: desk.party, show: (line) => line.party },
  { title: desk.offence, show: (line) => line.offence },
  { title: desk.state, show: (line) => `${line.stage} · ${line.stateTitle}` },
  { title: desk.lamp, show: (line) => <Lamp due={line} /> },
  { title: desk.due, show: (line) => <DueDays due={line} /> },
  { title: desk.openedOn, isNumber: true, show: (line) => line.openedOn },
];
