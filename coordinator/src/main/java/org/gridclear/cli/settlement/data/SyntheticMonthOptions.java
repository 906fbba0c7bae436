package org.gridclear.cli.settlement.data;

import java.time.YearMonth;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.synthetic.SyntheticMonth;
import picocli.CommandLine.Option;

/** What a synthetic month has, as options. */
final class SyntheticMonthOptions {
  private static final int ENTITIES_OF_A_POINT = 50;
  private static final int POINTS_MAX = 200;

  @Option(
      names = "--entities",
      converter = OptionNumbers.FromOne.class,
      defaultValue = "1000",
      description = "Entities (default: ${DEFAULT-VALUE}).")
  private int entities;

  @Option(
      names = "--points",
      converter = OptionNumbers.FromOne.class,
      description = "Price points (default: one per 50 entities, at most 200).")
  private Integer points;

  @Option(
      names = "--month",
      defaultValue = "2026-10",
      description = "Month (default: ${DEFAULT-VALUE}).")
  private YearMonth month;

  @Option(
      names = "--days",
      converter = OptionNumbers.FromOne.class,
      description = "Days from the first on (default: the whole month).")
  private Integer days;

  @Option(names = "--seed", defaultValue = "1", description = "Seed (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--errors",
      converter = OptionNumbers.FromZero.class,
      defaultValue = "0",
      description = "Errors to sprinkle in (default: none).")
  private int errors;

  /**
   * What is generated.
   *
   * @throws IllegalArgumentException if there is no such month
   */
  SyntheticMonth.Options options() {
    int usual = Math.max(2, Math.min(POINTS_MAX, entities / ENTITIES_OF_A_POINT));
    return new SyntheticMonth.Options(
        month,
        entities,
        points != null ? points : usual,
        days != null ? days : month.lengthOfMonth(),
        seed,
        errors);
  }
}
