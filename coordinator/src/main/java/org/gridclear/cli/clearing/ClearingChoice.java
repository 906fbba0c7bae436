package org.gridclear.cli.clearing;

import java.nio.file.Path;
import java.util.function.Predicate;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.Market;
import org.gridclear.cli.option.MarketConverter;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.study.CaseToClear;
import org.gridclear.study.ClearedAs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a case is cleared and what its schedule has to survive, over what its file says. */
final class ClearingChoice {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--market",
      defaultValue = "DA",
      description = "lt-ruc, da, id or rt (default: da).",
      converter = MarketConverter.class)
  private Market market;

  @Option(
      names = "--gap",
      converter = OptionNumbers.Gap.class,
      defaultValue = "0.001",
      description = "Relative gap to stop at (default: ${DEFAULT-VALUE}).")
  private double gap;

  @Option(
      names = "--cpu-limit",
      converter = OptionNumbers.AboveZero.class,
      paramLabel = "S",
      defaultValue = "600",
      description = "Seconds of CPU for the search (default: ${DEFAULT-VALUE}).")
  private double cpuLimit;

  @Option(
      names = "--formulation",
      defaultValue = "AUTO",
      description =
          "tight; compact without a row per segment; auto for the one that fits size and gap; or "
              + "plain for the untightened pglib-uc model (default: auto).")
  private ClearingOptions.Formulation formulation;

  @Option(
      names = "--strategy",
      defaultValue = "RELAX_AND_FIX",
      description = "relax_and_fix, or whole_model for HiGHS alone (default: relax_and_fix).")
  private ClearingOptions.Strategy strategy;

  @Option(
      names = "--losses",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "Losses in balance, flows and prices, as in studies (default: yes; --no-losses leaves"
              + " them out).")
  private boolean losses;

  @Option(
      names = "--ancillary",
      defaultValue = "JOINT",
      description = "joint with energy, or separate after it (default: joint).")
  private ClearingOptions.Ancillary ancillary;

  @Option(names = "--n-1", description = "Survive the outage of every single branch.")
  private boolean everyBranch;

  @Option(
      names = "--security-rounds",
      converter = OptionNumbers.FromZero.class,
      defaultValue = "0",
      description = "Most rounds of clearing and AC check (default: none).")
  private int securityRounds;

  @Option(
      names = "--cuts",
      paramLabel = "FILE",
      description =
          "Cuts of an earlier AC check, as its security-cuts.json has them, edited or not.")
  private @Nullable Path cuts;

  @Option(
      names = "--q-limits",
      description = "Generators leave their voltage set point at a reactive limit (AC check).")
  private boolean reactiveLimits;

  /** The market that clears. */
  Market market() {
    return market;
  }

  /** The outages that the schedule has to survive beside those of the case. */
  CaseToClear.Security security() {
    return new CaseToClear.Security(everyBranch, cuts);
  }

  /** The options; those of a file that says how it was cleared hold where none is given. */
  ClearingOptions over(ClearedAs as) {
    return as.given()
        ? over(as.options(), spec.commandLine().getParseResult()::hasMatchedOption)
        : over(ClearingOptions.DEFAULT, every -> true);
  }

  /** Options as they are, but for those that are the command line's. */
  private ClearingOptions over(ClearingOptions d, Predicate<String> mine) {
    return new ClearingOptions(
        mine.test("--market") ? market : d.market(),
        mine.test("--gap") ? gap : d.gap(),
        d.nodesMax(),
        mine.test("--cpu-limit") ? cpuLimit : d.secondsMax(),
        d.solver(),
        mine.test("--formulation") ? formulation : d.formulation(),
        d.feasibilityMw(),
        mine.test("--losses") ? losses : d.losses(),
        mine.test("--ancillary") ? ancillary : d.ancillary(),
        mine.test("--strategy") ? strategy : d.strategy(),
        d.startFromBase(),
        new ClearingOptions.SecurityRounds(
            mine.test("--security-rounds") ? securityRounds : d.security().roundsMax(),
            mine.test("--q-limits") ? reactiveLimits : d.security().reactiveLimits()));
  }
}
