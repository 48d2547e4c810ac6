import { Injectable } from '@nestjs/common';
import { type Consumer, Consumers } from '../ports';

const MOST_ROWS = 1000;

/** The consumers of this process by topic; features register theirs when their modules start. */
@Injectable()
export class ConsumerRegistry extends Consumers {
  private readonly byTopic = new Map<string, Consumer>();

  /** Throws on a second consumer for a topic and on a batch that is not 1 to 1,000: the process does not start. */
  register(consumer: Consumer): void {
    if (this.byTopic.has(consumer.topic)) throw new Error(`two consumers for the topic ${consumer.topic}`);
    const fits = Number.isInteger(consumer.batch) && consumer.batch >= 1 && consumer.batch <= MOST_ROWS;
    if (!fits) throw new RangeError(`consumer of ${consumer.topic}: batch is 1 to ${MOST_ROWS}`);
    this.byTopic.set(consumer.topic, consumer);
  }

  of(topic: string): Consumer | undefined {
    return this.byTopic.get(topic);
  }

  topics(): string[] {
    return [...this.byTopic.keys()];
  }
}
