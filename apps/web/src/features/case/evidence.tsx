import { Tag } from 'antd';
import { DueDays } from '../../parts/lamp';
import { Rows } from '../../parts/rows';
import { Nothing } from '../../parts/states';
import { shanghaiMinute } from '../../parts/when';
import { valueWord } from '../../parts/words';
import { type Texts, useTexts } from '../../texts';
import type { CaseView } from './case';

interface Item {
  id: string;
  name: string;
  quantity: number;
  unit: string;
  mark: string | null;
  disposal: string | null;
}
interface Measure {
  id: string;
  kind: string;
  decision: string | null;
  takenAt: string | null;
  endedAt: string | null;
  lapsedOn: string | null;
  statutoryDue: string | null;
  safeDue: string | null;
  asked: { place: string };
  items: Item[];
}
interface Piece {
  id: string;
  kind: string;
  title: string;
  obtainedAt: string;
  partyView: string | null;
}
interface Inquiry {
  id: string;
  kind: string;
  begunAt: string;
  endedAt: string | null;
}
interface Gathered {
  measures?: Measure[];
  pieces?: Piece[];
  inquiries?: Inquiry[];
}

/** What was gathered in a case: measures with their things and terms, evidence piece by piece, and what others were asked. */
export function Evidence({ view }: { view: CaseView }) {
  const texts = useTexts();
  const { measures = [], pieces = [], inquiries = [] } = (view.slices.evidence ?? {}) as Gathered;
  return (
    <>
      <h3>{texts.case.measures}</h3>
      {measures.length === 0 && <Nothing>{texts.case.noMeasures}</Nothing>}
      {measures.map((measure) => (
        <MeasureShown key={measure.id} measure={measure} />
      ))}
      <h3>{texts.case.pieces}</h3>
      {pieces.length === 0 ? <Nothing>{texts.case.noPieces}</Nothing> : <Pieces pieces={pieces} />}
      {inquiries.length > 0 && <Inquiries inquiries={inquiries} />}
    </>
  );
}

/** In words what stands beside the tag, so that nothing hangs on a colour. */
function stateOf({ decision, takenAt, endedAt, lapsedOn }: Measure, { case: words }: Texts): { word: string; color?: string } {
  if (endedAt) return { word: words.measureEnded };
  if (lapsedOn) return { word: words.lapsed(lapsedOn), color: 'error' };
  if (takenAt) return { word: words.inForce, color: 'processing' };
  return { word: { approved: words.measureApproved, refused: words.measureRefused }[decision ?? ''] ?? words.asked };
}

function MeasureShown({ measure }: { measure: Measure }) {
  const texts = useTexts();
  const { word, color } = stateOf(measure, texts);
  const { id, kind, asked, takenAt, endedAt, statutoryDue, safeDue, items } = measure;
  const isStopped = takenAt !== null && endedAt === null && statutoryDue === null;
  return (
    <article>
      <h4>
        {`${valueWord('kind', kind, texts)}（${id}） `}
        <Tag color={color}>{word}</Tag>
      </h4>
      <p>{[asked.place, takenAt ? shanghaiMinute(takenAt) : ''].filter(Boolean).join(' · ')}</p>
      <DueDays due={{ lamp: 'none', daysLeft: null, dueTitle: texts.case.heldUntil, statutoryDue, safeDue, provisional: false }} />
      {isStopped && <p className="quiet">{texts.case.stopped}</p>}
      <Rows
        caption={`${texts.case.item} ${id}`}
        rows={items}
        keyOf={(item) => item.id}
        columns={[
          { title: texts.case.itemNumber, show: (item) => item.id },
          { title: texts.case.item, show: ({ name, mark }) => [name, mark].filter(Boolean).join(' · ') },
          { title: texts.case.quantity, show: ({ quantity, unit }) => `${quantity}${unit}` },
          { title: texts.case.disposal, show: ({ disposal }) => (disposal ? valueWord('disposal', disposal, texts) : texts.case.held) },
        ]}
      />
    </article>
  );
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  const texts = useTexts();
  return (
    <Rows
      caption={texts.case.pieces}
      rows={pieces}
      keyOf={({ id }) => id}
      columns={[
        { title: texts.case.itemNumber, show: ({ id }) => id },
        { title: texts.case.kind, show: ({ kind }) => kind },
        { title: texts.case.pieces, show: ({ title }) => title },
        { title: texts.case.obtainedAt, show: ({ obtainedAt }) => shanghaiMinute(obtainedAt) },
        { title: texts.case.partyView, show: ({ partyView }) => partyView ?? texts.case.none },
      ]}
    />
  );
}

function Inquiries({ inquiries }: { inquiries: readonly Inquiry[] }) {
  const texts = useTexts();
  return (
    <>
      <h3>{texts.case.inquiries}</h3>
      <Rows
        caption={texts.case.inquiries}
        rows={inquiries}
        keyOf={({ id }) => id}
        columns={[
          { title: texts.case.inquiry, show: ({ id, kind }) => `${valueWord('kind', kind, texts)}（${id}）` },
          { title: texts.case.begun, show: ({ begunAt }) => shanghaiMinute(begunAt) },
          { title: texts.case.ended, show: ({ endedAt }) => (endedAt ? shanghaiMinute(endedAt) : texts.case.goesOn) },
        ]}
      />
    </>
  );
}
