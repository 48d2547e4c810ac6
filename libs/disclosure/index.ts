export * from './rules/redaction';
export { readProfile } from './adapters/law/read-profile';
export { READY_TOPIC, type ItemView } from './app/disclosure-feature';
export { itemsOf, type DisclosureSlice, type ItemSeen, type Scope } from './rules/item';
export { publicVersionBy, type MakePublicVersion, type PublicVersion } from './rules/public-version';
export { DisclosureModule } from './adapters/disclosure.module';
export { PublicPagesModule } from './adapters/public-pages.module';
export { addressesWhenGone, addressOf, PORTAL_ROUTES, valuesOf } from './rules/portal-addresses';
export { PortalProbe, ProveGone, type Probed } from './app/prove-gone';
