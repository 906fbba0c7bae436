package org.gridclear.cli.declaration;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintOption;
import org.gridclear.cli.option.StandardStreams;
import org.gridclear.market.gate.Answer;
import org.gridclear.market.gate.Declarant;
import org.gridclear.market.gate.MarketGate;
import org.gridclear.market.gate.Submission;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear declare}: what members offer, bid and schedule for a date. */
@Command(
    name = "declare",
    description = {
      "Declare offers, bids and schedules of a member for a trading date, JSON or CSV",
      "(docs/market.md). Each is taken with a receipt, or refused with everything that is wrong:",
      "exit code 1 if some were refused, 2 if all were."
    })
public final class DeclareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private GateOptions market;
  @Mixin private ActorOptions acting;
  @Mixin private PrintOption print;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Submissions, taken in this order; - for standard input.")
  private List<Path> files;

  @Override
  public Integer call() throws Exception {
    Actor actor = acting.required();
    Declarant by = new Declarant(actor.name(), actor.scope(Right.DECLARE));
    Map<String, byte[]> contents = new LinkedHashMap<>();
    for (Path file : files) {
      contents.put(
          file.toString(),
          StandardStreams.meant(file) ? StandardStreams.read() : Files.readAllBytes(file));
    }
    Map<String, Answer> answers = market.with(gate -> submit(gate, actor, by, contents));
    PrintWriter out = spec.commandLine().getOut();
    if (print.json()) {
      PrintOption.print(DeclarationPrint.fields(answers), out);
    } else {
      answers.forEach((file, answer) -> DeclarationPrint.print(file, answer, out));
    }
    long accepted = answers.values().stream().mapToLong(Answer::acceptedCount).sum();
    boolean all = answers.values().stream().allMatch(Answer::isAccepted);
    return all ? ExitCodes.DONE : accepted > 0 ? ExitCodes.FAILED_CELLS : ExitCodes.BAD_INPUT;
  }

  private static Map<String, Answer> submit(
      MarketGate gate, Actor actor, Declarant by, Map<String, byte[]> contents) {
    Map<String, Answer> answers = new LinkedHashMap<>();
    contents.forEach(
        (file, content) -> {
          Submission submission = Submission.read(by, Optional.empty(), Optional.empty(), content);
          answers.put(file, answer(gate, actor, file, submission));
        });
    return answers;
  }

  private static Answer answer(MarketGate gate, Actor actor, String file, Submission submission) {
    try {
      return actor.change("declare", file, () -> gate.desk().submit(submission));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
