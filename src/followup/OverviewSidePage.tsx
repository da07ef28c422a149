import { lazy, Suspense } from 'react';
import type { Key } from '../basics/key.ts';
import type { SidePage } from '../panel/RoomMenu.tsx';
import type { Reader } from '../panel/useDenied.tsx';
import type { Overview } from './overview.ts';

const SetupPage = lazy(async () => ({ default: (await import('../setup/SetupPage.tsx')).SetupPage }));
const ImportPage = lazy(async () => ({
  default: (await import('../exchange/ImportPage.tsx')).ImportPage,
}));
const OrganisationPage = lazy(async () => ({
  default: (await import('../organisation/OrganisationPage.tsx')).OrganisationPage,
}));
const GoalsPage = lazy(async () => ({ default: (await import('../goals/GoalsPage.tsx')).GoalsPage }));
const MemoPage = lazy(async () => ({ default: (await import('../memo/MemoPage.tsx')).MemoPage }));

const RolesPage = lazy(async () => ({
  default: (await import('../organisation/RolesPage.tsx')).RolesPage,
}));

/** A page that stands in the overview's place until one goes back from it. */
export function OverviewSidePage(parts: {
  page: SidePage | 'memo';
  year: number;
  /** Nothing where there is no board yet. */
  overview: Overview | undefined;
  reader: Reader;
  onPage: (page: SidePage) => void;
  onBack: () => void;
  onRoom: (unitKey: Key) => void;
}) {
  return <Suspense fallback={null}>{shown()}</Suspense>;

  function shown() {
    const { page, year, overview, onBack, onRoom } = parts;
    switch (page) {
      case 'memo':
        if (!overview) return null;
        return (
          <MemoPage
            key={`${year} ${overview.board.key}`}
            overview={overview}
            onBack={onBack}
            onRoom={onRoom}
          />
        );
      case 'organisation':
        return (
          <OrganisationPage
            year={year}
            reader={parts.reader}
            onBack={onBack}
            onImport={() => parts.onPage('import')}
            onRoom={onRoom}
          />
        );
      case 'goals':
        return (
          <GoalsPage
            year={year}
            roomKey={overview?.board.key ?? 'region'}
            reader={parts.reader}
            onBack={onBack}
            onImport={() => parts.onPage('import')}
          />
        );
      case 'import':
        return <ImportPage year={year} overview={overview} reader={parts.reader} onBack={onBack} />;
      case 'roles':
        return (
          <RolesPage
            year={year}
            roomKey={overview?.board.key ?? 'region'}
            onHealth={() => parts.onPage('setup')}
            onBack={onBack}
          />
        );
      case 'setup':
        return <SetupPage year={year} onBack={onBack} />;
    }
  }
}
