/** The team's Microsoft 365 group: a GUID that differs from the tenant's and stays the same. */
export function groupIdOf(tenantId: string): string {
  return `6b61736b${tenantId.slice(8)}`;
}
