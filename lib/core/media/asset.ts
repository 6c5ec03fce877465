/** Bytes of a picture; clips refer to it by id. */
export interface Asset {
  /** sha-256 of the bytes, hex. */
  id: string;
  mediaType: string;
  bytes: ArrayBuffer;
  createdAt: string;
}
