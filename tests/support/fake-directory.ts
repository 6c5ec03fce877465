/** A folder's handle in memory; if `failure` is set, writes fail with it, like a browser's. */
export class FakeDirectory {
  readonly kind = 'directory';
  readonly files = new Map<string, Uint8Array | FakeDirectory>();
  static failure: Error | undefined;
  /** If set, nothing in it is found any more. */
  gone = false;

  async getDirectoryHandle(name: string, { create = false } = {}): Promise<FakeDirectory> {
    const found = this.#find(name);
    if (found instanceof FakeDirectory) return found;
    if (found) throw new DOMException('', 'TypeMismatchError');
    if (!create) throw new DOMException('', 'NotFoundError');
    const made = new FakeDirectory();
    this.files.set(name, made);
    return made;
  }

  async getFileHandle(name: string, { create = false } = {}) {
    const found = this.#find(name);
    if (found instanceof FakeDirectory) throw new DOMException('', 'TypeMismatchError');
    if (!found && !create) throw new DOMException('', 'NotFoundError');
    if (!found) this.files.set(name, new Uint8Array());
    return {
      kind: 'file',
      name,
      getFile: async () => new File([this.files.get(name) as Uint8Array<ArrayBuffer>], name),
      createWritable: async () => {
        let pending = new Uint8Array();
        return {
          write: async (bytes: Uint8Array<ArrayBuffer>) => {
            if (FakeDirectory.failure) throw FakeDirectory.failure;
            pending = new Uint8Array(Buffer.concat([pending, bytes]));
          },
          close: async () => void this.files.set(name, pending),
          abort: async () => {},
        };
      },
    };
  }

  async removeEntry(name: string): Promise<void> {
    this.files.delete(name);
  }

  async *keys(): AsyncGenerator<string> {
    if (this.gone) throw new DOMException('', 'NotFoundError');
    yield* this.files.keys();
  }

  async *values() {
    for await (const name of this.keys()) {
      yield this.#find(name) instanceof FakeDirectory
        ? await this.getDirectoryHandle(name)
        : await this.getFileHandle(name);
    }
  }

  #find(name: string) {
    if (this.gone) throw new DOMException('', 'NotFoundError');
    return this.files.get(name);
  }
}
