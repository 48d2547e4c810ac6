import type { Rule } from '@sanzhi/kernel';
import * as cash from './cash';
import * as closing from './closing';
import * as goods from './goods';
import * as help from './help';
import * as paymentKinds from './payment-kinds';
import * as rectify from './rectify';
import * as service from './service';
import * as transfer from './transfer';
import * as urging from './urging';

const isRule = (one: unknown): one is Rule => typeof one === 'object';

/** Conditions of what follows a decision: service, money and goods, transfers, help, closing. */
export const executionRules: readonly Rule[] = [cash, closing, goods, help, paymentKinds, rectify, service, transfer, urging].flatMap((file) =>
  Object.values(file).filter(isRule),
);
