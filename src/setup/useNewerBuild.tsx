import { useEffect, useState } from 'react';
import { useEnvironment } from '../useEnvironment.tsx';
import { newerBuild } from './appVersion.ts';

const everyMs = 30 * 60_000;
/** Who goes back and forth between windows does not ask each time. */
const restMs = 60_000;

/**
 * [T25] Which build the host has, once it is another than ours: asked for when the tab comes to the front, each half hour, and
 * when a part of the tab could not be fetched, which is how an upgrade shows first. Silence is no answer.
 */
export function useNewerBuild(): string | undefined {
  const { fetch } = useEnvironment();
  const [newer, setNewer] = useState<string>();

  useEffect(() => {
    let isGone = false;
    let isResting = false;
    let rest: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      try {
        const response = await fetch('version.json', { cache: 'no-store' });
        const found = response.ok ? newerBuild(await response.json()) : undefined;
        if (!isGone && found !== undefined) setNewer(found);
      } catch {
        // No network: whatever is newer is not to be had either.
      }
    };
    const onFront = () => {
      if (isResting || document.visibilityState !== 'visible') return;
      isResting = true;
      rest = setTimeout(() => (isResting = false), restMs);
      void ask();
    };
    const onMissing = () => void ask();
    const clock = setInterval(onMissing, everyMs);
    window.addEventListener('focus', onFront);
    document.addEventListener('visibilitychange', onFront);
    window.addEventListener('vite:preloadError', onMissing);
    return () => {
      isGone = true;
      clearInterval(clock);
      clearTimeout(rest);
      window.removeEventListener('focus', onFront);
      document.removeEventListener('visibilitychange', onFront);
      window.removeEventListener('vite:preloadError', onMissing);
    };
  }, [fetch]);
  return newer;
}
