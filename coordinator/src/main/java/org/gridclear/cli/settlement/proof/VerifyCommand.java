package org.gridclear.cli.settlement.proof;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.settlement.proof.BillBundle;
import org.gridclear.settlement.proof.BillVerification;
import org.gridclear.signature.TrustedKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear verify BILL…}: bills that prove themselves. */
@Command(
    name = "verify",
    description = {
      "Compute bills again from what is in their files, without the market: every amount, and the",
      "way to the published hash. With --signed-by, verify signatures: of a close, of bills (PDF),",
      "of files with a .sig beside them, of what was fetched (.sha256), of a market's"
          + " publications.",
      "Exit code 1 if one does not prove itself."
    })
public final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "BILL",
      arity = "1..*",
      description = "Files of 'settle member bundle'; with --signed-by what was signed.")
  private List<Path> files;

  @Option(
      names = "--published",
      paramLabel = "HASH",
      defaultValue = "",
      description = "The hash that the market published (default: the one in the file).")
  private String published;

  @Option(
      names = "--signed-by",
      paramLabel = "DIR",
      description = "Folder with signing.pem and certificate.pem, as they were handed out.")
  private Path signedBy;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    if (signedBy != null) {
      return SignedThings.verify(files, TrustedKeys.read(signedBy), out);
    }
    boolean proved = true;
    List<String> unread = new ArrayList<>();
    for (Path file : files) {
      try {
        proved &= proves(file, out);
      } catch (IllegalArgumentException e) {
        unread.add("%s: %s".formatted(file, e.getMessage()));
      }
    }
    out.flush();
    if (!unread.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), unread));
    }
    return ExitCodes.clean(proved);
  }

  private boolean proves(Path file, PrintWriter out) throws IOException {
    if (Files.notExists(file)) {
      throw new IllegalArgumentException("there is no such file. Check the path.");
    }
    if (Files.isDirectory(file)) {
      throw new IllegalArgumentException(
          "It is a folder, and what it is signed with was not checked: give the keys that you know,"
              + " --signed-by DIR; the amounts of a close proves 'settle verify'.");
    }
    BillBundle bundle = BillBundle.read(Files.readAllBytes(file));
    BillVerification verified = BillVerification.of(bundle, published);
    verified.lines(bundle).forEach(line -> out.println(file + ": " + line));
    return verified.proved();
  }
}
