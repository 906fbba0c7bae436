package org.gridclear.cli.settlement.data;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.settlement.folder.AcceptedData;
import org.gridclear.settlement.reader.SettlementReader;
import org.gridclear.settlement.reader.SettlementSource;
import org.gridclear.settlement.register.DataAcceptance;
import org.gridclear.validate.Issue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear settle accept FOLDER}: data that were to be verified are right. */
@Command(
    name = "accept",
    description = {
      "Accept data of a day that stand in for missing ones, or that are not plausible, as they"
          + " are.",
      "Who, when and why is added to accepted.csv; when the data change they are to be verified"
          + " again."
    })
public final class SettleAcceptCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ActorOptions acting;

  @Parameters(paramLabel = "FOLDER", description = "Settlement folder.")
  private Path folder;

  @Option(names = "--date", required = true, description = "Day, such as 2026-10-05.")
  private LocalDate date;

  @Option(
      names = "--element",
      defaultValue = "",
      description = "Only what is said of this element, such as 'meter E7' (default: everything).")
  private String element;

  @Option(names = "--reason", required = true, description = "Why.")
  private String reason;

  @Override
  public Integer call() throws Exception {
    Actor actor = acting.required();
    actor.require(Right.SETTLE);
    return actor.change(
        "settle accept",
        "%s %s of %s: %s".formatted(date, element, folder.toAbsolutePath().normalize(), reason),
        () -> accept(actor.name()));
  }

  private Integer accept(String by) {
    SettlementSource source = SettlementReader.open(folder);
    int day = source.month().day(date);
    List<Issue> open =
        SettlementReader.days(source, day, day, input -> {}).stream()
            .filter(AcceptedData::toBeVerified)
            .filter(issue -> element.isEmpty() || issue.element().equals(element))
            .toList();
    if (open.isEmpty()) {
      throw new IllegalArgumentException(
          "Nothing of %s%s is to be verified."
              .formatted(date, element.isEmpty() ? "" : ", " + element));
    }
    DataAcceptance acceptance = new DataAcceptance(folder);
    String time = Instant.now().toString();
    for (Issue issue : open) {
      acceptance.accept(issue, by, time, reason);
      spec.commandLine().getOut().println("Accepted: " + issue.line());
    }
    return ExitCodes.DONE;
  }
}
