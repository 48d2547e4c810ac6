import { Module } from '@nestjs/common';
import { CaseFeatures, CaseworkModule, type CaseFeature } from '@sanzhi/casework';
import type { Rule } from '@sanzhi/kernel';

const rule = (id: string): Rule => ({ id, title: id, basis: '示例', reads: ['case'], effect: 'refuse', check: () => null });

const feature = (name: string, effects: string[], rules: string[]): CaseFeature => ({ name, effects, rules: rules.map(rule) });

@Module({ imports: [CaseworkModule] })
export class StubFeaturesModule {
  constructor(features: CaseFeatures) {
    features.register(feature('parties', ['link'], ['party-code-valid']));
    features.register(feature('review', ['submit', 'opinion'], ['reviewer-qualified', 'opinion-on-current-draft', 'review-passed-where-required']));
    features.register(
      feature('discussion', ['convene', 'vote', 'resolve'], [
        'vote-by-member', 'discussion-on-current-draft', 'quorum-reached', 'resolution-follows-votes', 'discussion-resolved-where-required',
      ]),
    );
    features.register(feature('documents', ['issue', 'serve'], []));
    features.register(
      feature('disclosure', ['propose', 'scope', 'clear', 'served', 'release', 'late'], [
        'item-awaits-scope', 'publisher-not-handler', 'publication-not-open', 'item-awaits-clearing', 'second-eye-not-publisher', 'redaction-clean', 'redaction-as-seen',
        'publication-cleared', 'served-before-publication', 'publication-settled',
      ]),
    );
  }
}
