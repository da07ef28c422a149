import { type Network, networkRates } from '../graph/faults/networks.ts';
import { type FaultOptions, withFaults } from '../graph/faults/withFaults.ts';

type Send = (request: Request) => Promise<Response>;

/** The network between the product and Microsoft 365, as the strip has chosen it. Nothing else goes through it. */
export type ProductNetwork = {
  graph: Send;
  /** SharePoint's own host: downloads and uploads. */
  files: Send;
  chosen(): Network;
  /** The same seed brings the same trouble in the same order. */
  choose(network: Network, seed: number): void;
};

export function openNetwork(graph: Send, files: Send, options: FaultOptions = {}): ProductNetwork {
  let chosen: Network = 'good';
  let through = { graph, files };
  return {
    graph: (request) => through.graph(request),
    files: (request) => through.files(request),
    chosen: () => chosen,
    choose(network, seed) {
      chosen = network;
      if (network === 'good') {
        through = { graph, files };
        return;
      }
      const plan = { seed, rates: networkRates[network] };
      through = { graph: withFaults(graph, plan, options), files: withFaults(files, plan, options) };
    },
  };
}
