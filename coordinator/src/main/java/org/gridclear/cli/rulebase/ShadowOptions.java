package org.gridclear.cli.rulebase;

import java.time.LocalDate;
import java.util.Objects;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.Market;
import org.gridclear.cli.option.MarketConverter;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.market.rulebase.ProposalShadow;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which proposal is tried, and on what: a case, or versions of dates. */
final class ShadowOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "NUMBER",
      converter = OptionNumbers.FromOne.class,
      description = "Number of the proposal.")
  private int number;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "CASE",
      description = "A case with units, a file or the SHA-256 of one that the market keeps.")
  private @Nullable String source;

  @Option(
      names = "--as",
      paramLabel = "MARKET",
      defaultValue = "da",
      converter = MarketConverter.class,
      description = "The market as which it is cleared (default: ${DEFAULT-VALUE}).")
  private Market as;

  @Option(
      names = "--gap",
      converter = OptionNumbers.Gap.class,
      defaultValue = "0.01",
      description = "Relative gap to stop at (default: ${DEFAULT-VALUE}).")
  private double gap;

  @Option(names = "--from", description = "First trading date of versions that are judged.")
  private @Nullable LocalDate from;

  @Option(names = "--to", description = "Last trading date (default: the first).")
  private @Nullable LocalDate to;

  /** Number of the proposal. */
  int number() {
    return number;
  }

  /**
   * On what.
   *
   * @throws IllegalArgumentException if it is neither or both, or has options of the other
   */
  ProposalShadow.Asked what() {
    if ((source == null) == (from == null)) {
      throw new IllegalArgumentException(
          "Give a case for penalties, or --from for rules of anomalies.");
    }
    if (source != null) {
      refuse("--to", "rules of anomalies");
      return new ProposalShadow.Asked.OnCase(source, ClearingOptions.DEFAULT.withGap(gap).in(as));
    }
    refuse("--gap", "penalties");
    LocalDate first = Objects.requireNonNull(from);
    return new ProposalShadow.Asked.OnDates(as, first, to == null ? first : to);
  }

  private void refuse(String option, String kind) {
    if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
      throw new IllegalArgumentException("%s is for %s.".formatted(option, kind));
    }
  }
}
