/** Something that is not as it should be, and where. */
export interface Problem {
  code: string;
  table?: string;
  id?: string;
  seq?: number;
  data: Record<string, unknown>;
}
