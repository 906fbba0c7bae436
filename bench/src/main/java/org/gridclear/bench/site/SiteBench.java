package org.gridclear.bench.site;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.gridclear.bench.machine.Machine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A site is lost, all its processes at once, with runs, a close and publications under way. */
@Command(
    name = "site",
    description = {
      "Kill a site with all its processes under load: the other takes over, the first comes back",
      "and is given back. Exit code 1 if something acknowledged is lost or there twice, a hash",
      "differs, or the other site takes longer than 60 s."
    })
public final class SiteBench implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--runs",
      defaultValue = "20",
      description = "Runs under way (default: ${DEFAULT-VALUE}).")
  private int runs;

  @Option(
      names = "--versions",
      defaultValue = "1200",
      description = "Versions that wait to be approved (default: ${DEFAULT-VALUE}).")
  private int versions;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    out.println(Machine.line());
    boolean passed =
        new SiteRehearsal(Files.createTempDirectory("gridclear-site-"), runs, versions, out)
            .passed();
    out.println(passed ? "passed" : "NOT PASSED");
    out.flush();
    return passed ? 0 : 1;
  }
}
