package org.gridclear.cli.settlement.proof;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.quantity.Count;
import org.gridclear.report.settlement.CloseProof;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear settle audit CLOSE}: an independent recomputation. */
@Command(
    name = "audit",
    description = {
      "Prove a close: every file is what was sealed; the kept inputs give its blocks; every entity,"
          + " meter, award,",
      "price and event of the delivered files is settled once and under its id; amounts are those"
          + " of the rules,",
      "computed again in decimal arithmetic; tables are those of the books. A sample of entities is"
          + " computed in",
      "decimals; --sample 0 takes everybody, and the pools with them. Exit code 1 if anything"
          + " differs."
    })
public final class SettleAuditCommand implements Callable<Integer> {
  private static final int SHOWN = 20;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "CLOSE", description = "Folder of the close.")
  private Path folder;

  @Option(
      names = "--sample",
      defaultValue = "20",
      description = "Entities computed in decimals (default: ${DEFAULT-VALUE}; 0 for all).")
  private int sample;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Seed of the sample (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    CloseProof proof = CloseProof.of(folder, sample, seed);
    boolean sealed = proof.damaged().isEmpty();
    proof.differences().stream().limit(sealed ? SHOWN : Long.MAX_VALUE).forEach(out::println);
    if (!proof.standIns().isEmpty()) {
      out.printf(
          "Not audited: metered energy of %s stands in for missing data, such as %s%n",
          Count.of(proof.standIns().size(), "entity", "entities"),
          proof.standIns().iterator().next());
    }
    out.printf(
        "%s: %s%n",
        proof.text(),
        proof.differences().isEmpty()
            ? "equal to the last 0.001 yuan"
            : Count.of(proof.differences().size(), "difference"));
    SealSignature.note(folder, out);
    out.flush();
    return ExitCodes.clean(proof.differences().isEmpty());
  }
}
