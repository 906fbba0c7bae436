package org.gridclear.cli.settlement.proof;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridclear.settlement.close.Seal;
import org.gridclear.signature.DetachedSignature;

/** What a proof of a close does not say: whether its seal is signed by somebody who is known. */
final class SealSignature {
  private SealSignature() {}

  /** Says that the signature of a close was not checked, or that it has none. */
  static void note(Path close, PrintWriter out) {
    Path signature = DetachedSignature.beside(close.resolve(Seal.NAME));
    out.println(
        Files.exists(signature)
            ? "Its signature was not checked against a key that you know: gridclear verify %s --signed-by DIR"
                .formatted(close)
            : "It is not signed: that it is whole does not say who made it.");
  }
}
