/** The bytes of a picture or of another file of the site; clips and wrap-ups refer to it by id. */
export interface Asset {
  /** sha-256 of the bytes, hex. */
  id: string;
  mediaType: string;
  bytes: ArrayBuffer;
  createdAt: string;
}
