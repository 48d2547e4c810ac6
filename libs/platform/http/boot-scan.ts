import { Injectable, RequestMethod, type OnApplicationBootstrap } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, ModuleRef, Reflector } from '@nestjs/core';
import { Authenticator, PolicyTable } from './principal';
import { PUBLIC_ROUTE, ROUTE_POLICY } from './route-marks';

interface Route {
  /** `POST CasesController.open`, for the message. */
  name: string;
  isPublic: boolean;
  policy: string | undefined;
}

/** A route is open to somebody that nobody decided on; the process does not start. */
export class OpenRoutes extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`接口权限未定，未启动 (routes without a decision who may use them):\n  - ${faults.join('\n  - ')}`);
    this.name = 'OpenRoutes';
  }
}

/** Looks at every route at boot: each is Public or has a Policy that the table of powers knows. */
@Injectable()
export class BootScan implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
    private readonly modules: ModuleRef,
  ) {}

  onApplicationBootstrap(): void {
    const closed = this.routes().filter((route) => !route.isPublic);
    const undecided = closed.filter((route) => !route.policy).map((route) => `${route.name}: @Public or @Policy is missing`);
    const faults = [...undecided, ...(closed.length ? this.faultsOfTable(closed) : [])];
    if (faults.length) throw new OpenRoutes(faults);
  }

  private faultsOfTable(closed: readonly Route[]): string[] {
    const table = this.find<PolicyTable>(PolicyTable);
    const missing = [
      table ? '' : 'no PolicyTable is provided',
      this.find<Authenticator>(Authenticator) ? '' : 'no Authenticator is provided',
    ];
    const unknown = closed.filter((route) => route.policy && table?.knows?.(route.policy) === false);
    return [...missing.filter(Boolean), ...unknown.map((route) => `${route.name}: unknown policy ${route.policy}`)];
  }

  private find<T>(token: abstract new (...args: never[]) => T): T | undefined {
    try {
      return this.modules.get<T>(token, { strict: false });
    } catch {
      return undefined;
    }
  }

  private routes(): Route[] {
    return this.discovery.getControllers().flatMap(({ metatype }) => {
      if (typeof metatype !== 'function') return [];
      const prototype = metatype.prototype as Record<string, () => unknown>;
      const methods = this.scanner.getAllMethodNames(prototype);
      return methods.filter((name) => Reflect.hasMetadata(PATH_METADATA, prototype[name])).map((name) => this.route(metatype, name));
    });
  }

  private route(controller: { name: string; prototype: object }, method: string): Route {
    const handler = (controller.prototype as Record<string, () => unknown>)[method];
    const marks = [handler, controller as never];
    const verb = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number];
    return {
      name: `${verb} ${controller.name}.${method}`,
      isPublic: this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC_ROUTE, marks) ?? false,
      policy: this.reflector.getAllAndOverride<string | undefined>(ROUTE_POLICY, marks),
    };
  }
}
