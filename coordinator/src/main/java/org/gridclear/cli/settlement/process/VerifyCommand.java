package org.gridclear.cli.settlement.process;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.proof.BillBundle;
import org.gridclear.settlement.proof.BillVerification;
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
      "way to the published hash. Exit code 1 if one does not prove itself."
    })
public final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "BILL", arity = "1..*", description = "Files of 'settle member bundle'.")
  private List<Path> files;

  @Option(
      names = "--published",
      paramLabel = "HASH",
      defaultValue = "",
      description = "The hash that the market published (default: the one in the file).")
  private String published;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    boolean proved = true;
    for (Path file : files) {
      BillBundle bundle = BillBundle.read(Files.readAllBytes(file));
      BillVerification verified = BillVerification.of(bundle, published);
      proved &= verified.proved();
      verified.differences().forEach(line -> out.println(file + ": " + line));
      verified.trusted().forEach(line -> out.println(file + ": not computed again: " + line));
      out.printf(
          "%s: %s, %s, %s to %s, %d lines, %s yuan, published hash %s%n",
          file,
          verified.proved() ? "proved" : "NOT PROVED",
          bundle.manifest().member(),
          bundle.manifest().from(),
          bundle.manifest().to(),
          verified.lines(),
          FixedPoint.format(verified.milliYuan(), FixedPoint.YUAN_DECIMALS),
          bundle.manifest().root());
    }
    out.flush();
    return proved ? ExitCodes.DONE : ExitCodes.FAILED_CELLS;
  }
}
