import type { Hono } from 'hono';
import { at, jsonText } from './answers.ts';
import { itemNotFound, notImplemented } from './errors.ts';
import type { Item } from './item.ts';
import { contextOf, userOf } from './itemShape.ts';
import { everyColumn, fieldsWriter } from './itemText.ts';
import { foundItem } from './items.ts';
import type { List } from './listBook.ts';
import { demandOn, listOf } from './lists.ts';
import { expandedFields } from './query.ts';
import { optionsOf, type Call, type GraphEnv } from './request.ts';
import type { Tenant } from './tenant.ts';
import { versionsOf, type Version } from './versionBook.ts';

export function addVersions(app: Hono<GraphEnv>, tenant: Tenant): void {
  const versions = '/v1.0/sites/:site/lists/:list/items/:item/versions';
  at(app, versions, {
    GET: (call) => {
      const { list, item, write } = asked(tenant, call);
      const rows = versionsOf(tenant.store, list, item).map((version) => write(version));
      const context = JSON.stringify(contextAt(tenant, list, item));
      return jsonText(`{"@odata.context":${context},"value":[${rows.join(',')}]}`);
    },
  });
  at(app, `${versions}/:version`, {
    GET: (call) => {
      const { list, item, write } = asked(tenant, call);
      const version = found(versionsOf(tenant.store, list, item), call);
      return jsonText(
        write(version, `"@odata.context":${JSON.stringify(`${contextAt(tenant, list, item)}/$entity`)}`),
      );
    },
  });
  at(app, `${versions}/:version/restoreVersion`, {
    POST: (call) => {
      demandOn(tenant, call, 'writeItems');
      throw notImplemented('restoring a version');
    },
  });
}

type VersionWriter = (version: Version, before?: string) => string;

function asked(tenant: Tenant, call: Call): { list: List; item: Item; write: VersionWriter } {
  demandOn(tenant, call, 'readSite');
  const options = optionsOf(call, ['$expand']);
  const list = listOf(tenant, call);
  const item = foundItem(tenant, list, call);
  const expanded = expandedFields(options.get('$expand'), list);
  // A version may hold a value of a column that has gone since, so the columns are always named.
  const fields =
    expanded === 'none' ? undefined : fieldsWriter(list, expanded === 'all' ? everyColumn(list) : expanded);
  return {
    list,
    item,
    write(version, before) {
      const text = JSON.stringify({
        id: `${version.major}.0`,
        lastModifiedBy: { user: userOf(tenant, version.editor) },
        lastModifiedDateTime: version.modified,
      }).slice(1, -1);
      const head = before === undefined ? text : `${before},${text}`;
      if (!fields) return `{${head}}`;
      const context = JSON.stringify(`${contextAt(tenant, list, item)}('${version.major}.0')/fields/$entity`);
      return `{${head},"fields@odata.context":${context},"fields":${fields({ ...item, ...version })}}`;
    },
  };
}

function found(versions: Version[], call: Call): Version {
  const version = versions.find(({ major }) => `${major}.0` === call.req.param('version'));
  if (!version) throw itemNotFound('The specified version was not found');
  return version;
}

function contextAt(tenant: Tenant, list: List, item: Item): string {
  return `${contextOf(tenant, list)}/items('${item.id}')/versions`;
}
