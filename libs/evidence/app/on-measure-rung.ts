import { Injectable } from '@nestjs/common';
import { OnCaseRung } from '@sanzhi/casework';

/** What the clock of a measure does when a rung fires: the same as that of a case, by the system action the procedure names. */
@Injectable()
export class OnMeasureRung extends OnCaseRung {
  override readonly topic = 'rung.measure';
}
