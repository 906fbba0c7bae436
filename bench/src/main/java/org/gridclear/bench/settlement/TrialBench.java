package org.gridclear.bench.settlement;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.folder.RuleBookReader;
import org.gridclear.settlement.preview.RuleTrial;
import org.gridclear.settlement.rule.RuleBook;
import org.gridclear.validate.IssueLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How long a rule change takes over closed months. */
@Command(
    name = "trial",
    description = {
      "Try a book on closed months, one after the other, and say how long it takes. Without --book",
      "it is the default book with a narrower band of deviation and a dearer penalty."
    })
public final class TrialBench implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "CLOSE", description = "Folders of the closes.")
  private List<Path> closes;

  @Option(names = "--book", paramLabel = "FILE", description = "The book.")
  private Path book;

  @Option(
      names = "--sample",
      defaultValue = "0",
      description = "Entities with detail (default: ${DEFAULT-VALUE}).")
  private int sample;

  @Option(
      names = "--times",
      defaultValue = "1",
      converter = OptionNumbers.FromOne.class,
      description = {
        "Try the closes so often, as if they were of so many times the months",
        "(default: ${DEFAULT-VALUE})."
      })
  private int times;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    String text = book == null ? changed() : Files.readString(book);
    IssueLog log = new IssueLog("book");
    RuleBook proposed = RuleBookReader.read(text, log);
    log.throwIfErrors();
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    double cpu = system.getProcessCpuTime() / 1e9;
    long start = System.nanoTime();
    RuleTrial trial = trial(proposed);
    double seconds = (System.nanoTime() - start) / 1e9;
    List<RuleTrial.Outcome> outcomes = trial.outcomes();
    long sum = outcomes.stream().mapToLong(RuleTrial.Outcome::milliYuan).sum();
    long accounts = trial.months().stream().mapToLong(RuleTrial.Month::accountsMilliYuan).sum();
    out.printf(
        Locale.ROOT,
        "%d months, %d metered intervals: %.1f s, %.1f CPU-s; %d winners, %d losers, %d rows of"
            + " detail; residual %d%n",
        trial.months().size(),
        trial.months().stream().mapToLong(RuleTrial.Month::intervals).sum(),
        seconds,
        system.getProcessCpuTime() / 1e9 - cpu,
        outcomes.stream().filter(each -> each.milliYuan() > 0).count(),
        outcomes.stream().filter(each -> each.milliYuan() < 0).count(),
        trial.months().stream().mapToInt(month -> month.details().size()).sum(),
        sum + accounts);
    out.flush();
    return sum + accounts == 0 ? 0 : 1;
  }

  private RuleTrial trial(RuleBook proposed) {
    List<RuleTrial.Month> months = new ArrayList<>();
    for (int time = 0; time < times; time++) {
      months.addAll(
          RuleTrial.of(closes, CloseFolder::open, proposed, new RuleTrial.Sample(sample, List.of()))
              .months());
    }
    return new RuleTrial(months);
  }

  private static String changed() {
    return RuleBookReader.defaultText()
        .replace("deviationBandShare: {value: \"0.05\"", "deviationBandShare: {value: \"0.03\"")
        .replace(
            "deviationPenaltyShare: {value: \"0.10\"", "deviationPenaltyShare: {value: \"0.15\"");
  }
}
