package org.gridclear.settlement.close;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.gridclear.file.Sha256;
import org.gridclear.file.StoredFiles;

/** Large files of a close, hashed as they are written. */
public final class HashedOutput {
  private final Map<String, String> hashes = new TreeMap<>();

  /** Opens a file for writing; its hash is known once it is closed. */
  public OutputStream open(Path file) throws IOException {
    MessageDigest digest = Sha256.digest();
    OutputStream out = StoredFiles.newOutputStream(file);
    return new BufferedOutputStream(
        new DigestOutputStream(out, digest) {
          @Override
          public void close() throws IOException {
            super.close();
            hashes.put(file.getFileName().toString(), HexFormat.of().formatHex(digest.digest()));
          }
        },
        1 << 20);
  }

  /** Hashes of the files that were closed, by name. */
  public Map<String, String> hashes() {
    return Map.copyOf(hashes);
  }
}
