import { createContext, useContext } from 'react';
import type { Environment } from './environment.ts';

export const EnvironmentContext = createContext<Environment | undefined>(undefined);

export function useEnvironment(): Environment {
  const environment = useContext(EnvironmentContext);
  if (!environment) throw new Error('useEnvironment stands outside of EnvironmentContext');
  return environment;
}
