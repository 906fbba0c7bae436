package org.gridclear.signature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gridclear.file.StoredFiles;

/** Signatures beside files: {@code bills.csv} and {@code bills.csv.sig}, 64 bytes. */
public final class DetachedSignature {
  /** What is put behind the name of the signed file. */
  public static final String END = ".sig";

  private DetachedSignature() {}

  /** The file of the signature of a file. */
  public static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + END);
  }

  /**
   * Signs a file that the program keeps, where the process has keys to sign with.
   *
   * @return whether it has
   */
  public static boolean write(Path file) throws IOException {
    Optional<SigningKeys> keys = Signing.keys();
    if (keys.isPresent()) {
      StoredFiles.write(beside(file), keys.get().detached(StoredFiles.readAllBytes(file)));
    }
    return keys.isPresent();
  }

  /** What is wrong with the signature of a file; empty if nothing is. */
  public static List<String> check(Path file, TrustedKeys trusted) throws IOException {
    Path signature = beside(file);
    if (!Files.exists(signature)) {
      return List.of("%s has no signature: %s is not there".formatted(file, signature));
    }
    return trusted.verifies(StoredFiles.readAllBytes(file), StoredFiles.readAllBytes(signature))
        ? List.of()
        : List.of("%s is not what was signed, or not by the holder of this key".formatted(file));
  }
}
