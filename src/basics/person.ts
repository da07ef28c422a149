/** A person as Entra ID knows them. Lists hold the id and the name as text, since Graph cannot write person columns for everyone. */
export type Person = {
  /** Entra object id. */
  readonly id: string;
  /** Display name at the time of writing. */
  readonly name: string;
};
