package org.gridclear.cli.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.gridclear.clearing.input.Market;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.market.assembly.AssemblyRequest;
import org.gridclear.market.assembly.Gate;
import org.gridclear.market.assembly.Manifest;
import org.gridclear.market.assembly.NetworkPart;
import org.gridclear.market.assembly.Piece;
import org.gridclear.market.series.MarketClock;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which case is asked for. */
public final class AssemblyOptions {
  private static final List<String> OF_ASSEMBLY =
      List.of(
          "--gate",
          "--days",
          "--minutes",
          "--start",
          "--count",
          "--state-hours-max",
          "--from-network",
          "--plan-share",
          "--same-as");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--trade",
      paramLabel = "MARKET",
      required = true,
      converter = TradeConverter.class,
      description = "da, id, rt or lt-ruc.")
  private Market trade;

  @Option(names = "--date", required = true, description = "Trading date, such as 2026-10-01.")
  private LocalDate date;

  @Option(
      names = "--gate",
      paramLabel = "TIME",
      description = {
        "Up to when things had to be known, on the market's clock or with an offset from UTC",
        "(default: now, cut to the minute)."
      })
  private String gate;

  @Option(
      names = "--days",
      defaultValue = "1",
      converter = OptionNumbers.FromOne.class,
      description = "Dates that the case covers (default: ${DEFAULT-VALUE}).")
  private int days;

  @Option(
      names = "--minutes",
      defaultValue = "0",
      converter = OptionNumbers.FromZero.class,
      description = "Length of a period (default: that of the network version).")
  private int minutes;

  @Option(
      names = "--start",
      paramLabel = "HH:MM",
      defaultValue = "00:00",
      description = "Begin of the first period on the date (default: ${DEFAULT-VALUE}).")
  private String start;

  @Option(
      names = "--count",
      defaultValue = "0",
      converter = OptionNumbers.FromZero.class,
      description = "Number of periods (default: to the end of the last date).")
  private int count;

  @Option(
      names = "--state-hours-max",
      defaultValue = "36",
      converter = OptionNumbers.FromZero.class,
      description = "Oldest snapshot that counts as the state before (default: ${DEFAULT-VALUE}).")
  private int stateHoursMax;

  @Option(
      names = "--from-network",
      paramLabel = "PART",
      split = ",",
      description = {
        "What stands as the network version has it: loads, renewables, tie-lines, state,",
        "registry, offers (default: nothing)."
      })
  private List<String> fromNetwork = List.of();

  @Option(
      names = "--plan-share",
      paramLabel = "SHARE",
      converter = OptionNumbers.Share.class,
      description = {
        "Keep the energy of each day within this share of the units' annual or monthly plans, in",
        "da and lt-ruc; 0.05 is 5 %% (default: plans do not bind)."
      })
  private Double planShare;

  @Option(
      names = "--same-as",
      paramLabel = "FILE",
      description = "An assembly.json; refuse a case that is made from other versions.")
  private Path sameAs;

  /** The market. */
  public Market trade() {
    return trade;
  }

  /** The trading date. */
  public LocalDate date() {
    return date;
  }

  /**
   * Refuses what is of a case that is assembled, where another is given.
   *
   * @throws IllegalArgumentException if such an option is given
   */
  public void refuseBesideCase() {
    for (String option : OF_ASSEMBLY) {
      if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
        throw new IllegalArgumentException(
            "%s is of a case that is assembled; it says nothing beside --case.".formatted(option));
      }
    }
  }

  /** What is asked for; the gate is now where none is given. */
  public AssemblyRequest request(MarketClock clock, Instant now) {
    Instant known = gate == null ? now.truncatedTo(ChronoUnit.MINUTES) : clock.local(gate);
    return new AssemblyRequest(
            new Gate(trade, date, known),
            new AssemblyRequest.Window(days, minutes, MarketClock.minuteOfDay(start), count),
            NetworkPart.of(fromNetwork),
            stateHoursMax)
        .withPlans(planShare == null ? OptionalDouble.empty() : OptionalDouble.of(planShare));
  }

  /**
   * Holds what a case was made from against an earlier manifest.
   *
   * @throws IllegalArgumentException with the versions that differ
   */
  public void compare(Manifest made) throws IOException {
    if (sameAs == null) {
      return;
    }
    Manifest earlier = Manifest.read(Files.readAllBytes(sameAs));
    if (!earlier.caseHash().equals(made.caseHash()) || !earlier.pieces().equals(made.pieces())) {
      Set<Piece> gone = new TreeSet<>(earlier.pieces());
      gone.removeAll(made.pieces());
      Set<Piece> come = new TreeSet<>(made.pieces());
      come.removeAll(earlier.pieces());
      throw new IllegalArgumentException(
          "The case is not the same as that of %s (%s): without %s, with %s."
              .formatted(sameAs, earlier.caseHash(), gone, come));
    }
  }
}
