import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Server } from 'node:http';
import { type FaultOptions, type FaultPlan, withFaults } from '../../standin/graph/faults/withFaults.ts';
import { overSocket } from '../../standin/server/sockets.ts';
import { callTo, type Call } from './call.ts';
import { owner } from './people.ts';
import type { Contract } from './server.ts';

/** The same stand-in behind a second socket, on which things go wrong as the plan says. */
export type Faulty = {
  origin: string;
  call: Call;
  close(): Promise<void>;
};

export async function startFaulty(
  contract: Contract,
  plan: FaultPlan,
  options: FaultOptions = {},
): Promise<Faulty> {
  const send = withFaults((request) => contract.standin().fetch(request), plan, options);
  const server = createAdaptorServer({ fetch: overSocket(send), overrideGlobalObjects: false }) as Server;
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    call: callTo(origin, await contract.token(owner)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
