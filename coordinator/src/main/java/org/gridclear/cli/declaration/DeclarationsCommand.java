package org.gridclear.cli.declaration;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.account.Scope;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.declaration.check.DeclarationRule;
import org.gridclear.market.gate.Declarant;
import org.gridclear.market.gate.GateReport;
import org.gridclear.market.store.declaration.StoredDeclaration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear declarations}: receipts, what is in force, what markets take. */
@Command(
    name = "declarations",
    description = "Look at declarations, what is in force, and what markets take (docs/market.md).",
    subcommands = CommandLine.HelpCommand.class)
public final class DeclarationsCommand implements Callable<Integer> {
  private static final Declarant OPERATOR = new Declarant("operator", Scope.ALL);

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCodes.DONE;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  @Command(name = "list", description = "All versions of the declarations for a date.")
  int list(@Mixin GateOptions market, @Mixin DayOptions day, @Mixin TableOutput output)
      throws IOException {
    output.check();
    output.write(
        market.with(
            gate ->
                DeclarationPrint.declarations(
                    gate.desk().list(OPERATOR, day.market(), day.date()),
                    gate.parameters().zone())),
        out());
    return ExitCodes.DONE;
  }

  @Command(name = "show", description = "What is declared under a receipt, as it is hashed.")
  int show(
      @Mixin GateOptions market,
      @Parameters(paramLabel = "NUMBER", description = "Number of the receipt.") long number) {
    out()
        .println(market.with(gate -> stored(gate.desk().find(OPERATOR, number), number)).content());
    out().flush();
    return ExitCodes.DONE;
  }

  @Command(name = "receipt", description = "A receipt, or a refusal and its reasons, by number.")
  int receipt(
      @Mixin GateOptions market,
      @Mixin TableOutput output,
      @Parameters(paramLabel = "NUMBER", description = "Its number.") long number)
      throws IOException {
    output.check();
    var refusal = market.with(gate -> gate.desk().findRefusal(OPERATOR, number));
    if (refusal.isPresent()) {
      out()
          .printf(
              "refused at %s: %s of %s, sent by %s%n%s%n",
              refusal.get().arrivedAt(),
              refusal.get().unit(),
              refusal.get().member(),
              refusal.get().madeBy(),
              refusal.get().reasons());
      out().flush();
      return ExitCodes.DONE;
    }
    output.write(
        market.with(
            gate ->
                DeclarationPrint.declarations(
                    List.of(stored(gate.desk().find(OPERATOR, number), number)),
                    gate.parameters().zone())),
        out());
    return ExitCodes.DONE;
  }

  private static StoredDeclaration stored(
      java.util.Optional<StoredDeclaration> found, long number) {
    return found.orElseThrow(
        () -> new IllegalArgumentException("There is no receipt %d.".formatted(number)));
  }

  @Command(
      name = "in-force",
      description = {
        "What is in force for a date: after the gate it is kept when it is first asked.",
        "Exit code 1 if a unit that must offer has no offer."
      })
  int inForce(
      @Mixin GateOptions market,
      @Mixin ActorOptions acting,
      @Mixin DayOptions day,
      @Mixin TableOutput output)
      throws Exception {
    output.check();
    Actor actor = acting.required();
    GateReport report =
        actor.change(
            "declarations in-force",
            "%s of %s".formatted(day.date(), day.market()),
            () -> market.with(gate -> gate.gate().inForce(day.market(), day.date(), actor.name())));
    PrintWriter err = spec.commandLine().getErr();
    ZoneId zone = market.with(gate -> gate.parameters().zone());
    err.printf("gate %s: %s%n", report.gate().atZone(zone).toOffsetDateTime(), report.state());
    DeclarationPrint.objections(report.objections(), err);
    output.write(DeclarationPrint.inForce(report), out());
    return report.state() == GateReport.State.INCOMPLETE ? ExitCodes.FAILED_CELLS : ExitCodes.DONE;
  }

  @Command(
      name = "set-parameters",
      description = {
        "Give a market its gate, price bounds, products and defaults from a date on",
        "(docs/market.md). Dates whose window is open keep theirs."
      })
  int setParameters(
      @Mixin GateOptions market,
      @Mixin ActorOptions acting,
      @Parameters(paramLabel = "FILE", description = "JSON.") Path file)
      throws Exception {
    Actor actor = acting.required();
    actor.scope(Right.OPERATE_MARKET);
    String text = Files.readString(file);
    var version =
        actor.change(
            "declarations set-parameters",
            file.toString(),
            () -> market.setParameters(text, actor.name()));
    out()
        .printf(
            "%s: version %d from %s%n",
            version.values().market(), version.version(), version.values().from());
    out().flush();
    return ExitCodes.DONE;
  }

  @Command(name = "parameters", description = "The parameters of all markets, by version.")
  int parameters(@Mixin GateOptions market, @Mixin TableOutput output) throws IOException {
    output.check();
    output.write(
        market.with(gate -> DeclarationPrint.texts("parameters", gate.parameters().all())), out());
    return ExitCodes.DONE;
  }

  @Command(
      name = "set-reference",
      description = {
        "Give units reference offers, which hold by default from the date of the file on;",
        "the form is that of declarations."
      })
  int setReference(
      @Mixin GateOptions market,
      @Mixin ActorOptions acting,
      @Mixin TableOutput output,
      @Parameters(paramLabel = "FILE", description = "JSON or CSV.") Path file)
      throws Exception {
    output.check();
    Actor actor = acting.required();
    actor.scope(Right.OPERATE_MARKET);
    String text = Files.readString(file);
    output.write(
        actor.change(
            "declarations set-reference",
            file.toString(),
            () ->
                market.with(
                    gate ->
                        DeclarationPrint.texts(
                            "references", gate.references().add(text, actor.name())))),
        out());
    return ExitCodes.DONE;
  }

  @Command(name = "rules", description = "The rules that declarations must meet.")
  int rules() {
    for (DeclarationRule rule : DeclarationRule.values()) {
      out().printf("%s %-7s %s%n", rule.id(), rule.refuses() ? "refuses" : "notice", rule.text());
    }
    out().flush();
    return ExitCodes.DONE;
  }
}
