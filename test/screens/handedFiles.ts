import { vi } from 'vitest';

/** The files that the browser is given to keep, in a jsdom that keeps none. */
export function handedFiles(): { readonly files: Blob[]; readonly names: string[] } {
  const files: Blob[] = [];
  const names: string[] = [];
  Object.assign(URL, {
    createObjectURL(file: Blob) {
      files.push(file);
      return 'blob:file';
    },
    revokeObjectURL() {},
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    names.push(this.download);
  });
  return { files, names };
}
